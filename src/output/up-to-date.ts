/** What a run would make of an intake in, whether the output folder holds exactly that already out. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf } from './journal.ts'
import { type OutputRecord, readRecord } from './record.ts'

/** All that decides the files of a partnership. */
export type Inputs = Pick<OutputRecord, 'program' | 'templates' | 'made'>

/** The folders below `out` by the hash of the intake that each was made from. */
export function foldersByIntake(out: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const entry of foldersIn(out)) {
    const record = readRecord(join(out, entry))
    if (record) found.set(record.intake.sha256, entry)
  }
  return found
}

function foldersIn(out: string): readonly string[] {
  try {
    return readdirSync(out, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => entry.name)
      .sort()
  } catch {
    // No folder yet, or none that can be read, which writing will say.
    return []
  }
}

/** The record of a folder, if what was made there was made from these inputs and each file still stands as it was written. */
export function recordIfUpToDate(
  folder: string,
  intakeHash: string,
  inputs: Inputs,
): OutputRecord | undefined {
  const record = readRecord(folder)
  if (!record || record.intake.sha256 !== intakeHash) return undefined
  if (record.program !== inputs.program || record.templates !== inputs.templates) return undefined
  if (inputs.made === undefined || record.made !== inputs.made) return undefined
  return Object.entries(record.files).every(([name, hash]) => isAsWritten(join(folder, name), hash))
    ? record
    : undefined
}

/** Whether a file is as it was written. One that cannot be opened is for the writing to tell. */
function isAsWritten(path: string, hash: string): boolean {
  try {
    return hashOf(path) === hash
  } catch {
    return false
  }
}
