/** Two versions of the rows of a table in; which row of one is which of the other out. */
import { isCounted } from '../compare/counted-items.ts'
import { align, contentOf } from './align.ts'
import type { Line, RowLine } from './lines.ts'
import { textTokens } from './tokens.ts'

/** A row as one line, to compare it as lines are. */
const asLine = (row: RowLine): Line => ({
  kind: 'para',
  level: 0,
  into: 0,
  tokens: row.cells.flatMap(cell => [
    ...cell.flatMap(line => (line.tokens.length > 0 ? line.tokens : textTokens(contentOf(line)))),
    ...textTokens('\t'),
  ]),
  // A row that is only counted is another row once one before it went.
  ...(row.key !== undefined && !isCounted(row.key) && { key: row.key }),
})

/** For each row of `a` its place in `b`, or -1. */
export const alignRows = (a: readonly RowLine[], b: readonly RowLine[]): readonly number[] =>
  align(a.map(asLine), b.map(asLine))
