/** A partnership's folder in; out, which files are as they were written, edited, missing, or none of ours. */
import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { hashOf } from './journal.ts'
import { type OutputRecord, readRecord, recordName } from './record.ts'

export type FileState = 'untouched' | 'edited' | 'missing' | 'foreign'

export interface Verified {
  readonly record: OutputRecord
  /** The recorded files in the record's order, then the foreign ones by name. */
  readonly files: readonly {
    readonly name: string
    readonly state: FileState
    /** The version it was written with, where that is not the latest. */
    readonly of?: string
  }[]
}

/** Compares a folder with its record; undefined when it holds none that can be read. Writes nothing. */
export function verifyFolder(folder: string): Verified | undefined {
  const record = readRecord(folder)
  if (!record) return undefined
  const older = papersOfEarlier(record)
  const known = Object.entries(record.files).map(([name, hash]) => {
    const now = hashOf(join(folder, name))
    const state: FileState = now === null ? 'missing' : now === hash ? 'untouched' : 'edited'
    const label = older.get(name)
    return { name, state, ...(label !== undefined && { of: label }) }
  })
  const foreign = filesIn(folder)
    .filter(name => !(name in record.files) && !isOurs(name))
    .map(name => ({ name, state: 'foreign' as const }))
  return { record, files: [...known, ...foreign] }
}

/** The documents that were last written with a version before the latest, each with its label. */
function papersOfEarlier({ versions = [] }: OutputRecord): ReadonlyMap<string, string> {
  const latest = versions.at(-1)
  const written = versions.flatMap(({ label, files = [] }) => files.map(name => [name, label] as const))
  // A draft or pack records its version without its files, and writes the agreement anew.
  const isOfLatest = (name: string): boolean =>
    latest?.files === undefined ? name === 'partnership-agreement.docx' : latest.files.includes(name)
  return new Map(written.filter(([name]) => !isOfLatest(name)))
}

/** What the program keeps for itself, and the marks by which Word and LibreOffice say that a document is open. */
const isOurs = (name: string): boolean =>
  name === recordName || name.startsWith('.concordat') || /(?:^|\/)(?:~\$|\.~lock\.)/.test(name)

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
