/** A path and a text in; a new file out, whole or not at all, and never in the place of one that is there. */
import {
  accessSync,
  constants,
  linkSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Why a file cannot be made: something stands there, or a sentence that says what is in the way. */
export type Obstacle =
  | { readonly is: 'a file' }
  | { readonly is: 'a folder' }
  | { readonly is: 'in the way'; readonly why: string }

/** What would stop a file from being made, as far as that can be told before trying. */
export function findObstacle(path: string): Obstacle | undefined {
  const folder = dirname(path)
  try {
    const there = lstatSync(path, { throwIfNoEntry: false })
    if (there) return { is: there.isDirectory() ? 'a folder' : 'a file' }
    if (!statSync(folder).isDirectory())
      return { is: 'in the way', why: `${folder} is not a folder. Choose another.` }
    accessSync(folder, constants.W_OK)
    return undefined
  } catch (error) {
    return { is: 'in the way', why: reasonFor(error, folder) }
  }
}

/** Makes the file. The text is written beside it under another name first, so that a run cut short leaves no half. */
export function createFile(path: string, text: string): Obstacle | undefined {
  const obstacle = findObstacle(path)
  if (obstacle) return obstacle
  const staged = stagedName(path)
  try {
    writeFileSync(staged, text, { flag: 'wx', flush: true })
    placeNew(staged, path, text)
    return undefined
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST'
    return isThere ? { is: 'a file' } : { is: 'in the way', why: reasonFor(error, dirname(path)) }
  } finally {
    rmSync(staged, { force: true })
  }
}

/** A link fails where a file stands, unlike a rename. Some file systems have no links. */
function placeNew(staged: string, path: string, text: string): void {
  try {
    linkSync(staged, path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) throw error
    writeFileSync(path, '', { flag: 'wx' })
    try {
      writeFileSync(path, text, { flush: true })
    } catch (fault) {
      rmSync(path, { force: true })
      throw fault
    }
  }
}

export type Refreshed = 'written' | 'as it was' | 'somebody else’s' | 'not writable'

/** Writes a file that the program makes itself, over an older one of its own but over nobody else's. */
export function refreshFile(path: string, text: string, isOurs: (there: string) => boolean): Refreshed {
  const staged = stagedName(path)
  try {
    if (lstatSync(path, { throwIfNoEntry: false })) {
      const there = readFileSync(path, 'utf8')
      if (there === text) return 'as it was'
      if (!isOurs(there)) return 'somebody else’s'
    }
    writeFileSync(staged, text, { flag: 'wx', flush: true })
    renameSync(staged, path)
    return 'written'
  } catch {
    rmSync(staged, { force: true })
    return 'not writable'
  }
}

const stagedName = (path: string): string =>
  join(dirname(path), `.${basename(path).slice(0, 80)}.${process.pid}.new`)

function reasonFor(error: unknown, folder: string): string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error)
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: `there is no folder ${folder}. Make it first, or choose another.`,
    ENOTDIR: `${folder} is not a folder. Choose another.`,
    EACCES: `you may not write in ${folder}. Choose another folder.`,
    EPERM: `you may not write in ${folder}. Choose another folder.`,
    EROFS: `${folder} can only be read. Choose another folder.`,
    ENOSPC: 'the disk is full. Make room, or choose a folder on another.',
    EDQUOT: 'your share of the disk is full. Make room, or choose a folder on another.',
    ENAMETOOLONG: 'the name is too long. Choose a shorter one.',
  }
  return reasons[code] ?? `${folder} refused it (${code}).`
}
