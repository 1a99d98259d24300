/** What the Typst template walks: every node type of a sheet, plain data with measures in points, written as JSON. */

/** Text, or a piece of text that looks, leads or breaks in some way. */
export type Run =
  | string
  | {
      readonly t: string
      /** Bold, italic, both, a defined term, or a gap. */
      readonly s?: 'b' | 'i' | 'bi' | 'gap'
      /** The label of the block that the piece leads to. */
      readonly to?: string
    }
  | { readonly br: true }

/** Measures of a paragraph: space above, start of its text, how far a number hangs out to the left of that. */
export interface Measures {
  readonly above: number
  readonly left?: number
  readonly hang?: number
}

export interface SheetPara extends Measures {
  readonly k: 'para'
  readonly r: readonly Run[]
  /** What stands in the margin before the first line. */
  readonly n?: string
  /** Label that references lead to. */
  readonly id?: string
  readonly look?: 'label' | 'grey' | 'kind' | 'party' | 'subtitle' | 'state' | 'notice'
  /** Must not be parted from what follows. */
  readonly keep?: boolean
}
export interface SheetHeading extends Measures {
  readonly k: 'heading'
  readonly level: number
  readonly size: number
  readonly r: readonly Run[]
  readonly n?: string
  readonly id?: string
  /** A line under it. */
  readonly rule?: boolean
  /** What the contents and the bookmarks call it, if not by its words. */
  readonly name?: readonly Run[]
  /** Which contents list it: a paper's title, a part of the agreement, a clause of it. None, if left out. */
  readonly list?: 'paper' | 'part' | 'clause'
}
export interface SheetList extends Measures {
  readonly k: 'list'
  readonly items: readonly (readonly SheetBlock[])[]
  readonly keep?: boolean
}
export interface SheetTable {
  readonly k: 'table'
  readonly above: number
  readonly caption: readonly Run[]
  /** In points, one a column. */
  readonly widths: readonly number[]
  readonly aligns: readonly ('left' | 'right' | 'center')[]
  readonly titles: readonly (readonly Run[])[]
  readonly form: boolean
  /** So short that it stays on one page. */
  readonly short: boolean
  /** How many rows at its end are not parted: none, or two, as in Word. */
  readonly ending: number
  /** How much of a page its start needs, in points. */
  readonly room: number
  readonly rows: readonly SheetRow[]
}
export interface SheetCell {
  readonly c: readonly SheetBlock[]
  /** Six hex digits behind the words; what it means stands in the words too. */
  readonly fill?: string
}
export interface SheetRow {
  readonly cells: readonly SheetCell[]
  /** The row is low enough to stay on one page. */
  readonly whole: boolean
  /** The least height, where someone writes by hand. */
  readonly height?: number
}
/** Where somebody signs: kept on one page. */
export interface SheetSigning {
  readonly k: 'signing'
  readonly opening: readonly SheetBlock[]
  readonly lines: readonly SheetSigningLine[]
  /** Where what is known or signed starts, after the label. */
  readonly start: number
  /** The box that a seal goes into. */
  readonly seal: { readonly width: number; readonly height: number }
}
export interface SheetSigningLine {
  readonly label: readonly Run[]
  readonly value: readonly Run[]
  readonly kind: 'known' | 'line' | 'seal' | 'field'
  /** The field to be put here. */
  readonly field?: { readonly name: string; readonly height: number }
}

/** Labels with what is known, such as a reference and a date. */
export interface SheetLines {
  readonly k: 'lines'
  readonly above: number
  /** Where what is known starts, after the label. */
  readonly start: number
  readonly lines: readonly { readonly label: readonly Run[]; readonly value: readonly Run[] }[]
}

/** A drawing below its caption, on one page. */
export interface SheetPicture {
  readonly k: 'picture'
  readonly above: number
  readonly svg: string
  readonly width: number
  readonly height: number
  /** What a screen reader says in its place. */
  readonly alt: string
  readonly caption: readonly Run[]
}

/** Room above what stands on a cover. */
export interface SheetSpace {
  readonly k: 'space'
  readonly height: number
}

export type SheetBlock =
  | SheetSpace
  | SheetPicture
  | SheetPara
  | SheetHeading
  | SheetList
  | SheetTable
  | SheetSigning
  | SheetLines

/** Blocks that share a run of pages. */
export interface SheetRun {
  readonly flipped: boolean
  readonly blocks: readonly SheetBlock[]
}

/** One paper of the book. */
export interface Sheet {
  readonly id: string
  /** Stands at the head of its pages. */
  readonly head: readonly Run[]
  readonly cover?: readonly SheetBlock[]
  readonly runs: readonly SheetRun[]
  readonly onePage: boolean
  readonly contents: boolean
  readonly bookContents: boolean
  readonly pagesAfter: number
}
