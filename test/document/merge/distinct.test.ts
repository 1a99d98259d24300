/** Two merged lines under one id: the one with words keeps it, and what moved stands under it twice. */
import { expect, test } from 'vitest'
import { distinct } from '../../../src/document/merge/distinct.ts'
import type { Line } from '../../../src/document/merge/lines.ts'
import { textTokens } from '../../../src/document/merge/tokens.ts'

const line = (key: string, words: string, more: Partial<Line> = {}): Line => ({
  kind: 'clause',
  level: 2,
  into: 2.9,
  key,
  tokens: textTokens(words),
  ...more,
})
const gone = { change: { kind: 'deleted', author: 'Concordat', date: '2026-11-26' } } as const

test('a clause that was emptied gives its id to the clause after it that has the words', () => {
  const [empty, full] = distinct([line('board.quorum', ''), line('board.quorum', 'The quorum is four.')])
  expect(full!.key).toBe('board.quorum')
  expect(empty!.key).toMatch(/^by-hand-[0-9a-f]{8}$/)
})

test('of three with words each has an id of its own, the same at every run', () => {
  const three = ['One.', 'Two.', 'Three.'].map(words => line('board.quorum', words))
  const keys = distinct(three).map(({ key }) => key)
  expect(new Set(keys).size).toBe(3)
  expect(distinct(three).map(({ key }) => key)).toEqual(keys)
})

test('a clause that moved keeps its id where it was struck out and where it stands', () => {
  const moved = [
    line('board.quorum', 'The quorum is four.', gone),
    line('board.quorum', 'The quorum is four.'),
  ]
  expect(distinct(moved)).toEqual(moved)
})
