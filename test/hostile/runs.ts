/**
 * A run of hostile strings through an example: what is to be true of the agreement whose every text answer is one of them.
 * `npm test` makes one run of each example, and the slow tests a second with other strings in other places.
 */
import { describe, expect, test } from 'vitest'
import { linesOfText, linesOfWord } from '../agreements/document-lines.ts'
import { type Drafted, draftText, type ExampleName, examples } from '../support/draft.ts'
import { allHostileStrings } from '../support/hostile-strings.ts'
import { hostileTexts } from '../support/hostile-texts.ts'
import { lintDocx } from '../support/lint-docx.ts'
import { fillExample, type Place } from './fill.ts'
import { expectLetterForLetter, harmless } from './letters.ts'
import { printedIn, type Spot, skeletonOf } from './skeleton.ts'

const longer = [...hostileTexts, ...allHostileStrings]

/** Where a run starts among the strings: steps share no factor with the counts, so strings come to other places. */
const startOf = (name: ExampleName, turn: 0 | 1): number => examples.indexOf(name) * 67 + turn * 131

const pick =
  (start: number) =>
  ({ kind }: Place, at: number) => {
    const list = kind === 'long' ? longer : allHostileStrings
    return list[(start + at) % list.length]!
  }

/** The Word file of each example's run: the largest of them alone holds every string. */
export const files: Record<string, Uint8Array> = {}

/** Where each string was printed, over all runs. */
export const spots = new Map<string, Set<Spot>>()

function noteSpots({ document }: Drafted, typed: ReadonlyMap<string, string>): void {
  for (const { path, spot } of printedIn(document)) {
    const text = typed.get(path)
    if (text !== undefined) spots.set(text, (spots.get(text) ?? new Set()).add(spot))
  }
}

/** Makes a run of each example. */
export function tryHostileStrings(turn: 0 | 1): void {
  describe.each(examples)('hostile strings as every text of %s', name => {
    const filled = fillExample(name, pick(startOf(name, turn)))
    const draft = draftText(filled.yaml)
    noteSpots(draft, filled.typed)

    test('are read as they were typed, with no more than warnings', () => {
      const codes = new Set(
        draft.findings.filter(f => f.severity !== 'gap').map(f => `${f.severity} ${f.code}`),
      )
      // The food network's disputed answer is its own.
      const expected = ['warning TXT-01', 'warning YAML-04', 'warning CONF-01']
      expect([...codes].filter(code => !expected.includes(code))).toEqual([])
    })

    test('come back letter for letter, in the text and in Word', () => {
      expectLetterForLetter(draft, filled)
    })

    test('make no structure', () => {
      const plain = fillExample(name, (place, at) => harmless(filled.typed.get(place.path)!, place, at))
      expect(skeletonOf(draft.document)).toEqual(skeletonOf(draftText(plain.yaml).document))
    })

    test('make a sound Word file that says what the text says', () => {
      files[name] ??= draft.docx
      expect(linesOfWord(draft.docx)).toEqual(linesOfText(draft.text))
      expect(lintDocx(draft.docx)).toEqual([])
    })
  })
}
