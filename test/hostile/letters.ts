/** A draft and what was typed in; the claim that every answer it prints says exactly what was typed. */
import { expect } from 'vitest'
import type { Drafted } from '../support/draft.ts'
import { readParagraphs } from '../support/read-docx.ts'
import type { Filled, Place } from './fill.ts'
import { printedIn } from './skeleton.ts'

/** Runs of blanks and line ends made one: all that a multi-line answer may lose. */
const squash = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** An answer of one line, typed over several: the line ends count as blanks. */
const inOneLine = (typed: string): string => typed.replace(/\n+$/, '').replace(/[ \t]*\n+[ \t]*/g, ' ')

const item = /^([ \t]*)(-[ \t]+)(?=\S)/

/** A word in place of a string, in the only shape a string may give itself: blank lines and `- ` items of a long answer. */
export function harmless(typed: string, { kind }: Place, at: number): string {
  // The stop that an answer ends with takes the place of the wording's, so it is kept.
  const word = (line: string) => `word${at}${/[.!?][”’"']?$/.exec(line)?.[0] ?? ''}`
  if (kind === 'text') return word(inOneLine(typed))
  return typed
    .split('\n')
    .map(line =>
      line.trim() === ''
        ? ''
        : `${item.exec(line)?.[0] ?? /^[ \t]*/.exec(line)![0]}${word(line.replace(/[ \t]+$/, ''))}`,
    )
    .join('\n')
}

/** What a long answer says, without the marks of its items. */
const withoutItems = (typed: string): string =>
  squash(
    typed
      .split('\n')
      .map(line => line.replace(item, '$1'))
      .join('\n'),
  )

/** Says whether printed words are an answer, once or several times over, laid out in paragraphs or in one line. */
function isAnswerOver(printed: string, typed: string): boolean {
  const forms = [withoutItems(typed), squash(typed)]
  let rest = printed
  while (rest !== '') {
    const form = forms.find(one => one !== '' && (rest === one || rest.startsWith(`${one} `)))
    if (form === undefined) return false
    rest = rest.slice(form.length + 1)
  }
  return true
}

/** Expects every typed answer that is printed to be there letter for letter: in the document, its text and its Word file. */
export function expectLetterForLetter({ docx, document, text }: Drafted, { places, typed }: Filled): void {
  const kinds = new Map(places.map(({ path, kind }) => [path, kind]))
  const inWord = readParagraphs(docx)
    .map(paragraph => paragraph.text)
    .join('\n')
  const long = new Map<string, string[]>()
  let count = 0
  for (const { path, text: printed, after } of printedIn(document)) {
    const answer = typed.get(path)
    if (answer === undefined) continue
    count++
    if (kinds.get(path) === 'text') {
      const said = inOneLine(answer)
      // The one letter that is left out: the full stop of an answer before a semicolon (0051).
      const isStopLeftOut = after.startsWith(';') && !printed.endsWith('.') && /(?<!\.)\.$/.test(said)
      expect([path, printed]).toEqual([path, isStopLeftOut ? said.slice(0, -1) : said])
    } else long.set(path, [...(long.get(path) ?? []), printed])
    expect(text.includes(printed), `${path} in the text: ${printed}`).toBe(true)
    expect(inWord.includes(printed), `${path} in Word: ${printed}`).toBe(true)
  }
  for (const [path, parts] of long) {
    const printed = squash(parts.join(' '))
    expect(
      isAnswerOver(printed, typed.get(path)!),
      `${path}: ${JSON.stringify([typed.get(path), printed])}`,
    ).toBe(true)
  }
  expect(count).toBeGreaterThan(50)
}
