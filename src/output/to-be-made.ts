/** A path in, the names of the folders that have to be made for it out. */
import { statSync } from 'node:fs'
import { basename, dirname } from 'node:path'

/** The names of the folders that a path needs and that are not there yet, from the top. */
export function toBeMade(path: string): readonly string[] {
  if (isFolder(path) || dirname(path) === path) return []
  return [...toBeMade(dirname(path)), basename(path)]
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
