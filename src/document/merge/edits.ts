/** What a merge says of itself: every edit by hand that was kept, and every place where two edits meet. */
import type { Change } from '../nodes.ts'
import { isSameButForm } from './letter-forms.ts'
import type { Line } from './lines.ts'
import { type Token, textOf } from './tokens.ts'

export type EditKind =
  | 'inserted'
  | 'deleted'
  | 'reworded'
  /** Only the forms of quotation marks, dashes or blanks differ. */
  | 'retouched'
  | 'moved'
  | 'formatted'
  | 'commented'
  | 'tracked'
  | 'restyled'
export interface Edit {
  readonly kind: EditKind
  /** The line it is about: as merged, or as generated when it is gone. */
  readonly line: Line
  readonly before: string
  readonly after: string
  readonly cell?: InTable
}
/** Where in a table: the table's line, and the row by what stands first in it. */
export interface InTable {
  readonly table: Line
  readonly row: string
}
export interface Conflict {
  readonly line: Line
  /** What was typed, and what the answers now give; empty where that side took the words out. */
  readonly theirs: string
  readonly ours: string
  readonly cell?: InTable
}
/** Something that could not stay as it was, such as a tracked change where none can stand. */
export interface Loss {
  readonly line: Line
  readonly what: string
  readonly text: string
}

/** Collects what is to be said. */
export class Report {
  readonly edits: Edit[] = []
  readonly conflicts: Conflict[] = []
  readonly losses: Loss[] = []
  #cell: InTable | undefined

  /** Says of which row of a table the next things are. */
  inRow<T>(table: Line, row: string, work: () => T): T {
    const before = this.#cell
    this.#cell = { table, row }
    const result = work()
    this.#cell = before
    return result
  }

  edit(kind: EditKind, line: Line, before: string, after: string): void {
    this.edits.push({ kind, line, before, after, ...(this.#cell && { cell: this.#cell }) })
  }

  /** A line or row that is struck out or inserted as a whole, and stays so until somebody settles it. */
  tracked({ kind }: Change, line: Line, words: string): void {
    const [before, after] = kind === 'deleted' ? [words, ''] : ['', words]
    this.edit('tracked', line, before, after)
  }

  conflict(line: Line, theirs: string, ours: string): void {
    this.conflicts.push({ line, theirs, ours, ...(this.#cell && { cell: this.#cell }) })
  }

  loss(line: Line, what: string, text: string): void {
    this.losses.push({ line, what, text })
  }
}

/** The intake paths of the answers that a line printed. */
export function pathsIn(line: Line): readonly string[] {
  const inTokens = (tokens: readonly Token[]) =>
    tokens.flatMap(({ leaf }) => (leaf?.type === 'fact' || leaf?.type === 'gap' ? [leaf.path] : []))
  const inside = line.table?.rows.flatMap(row => row.cells.flatMap(cell => cell.flatMap(pathsIn))) ?? []
  return [...new Set([...inTokens(line.tokens), ...inside])]
}

/** All the words of a line, a table's cells parted by bars. */
export function wordsOfLine(line: Line): string {
  if (!line.table) return textOf(line.tokens)
  const { columns, rows } = line.table
  const cells = rows.map(row => row.cells.map(cell => cell.map(wordsOfLine).join(' / ')).join(' | '))
  return [columns.map(textOf).join(' | '), ...cells].join('\n')
}

const looks = (tokens: readonly Token[], look: 'strong' | 'emphasis'): string =>
  tokens
    .filter(token => token.text.trim() !== '')
    .map(token => (token[look] ? '1' : '0').repeat(token.key.length))
    .join('')

/** What somebody did to the words of a line, as they stand against what was generated. */
export function describeWords(base: Line, theirs: Line, report: Report, as: Line): void {
  const [was, is] = [textOf(base.tokens), textOf(theirs.tokens)]
  const open = theirs.tokens.filter(token => token.change)
  const settled = textOf(theirs.tokens.filter(token => token.change?.kind !== 'inserted'))
  if (open.length > 0)
    report.edit(
      'tracked',
      as,
      textOf(theirs.tokens.filter(t => t.change?.kind === 'deleted')),
      textOf(theirs.tokens.filter(t => t.change?.kind === 'inserted')),
    )
  const now = open.length > 0 ? settled : is
  if (!isSameButForm(was, now)) report.edit('reworded', as, was, now)
  else if (was !== now) report.edit('retouched', as, was, now)
  if (
    isSameButForm(was, now) &&
    open.length === 0 &&
    (looks(base.tokens, 'strong') !== looks(theirs.tokens, 'strong') ||
      looks(base.tokens, 'emphasis') !== looks(theirs.tokens, 'emphasis'))
  )
    report.edit('formatted', as, was, is)
  for (const note of new Set(theirs.tokens.flatMap(token => token.notes ?? [])))
    report.edit('commented', as, '', `${note.author}: ${note.comment}`)
}
