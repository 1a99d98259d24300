/** A table that is struck out as a whole: its words are all there, marked once and not again one by one. */
import { expect, test } from 'vitest'
import { plainText } from '../../src/document/merge/tokens.ts'
import { linesOf, namesOf } from '../../src/returned/lines.ts'

const change = { kind: 'deleted', author: 'Concordat', date: '2026-11-24' } as const
const cell = (text: string) => [
  { type: 'paragraph', bookmarks: [], pieces: [{ text, strong: false, emphasis: false, change }] } as const,
]
const row = (...words: readonly string[]) => ({ isHeader: false, change, cells: words.map(cell) })

test('the titles of a struck-out table are read as its cells are', () => {
  const blocks = [
    { type: 'table', caption: '', widths: [1, 1], rows: [row('Hub', 'Seats'), row('North', 'Two')] } as const,
  ]
  const [line] = linesOf({ blocks, contents: [], leftovers: [], margins: [] }, namesOf([]))
  expect(line?.change).toEqual(change)
  expect(line?.table?.columns.map(plainText)).toEqual(['Hub', 'Seats'])
  expect(line?.table?.rows.flatMap(({ cells }) => cells.flat().map(one => plainText(one.tokens)))).toEqual([
    'North',
    'Two',
  ])
})
