/** What the handlers share while one document is set, and where a block stands in it. */
import type { HouseStyle } from '../../document/house-style.ts'
import type { Block } from '../../document/nodes.ts'
import type { Numbering } from '../../document/number.ts'
import { textWidth } from '../docx/text-width.ts'
import type { Run, SheetSigningLine } from './sheet.ts'

export interface Setting {
  readonly numbering: Numbering
  readonly style: HouseStyle
  /** The gate for every text: characters that the fonts lack are shown by their code. */
  readonly printable: (text: string) => string
  /** The label, in the whole pack, of a block of this document. */
  readonly label: (id: string) => string
  /** Whether people type into the lines of its signing blocks. Given a line's label, the field to put there. */
  readonly field: (label: string) => SheetSigningLine['field']
  /** Whether the contents of the book list the paper, and its parts. */
  readonly lists: { readonly paper: boolean; readonly parts: boolean }
  /** The id of the schedule that everything set now stands in. */
  readonly schedule?: string
  /** Blocks near the end of a run of pages that stay with what follows. */
  readonly kept: ReadonlySet<Block>
  /** Levels of headings so far: a level may not be skipped on the way down (PDF/UA-1, 7.4.2). */
  readonly levels: { last: number }
}

/** Where a block stands. Passed down, never changed. */
export interface Context {
  readonly within: 'agreement' | 'schedule'
  /** The level of the clause that holds the block; 0 outside clauses. */
  readonly level: 0 | 1 | 2 | 3 | 4
  /** How many bulleted lists hold the block. */
  readonly bullets: number
  /** In a table: `label` for the first column of a form. */
  readonly cell?: 'text' | 'label'
  /** The block's last paragraph leads in to what follows and must not be parted from it. */
  readonly leads?: boolean
  /** Room for text, in points. */
  readonly width: number
}

/** A break that may be taken and leaves no mark. */
const BREAK = '\u200B'
/** Bold is wider by this much at most. */
const BOLD = 1.1
/** No character is wider than this share of the type size. */
const WIDEST = 1.1

/** Lets words that are wider than their room break between characters, rather than run over its edge. */
export const fitted = (runs: readonly Run[], width: number, { style }: Setting): readonly Run[] =>
  runs.map(run =>
    typeof run === 'string'
      ? broken(run, width / style.size)
      : 't' in run
        ? { ...run, t: broken(run.t, width / style.size) }
        : run,
  )

/** The text with breaks in those of its words that are wider than `room`, a multiple of the type size. */
const broken = (text: string, room: number): string =>
  text.length * WIDEST < room
    ? text
    : text
        .split(/(\s)/)
        .map(word => (textWidth(word) * BOLD < room ? word : parts(word, room).join(BREAK)))
        .join('')

/** A long word in parts: an address or a reference after its points, and anything else after every few characters. */
const parts = (word: string, room: number): readonly string[] =>
  word
    .split(/(?<=[@./_?&=])/)
    .flatMap(part => (textWidth(part) * BOLD < room ? [part] : (part.match(/[\s\S]{1,4}/gu) ?? [])))
