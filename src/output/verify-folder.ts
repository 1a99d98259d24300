/** A partnership's folder in; out, which files are as they were written, edited, missing, or none of ours. */
import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { hashOf } from './journal.ts'
import { filesOf, type OutputRecord, readRecord, recordName } from './record.ts'

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
  const read = readRecord(folder)
  if (!read) return undefined
  const record = withoutGone(folder, read)
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

/** A record without the old files that somebody deleted, as was asked: they are not missing. */
function withoutGone(folder: string, record: OutputRecord): OutputRecord {
  const gone = (record.stale ?? []).filter(name => hashOf(join(folder, name)) === null)
  if (gone.length === 0) return record
  return {
    ...record,
    files: Object.fromEntries(Object.entries(record.files).filter(([name]) => !gone.includes(name))),
    stale: record.stale!.filter(name => !gone.includes(name)),
  }
}

/** The documents that were last written with a version before the latest, each with its label. */
function papersOfEarlier({ versions = [] }: OutputRecord): ReadonlyMap<string, string> {
  const latest = versions.at(-1)
  const written = versions.flatMap(version => filesOf(version).map(name => [name, version.label] as const))
  return new Map(written.filter(([name]) => latest && !filesOf(latest).includes(name)))
}

/** What the program keeps for itself, and the marks by which Word and LibreOffice say that a document is open. */
const isOurs = (name: string): boolean =>
  name === recordName || name.startsWith('.concordat') || /(?:^|\/)(?:~\$|\.~lock\.)/.test(name)

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
