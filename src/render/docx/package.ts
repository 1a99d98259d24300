/** Finished parts in, the bytes of a Word file out: the same parts give the same bytes, on one kind of machine and Node. */
import { crc32, deflateRawSync } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'
import type { Parts } from './finish.ts'

/** Readers look for these two first; everything else follows by name. */
const FIRST = ['[Content_Types].xml', '_rels/.rels']

// A zip holds local time, so a date made of local parts is the same bytes in every time zone.
const ZIP_DATE = new Date(1980, 0, 1)

const DEFLATED = 8
const STORED = 0

/** Half the time of zlib's usual 6, for files a tenth larger. */
const LEVEL = 3

/** Zips the parts in a fixed order with a fixed date. */
export function zipParts(parts: Parts): Uint8Array {
  const rest = [...parts.keys()].filter(path => !FIRST.includes(path)).sort()
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const path of [...FIRST, ...rest]) {
    const part = parts.get(path)
    if (part !== undefined) addPart(zip, path, part)
  }
  zip.end()
  return Buffer.concat(chunks)
}

function addPart(zip: Zip, path: string, part: string | Uint8Array): void {
  const { deflated, size, crc } = pressed(path, part)
  const file: ZipInputFile = {
    filename: path,
    compression: path.endsWith('.png') ? STORED : DEFLATED,
    mtime: ZIP_DATE,
    size,
    crc,
  }
  zip.add(file)
  file.ondata!(null, new Uint8Array(deflated), true)
}

/** What zlib made of a part. fflate's own deflating, in JavaScript, takes some ten times as long. */
interface Pressed {
  readonly part: string | Uint8Array
  readonly deflated: Uint8Array
  /** In bytes, before deflating. */
  readonly size: number
  readonly crc: number
}

/** How each part that is text was last pressed, by path: short ones are mostly the same in every document, such as the styles. */
const lastPressed = new Map<string, Pressed>()
const LONGEST_KEPT = 100_000

function pressed(path: string, part: string | Uint8Array): Pressed {
  const before = lastPressed.get(path)
  if (before?.part === part) return before
  const bytes = typeof part === 'string' ? Buffer.from(part) : part
  // A picture is small already.
  const deflated = path.endsWith('.png') ? bytes : deflateRawSync(bytes, { level: LEVEL })
  const made = { part, deflated, size: bytes.length, crc: crc32(bytes) }
  if (typeof part === 'string' && part.length < LONGEST_KEPT) lastPressed.set(path, made)
  return made
}
