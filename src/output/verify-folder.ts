/** A partnership's folder in; out, which files are as they were written, edited, missing, or none of ours. */
import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { hashOf } from './journal.ts'
import { type OutputRecord, readRecord, recordName } from './record.ts'

export type FileState = 'untouched' | 'edited' | 'missing' | 'foreign'

export interface Verified {
  readonly record: OutputRecord
  /** The recorded files in the record's order, then the foreign ones by name. */
  readonly files: readonly { readonly name: string; readonly state: FileState }[]
}

/** Compares a folder with its record; undefined when it holds none that can be read. Writes nothing. */
export function verifyFolder(folder: string): Verified | undefined {
  const record = readRecord(folder)
  if (!record) return undefined
  const known = Object.entries(record.files).map(([name, hash]) => {
    const now = hashOf(join(folder, name))
    const state: FileState = now === null ? 'missing' : now === hash ? 'untouched' : 'edited'
    return { name, state }
  })
  const foreign = filesIn(folder)
    .filter(name => !(name in record.files) && !isOurs(name))
    .map(name => ({ name, state: 'foreign' as const }))
  return { record, files: [...known, ...foreign] }
}

/** What the program keeps for itself, and the marks by which Word and LibreOffice say that a document is open. */
const isOurs = (name: string): boolean =>
  name === recordName || name.startsWith('.concordat') || /(?:^|\/)(?:~\$|\.~lock\.)/.test(name)

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
