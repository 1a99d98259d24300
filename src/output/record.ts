/** `record.json`: what was written into a folder and from what, so that a later run knows its own files from edited ones. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

export const recordName = 'record.json'

const recordFile = z.object({
  format: z.literal(1),
  program: z.string(),
  reference: z.string(),
  intake: z.object({ file: z.string(), sha256: z.string() }),
  templates: z.string(),
  files: z.record(z.string(), z.string()),
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

export const recordBytes = (record: OutputRecord): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`)
