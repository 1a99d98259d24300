/** A set of files and the folder they belong in; afterwards all of them stand there, or none does. */
import { mkdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Finding, Outcome } from '../findings/finding.ts'
import { abandon, commit, hashOf, openStaging, recover, type Staged, stage } from './journal.ts'
import { olderPapers } from './lineage.ts'
import { takeLock } from './lock.ts'
import {
  type OutputRecord,
  readRecord,
  recordBytes,
  recordName,
  sha256,
  type VersionEntry,
} from './record.ts'
import { busy, carried, otherPartnership, outdated, reason, refusal } from './refusals.ts'
import { type Target, targetFor } from './target.ts'

export interface OutputFile {
  /** May name a folder inside the partnership's own, such as `versions/`. */
  readonly name: string
  readonly bytes: Uint8Array
  /** For the program's own use, so nobody is told of it. */
  readonly own?: boolean
}
export interface Written {
  readonly path: string
  /** `kept` means that the file on disk had been edited or is open, and the new one is at `path` beside it. */
  readonly how: Target['how']
}

/** What is said of a set besides the hashes of its files. */
export interface SetRecord extends Omit<OutputRecord, 'files' | 'versions' | 'edited' | 'stale'> {
  /** The version of the agreement that the set holds. */
  readonly version?: VersionEntry
  /** Which of the files hold edits made by hand. A run without them leaves such a file alone. */
  readonly edited?: readonly string[]
  /** Whether those edits are in the files of this run too, so that they may take the place of those that stand there. */
  readonly carriesEdits?: boolean
  /** Files that belong to the set and could not be made this time. One that an earlier run left is said to be old. */
  readonly notMade?: readonly string[]
  /** Files that are never replaced, whatever stands in them, by their names in the folder. */
  readonly leave?: readonly string[]
  /** Whether what was found of an earlier pack counts no longer, for there is no agreement now. */
  readonly endsPack?: boolean
}

/** Writes the files into `out/name` with a record of them. Findings say what was left alone, and why nothing was written. */
export async function writeSet(
  out: string,
  name: string,
  files: readonly OutputFile[],
  record: SetRecord,
): Promise<Outcome<readonly Written[]>> {
  const folder = join(out, name)
  try {
    makeFolder(folder)
    if (leadsOut(realpathSync(out), realpathSync(folder)))
      return refusal(`${folder} leads outside ${out}, so nothing was written there.`)
    const lock = takeLock(folder)
    if ('heldBy' in lock) return busy(folder, lock.heldBy)
    try {
      recover(folder)
      return await writeInto(folder, files, record)
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

async function writeInto(
  folder: string,
  files: readonly OutputFile[],
  record: SetRecord,
): Promise<Outcome<readonly Written[]>> {
  const before = readRecord(folder)
  if (before && before.reference !== record.reference) return otherPartnership(folder, before.reference)
  const known = before?.files ?? {}
  // What is never replaced is not replaced under its second name, `(new)`, either.
  const ours = Object.fromEntries(Object.entries(known).filter(([name]) => !record.leave?.includes(name)))
  const hashes: Record<string, string> = { ...known }
  const findings: Finding[] = []
  const written: Written[] = []
  const places = new Map<string, string>()
  const staged: Staged[] = []
  for (const { name } of files) {
    const place = dirname(join(folder, name))
    makeFolder(place)
    if (leadsOut(realpathSync(folder), realpathSync(place)))
      return refusal(`${place} leads outside ${folder}, so nothing was written there.`)
  }
  openStaging(folder)
  for (const { name, bytes, own } of files) {
    const hash = sha256(bytes)
    const holdsEdits = before?.edited?.includes(name) === true && !record.carriesEdits
    const isLeft = record.leave?.includes(name) === true
    const target = targetFor(folder, name, hash, holdsEdits ? without(ours, name) : ours, isLeft)
    if (target.finding) findings.push(holdsEdits ? carried(join(folder, name), target.name) : target.finding)
    places.set(name, target.name)
    if (!own) written.push({ path: join(folder, target.name), how: target.how })
    hashes[target.name] = hash
    if (target.how === 'unchanged') continue
    stage(folder, target.name, bytes)
    staged.push({ name: target.name, was: target.was })
  }
  const { version, edited = [], notMade = [], carriesEdits: _, leave: __, endsPack, ...said } = record
  const old = notMade.filter(name => hashOf(join(folder, name)) !== null)
  findings.push(...old.map(name => outdated(join(folder, name))))
  const replaced = written.filter(({ how }) => how !== 'kept').map(({ path }) => relative(folder, path))
  const stillEdited = [...(before?.edited ?? []).filter(name => !replaced.includes(name)), ...edited]
  const leftStale = (before?.stale ?? []).filter(name => !replaced.includes(name))
  const gone = leftStale.filter(name => hashOf(join(folder, name)) === null)
  // Whoever deleted such a file did as the program had asked.
  for (const name of gone) delete hashes[name]
  const stale = [...leftStale.filter(name => !gone.includes(name)), ...old]
  const went = version?.files?.map(name => places.get(name) ?? name)
  if (went) findings.push(...olderPapers(folder, before?.versions ?? [], went))
  const versions = withVersion(
    before?.versions ?? [],
    version && { ...version, ...(went && { files: went }) },
  )
  stage(
    folder,
    recordName,
    recordBytes({
      // Another command in the same folder does not undo what was found of its pack.
      ...(before?.pack && !endsPack ? { pack: before.pack } : {}),
      ...said,
      files: hashes,
      ...(versions.length > 0 ? { versions: [...versions] } : {}),
      ...(stillEdited.length > 0 ? { edited: [...new Set(stillEdited)].sort() } : {}),
      ...(stale.length > 0 ? { stale: [...new Set(stale)].sort() } : {}),
    }),
  )
  await commit(folder, [...staged, { name: recordName, was: hashOf(join(folder, recordName)) }])
  return { value: written, findings }
}

/** The hashes that count as ours, without those of one file: so it is found edited. */
const without = (known: Readonly<Record<string, string>>, name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(known).filter(([one, hash]) => one !== name && hash !== known[name]))

/** The versions with one more, unless the last is the same: drafting twice makes one version. */
function withVersion(
  before: readonly VersionEntry[],
  version: VersionEntry | undefined,
): readonly VersionEntry[] {
  const isSame = isDeepStrictEqual(before.at(-1), version)
  return version && !isSame ? [...before, version] : before
}
