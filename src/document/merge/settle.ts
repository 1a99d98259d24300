/** Lines with open tracked changes in; the lines with all of them accepted or rejected out, or with some marks taken off. */
import type { Change } from '../nodes.ts'
import type { Line, RowLine } from './lines.ts'
import type { Token } from './tokens.ts'

export type Verdict = 'accept' | 'reject'

const goes = (change: Change | undefined, verdict: Verdict): boolean =>
  change !== undefined &&
  ((change.kind === 'deleted') === (verdict === 'accept') || change.within !== undefined)

const settleTokens = (tokens: readonly Token[], verdict: Verdict): readonly Token[] =>
  tokens.every(({ change }) => change === undefined)
    ? tokens
    : tokens.flatMap(token => {
        if (goes(token.change, verdict)) return []
        const { change: _, ...plain } = token
        return [plain]
      })

/** Settles every tracked change. Where the end of a paragraph goes, what is left of it joins the next, as in Word. */
export function settle(lines: readonly Line[], verdict: Verdict): readonly Line[] {
  const out: Line[] = []
  let carried: readonly Token[] = []
  for (const line of lines) {
    const { change, ...rest } = line
    const isWhole = change !== undefined && line.tokens.every(token => token.change === undefined)
    const left = isWhole && goes(change, verdict) ? [] : settleTokens(line.tokens, verdict)
    const tokens = carried.length > 0 ? [...carried, ...left] : left
    carried = []
    if (goes(change, verdict)) {
      if (line.table) continue
      carried = tokens
      continue
    }
    const rows = line.table?.rows.flatMap(row => settleRow(row, verdict))
    out.push({ ...rest, tokens, ...(line.table && rows && { table: { ...line.table, rows } }) })
  }
  const last = out.at(-1)
  if (carried.length > 0 && last) out[out.length - 1] = { ...last, tokens: [...last.tokens, ...carried] }
  return out
}

function settleRow(row: RowLine, verdict: Verdict): readonly RowLine[] {
  if (goes(row.change, verdict)) return []
  const { change: _, ...plain } = row
  return [{ ...plain, cells: row.cells.map(cell => settle(cell, verdict)) }]
}

const isAlike = (a: Change | undefined, b: Change): boolean =>
  a?.kind === b.kind && a.author === b.author && a.within?.author === b.within?.author

/** Words without a mark that what they stand in carries already. */
export const unmarked = (tokens: readonly Token[], change: Change): readonly Token[] =>
  tokens.map(token => {
    if (!isAlike(token.change, change)) return token
    const { change: _, ...plain } = token
    return plain
  })

/** A line whose words are not marked one by one when the line as a whole is. */
export const withoutChange = (line: Line, change: Change): Line => {
  const { change: own, ...rest } = line
  const tokens = unmarked(line.tokens, change)
  return { ...rest, tokens, ...(own && !isAlike(own, change) && { change: own }) }
}

/** As `withoutChange`, for a row. */
export const withoutChangeInRow = (row: RowLine, change: Change): RowLine => ({
  ...row,
  cells: row.cells.map(cell => cell.map(line => withoutChange(line, change))),
})

/** Whether anything is still open, and by whom. */
export function openAuthors(lines: readonly Line[]): ReadonlySet<string> {
  const authors = new Set<string>()
  const see = (change: Change | undefined): void => {
    if (change) authors.add(change.author || 'somebody without a name')
  }
  const visit = (line: Line): void => {
    see(line.change)
    for (const token of line.tokens) see(token.change)
    for (const row of line.table?.rows ?? []) {
      see(row.change)
      for (const cell of row.cells) cell.forEach(visit)
    }
  }
  lines.forEach(visit)
  return authors
}
