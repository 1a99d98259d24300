/** New rows and tables as an instrument of variation prints them: as tables, with every word that the instructions put in. */
import { describe, expect, test } from 'vitest'
import { stepsBetween } from '../../src/amend/differences.ts'
import { instructionsFor } from '../../src/amend/instructions.ts'
import { type PrintedInstruction, printedInstructions } from '../../src/amend/printed-instructions.ts'
import type { Block, Document } from '../../src/document/nodes.ts'
import { clause, documentOf, table, titled } from '../render/docx/builders.ts'

const seats = (...rows: string[][]): Block => {
  const made = table(
    'board.seats',
    'Seats',
    [
      ['Partner', 2],
      ['Seats', 1],
    ],
    ...rows,
  )
  return made.type === 'table'
    ? { ...made, rows: made.rows.map((row, n) => ({ ...row, id: rows[n]![0]!.toLowerCase() })) }
    : made
}
const board = (...blocks: Block[]): Document =>
  documentOf([titled('board', 'The Board', clause('board.meets', 2, 'The Board meets.'), ...blocks)])

/** What is printed, and that no word of the instructions is lost on the way. */
function printed(before: Document, after: Document): readonly PrintedInstruction[] {
  const instructions = instructionsFor(stepsBetween(before, after))
  const out = printedInstructions(instructions, before, after)
  const all = JSON.stringify(out)
  for (const one of instructions)
    if (one.action === 'insert')
      for (const { text } of one.texts) for (const part of text.split(' | ')) expect(all).toContain(part)
  return out
}
const rowsOf = ({ table: made }: PrintedInstruction): readonly string[] =>
  made!.rows.map(({ cells }) =>
    cells
      .map(({ children }) =>
        children.map(one => (one.type === 'para' ? JSON.stringify(one.children) : '')).join(),
      )
      .map(text => /"text":"([^"]*)"/.exec(text)?.[1] ?? '')
      .join(' | '),
  )

const before = board(seats(['Council', '3'], ['Trust', '2']))

describe('an instrument', () => {
  test('says before which rows a first row comes, and keeps an empty cell', () => {
    const [one] = printed(before, board(seats(['Police', ''], ['Council', '3'], ['Trust', '2'])))
    expect(one).toMatchObject({ action: 'insert_rows', what: 'row' })
    expect(one).not.toHaveProperty('after')
    expect(rowsOf(one!)).toEqual(['Police | '])
  })

  test('puts in several rows at once', () => {
    const [one, ...others] = printed(
      before,
      board(seats(['Council', '3'], ['Police', '1'], ['Fire', '1'], ['Trust', '2'])),
    )
    expect(others).toEqual([])
    expect(one).toMatchObject({ address: 'clause 1, table “Seats”', after: 'row 1', what: 'rows' })
    expect(rowsOf(one!)).toEqual(['Police | 1', 'Fire | 1'])
  })

  test('puts in a whole table as one, and the words round it in their order', () => {
    const out = printed(
      board(),
      board(
        clause('board.votes', 2, 'Seats are held so.'),
        seats(['Council', '3'], ['Trust', '2']),
        clause('board.ends', 2, 'Each seat ends after a year.'),
      ),
    )
    expect(out.map(({ action, address }) => [action, address])).toEqual([
      ['insert', 'clause 1.1'],
      ['insert_table', 'clause 1.2, as inserted'],
      ['insert', 'clause 1, table “Seats”, as inserted'],
    ])
    expect(out[1]).toMatchObject({ what: 'Seats' })
    expect(rowsOf(out[1]!)).toEqual(['Council | 3', 'Trust | 2'])
  })

  test('leaves out a table as a whole, and a row as a row', () => {
    expect(printed(before, board()).map(({ action, address }) => [action, address])).toEqual([
      ['leave_out', 'the whole of clause 1, table “Seats”'],
    ])
    expect(printed(before, board(seats(['Trust', '2']))).map(({ address }) => address)).toEqual([
      'clause 1, table “Seats”, row 1',
    ])
  })
})
