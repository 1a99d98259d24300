/** Finished parts in, the bytes of a Word file out: the same parts always give the same bytes. */
import { strToU8, zipSync } from 'fflate'
import type { Parts } from './finish.ts'

/** Readers look for these two first; everything else follows by name. */
const FIRST = ['[Content_Types].xml', '_rels/.rels']

// A zip holds local time, so a date made of local parts is the same bytes in every time zone.
const ZIP_DATE = new Date(1980, 0, 1)

/** Zips the parts in a fixed order with a fixed date. */
export function zipParts(parts: Parts): Uint8Array {
  const rest = [...parts.keys()].filter(path => !FIRST.includes(path)).sort()
  const files: Record<string, Uint8Array> = {}
  for (const path of [...FIRST, ...rest]) {
    const part = parts.get(path)
    if (part !== undefined) files[path] = typeof part === 'string' ? strToU8(part) : part
  }
  return zipSync(files, { mtime: ZIP_DATE, level: 6 })
}
