/** Patterns and folders in; the files they stand for out, in a settled order. */
import { statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { globSync, isDynamicPattern } from 'tinyglobby'

/** The files that a pattern stands for, by name; undefined where the name holds no pattern. */
export function matchesOf(name: string, cwd: string): readonly string[] | undefined {
  const pattern = process.platform === 'win32' ? name.replaceAll('\\', '/') : name
  return isDynamicPattern(pattern) ? globSync(pattern, { cwd, expandDirectories: false }).sort() : undefined
}

/** Whether a name stands for a folder that is there, as far as one may look. */
export function isFolder(name: string, cwd: string): boolean {
  try {
    return statSync(resolve(cwd, name)).isDirectory()
  } catch {
    return false
  }
}

/** A pattern for an ending in capitals or small letters, for Windows writes HUBS.YAML as readily. */
const anyCase = (ending: string): string =>
  ending.replace(/./g, letter => `[${letter}${letter.toUpperCase()}]`)

/** Whether a file counts as an intake by its name. */
export const isIntakeName = (file: string): boolean => /\.ya?ml$/i.test(file)

/** The Word files that stand in a folder, by name, but for redlines and the marks that Word leaves beside open files. */
export function wordFilesIn(folder: string, cwd: string): readonly string[] {
  if (!isFolder(folder, cwd)) return []
  return globSync(`*.${anyCase('docx')}`, { cwd: resolve(cwd, folder), ignore: ['~$*', '*-redline*.docx'] })
    .sort()
    .map(name => join(folder, name))
}

/** Every YAML file below a folder, by name, but for what stands in hidden folders, in packages and in the output folder. */
export function findIntakes(folder: string, cwd: string, out: string): readonly string[] {
  const inside = relative(resolve(cwd, folder), resolve(cwd, out)).split(sep).join('/')
  const isBelow = inside !== '' && !inside.startsWith('..') && !isAbsolute(inside)
  return globSync(`**/*.{${anyCase('yaml')},${anyCase('yml')}}`, {
    cwd: resolve(cwd, folder),
    ignore: ['**/node_modules/**', ...(isBelow ? [`${inside}/**`] : [])],
  })
    .sort()
    .map(file => join(folder, file))
}
