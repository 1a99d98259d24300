/** Two lines in; whether they say the same, in the same looks, out. How they hang does not count. */
import type { Line, RowLine } from './lines.ts'
import { isReference, shownBy, type Token } from './tokens.ts'

type Same = (a: readonly Token[], b: readonly Token[]) => boolean

/** What a run of tokens says and how it looks, as one text; a merge asks it of each line several times. */
function printOf(
  tokens: readonly Token[],
  known: WeakMap<readonly Token[], string>,
  said: (token: Token) => string,
): string {
  const have = known.get(tokens)
  if (have !== undefined) return have
  let print = ''
  let look = ''
  // Where a run of words was cut does not count: an answer ends inside “the Council’s”, and Word knows no answers.
  for (const token of tokens) {
    const { strong, emphasis, change, notes } = token
    const own =
      strong || emphasis || change || notes
        ? `${strong ? 'b' : ''}${emphasis ? 'i' : ''}${change ? `${change.kind} ${change.author}` : ''}${notes?.length ?? 0}`
        : ''
    if (own !== look) print += `\u0001${own}\u0002`
    look = own
    print += isReference(token) ? `${said(token)}\u0002` : said(token)
  }
  known.set(tokens, print)
  return print
}

/** Whether two runs were cut alike and say and look the same: so most do, and it is seen without a print. */
const areAlike = (a: readonly Token[], b: readonly Token[], said: (token: Token) => string): boolean =>
  a.length === b.length &&
  a.every((token, index) => {
    const other = b[index]!
    return (
      said(token) === said(other) &&
      token.strong === other.strong &&
      token.emphasis === other.emphasis &&
      token.change?.kind === other.change?.kind &&
      token.change?.author === other.change?.author &&
      token.notes?.length === other.notes?.length
    )
  })

function comparing(said: (token: Token) => string): Same {
  const known = new WeakMap<readonly Token[], string>()
  return (a, b) => a === b || areAlike(a, b, said) || printOf(a, known, said) === printOf(b, known, said)
}

const inWords = comparing(({ key }) => key)
const toTheLetter = comparing(shownBy)

/** Whether two lines are the same to a reader: in words and looks, whatever the forms of their quotation marks and blanks. */
export const isSameLine = (a: Line, b: Line): boolean => areLinesSame(a, b, inWords)

/** Whether two lines are the same in every letter. */
export const isIdenticalLine = (a: Line, b: Line): boolean => areLinesSame(a, b, toTheLetter)

function areLinesSame(a: Line, b: Line, areSame: Same): boolean {
  if ((a.table === undefined) !== (b.table === undefined) || a.change?.kind !== b.change?.kind) return false
  if (!a.table || !b.table) return areSame(a.tokens, b.tokens)
  return (
    a.table.columns.length === b.table.columns.length &&
    a.table.columns.every((title, index) => areSame(title, b.table!.columns[index]!)) &&
    a.table.rows.length === b.table.rows.length &&
    a.table.rows.every((row, index) => areRowsSame(row, b.table!.rows[index]!, areSame))
  )
}

/** Whether two rows are the same to a reader. */
export const isSameRow = (a: RowLine, b: RowLine): boolean => areRowsSame(a, b, inWords)

/** Whether two rows are the same in every letter. */
export const isIdenticalRow = (a: RowLine, b: RowLine): boolean => areRowsSame(a, b, toTheLetter)

const areRowsSame = (a: RowLine, b: RowLine, areSame: Same): boolean =>
  a.change?.kind === b.change?.kind &&
  a.cells.length === b.cells.length &&
  a.cells.every((cell, column) => {
    const other = b.cells[column]!
    return (
      cell.length === other.length && cell.every((line, index) => areLinesSame(line, other[index]!, areSame))
    )
  })
