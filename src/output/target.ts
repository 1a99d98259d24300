/** A file to write in; out, where it may go without touching what somebody edited or has open. */
import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Finding } from '../findings/finding.ts'
import { hashOf, isHeld } from './journal.ts'
import { agreementName } from './record.ts'

/** Hashes of the files of a folder as they were last written, by name. */
export type Known = Readonly<Record<string, string>>

export interface Target {
  readonly name: string
  /** `kept` means that what stands at the file's own name was left alone. */
  readonly how: 'written' | 'unchanged' | 'kept'
  /** The hash of what stands at `name` now; null when nothing does. */
  readonly was: string | null
  readonly finding?: Finding
}

/**
 * Where a file may go: its own name, unless what stands there is not as we wrote it, is open in another program, or is the
 * file that came back (`isBack`), which stays even where it is word for word one of ours.
 */
export function targetFor(folder: string, file: string, hash: string, known: Known, isBack = false): Target {
  const path = join(folder, file)
  const was = hashOf(path)
  if (was === null) return { name: file, how: 'written', was }
  if (was === hash) return { name: file, how: 'unchanged', was }
  const isOurs = !isBack && Object.values(known).includes(was)
  const marker = openMarker(join(folder, file))
  if (isOurs && marker === undefined && !isHeld(path)) return { name: file, how: 'written', was }
  const beside = freeName(folder, file, known)
  const finding = isBack
    ? cameBack(path, beside.name)
    : isOurs
      ? openElsewhere(path, beside.name, marker)
      : (known[file] === undefined ? unrecorded : edited)(path, beside.name)
  return { ...beside, how: 'kept', finding }
}

/**
 * The file by which Word or LibreOffice says that it has a document open; undefined where there is none. Word puts `~$`
 * before a short name, and in place of the first one or two letters of a longer one.
 */
export function openMarker(path: string): string | undefined {
  const name = basename(path)
  const letters = basename(name, extname(name)).length
  const kept = name.slice(Math.min(Math.max(letters - 6, 0), 2))
  return [`~$${kept}`, `.~lock.${name}#`].find(marker => existsSync(join(dirname(path), marker)))
}

/** `agreement (new).docx`, or the first `(new 2)`, `(new 3)` that nobody has edited. */
function freeName(folder: string, file: string, known: Known): { name: string; was: string | null } {
  const stem = basename(file, extname(file))
  for (let n = 1; ; n++) {
    const name = join(dirname(file), `${stem} (new${n === 1 ? '' : ` ${n}`})${extname(file)}`)
    const was = hashOf(join(folder, name))
    if (was === null || was === known[name]) return { name, was }
  }
}

const cameBack = (path: string, beside: string): Finding => ({
  code: 'OUT-08',
  severity: 'warning',
  message: `${path} is the file that came back, so it was left alone. The new one is “${beside}”, beside it.`,
  hint: 'Read the new one. Then move the old one away and run again, or give the new one its name.',
})

const edited = (path: string, beside: string): Finding => ({
  code: 'OUT-02',
  severity: 'warning',
  message: `${path} was edited since it was written, so it was left alone. The new one is “${beside}”, beside it.`,
  hint:
    basename(path) === agreementName
      ? 'To keep the edits, run concordat amend with --from and that file. Otherwise move it away and run again.'
      : 'Carry the edits over by hand, or move the edited file away and run again.',
})

/** Nobody can tell an edited file from one as it was written once the record that would say so is gone. */
const unrecorded = (path: string, beside: string): Finding => ({
  code: 'OUT-02',
  severity: 'warning',
  message: `No record says how ${path} was written, so nobody can tell whether it was edited, and it was left alone. The new one is “${beside}”, beside it.`,
  hint: 'If record.json was deleted or damaged, put it back from a copy and run again. Otherwise compare the two, carry over what was written by hand, move the old one away and run again.',
})

const openElsewhere = (path: string, beside: string, marker: string | undefined): Finding => ({
  code: 'OUT-03',
  severity: 'warning',
  message: `${path} is open in another program or protected, so it was left alone. The new one is “${beside}”, beside it.`,
  hint:
    marker === undefined
      ? 'Close it, or take its protection off, and run again.'
      : `Close it and run again. If nobody has it open, delete “${marker}” beside it.`,
})
