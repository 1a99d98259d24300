/** What somebody typed for a folder to write to in; why it will not do out. */
import { basename, dirname, resolve } from 'node:path'
import { isFolder } from '../batch/patterns.ts'
import { isKeptByWindows, withoutEnding } from '../output/names.ts'

/** Says what is wrong with the name of an output folder, typed in the folder `cwd`, and what to do; undefined where nothing is. */
export function faultOfFolderName(name: string, cwd: string): string | undefined {
  // An empty name, which a script may give by accident, would stand for the folder that one is in.
  if (name.trim() === '') return 'Name a folder, or leave --out away.'
  const kept = toBeMade(resolve(cwd, name)).find(isKeptByWindows)
  return (
    kept &&
    `Windows keeps the name ${kept} for a device, so nobody could open the folder there. Choose another, such as ${withoutEnding(kept)}-partnerships.`
  )
}

/** The names of the folders that a path needs and that are not there yet, from the top. */
const toBeMade = (path: string): readonly string[] =>
  isFolder(path, path) || dirname(path) === path ? [] : [...toBeMade(dirname(path)), basename(path)]
