/**
 * The instructions of a variation in; out, those that its document prints: what goes as a whole is left out in one, and new rows
 * and tables are shown as tables, not cell by cell.
 */
import type { Block, Document, Row, Table } from '../document/nodes.ts'
import type { Added, Instruction } from './instructions.ts'

/** One instruction as the instrument prints it; `table` stands below its words. */
export interface PrintedInstruction {
  readonly action: Instruction['action'] | 'insert_rows' | 'insert_table'
  readonly address?: string
  readonly old?: string
  readonly text?: string
  /** Of new rows: the row that they follow; left out where they come first. */
  readonly after?: string
  /** `row` or `rows`; of a new table its caption. */
  readonly what?: string
  readonly added?: readonly { readonly address: string; readonly text: string }[]
  readonly table?: Table
}

/** The instructions in print. `before` and `after` are the two versions that they lead between. */
export function printedInstructions(
  instructions: readonly Instruction[],
  before: Document,
  after: Document,
): readonly PrintedInstruction[] {
  const [old, now] = [tablesIn(before.body), tablesIn(after.body)]
  const known = new Set([...old].flatMap(([id, { rows }]) => [id, ...rows.map(row => `${id} ${row.id}`)]))
  return inShort(instructions).flatMap(one => (one.action === 'insert' ? insertions(one, known, now) : [one]))
}

/** Every table of some blocks, by id. */
function tablesIn(blocks: readonly Block[]): ReadonlyMap<string, Table> {
  const found = new Map<string, Table>()
  const visit = (block: Block): void => {
    if (block.type === 'table') found.set(block.id, block)
    else if (block.type === 'bullets') block.items.flat().forEach(visit)
    else if ('children' in block && 'id' in block) block.children.forEach(visit)
  }
  blocks.forEach(visit)
  return found
}

type Insertion = Extract<Instruction, { readonly action: 'insert' }>

/** A stretch of what is inserted in one place: texts, rows of a table that stands, or a table that is new. */
interface Stretch {
  readonly kind: 'insert' | 'insert_rows' | 'insert_table'
  readonly table?: Table
  readonly texts: Added[]
}

function insertions(
  { address, texts }: Insertion,
  known: ReadonlySet<string>,
  tables: ReadonlyMap<string, Table>,
): readonly PrintedInstruction[] {
  const stretches: Stretch[] = []
  for (const added of texts) {
    const [id, row] = added.item.split(' ') as [string, string?]
    const table = row === undefined ? undefined : tables.get(id)
    const kind =
      table === undefined
        ? 'insert'
        : !known.has(id)
          ? 'insert_table'
          : table.rows.some(one => one.id === row) && !known.has(`${id} ${row}`)
            ? 'insert_rows'
            : 'insert'
    const last = stretches.at(-1)
    if (last?.kind === kind && (kind === 'insert' || last.table === table)) last.texts.push(added)
    else stretches.push({ kind, texts: [added], ...(table && { table }) })
  }
  return stretches.map((stretch, at) => printed(stretch, at === 0 ? address : lastOf(stretches[at - 1]!)))
}

/** The place of the last of what was just inserted. A table is named as a whole. */
function lastOf({ kind, texts }: Stretch): string {
  const { address } = texts.at(-1)!
  const place = cellOf(address)
  return kind === 'insert' || !place ? `${address}, as inserted` : `${place.table}, as inserted`
}

function printed({ kind, table, texts }: Stretch, address: string | undefined): PrintedInstruction {
  if (kind === 'insert' || !table)
    return {
      action: 'insert',
      ...(address !== undefined && { address }),
      added: texts.map(({ address, text }) => ({ address, text })),
    }
  const shown = { ...table, rows: rowsOf(table, texts) }
  if (kind === 'insert_table')
    return {
      action: kind,
      ...(address !== undefined && { address: cellOf(address)?.table ?? address }),
      ...(table.caption !== '' && { what: table.caption }),
      table: shown,
    }
  const standing = address === undefined ? undefined : cellOf(address)
  const name = cellOf(texts[0]!.address)!.table
  return {
    action: kind,
    address: name,
    ...(standing?.table === name && { after: `row ${standing.row}` }),
    what: shown.rows.length === 1 ? 'row' : 'rows',
    table: shown,
  }
}

/** The rows that some texts fill, each text a paragraph. References in them stand as words, with their newer numbers. */
function rowsOf({ id, rows, columns }: Table, texts: readonly Added[]): readonly Row[] {
  const said = (row: Row, column: number): readonly Added[] =>
    texts.filter(({ item }) => item === `${id} ${row.id} ${column}`)
  return rows
    .filter(row => columns.some((_, column) => said(row, column).length > 0))
    .map(row => ({
      id: row.id,
      cells: columns.map((_, column) => ({
        children: said(row, column).map(({ text }) => ({ type: 'para', children: [{ type: 'text', text }] })),
      })),
    }))
}

/** The table and row that an address is in. */
function cellOf(address: string): { readonly table: string; readonly row: string } | undefined {
  const [, table, row] = /^(.*), row (\d+), column “/.exec(address) ?? []
  return table === undefined || row === undefined ? undefined : { table, row }
}

/** What stands in a provision or table that goes is not left out item by item. */
function inShort(instructions: readonly Instruction[]): readonly Instruction[] {
  let whole: string | undefined
  return instructions.flatMap((one): readonly Instruction[] => {
    if (one.action !== 'leave_out') {
      whole = undefined
      return [one]
    }
    if (whole !== undefined && isWithin(one.address, whole)) return []
    const table = /^the (?:title|column headings) of (.+)$/.exec(one.address)?.[1]
    if (table !== undefined) {
      whole = table
      return [{ action: 'leave_out', address: `the whole of ${table}` }]
    }
    // Nor is a row left out cell by cell.
    if (one.row !== undefined) {
      whole = one.row
      return [{ action: 'leave_out', address: one.row }]
    }
    whole = /^the heading of (.+)$/.exec(one.address)?.[1]
    return whole === undefined ? [one] : [{ action: 'leave_out', address: `the whole of ${whole}` }]
  })
}

const isWithin = (address: string, whole: string): boolean =>
  (address.startsWith(whole) && !/^\d/.test(address.slice(whole.length))) ||
  address.includes(` of ${whole}`) ||
  address.includes(` in ${whole}`)
