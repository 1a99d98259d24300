/** Any strings at all, as every text of a whole agreement, on a few; `anything.slow.test.ts` tries many. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPrintable } from '../../src/intake/reading/characters.ts'
import { readIntakeText } from '../support/draft.ts'
import { anyAnswersComeBack } from './any-answers.ts'
import { fillExample } from './fill.ts'

test('answers come back letter for letter and make no structure', () => anyAnswersComeBack(2))

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
