/** Takes the bytes of a file, gives its text, or says why it is not text that can be read as an intake. */
import type { Finding, Outcome } from '../../findings/finding.ts'
import { limits } from '../yaml-limits.ts'

/** Decodes an intake: at most 1 MB of UTF-8. A byte-order mark is dropped and old Mac line endings become new ones. */
export function decodeIntake(file: string, bytes: Uint8Array): Outcome<string> {
  // First what it is: that a Word file is too long is no help to whoever gave the wrong file.
  const format = foreignFormat(bytes)
  if (format) {
    return failure(file, 'FILE-03', `This is ${format}, not plain text in UTF-8`, {
      hint: format.startsWith('text')
        ? 'Save the answers as plain text with the encoding UTF-8'
        : 'Give the intake, the text file with the answers. What was edited in Word is carried over by concordat amend with --from',
    })
  }
  if (bytes.length > limits.bytes) {
    const size = `${(bytes.length / 1_000_000).toFixed(1)} MB`
    return failure(file, 'FILE-02', `This file holds ${size}; an intake may hold at most 1 MB`, {
      hint: 'Keep long attachments in files of their own and name them in the answer',
    })
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { value: text.replace(/\r(?!\n)/g, '\n'), findings: [] }
  } catch {
    const { line, column, byte } = firstBadByte(bytes)
    const name = `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`
    return failure(file, 'FILE-03', `The character here (byte ${name}) is not in UTF-8`, {
      hint: 'Save the file again as plain text with the encoding UTF-8; look at accents, £ signs and curly quotes',
      line,
      column,
    })
  }
}

/** The text for the source lines of a report, whatever the bytes: what cannot be decoded shows as boxes. */
export const textForReport = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8').decode(bytes).replace(/\r(?!\n)/g, '\n')

function failure(
  file: string,
  code: 'FILE-02' | 'FILE-03',
  message: string,
  { hint, line = 1, column = 1 }: { hint: string; line?: number; column?: number },
): Outcome<string> {
  const place = { file, start: { line, column }, end: { line, column: column + 1 } }
  const finding: Finding = { code, severity: 'error', message, hint, place }
  return { findings: [finding] }
}

function foreignFormat(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes
  const head = String.fromCharCode(...bytes.subarray(0, 4))
  if (head === 'PK\x03\x04') return 'a Word, Excel or zip file'
  if (head === '%PDF') return 'a PDF file'
  if (head === '\xd0\xcf\x11\xe0') return 'an old Word or Excel file'
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'text in UTF-16'
  if (bytes.length > 3 && (a === 0) !== (b === 0) && (bytes[2] === 0) === (a === 0)) return 'text in UTF-16'
  return undefined
}

/** Decodes line by line, since a newline byte never stands inside a longer UTF-8 character. */
function firstBadByte(bytes: Uint8Array): { line: number; column: number; byte: number } {
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start)
    const end = newline < 0 ? bytes.length : newline
    const good = wellFormedLength(bytes.subarray(start, end))
    if (good < end - start) {
      const column = new TextDecoder('utf-8').decode(bytes.subarray(start, start + good)).length + 1
      return { line, column, byte: bytes[start + good]! }
    }
    start = end + 1
  }
  return { line: 1, column: 1, byte: bytes[0] ?? 0 }
}

function wellFormedLength(bytes: Uint8Array): number {
  const isGood = (length: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true })
      return true
    } catch {
      return false
    }
  }
  if (isGood(bytes.length)) {
    // Cut off inside a character: the longest start that decodes whole.
    for (let length = bytes.length; length > 0; length--) {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length))
        return length
      } catch {}
    }
    return 0
  }
  let low = 0
  let high = bytes.length
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if (isGood(middle)) low = middle
    else high = middle
  }
  // `low` bytes decode as a stream, but the last of them may be the start of the bad character.
  let whole = low
  while (whole > 0 && (bytes[whole - 1]! & 0xc0) === 0x80) whole--
  const lead = whole > 0 ? bytes[whole - 1]! : 0
  const need = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1
  return need > 1 && low - (whole - 1) < need ? whole - 1 : low
}
