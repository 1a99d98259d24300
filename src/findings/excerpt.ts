/** Shows one line of a file with a caret under the place, cut to a width a terminal can show. */
import type { Place } from './finding.ts'

const maxWidth = 100
const tabWidth = 4
/** More UTF-16 units than a shown part ever needs: each character has few, and takes a column. */
const mostUnits = 100 * maxWidth

/** The source line and the line of carets below it, or undefined when the place is outside the text. */
export function excerpt(
  text: string,
  { start, end }: Place,
): readonly [line: string, carets: string] | undefined {
  const line = lineOf(text, start.line)
  if (line === undefined || start.column > line.length + 1) return undefined
  const endColumn =
    end && end.line === start.line ? Math.min(end.column, line.length + 1) : line.trimEnd().length + 1
  const before = line.slice(0, start.column - 1)
  const marked = line.slice(start.column - 1, Math.max(endColumn - 1, start.column))
  const after = line.slice(start.column - 1 + marked.length)
  // A line may hold a megabyte, and no more of it is shown than the terminal is wide.
  return cut(
    visible(before.slice(-mostUnits)),
    visible(marked.slice(0, mostUnits)),
    visible(after.slice(0, mostUnits)),
  )
}

function lineOf(text: string, number: number): string | undefined {
  let start = 0
  for (let line = 1; line < number; line++) {
    start = text.indexOf('\n', start) + 1
    if (start === 0) return undefined
  }
  const end = text.indexOf('\n', start)
  return text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '')
}

/** Keeps the marked part in view: what is too long goes, with … in its place. */
function cut(before: string[], marked: string[], after: string[]): readonly [string, string] {
  let [left, middle, right] = [before, marked, after]
  const room = maxWidth - 2
  if (widthOf(middle) > room) middle = [...takeWidth(middle, room - 1), '…']
  if (widthOf(left) + widthOf(middle) > room) {
    const keep = Math.max(0, Math.min(20, room - widthOf(middle) - 1))
    left = ['…', ...takeWidth(left.toReversed(), keep).toReversed()]
  }
  const space = maxWidth - widthOf(left) - widthOf(middle)
  if (widthOf(right) > space) right = [...takeWidth(right, Math.max(0, space - 1)), '…']
  const carets = `${' '.repeat(widthOf(left))}${'^'.repeat(Math.max(1, widthOf(middle)))}`
  return [[...left, ...middle, ...right].join('').trimEnd(), carets]
}

function takeWidth(characters: readonly string[], width: number): string[] {
  const taken: string[] = []
  let used = 0
  for (const character of characters) {
    used += columnsOf(character)
    if (used > width) break
    taken.push(character)
  }
  return taken
}

const widthOf = (characters: readonly string[]): number =>
  characters.reduce((sum, c) => sum + columnsOf(c), 0)

/** Characters as a terminal may safely show them: tabs as blanks, controls and direction marks as a box. */
function visible(text: string): string[] {
  return Array.from(text).flatMap(character => {
    if (character === '\t') return Array.from(' '.repeat(tabWidth))
    return [unsafe.test(character) ? '\ufffd' : character]
  })
}

const unsafe = /[\p{Cc}\p{Cs}\p{Co}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u

/** Text of a message made safe for a terminal: no control characters, no marks that turn the reading direction. */
export const safeText = (text: string): string => text.replace(new RegExp(unsafe.source, 'gu'), '\ufffd')

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u
const columnsOf = (character: string): number =>
  /^[\p{Mn}\p{Me}\u200b-\u200d\ufeff]$/u.test(character) ? 0 : wide.test(character) ? 2 : 1
