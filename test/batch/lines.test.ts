import { expect, test } from 'vitest'
import { duration, progressLine } from '../../src/batch/progress.ts'
import { textTable } from '../../src/batch/table.ts'

test('a bar says how many are done, how fast, and how long the rest takes', () => {
  expect(progressLine({ done: 0, of: 2000, milliseconds: 0 }, 79)).toBe(
    '[........................]  0 of 2,000',
  )
  expect(progressLine({ done: 500, of: 2000, milliseconds: 10_000 }, 79)).toBe(
    '[######..................]  500 of 2,000  50.0 a second  30 s left',
  )
  expect(progressLine({ done: 2000, of: 2000, milliseconds: 40_000 }, 79)).toBe(
    '[########################]  2,000 of 2,000  50.0 a second  0 s left',
  )
})

test('a bar is never wider than the terminal', () => {
  expect(progressLine({ done: 5, of: 10, milliseconds: 900 }, 30)).toHaveLength(30)
})

test.each([
  [0, '0 s'],
  [0.2, '1 s'],
  [59.5, '1 min 0 s'],
  [200, '3 min 20 s'],
  [7500, '2 h 5 min'],
])('%s seconds are %s', (seconds, words) => {
  expect(duration(seconds)).toBe(words)
})

test('a table puts numbers to the right and words to the left', () => {
  expect(
    textTable(
      ['Intake', 'Result', 'Errors'],
      [
        ['hubs.yaml', 'written', '0'],
        ['a.yaml', 'nothing written', '1,204'],
      ],
    ),
  ).toEqual([
    'Intake     Result           Errors',
    'hubs.yaml  written               0',
    'a.yaml     nothing written   1,204',
  ])
})
