/** Words in, about how wide they print out: a share of the type size, a little generous since fonts differ. */

/** Characters by width in Arial, in thousandths of the type size; whatever is not named is as wide as `x`. */
const CLASSES: readonly (readonly [number, string])[] = [
  [240, "ijl'|’‘"],
  [290, ' \u00a0.,:;!/\\ftI[]·'],
  [350, '()-r`"“”'],
  [520, 'ckszvxyJ–'],
  [680, 'ABEKPSVXYZFT&'],
  [740, 'CDHNRUw'],
  [790, 'GOQ'],
  [860, 'mM'],
  [980, 'W@%—…'],
]
const REST = 570
const BOLD = 1.09
const GENEROUS = 1.03

const widths = new Uint16Array(0x2100).fill(REST)
for (const [width, characters] of CLASSES)
  for (const character of characters) widths[character.charCodeAt(0)] = width

const widthAt = (text: string, at: number): number => widths[text.charCodeAt(at)] ?? REST

/** The width of text in one line, as a share of the type size. */
export function textWidth(text: string): number {
  let total = 0
  for (let at = 0; at < text.length; at++) total += widthAt(text, at)
  return (total / 1000) * GENEROUS
}

const SPACES = ' \t\n'
const HYPHENS = '-–/'
const DATE =
  /\b\d{1,2} (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/g

/**
 * Calls `see` with the characters and the width of each piece of a text that a line should not be broken in: a word, or
 * a day with its month.
 */
export function eachPiece(text: string, bold: boolean, see: (length: number, width: number) => void): void {
  const joined = text.replace(DATE, day => `${day.trimEnd()}\u00a0`)
  const factor = (GENEROUS * (bold ? BOLD : 1)) / 1000
  let length = 0
  let width = 0
  for (let at = 0; at <= joined.length; at++) {
    const character = joined[at] ?? ' '
    const space = SPACES.includes(character)
    if (!space) {
      length++
      width += widthAt(joined, at)
    }
    if (length > 0 && (space || HYPHENS.includes(character))) {
      see(length, width * factor)
      length = 0
      width = 0
    }
  }
}
