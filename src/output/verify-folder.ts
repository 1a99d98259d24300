/** A partnership's folder in; out, which files are as they were written, edited, missing, not to be opened, or none of ours. */
import { existsSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { hashOf } from './journal.ts'
import { filesOf, type OutputRecord, readRecord, recordName } from './record.ts'

export type FileState = 'untouched' | 'edited' | 'missing' | 'unreadable' | 'foreign'

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
    const state = stateOf(join(folder, name), hash)
    const label = older.get(name)
    return { name, state, ...(label !== undefined && { of: label }) }
  })
  const foreign = filesIn(folder)
    .filter(name => !(name in record.files) && !isOurs(name))
    .map(name => ({ name, state: 'foreign' as const }))
  return { record, files: [...known, ...foreign] }
}

function stateOf(path: string, recorded: string): FileState {
  try {
    const now = hashOf(path)
    return now === null ? 'missing' : now === recorded ? 'untouched' : 'edited'
  } catch {
    // Nobody may open it, or a folder stands in its place.
    return 'unreadable'
  }
}

/** A record without the old files that somebody deleted, as was asked: they are not missing. */
function withoutGone(folder: string, record: OutputRecord): OutputRecord {
  const gone = (record.stale ?? []).filter(name => !existsSync(join(folder, name)))
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
