/** What a document is to a merge: lines, each a paragraph as Word has it or a whole table, and where each one hangs. */
import type { Change, Column, Diagram, Origin, Table } from '../nodes.ts'
import type { Token } from './tokens.ts'

export type LineKind =
  | 'coverKind'
  | 'coverTitle'
  | 'coverBetween'
  | 'coverParty'
  | 'coverLine'
  | 'coverNotice'
  | 'heading'
  | 'schedule'
  | 'clause'
  | 'party'
  | 'recital'
  | 'definition'
  | 'para'
  | 'bullet'
  | 'caption'
  | 'table'
  | 'diagram'
  | 'execution'
  | 'signing'

/** Where a line hangs. A container holds the lines after it that hang deeper; see `ranks`. */
export interface Line {
  readonly kind: LineKind
  /** Of a heading 1 or 2; of a clause 1 to 4; of a bullet how deep it stands in its lists. */
  readonly level: number
  /** The id of what it is, where that has one. */
  readonly key?: string
  /** It stands in the deepest open container whose rank is not above this. */
  readonly into: number
  readonly tokens: readonly Token[]
  /** A clause whose words are a title. */
  readonly isTitled?: boolean
  readonly table?: TableLine
  /** A picture of ours, which nobody edits: it stays where it is generated. */
  readonly diagram?: Diagram
  readonly layout?: 'portrait' | 'landscape'
  readonly from?: Origin
  readonly change?: Change
  /** Of a line read from Word: its style is not one of ours, so how it hangs is a guess. */
  readonly isGuess?: boolean
  /** Of a numbered line read from Word: it had no bookmark, so its id was made. */
  readonly isNew?: boolean
}
export interface TableLine {
  /** Everything of the table but its rows. */
  readonly head: Omit<Table, 'rows'>
  readonly columns: readonly (readonly Token[])[]
  readonly rows: readonly RowLine[]
}
export interface RowLine {
  readonly key?: string
  readonly cells: readonly (readonly Line[])[]
  readonly change?: Change
}

/** The rank of each container. A line that hangs into a rank closes every container above it. */
export const ranks = {
  root: 0,
  schedule: 1,
  item: 2,
  execution: 2,
  clause: (level: number): number => 1 + level,
  definition: 3.5,
  bullet: (depth: number): number => 10 + depth,
} as const

/** The rank of what a line opens; undefined when it holds nothing. */
export function rankOf(line: Line): number | undefined {
  switch (line.kind) {
    case 'schedule':
      return ranks.schedule
    case 'clause':
      return ranks.clause(line.level)
    case 'party':
    case 'recital':
      return ranks.item
    case 'definition':
      return ranks.definition
    case 'bullet':
      return ranks.bullet(line.level)
    default:
      return undefined
  }
}

/** For each line the line that holds it, by index; -1 for those that nothing holds. */
export function parentsOf(lines: readonly Line[]): readonly number[] {
  const open: { readonly rank: number; readonly index: number }[] = []
  return lines.map((line, index) => {
    while (open.length > 0 && open.at(-1)!.rank > line.into) open.pop()
    const parent = open.at(-1)?.index ?? -1
    const rank = rankOf(line)
    if (rank !== undefined) open.push({ rank, index })
    return parent
  })
}

/** The columns of a table with the titles as they now read. */
export const retitled = (columns: readonly Column[], titles: readonly string[]): readonly Column[] =>
  columns.map((column, index) => ({ ...column, title: titles[index] ?? column.title }))
