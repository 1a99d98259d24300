/**
 * Strings that break careless programs, by what they try; `hostile-strings.json` holds them, with every letter beyond ASCII
 * by its code. Each may be typed as an answer and must come back letter for letter; those in `refusedStrings` must be
 * reported instead.
 */
import { readFileSync } from 'node:fs'

const typed: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync(new URL('hostile-strings.json', import.meta.url), 'utf8'),
)

export const hostileStrings: Readonly<Record<string, readonly string[]>> = {
  ...typed,
  longWords: [
    'x'.repeat(300),
    'Wendle '.repeat(60).trim(),
    '\u0301'.repeat(40),
    '{{'.repeat(50),
    '\u{1F600}'.repeat(60),
  ],
}

/** All of them, in order. */
export const allHostileStrings: readonly string[] = Object.values(hostileStrings).flat()

/** Characters that no document may hold, each within a word: refused by the reader, with the place. */
export const refusedStrings: readonly string[] = [
  ...[0x00, 0x01, 0x07, 0x08, 0x0b, 0x0c, 0x0d, 0x0e, 0x1b, 0x1f],
  ...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069],
  ...[0xd800, 0xdbff, 0xdc00, 0xdfff],
  ...[0xe000, 0xe001, 0xe002, 0xf8ff, 0xfffe, 0xffff, 0xf0000, 0x10ffff],
].map(code => `ab${String.fromCodePoint(code)}cd`)
