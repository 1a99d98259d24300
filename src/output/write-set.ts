/**
 * A set of files and the folder they belong in; afterwards all of them stand there, or none does. Files are staged
 * beside their targets, a journal names the renames, and a run that was killed is finished by the next.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { basename, extname, join, relative, sep } from 'node:path'
import type { Finding, Outcome } from '../findings/finding.ts'
import { takeLock } from './lock.ts'
import { type OutputRecord, readRecord, recordBytes, recordName, sha256 } from './record.ts'

export interface OutputFile {
  readonly name: string
  readonly bytes: Uint8Array
}
export interface Written {
  readonly path: string
  /** `kept` means that the file on disk had been edited or is open, and the new one is at `path` beside it. */
  readonly how: 'written' | 'unchanged' | 'kept'
}

const journalName = '.concordat-journal.json'
const stagingName = '.concordat-staging'

/** Writes the files into `out/name` with a record of them. Findings say what was left alone, and why nothing was written. */
export function writeSet(
  out: string,
  name: string,
  files: readonly OutputFile[],
  record: Omit<OutputRecord, 'files'>,
): Outcome<readonly Written[]> {
  const folder = join(out, name)
  try {
    mkdirSync(folder, { recursive: true })
    if (relative(realpathSync(out), realpathSync(folder)).split(sep)[0] === '..')
      return refusal(`${folder} leads outside ${out}, so nothing was written there.`)
  } catch (error) {
    return refusal(`${folder} cannot be written (${reason(error)}).`)
  }
  let lock: ReturnType<typeof takeLock>
  try {
    lock = takeLock(folder)
  } catch (error) {
    return refusal(`${folder} cannot be written (${reason(error)}).`)
  }
  if ('heldBy' in lock)
    return {
      findings: [
        {
          code: 'OUT-04',
          severity: 'error',
          message: `${folder} is being written by ${lock.heldBy}.`,
          hint: 'Wait for it to finish. If nothing is running, delete .concordat.lock in that folder.',
        },
      ],
    }
  try {
    recover(folder)
    return stageAndRename(folder, files, record)
  } catch (error) {
    if (!existsSync(join(folder, journalName))) rmSync(join(folder, stagingName), { recursive: true, force: true })
    return refusal(`${folder} cannot be written (${reason(error)}).`)
  } finally {
    lock.release()
  }
}

/** Finishes the renames of a run that was killed, or clears away what it had only staged. */
export function recover(folder: string): void {
  const journal = join(folder, journalName)
  if (existsSync(journal)) {
    for (const { from, to } of JSON.parse(readFileSync(journal, 'utf8')) as { from: string; to: string }[])
      if (existsSync(join(folder, stagingName, from))) renameSync(join(folder, stagingName, from), join(folder, to))
    rmSync(journal, { force: true })
  }
  rmSync(join(folder, stagingName), { recursive: true, force: true })
}

function stageAndRename(
  folder: string,
  files: readonly OutputFile[],
  record: Omit<OutputRecord, 'files'>,
): Outcome<readonly Written[]> {
  const before = readRecord(folder)?.files ?? {}
  const findings: Finding[] = []
  const hashes: Record<string, string> = { ...before }
  const renames: { from: string; to: string }[] = []
  const written: Written[] = []
  const staging = join(folder, stagingName)
  mkdirSync(staging)
  for (const file of files) {
    const hash = sha256(file.bytes)
    const target = targetFor(folder, file, hash, before, findings)
    written.push({ path: join(folder, target.name), how: target.how })
    if (target.name === file.name) hashes[file.name] = hash
    else hashes[target.name] = hash
    if (target.how === 'unchanged') continue
    writeDurably(join(staging, target.name), file.bytes)
    renames.push({ from: target.name, to: target.name })
  }
  writeDurably(join(staging, recordName), recordBytes({ ...record, files: hashes }))
  renames.push({ from: recordName, to: recordName })
  const journal = join(folder, journalName)
  writeDurably(`${journal}.new`, new TextEncoder().encode(JSON.stringify(renames)))
  renameSync(`${journal}.new`, journal)
  recover(folder)
  return { value: written, findings }
}

/** Where a file may go: its own name, unless what stands there is not as we wrote it or is open in Word. */
function targetFor(
  folder: string,
  file: OutputFile,
  hash: string,
  before: Readonly<Record<string, string>>,
  findings: Finding[],
): { name: string; how: Written['how'] } {
  const path = join(folder, file.name)
  const isOpen = existsSync(join(folder, `~$${file.name.slice(2)}`))
  if (!existsSync(path)) return { name: file.name, how: 'written' }
  const found = sha256(readFileSync(path))
  if (found === hash) return { name: file.name, how: 'unchanged' }
  if (found === before[file.name] && !isOpen) return { name: file.name, how: 'written' }
  const name = freeName(folder, file.name, before)
  findings.push({
    code: isOpen ? 'OUT-03' : 'OUT-02',
    severity: 'warning',
    message: isOpen
      ? `${path} is open in Word, so it was left alone. The new one is ${name}, beside it.`
      : `${path} was edited since it was written, so it was left alone. The new one is ${name}, beside it.`,
    hint: isOpen ? 'Close it in Word and run again.' : 'Carry the edits over, or move the edited file away and run again.',
  })
  return { name, how: 'kept' }
}

/** `agreement (new).docx`, or the first `(new 2)`, `(new 3)` that nobody has edited. */
function freeName(folder: string, name: string, before: Readonly<Record<string, string>>): string {
  const stem = basename(name, extname(name))
  for (let n = 1; ; n++) {
    const beside = `${stem} (new${n === 1 ? '' : ` ${n}`})${extname(name)}`
    const path = join(folder, beside)
    if (!existsSync(path) || sha256(readFileSync(path)) === before[beside]) return beside
  }
}

function writeDurably(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, 'w')
  try {
    let at = 0
    while (at < bytes.length) at += writeSync(handle, bytes, at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const refusal = (message: string): Outcome<never> => ({
  findings: [{ code: 'OUT-01', severity: 'error', message, hint: 'Choose a folder you may write to with --out.' }],
})

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not write here',
  EPERM: 'you may not write here',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'part of the path is a file, not a folder',
  EEXIST: 'a file stands where the folder should be',
  ENAMETOOLONG: 'the name is too long',
}
const reason = (error: unknown): string => {
  const code = (error as NodeJS.ErrnoException).code
  if (code === undefined) throw error
  return reasons[code] ?? code
}
