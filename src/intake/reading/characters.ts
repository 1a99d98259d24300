/** Finds characters that Word cannot hold or that could mislead a reader, and shows them in a way that can be read. */
import type { Scalar } from './tree.ts'

/**
 * Control characters other than tab and newline, U+FFFE and U+FFFF, half surrogate pairs, private use, and the
 * marks that turn the reading direction. A text with one of these is refused.
 */
const faulty =
  /[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf8ff\ufffe\uffff\u{f0000}-\u{10ffff}]/u

/** Leftovers of Windows-1252 text (U+0092 was an apostrophe): legal, but print as nothing. */
const suspect = /[\u007f-\u009f]/u

type Badness = 'faulty' | 'suspect'

/** Says whether one character (a code point as text) is faulty or suspect. */
const judgeCharacter = (character: string): Badness | undefined =>
  faulty.test(character) ? 'faulty' : suspect.test(character) ? 'suspect' : undefined

/** True when a text holds nothing that reading would refuse. */
export const isPrintable = (text: string): boolean => !faulty.test(text)

/** A code point in the usual form: `U+FFFE`. */
export const nameCharacter = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

/** The text with every faulty character shown as `[U+FFFE]`, so that nothing is dropped. */
export function showCharacters(text: string): string {
  if (isPrintable(text)) return text
  return Array.from(text, character =>
    faulty.test(character) ? `[${nameCharacter(character)}]` : character,
  ).join('')
}

interface BadCharacter {
  readonly badness: Badness
  readonly name: string
  /** Where it stands in the file, as typed or as an escape. */
  readonly start: number
  readonly end: number
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  v: '\x0b',
  f: '\f',
  e: '\x1b',
  r: '\r',
}

/** Every faulty or suspect character of an answer, at its exact place in the file. */
export function findBadCharacters(scalar: Scalar, file: string): BadCharacter[] {
  if (isPrintable(scalar.text) && !suspect.test(scalar.text)) return []
  const { start, end } = scalar.span
  const source = file.slice(start, end)
  const found: BadCharacter[] = []
  const note = (character: string, index: number, length: number) => {
    const badness = judgeCharacter(character)
    if (badness) {
      const from = start + index
      found.push({ badness, name: nameCharacter(character), start: from, end: from + length })
    }
  }
  const isEscaped = scalar.style === 'quoted' && source.startsWith('"')
  const parts = isEscaped ? /\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([\s\S]))|[\s\S]/giu : /[\s\S]/gu
  for (const match of source.matchAll(parts)) {
    const hex = match[1] ?? match[2] ?? match[3]
    const code = hex === undefined ? undefined : Number.parseInt(hex, 16)
    if (code !== undefined)
      note(code <= 0x10ffff ? String.fromCodePoint(code) : '', match.index, match[0].length)
    else if (match[4] !== undefined) note(escapes[match[4]] ?? '', match.index, match[0].length)
    else if (match[0] !== '\r') note(match[0], match.index, match[0].length)
  }
  // A surrogate pair written as two escapes is one good character.
  if (found.every(bad => /^U\+D[89A-F]/.test(bad.name)) && isPrintable(scalar.text)) return []
  return found
}
