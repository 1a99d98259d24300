/** Finished parts in, the bytes of a Word file out: the same parts always give the same bytes. */
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Parts } from './finish.ts'

/** Readers look for these two first; everything else follows by name. */
const FIRST = ['[Content_Types].xml', '_rels/.rels']

// A zip holds local time, so a date made of local parts is the same bytes in every time zone.
const ZIP_DATE = new Date(1980, 0, 1)

/** Zips the parts in a fixed order with a fixed date. */
export function zipParts(parts: Parts): Uint8Array {
  const rest = [...parts.keys()].filter(path => !FIRST.includes(path)).sort()
  const files: Zippable = {}
  for (const path of [...FIRST, ...rest]) {
    const part = parts.get(path)
    if (part === undefined) continue
    const bytes = typeof part === 'string' ? strToU8(part) : part
    // Half of a large agreement's bytes are its memory. Level 1 takes a third of the time for a tenth more room.
    files[path] = path.startsWith('customXml/') ? [bytes, { level: 1 }] : bytes
  }
  return zipSync(files, { mtime: ZIP_DATE, level: 6 })
}
