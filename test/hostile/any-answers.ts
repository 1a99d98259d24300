/** Any strings at all, as every text of a whole agreement, and what must then hold. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { isPrintable } from '../../src/intake/reading/characters.ts'
import { linesOfText, linesOfWord } from '../agreements/document-lines.ts'
import { anyCharacter } from '../support/any-character.ts'
import { draftText } from '../support/draft.ts'
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

/** Whatever the reader takes comes back letter for letter, and nothing else with it. */
export function anyAnswersComeBack(numRuns: number): void {
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
    { numRuns, seed: 2026, endOnFailure: true },
  )
}
