/** Any strings at all, as every text of a whole agreement: whatever the reader takes comes back, and nothing else with it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPrintable } from '../../src/intake/reading/characters.ts'
import { linesOfText, linesOfWord } from '../agreements/document-lines.ts'
import { anyCharacter } from '../support/any-character.ts'
import { draftText, readIntakeText } from '../support/draft.ts'
import { lintDocx } from '../support/lint-docx.ts'
import { fillExample } from './fill.ts'
import { expectLetterForLetter, harmless } from './letters.ts'
import { skeletonOf } from './skeleton.ts'

const structure = fc.constantFrom(
  ...[
    '{',
    '}',
    '{{',
    '}}',
    '#',
    '*',
    '_',
    '`',
    '|',
    '>',
    '-',
    '- ',
    '1. ',
    '\n',
    '\n\n',
    '\t',
    ' ',
    '\\',
    '[',
    ']',
  ],
  ...[
    '(',
    ')',
    '!',
    '&',
    '<',
    ':',
    '"',
    "'",
    '~',
    '=',
    '%',
    '$',
    '0',
    'a',
    'name',
    'clauses-0',
    '\u00A0',
    '\u200B',
  ],
)
/** Any characters; ordinary text of many languages; the signs of every notation that wording passes through. */
const anyString = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: structure, minLength: 1, maxLength: 12 }),
)
const takesAsAnswer = (text: string): boolean => isPrintable(text) && text.trim() !== ''

test('answers come back letter for letter and make no structure', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.array(anyString.filter(takesAsAnswer), { minLength: 97, maxLength: 97 }), strings => {
      const filled = fillExample('flood-forum', (_, at) => strings[at % strings.length]!)
      const draft = draftText(filled.yaml)
      expectLetterForLetter(draft, filled)
      expect(linesOfWord(draft.docx)).toEqual(linesOfText(draft.text))
      expect(lintDocx(draft.docx)).toEqual([])
      const plain = fillExample('flood-forum', (place, at) =>
        harmless(filled.typed.get(place.path)!, place, at),
      )
      expect(skeletonOf(draft.document)).toEqual(skeletonOf(draftText(plain.yaml).document))
    }),
    // Shrinking a whole agreement takes minutes; the first counterexample is small enough to read.
    { numRuns: 5, seed: 2026, endOnFailure: true },
  )
})

test('what the reader refuses, it reports in its place', () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 6 })
  const refused = units.map(codes => `a${String.fromCharCode(...codes)}b`).filter(text => !isPrintable(text))
  fc.assert(
    fc.property(refused, text => {
      const filled = fillExample('food-network', ({ path }) => (path === 'vision' ? text : 'word'))
      const { value, findings } = readIntakeText(filled.yaml)
      expect(value).toBeUndefined()
      const errors = findings.filter(({ severity }) => severity === 'error')
      expect(errors.length).toBeGreaterThan(0)
      for (const { code, place } of errors) expect([code, place?.path]).toEqual(['TXT-01', 'vision'])
    }),
    { numRuns: 40, seed: 2026 },
  )
})
