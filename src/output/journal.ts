/**
 * Staged files in, all of them at their places out, or none. A journal names the renames before the first of them, so
 * that the next run finishes what a run that was killed had begun.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { pause } from './pause.ts'
import { sha256 } from './record.ts'

/** A staged file and the hash of what stands at its place now; null when nothing does. */
export interface Staged {
  readonly name: string
  readonly was: string | null
}

const journalName = '.concordat-journal.json'
const stagingName = '.concordat-staging'

/** Makes an empty staging folder. */
export function openStaging(folder: string): void {
  mkdirSync(join(folder, stagingName))
}

/** Where a file is staged. One that belongs in a folder of its own needs none here. */
const stagedAt = (folder: string, name: string): string =>
  join(folder, stagingName, name.replace(/[%/\\]/g, encodeURIComponent))

/** Writes a file into the staging folder. */
export const stage = (folder: string, name: string, bytes: Uint8Array): void =>
  writeFileSync(stagedAt(folder, name), bytes)

/** Puts every staged file at its place, once all of them and the journal are on the disk for certain. */
export async function commit(folder: string, files: readonly Staged[]): Promise<void> {
  stage(folder, journalName, new TextEncoder().encode(JSON.stringify(files)))
  const names = [...files.map(({ name }) => name), journalName]
  const settled = await Promise.allSettled(names.map(name => settle(stagedAt(folder, name))))
  // Not before all have ended: what is still open cannot be cleared away everywhere.
  for (const one of settled) if (one.status === 'rejected') throw one.reason
  renameSync(stagedAt(folder, journalName), join(folder, journalName))
  recover(folder)
}

/** Waits until a file is on the disk for certain. A disk takes little longer over many at once than over one. */
async function settle(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Finishes the renames of a run that was killed, or clears away what it had only staged. */
export function recover(folder: string): void {
  const journal = join(folder, journalName)
  if (existsSync(journal)) {
    for (const { name, was } of readJournal(journal)) {
      const staged = stagedAt(folder, name)
      // What somebody saved at the place in the meantime stays; the run that called will find it edited.
      if (existsSync(staged) && hashOf(join(folder, name)) === was) patientRename(staged, join(folder, name))
    }
    rmSync(journal, { force: true })
  }
  clearStaging(folder)
}

/** The renames that a journal names. No rename follows one that was not written whole, so one that cannot be read names none. */
function readJournal(path: string): readonly Staged[] {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as readonly Staged[]
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

/** Clears the staging folder, unless a journal says that its files are due at their places. */
export function abandon(folder: string): void {
  if (!existsSync(join(folder, journalName))) clearStaging(folder)
}

function clearStaging(folder: string): void {
  const staging = join(folder, stagingName)
  if (!existsSync(staging)) return
  try {
    // It is empty, mostly.
    rmdirSync(staging)
  } catch {
    rmSync(staging, { recursive: true, force: true })
  }
}

/** The hash of a file, or null when there is none. */
export function hashOf(path: string): string | null {
  try {
    return sha256(readFileSync(path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

const heldCodes = ['EPERM', 'EACCES', 'EBUSY']

/** Renames; where a scanner may hold a fresh file for a moment (Windows), tries again for two seconds. */
function patientRename(from: string, to: string): void {
  for (let tries = process.platform === 'win32' ? 40 : 1; ; tries--)
    try {
      renameSync(from, to)
      return
    } catch (error) {
      if (tries <= 1 || !heldCodes.includes((error as NodeJS.ErrnoException).code ?? '')) throw error
      pause(50)
    }
}

/** Whether another program, or the file's own protection, keeps us from changing it. */
export function isHeld(path: string): boolean {
  try {
    closeSync(openSync(path, 'r+'))
    return false
  } catch (error) {
    return heldCodes.includes((error as NodeJS.ErrnoException).code ?? '')
  }
}
