/** Words of a line as Word has them, made into ours: a reference of several fields is one, and nobody's comment is left behind. */
import { expect, test } from 'vitest'
import { referenceKey, type Token, textOf, textTokens } from '../../src/document/merge/tokens.ts'
import { joinedReferences, labelled, withNotesOf } from '../../src/returned/line-words.ts'

const note = { author: 'Jane Aske', date: '2026-11-24T10:05:00Z', comment: 'Which paragraph?' }
const field = (target: string, text: string): Token => ({
  text,
  key: referenceKey(target),
  strong: false,
  emphasis: false,
  leaf: { type: 'crossReference', target },
  part: 0,
  parts: 1,
})
const reference = [
  ...textTokens('paragraph '),
  field('places.open', '1.1'),
  ...textTokens(' of '),
  field('places', 'Schedule 1'),
]

test('a paragraph of a schedule is one reference, to the paragraph', () => {
  const joined = joinedReferences(reference)
  expect(joined).toHaveLength(1)
  expect(joined[0]?.key).toBe(referenceKey('places.open'))
  expect(textOf(joined)).toBe('paragraph 1.1 of Schedule 1')
})

test('so is one within its own schedule, which leaves the schedule’s name out', () => {
  const within = [
    ...textTokens('see paragraph '),
    field('places.open', '1.1'),
    ...textTokens('. It is open.'),
  ]
  const joined = joinedReferences(within)
  expect(joined.find(token => token.leaf)).toMatchObject({
    text: 'paragraph 1.1',
    key: referenceKey('places.open'),
  })
  expect(textOf(joined)).toBe('see paragraph 1.1. It is open.')
})

test('a comment on any word of a reference stays on the reference', () => {
  for (const at of reference.keys()) {
    const noted = reference.map((token, index) => (index === at ? { ...token, notes: [note] } : token))
    expect(joinedReferences(noted).map(token => token.notes)).toEqual([[note]])
  }
})

test('a reference of which half is struck out stays in its parts, so that the mark is kept', () => {
  const change = { kind: 'deleted', author: 'Jane Aske', date: '2026-11-24T10:05:00Z' } as const
  const half = reference.map((token, index) => (index < 2 ? { ...token, change } : token))
  expect(joinedReferences(half)).toEqual(half)
})

test('a comment on the gap behind a label stays with the line', () => {
  const line = [...textTokens('Date'), ...textTokens('\t').map(tab => ({ ...tab, notes: [note] }))]
  const made = withNotesOf(line, labelled(line))
  expect(textOf(made)).toBe('Date\t')
  expect(made.flatMap(token => token.notes ?? [])).toEqual([note])
})
