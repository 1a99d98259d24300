/**
 * Two versions of a document in; the older one out, with the rows that are only known by their place in a list under the ids of
 * those rows of the newer one that say the same or nearly so.
 */
import type { Block, Document, Row, Table } from '../nodes.ts'
import { allInlines } from '../references.ts'
import { align } from './align.ts'
import { likeness } from './words.ts'

/** Items without an id of their own are counted: `records._class-holder[3]`. When one goes, those after it move up. */
const COUNTED = /^(.*)\[\d+\]$/

/** Whether a row is known by its place alone. */
export const isCounted = (id: string): boolean => COUNTED.test(id)

/** Rows that share less of their words than this are two rows, not one that changed. */
const ALIKE = 0.4

const wordsIn = ({ cells }: Row): readonly string[] =>
  allInlines(cells.flatMap(({ children }) => children)).flatMap(inline =>
    'text' in inline ? (inline.text.match(/[\p{L}\p{N}]+/gu) ?? []) : [],
  )

/** Names the rows of the older version after those of the newer. */
export function rowsPaired(before: Document, after: Document): Document {
  const tables = new Map(tablesIn(after.body).map(table => [table.id, table] as const))
  const visit = (blocks: readonly Block[]): readonly Block[] =>
    blocks.map((block): Block => {
      if (block.type === 'table') return paired(block, tables.get(block.id))
      if (block.type === 'bullets') return { ...block, items: block.items.map(visit) }
      return 'children' in block && block.type !== 'executionBlock' && 'id' in block
        ? ({ ...block, children: visit(block.children) } as Block)
        : block
    })
  return { ...before, body: visit(before.body) }
}

const tablesIn = (blocks: readonly Block[]): readonly Table[] =>
  blocks.flatMap((block): readonly Table[] => {
    if (block.type === 'table') return [block]
    if (block.type === 'bullets') return block.items.flatMap(tablesIn)
    return 'children' in block && 'id' in block ? tablesIn(block.children) : []
  })

function paired(before: Table, after: Table | undefined): Table {
  const counted = (rows: readonly Row[]) =>
    rows.filter(({ id }) => isCounted(id)).map(row => ({ row, words: wordsIn(row) }))
  const [old, now] = [counted(before.rows), counted(after?.rows ?? [])]
  if (old.length === 0 || now.length === 0) return before
  const stemOf = ({ id }: Row): string => COUNTED.exec(id)![1]!
  const ids = new Map<Row, string>()
  for (const pair of align(old, now, (a, b) => {
    if (stemOf(a.row) !== stemOf(b.row)) return 0
    const alike = likeness(a.words, b.words)
    return alike < ALIKE ? 0 : alike === 1 ? 3 : 1 + alike
  }))
    if (pair.before)
      ids.set(pair.before.row, pair.after ? pair.after.row.id : `${pair.before.row.id}, as it was`)
  return { ...before, rows: before.rows.map(row => ({ ...row, id: ids.get(row) ?? row.id })) }
}
