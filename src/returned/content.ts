/** What is read from a Word file that came back: paragraphs and tables, with looks, fields, marks and comments. */

import type { Note } from '../document/merge/tokens.ts'
import type { Change } from '../document/nodes.ts'

/** A stretch of a paragraph of one look. */
export interface Piece {
  /** Tabs and line ends stand as `\t` and `\n`. */
  readonly text: string
  readonly strong: boolean
  readonly emphasis: boolean
  /** The style of the characters, by our name for it. */
  readonly style?: string
  readonly change?: Change
  readonly notes?: readonly Note[]
  /** The bookmark that a REF field points at; the text is what the field shows. */
  readonly target?: string
}
export interface ReturnedParagraph {
  readonly type: 'paragraph'
  /** Our name for its style; undefined when it is none of ours. */
  readonly style?: string
  readonly bookmarks: readonly string[]
  /** The tag of the content control that it opens, such as `clause:disputes`. */
  readonly tag?: string
  readonly pieces: readonly Piece[]
  /** The tracked change of the paragraph as a whole: of its mark. */
  readonly change?: Change
  /** Outline or list level, where the style says nothing: 0 for the first. */
  readonly listLevel?: number
}
export interface ReturnedRow {
  readonly isHeader: boolean
  readonly cells: readonly (readonly ReturnedBlock[])[]
  readonly change?: Change
}
export interface ReturnedTable {
  readonly type: 'table'
  /** The words a screen reader gives for it. */
  readonly caption: string
  readonly widths: readonly number[]
  readonly rows: readonly ReturnedRow[]
}
export type ReturnedBlock = ReturnedParagraph | ReturnedTable

/** Something that stands in the file and has no place in an agreement as we make it. */
export interface Leftover {
  readonly what: string
  readonly text: string
}
export interface Returned {
  readonly blocks: readonly ReturnedBlock[]
  /** The lines of its contents list. */
  readonly contents: readonly string[]
  readonly leftovers: readonly Leftover[]
  /** What stands at the head and foot of its pages, one text a part. */
  readonly margins: readonly { readonly where: 'header' | 'footer'; readonly text: string }[]
  /** The text that says what it was generated as, and the hash that a property gives for it. */
  readonly memory?: string
  readonly hash?: string
}
