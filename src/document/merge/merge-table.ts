/** Three versions of one table in, one out: row by row, cell by cell. */
import { wordsOfLine } from './edits.ts'
import { isSameButForm } from './letter-forms.ts'
import type { Line, RowLine, TableLine } from './lines.ts'
import { clashNote, mergeWords } from './merge-words.ts'
import type { MergeLines, Merging } from './merging.ts'
import { alignRows } from './rows.ts'
import { isIdenticalRow, isSameLine, isSameRow } from './same.ts'
import { rising } from './sequences.ts'
import { textOf } from './tokens.ts'

/** What stands first in a row, to tell of it by. */
const nameOf = (row: RowLine): string => {
  const text = row.cells.map(cell => cell.map(wordsOfLine).join(' ')).find(words => words.trim() !== '') ?? ''
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

const rowWords = (row: RowLine): string =>
  row.cells.map(cell => cell.map(wordsOfLine).join(' / ')).join(' | ')

/** Merges three versions of a table. When somebody changed its columns, theirs stands; if ours changed too, ours stands below it. */
export function mergeTables(
  base: Line,
  theirs: Line,
  ours: Line,
  merging: Merging,
  mergeLines: MergeLines,
): Line {
  const [b, t, o] = [base.table!, theirs.table!, ours.table!]
  const { report } = merging
  const change = theirs.change && { change: theirs.change }
  if (t.columns.length !== b.columns.length || o.columns.length !== b.columns.length)
    return otherColumns(base, theirs, ours, merging)
  const columns = b.columns.map((title, column) => {
    const { tokens, clashes } = mergeWords(title, t.columns[column]!, o.columns[column]!, merging.signature)
    for (const clash of clashes) report.conflict(ours, clash.theirs, clash.ours)
    const [was, is] = [textOf(title), textOf(t.columns[column]!)]
    if (was !== is) report.edit(isSameButForm(was, is) ? 'retouched' : 'reworded', ours, was, is)
    return tokens
  })
  return { ...ours, table: { ...o, columns, rows: mergeRows(b, t, o, ours, merging, mergeLines) }, ...change }
}

function otherColumns(base: Line, theirs: Line, ours: Line, merging: Merging): Line {
  const { report } = merging
  if (isSameLine(base, ours)) {
    report.edit('reworded', ours, wordsOfLine(base), wordsOfLine(theirs))
    const { head } = ours.table!
    const columns = theirs.table!.head.columns
    return { ...ours, table: { ...theirs.table!, head: { ...head, columns } } }
  }
  if (!isSameLine(base, theirs)) report.conflict(ours, wordsOfLine(theirs), wordsOfLine(ours))
  return ours
}

function mergeRows(
  base: TableLine,
  theirs: TableLine,
  ours: TableLine,
  line: Line,
  merging: Merging,
  mergeLines: MergeLines,
): readonly RowLine[] {
  const inTheirs = alignRows(base.rows, theirs.rows)
  const inOurs = alignRows(base.rows, ours.rows)
  const baseOf = (places: readonly number[]) =>
    new Map([...places.entries()].flatMap(([i, at]) => (at >= 0 ? [[at, i] as const] : [])))
  const [baseOfTheirs, baseOfOurs] = [baseOf(inTheirs), baseOf(inOurs)]
  const { report } = merging
  const slots: { row: RowLine }[] = []
  const slotOfOurs = new Map<number, { row: RowLine }>()
  for (const [k, row] of ours.rows.entries()) {
    const i = baseOfOurs.get(k)
    if (i !== undefined && inTheirs[i]! < 0) {
      if (isSameRow(base.rows[i]!, row)) {
        report.inRow(line, nameOf(row), () => report.edit('deleted', line, rowWords(row), ''))
        continue
      }
      report.inRow(line, nameOf(row), () => report.conflict(line, '', rowWords(row)))
      slots.push({ row: marked(row, 'inserted', { theirs: '', ours: rowWords(row) }, merging) })
      continue
    }
    const slot = { row }
    slots.push(slot)
    slotOfOurs.set(k, slot)
  }
  const steady = rising([...inTheirs.entries()].flatMap(([i, j]) => (j >= 0 && inOurs[i]! >= 0 ? [j] : [])))
  let cursor: { row: RowLine } | undefined
  const insert = (slot: { row: RowLine }) => slots.splice(cursor ? slots.indexOf(cursor) + 1 : 0, 0, slot)
  for (const [j, row] of theirs.rows.entries()) {
    const i = baseOfTheirs.get(j)
    const slot = i === undefined ? undefined : slotOfOurs.get(inOurs[i]!)
    if (slot && i !== undefined) {
      slot.row = report.inRow(line, nameOf(row), () =>
        mergeRow(base.rows[i]!, row, slot.row, line, merging, mergeLines),
      )
      if (!steady.has(j)) {
        report.inRow(line, nameOf(row), () => report.edit('moved', line, '', rowWords(row)))
        slots.splice(slots.indexOf(slot), 1)
        insert(slot)
      }
      cursor = slot
    } else if (i === undefined) {
      report.inRow(line, nameOf(row), () =>
        row.change
          ? report.tracked(row.change, line, rowWords(row))
          : report.edit('inserted', line, '', rowWords(row)),
      )
      const fresh = { row: { ...row, key: idOfRow(row, [...slots.map(one => one.row.key)]) } }
      insert(fresh)
      cursor = fresh
    } else if (!isSameRow(base.rows[i]!, row)) {
      report.inRow(line, nameOf(row), () => report.conflict(line, rowWords(row), ''))
      const kept = { row: marked(row, 'deleted', { theirs: rowWords(row), ours: '' }, merging) }
      insert(kept)
      cursor = kept
    }
  }
  return slots.map(slot => slot.row)
}

function mergeRow(
  base: RowLine,
  theirs: RowLine,
  ours: RowLine,
  line: Line,
  merging: Merging,
  mergeLines: MergeLines,
): RowLine {
  if (isIdenticalRow(base, theirs) && !theirs.change) return ours
  if (theirs.change) merging.report.tracked(theirs.change, line, rowWords(theirs))
  const cells = ours.cells.map((cell, column) =>
    mergeLines(base.cells[column] ?? [], theirs.cells[column] ?? [], cell, merging),
  )
  return { ...ours, cells, ...(theirs.change && { change: theirs.change }) }
}

/** A row that is shown as inserted or deleted, with the comment that says why. */
function marked(
  row: RowLine,
  kind: 'inserted' | 'deleted',
  clash: { readonly theirs: string; readonly ours: string },
  { signature }: Merging,
): RowLine {
  const note = clashNote(signature, clash)
  const [first, ...others] = row.cells
  const noted = (first ?? []).map(line => ({
    ...line,
    tokens: line.tokens.map(token => ({ ...token, notes: [...(token.notes ?? []), note] })),
  }))
  return { ...row, cells: [noted, ...others], change: { kind, ...signature } }
}

const idOfRow = (row: RowLine, taken: readonly (string | undefined)[]): string => {
  const stem = `by-hand-${nameOf(row)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 24)}`
  let id = stem
  for (let n = 2; taken.includes(id); n++) id = `${stem}-${n}`
  return id
}
