/** What somebody typed for a folder to write to in; why it will not do out. */
import { basename, isAbsolute } from 'node:path'
import { isKeptByWindows } from '../output/names.ts'

/** Says what is wrong with the name of an output folder and what to do; undefined where nothing is. */
export function faultOfFolderName(name: string): string | undefined {
  // An empty name, which a script may give by accident, would stand for the folder that one is in.
  if (name.trim() === '') return 'Name a folder, or leave --out away.'
  // What leads to a folder that is named from the top is there already.
  const kept = (isAbsolute(name) ? [basename(name)] : name.split(/[\\/]/)).find(isKeptByWindows)
  return (
    kept &&
    `Windows keeps the name ${kept} for a device, so nobody could open the folder there. Choose another, such as ${kept}-partnerships.`
  )
}
