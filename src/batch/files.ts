/** File names and patterns as a person types them in, the files they stand for out, each once and in a settled order. */
import { statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { globSync, isDynamicPattern } from 'tinyglobby'

export interface Found {
  readonly files: readonly string[]
  /** Patterns that no file matches. */
  readonly unmatched: readonly string[]
}

/**
 * Finds the files. A name that stands for a file or folder is taken as it is, brackets and all; so is one without a
 * pattern, whether or not there is such a file. The files of a pattern are sorted by name.
 */
export function findFiles(given: readonly string[], cwd: string): Found {
  const files = new Map<string, string>()
  const unmatched: string[] = []
  for (const name of given) {
    const pattern = process.platform === 'win32' ? name.replaceAll('\\', '/') : name
    const isPattern = !statSync(resolve(cwd, name), { throwIfNoEntry: false }) && isDynamicPattern(pattern)
    const matches = isPattern ? globSync(pattern, { cwd, expandDirectories: false }).sort() : [name]
    if (matches.length === 0) unmatched.push(name)
    for (const file of matches) {
      const path = resolve(cwd, file)
      if (!files.has(path)) files.set(path, file)
    }
  }
  return { files: [...files.values()], unmatched }
}

/** Whether a name stands for a folder that is there. */
export const isFolder = (name: string, cwd: string): boolean =>
  statSync(resolve(cwd, name), { throwIfNoEntry: false })?.isDirectory() ?? false

/** The Word files that stand in a folder, by name, but for redlines and the marks that Word leaves beside open files. */
export function wordFilesIn(folder: string, cwd: string): readonly string[] {
  if (!isFolder(folder, cwd)) return []
  return globSync('*.docx', { cwd: resolve(cwd, folder), ignore: ['~$*', '*-redline*.docx'] })
    .sort()
    .map(name => join(folder, name))
}

/** Every YAML file below a folder, by name, but for what stands in hidden folders, in packages and in the output folder. */
export function findIntakes(folder: string, cwd: string, out: string): readonly string[] {
  const inside = relative(resolve(cwd, folder), resolve(cwd, out)).split(sep).join('/')
  const isBelow = inside !== '' && !inside.startsWith('..') && !isAbsolute(inside)
  return globSync('**/*.{yaml,yml}', {
    cwd: resolve(cwd, folder),
    ignore: ['**/node_modules/**', ...(isBelow ? [`${inside}/**`] : [])],
  })
    .sort()
    .map(file => join(folder, file))
}
