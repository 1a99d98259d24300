/** Everything that the Code asks for is met somewhere, or is out of scope with a reason; each place is there, and a test shows it. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { coverageOf } from '../tools/coverage.ts'
import { readCoverage } from '../tools/coverage-file.ts'
import { coverage } from '../tools/docs.ts'
import { settings } from './support/draft.ts'

const { faults, page } = coverage(settings)

test('every requirement and every fault of the Code has a place that is there and a test that shows it', () => {
  expect(faults).toEqual([])
  expect(page).not.toContain('Not yet')
})

test('each stands in the page once', () => {
  const numbers = [...page.matchAll(/^\| ([RZ]\d+(?:\.\w+)?) \|/gm)].map(match => match[1])
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers.filter(n => /^R\d+$/.test(n!))).toHaveLength(168)
  expect(numbers.filter(n => /^Z\d+$/.test(n!))).toHaveLength(30)
})

describe('what the page is written from', () => {
  const text = readFileSync(new URL('../data/code/coverage.yaml', import.meta.url), 'utf8')

  /** What is found wrong after one change to the file. */
  function faultsAfter(from: string, to: string): readonly string[] {
    const changed = text.replace(from, to)
    expect(changed).not.toBe(text)
    const read = readCoverage(changed)
    return read.value
      ? coverageOf(settings, read.value.data).faults
      : read.findings.map(f => `${f.place?.start.line}: ${f.message}`)
  }

  test.each([
    ['a place that is gone', 'met: [vat]', 'met: [vatt]', 'R123.8: there is no vatt.'],
    ['a question that is gone', 'vision, SCOPE-02]', 'visions, SCOPE-02]', 'R015.3: there is no visions.'],
    [
      'a test that is gone',
      'shown: [test/docs.test.ts] }',
      'shown: [test/dox.test.ts] }',
      'R009: there is no test/dox.test.ts.',
    ],
    [
      'a requirement without a place',
      'met: [templates/agreement/cover.yaml], ',
      '',
      'R001: nothing meets it.',
    ],
    ['a number left out', '  - { id: R007,', '  - { id: R006,', 'R007: must be listed once.'],
    [
      'a list that is too short',
      "items: 12, each: 'data/code/checklists.yaml#0",
      "items: 13, each: 'data/code/checklists.yaml#0",
      'R105.13: the list at data/code/checklists.yaml#0.questions is too short.',
    ],
  ])('%s is found', (_, from, to, fault) => {
    expect(faultsAfter(from, to)).toContain(fault)
  })

  test('a key that nobody knows is refused with its line', () => {
    expect(faultsAfter('asks: Formal forum }', 'asks: Formal forum, mett: [board] }')[0]).toMatch(
      /^\d+: .*mett/,
    )
  })
})
