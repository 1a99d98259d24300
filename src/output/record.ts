/** `record.json`: what was written into a folder and from what, so that a later run knows its own files from edited ones. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

export const recordName = 'record.json'

const version = z.object({
  /** The hash of what the agreement was generated as; its text stands in `versions/`. */
  model: z.string(),
  label: z.string(),
  /** For an amendment: the version it was made from, and the hash of the Word file that came back. */
  from: z.object({ model: z.string(), file: z.string() }).optional(),
  /** The documents that were written with it. */
  files: z.array(z.string()).optional(),
})

/** One version of an agreement that was written. */
export type VersionEntry = z.infer<typeof version>

/** The agreement's file in a partnership's folder. */
export const agreementName = 'partnership-agreement.docx'

/** The documents that were written with a version. A draft or pack does not record them: it writes the agreement anew. */
export const filesOf = ({ files = [agreementName] }: VersionEntry): readonly string[] => files

const counts = z.object({ error: z.int(), warning: z.int(), gap: z.int(), note: z.int() })

const recordFile = z.object({
  format: z.literal(1),
  program: z.string(),
  reference: z.string(),
  intake: z.object({ file: z.string(), sha256: z.string() }),
  templates: z.string(),
  files: z.record(z.string(), z.string()),
  /** Oldest first. */
  versions: z.array(version).optional(),
  /** The files among them that hold edits somebody made by hand. */
  edited: z.array(z.string()).optional(),
  /** The files among them that an earlier run wrote and a later one should have replaced but could not make. */
  stale: z.array(z.string()).optional(),
  /** What a sign-off pack was found to be, by the last run that made one; absent where there was none. */
  pack: z
    .object({
      ready: z.boolean(),
      findings: counts,
      agreement: z.string(),
      /** The hash of what its agreement was generated as. */
      model: z.string().optional(),
    })
    .optional(),
  /** The command and whatever of its options decided the files, the as-at date where it counts. */
  made: z.string().optional(),
  /** How many questions were still to answer. */
  open: z.int().optional(),
  /** How many conflicts of answers the documents mark. */
  conflicts: counts.optional(),
})

export type OutputRecord = z.infer<typeof recordFile>

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** The record of a folder, or undefined when there is none that can be read. */
export function readRecord(folder: string): OutputRecord | undefined {
  try {
    return recordFile.parse(JSON.parse(readFileSync(join(folder, recordName), 'utf8')))
  } catch {
    return undefined
  }
}

/** Whether a file stands where a folder keeps its record, whatever is in it. */
export const hasRecordFile = (folder: string): boolean => existsSync(join(folder, recordName))

/** Where what an agreement was generated as is kept, in a partnership's folder. */
export const versionName = (model: string): string => `versions/${model}.json`

/** What is kept of a version, or undefined when it is not there. */
export function readVersion(folder: string, model: string): string | undefined {
  try {
    const text = readFileSync(join(folder, versionName(model)), 'utf8')
    return sha256(text) === model ? text : undefined
  } catch {
    return undefined
  }
}

export const recordBytes = (record: OutputRecord): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`)
