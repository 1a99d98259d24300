/** A set of files and the folder they belong in; afterwards all of them stand there, or none does. */
import { mkdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import type { Finding, Outcome } from '../findings/finding.ts'
import { abandon, commit, hashOf, openStaging, recover, type Staged, stage } from './journal.ts'
import { takeLock } from './lock.ts'
import { type OutputRecord, readRecord, recordBytes, recordName, sha256 } from './record.ts'
import { type Target, targetFor } from './target.ts'

export interface OutputFile {
  readonly name: string
  readonly bytes: Uint8Array
}
export interface Written {
  readonly path: string
  /** `kept` means that the file on disk had been edited or is open, and the new one is at `path` beside it. */
  readonly how: Target['how']
}

/** Writes the files into `out/name` with a record of them. Findings say what was left alone, and why nothing was written. */
export function writeSet(
  out: string,
  name: string,
  files: readonly OutputFile[],
  record: Omit<OutputRecord, 'files'>,
): Outcome<readonly Written[]> {
  const folder = join(out, name)
  try {
    makeFolder(folder)
    if (leadsOut(realpathSync(out), realpathSync(folder)))
      return refusal(`${folder} leads outside ${out}, so nothing was written there.`)
    const lock = takeLock(folder)
    if ('heldBy' in lock) return busy(folder, lock.heldBy)
    try {
      recover(folder)
      return writeInto(folder, files, record)
    } catch (error) {
      abandon(folder)
      throw error
    } finally {
      lock.release()
    }
  } catch (error) {
    return refusal(`${folder} cannot be written: ${reason(error)}.`)
  }
}

/** Makes a folder and those above it. Node's own recursive mkdir never returns where nothing can be made, as in /proc. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
  try {
    mkdirSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error
    makeFolder(dirname(path))
    mkdirSync(path)
  }
}

/** Whether a real path lies outside a real folder. On Windows another drive has no relative path. */
function leadsOut(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way.split(sep)[0] === '..' || isAbsolute(way)
}

function writeInto(
  folder: string,
  files: readonly OutputFile[],
  record: Omit<OutputRecord, 'files'>,
): Outcome<readonly Written[]> {
  const before = readRecord(folder)
  if (before && before.reference !== record.reference) return otherPartnership(folder, before.reference)
  const known = before?.files ?? {}
  const hashes: Record<string, string> = { ...known }
  const findings: Finding[] = []
  const written: Written[] = []
  const staged: Staged[] = []
  openStaging(folder)
  for (const { name, bytes } of files) {
    const hash = sha256(bytes)
    const target = targetFor(folder, name, hash, known)
    if (target.finding) findings.push(target.finding)
    written.push({ path: join(folder, target.name), how: target.how })
    hashes[target.name] = hash
    if (target.how === 'unchanged') continue
    stage(folder, target.name, bytes)
    staged.push({ name: target.name, was: target.was })
  }
  stage(folder, recordName, recordBytes({ ...record, files: hashes }))
  commit(folder, [...staged, { name: recordName, was: hashOf(join(folder, recordName)) }])
  return { value: written, findings }
}

const refusal = (message: string): Outcome<never> => ({
  findings: [
    { code: 'OUT-01', severity: 'error', message, hint: 'Choose a folder you may write to with --out.' },
  ],
})

const busy = (folder: string, holder: string): Outcome<never> => ({
  findings: [
    {
      code: 'OUT-04',
      severity: 'error',
      message: `${folder} is being written by ${holder}.`,
      hint: 'Wait for it to finish. If nothing is running, delete .concordat.lock in that folder.',
    },
  ],
})

const otherPartnership = (folder: string, reference: string): Outcome<never> => ({
  findings: [
    {
      code: 'OUT-05',
      severity: 'error',
      message: `${folder} holds the documents of another partnership, “${reference}”, so nothing was written there.`,
      hint: 'Give each partnership its own reference, or move that folder away.',
    },
  ],
})

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not write here',
  EPERM: 'you may not write here',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  ENOTDIR: 'part of the path is a file, not a folder',
  EEXIST: 'a file stands where the folder should be',
  EISDIR: 'a folder stands where a file should be',
  ENOENT: 'there is no such place',
  ELOOP: 'a link in it leads to itself',
  EBUSY: 'another program has a file in it open',
  ENAMETOOLONG: 'the name is too long',
}

/** Why the system refused. What is not its refusal is our own fault and goes on up. */
function reason(error: unknown): string {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === undefined || syscall === undefined) throw error
  return reasons[code] ?? code
}
