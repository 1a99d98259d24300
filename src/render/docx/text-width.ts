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

/** The width of text in one line, as a share of the type size. */
export function textWidth(text: string, bold = false): number {
  let total = 0
  for (let at = 0; at < text.length; at++) total += widths[text.charCodeAt(at)] ?? REST
  return (total / 1000) * GENEROUS * (bold ? BOLD : 1)
}

const DATE =
  /\b\d{1,2} (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/g

/**
 * The width of the longest piece that a line should not be broken in: a word, or a day with its month. Pieces of more
 * than `limit` characters do not count.
 */
export function longestWord(text: string, bold = false, limit = Number.POSITIVE_INFINITY): number {
  let widest = 0
  for (const word of text.replace(DATE, day => `${day.trimEnd()}\u00a0`).split(/[ \t\n]+|(?<=[-–/])/))
    if (word.length <= limit) widest = Math.max(widest, textWidth(word, bold))
  return widest
}
