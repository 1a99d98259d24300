/** How the schedule of changes says what changed and why: short enough for a table, with nothing lost. */
import { describe, expect, test } from 'vitest'
import type { AnswerChange } from '../../src/amend/answer-changes.ts'
import type { TextChange } from '../../src/amend/changes.ts'
import { inRuns, inTable, whyOf } from '../../src/amend/schedule-wording.ts'

describe('new numbers', () => {
  test('that count on beside one another are one line, and others stand alone', () => {
    expect(
      inRuns([
        ['clause 9', 'clause 8'],
        ['clause 10', 'clause 9'],
        ['clause 11', 'clause 10'],
        ['clause 13', 'clause 11'],
        ['Schedule 7', 'Schedule 6'],
        ['paragraph 3 of Schedule 8', 'paragraph 4 of Schedule 8'],
        ['paragraph 4 of Schedule 8', 'paragraph 5 of Schedule 8'],
        ['clause 4.4(b)', 'clause 4.4(c)'],
        ['clause 4.4(c)', 'clause 4.4(d)'],
      ]),
    ).toEqual([
      ['clause 9 to clause 11', 'clause 8 to clause 10'],
      ['clause 13', 'clause 11'],
      ['Schedule 7', 'Schedule 6'],
      [
        'paragraph 3 of Schedule 8 to paragraph 4 of Schedule 8',
        'paragraph 4 of Schedule 8 to paragraph 5 of Schedule 8',
      ],
      ['clause 4.4(b)', 'clause 4.4(c)'],
      ['clause 4.4(c)', 'clause 4.4(d)'],
    ])
  })
})

describe('the cause of a change', () => {
  const answer = (path: string, old?: string, now?: string): AnswerChange => ({
    path,
    pattern: path,
    title: path,
    isPrivate: false,
    ...(old === undefined ? {} : { old }),
    ...(now === undefined ? {} : { now }),
  })
  const why = (...causes: readonly AnswerChange[]) =>
    whyOf({ causes } as unknown as TextChange, true).split('\n')

  test('names the answers of one item together where all were given, or all left out', () => {
    expect(
      why(
        answer('term.end', '2030', '2031'),
        answer('sums[7].year', undefined, '2030-31'),
        answer('sums[7].amount', undefined, '£5'),
        answer('sums[8].amount', '£4', '£5'),
        answer('sums[9].year', '2029-30'),
        answer('sums[9].amount', '£3'),
      ),
    ).toEqual([
      'term.end: 2030 → 2031',
      'sums[7], answers given: year 2030-31; amount £5',
      'sums[8].amount: £4 → £5',
      'sums[9], answers left out: year 2029-30; amount £3',
    ])
  })

  test('names one answer of an item by its own path', () => {
    expect(why(answer('sums[7].amount', undefined, '£5'), answer('sums[8].amount', undefined, '£5'))).toEqual(
      ['sums[7].amount: no answer → £5', 'sums[8].amount: no answer → £5'],
    )
  })
})

test('a text too long for a column opens in the table and says where the rest is', () => {
  expect(inTable('Short.')).toBe('Short.')
  expect(inTable('word '.repeat(300))).toMatch(/^(?:word ){20,40}…\nAll of it stands below the table\.$/)
})
