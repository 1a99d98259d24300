/** The document model: every node type, plain read-only data, and nothing else. Renderers have one handler per type. */

/** Where a block came from: the template file (relative to the library) and the line in it. */
export interface Origin {
  readonly template: string
  readonly line: number
}

/**
 * A tracked change, as Word keeps one. What is `inserted` goes when the change is rejected, what is `deleted` when it is
 * accepted. A document without any is a plain one: only comparison and merging make them.
 */
export interface Change {
  readonly kind: 'inserted' | 'deleted'
  readonly author: string
  /** ISO date, or date and time. */
  readonly date: string
  /** Of a deletion: the insertion, open too, whose words it strikes out again. Whoever settles all is left with none of them. */
  readonly within?: Change
}
/** What may be inserted or deleted as a whole, with everything in it. */
export interface Changeable {
  readonly change?: Change
}

// Inlines

export interface Text {
  readonly type: 'text'
  readonly text: string
}
export interface Strong {
  readonly type: 'strong'
  readonly children: readonly Inline[]
}
export interface Emphasis {
  readonly type: 'emphasis'
  readonly children: readonly Inline[]
}
/** An answer, printed as typed. `path` is its intake path, such as `partners[family-voice].legal_name`. */
export interface Fact {
  readonly type: 'fact'
  readonly path: string
  readonly text: string
}
/** A place that waits for an answer. Prints highlighted and bracketed, with a comment in Word. */
export interface Gap {
  readonly type: 'gap'
  readonly path: string
  readonly reason: 'missing' | 'disputed' | 'undecided'
  /** What stands between the brackets. */
  readonly text: string
  /** What the margin comment says: what to ask, who answers, the intake path. */
  readonly comment: string
}
/** A pointer to a clause, schedule or recital by id. Its number is looked up when rendered. */
export interface CrossReference {
  readonly type: 'crossReference'
  readonly target: string
}
export interface LineBreak {
  readonly type: 'lineBreak'
}

/** Words inserted or deleted. Within a deletion, references print the numbers from before the changes. */
export interface Changed {
  readonly type: 'changed'
  readonly change: Change
  readonly children: readonly Inline[]
}
/** Words with a comment in the margin, such as why two edits of one place could not both stand. */
export interface Remark {
  readonly type: 'remark'
  readonly author: string
  /** ISO date, or date and time. */
  readonly date: string
  readonly comment: string
  readonly children: readonly Inline[]
}

export type Inline = Text | Strong | Emphasis | Fact | Gap | CrossReference | LineBreak | Changed | Remark

// Blocks

/** A heading that carries no number, such as the head "A Introduction" or a part of a schedule. Level 1 stands in the contents. */
export interface Heading extends Changeable {
  readonly type: 'heading'
  readonly level: 1 | 2
  readonly children: readonly Inline[]
}
/** An unnumbered block of text. */
export interface Para extends Changeable {
  readonly type: 'para'
  readonly children: readonly Inline[]
}
/** A bulleted list; each item is blocks. An item is inserted or deleted when all of its blocks are. */
export interface Bullets extends Changeable {
  readonly type: 'bullets'
  readonly items: readonly (readonly Block[])[]
}
/**
 * A numbered item. In the agreement: level 1 is `1.` with a title, 2 is `1.1`, 3 `(a)`, 4 `(i)`.
 * Inside a schedule the same levels number its paragraphs. The number is never stored. One that moved stands twice under
 * its id in a marked document: deleted where it was, inserted where it is.
 */
export interface Clause extends Changeable {
  readonly type: 'clause'
  readonly id: string
  readonly level: 1 | 2 | 3 | 4
  /** Level 1 only. */
  readonly title?: readonly Inline[]
  /** The first block, if a para, is the text beside the number; the rest follow it, indented. */
  readonly children: readonly Block[]
  readonly from: Origin
}
/** A party to the agreement, numbered (1), (2). */
export interface Party extends Changeable {
  readonly type: 'party'
  readonly id: string
  readonly children: readonly Block[]
  readonly from: Origin
}
/** A background statement, numbered (A), (B). */
export interface Recital extends Changeable {
  readonly type: 'recital'
  readonly id: string
  readonly children: readonly Block[]
  readonly from: Origin
}
/** A defined term and its meaning. */
export interface Definition extends Changeable {
  readonly type: 'definition'
  readonly id: string
  readonly term: string
  readonly children: readonly Block[]
  readonly from: Origin
}
export interface Column {
  readonly title: string
  /** Share of the table's width; shares need not add to any total. */
  readonly width: number
  readonly align: 'left' | 'right' | 'center'
}
/** How grave what a cell says is. A renderer shades the cell; the cell's own words say the same. */
export type Tone = 'low' | 'medium' | 'high'
export interface Cell {
  readonly children: readonly Block[]
  readonly tone?: Tone
}
export interface Row extends Changeable {
  /** Stable: the intake item's id, or the template row's own. */
  readonly id: string
  readonly cells: readonly Cell[]
}
/** A data table: one header row, no merged cells. `caption` names it for everyone, sighted or not. */
export interface Table extends Changeable {
  readonly type: 'table'
  readonly id: string
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly from: Origin
}
/** An attached part with its own numbering. */
export interface Schedule extends Changeable {
  readonly type: 'schedule'
  readonly id: string
  readonly title: readonly Inline[]
  readonly layout: 'portrait' | 'landscape'
  readonly children: readonly Block[]
  readonly from: Origin
}
/** A line to be completed when signing: a label, and what is already known. */
export interface SigningLine extends Changeable {
  readonly label: string
  readonly value: readonly Inline[]
}
/** Where one party signs, or seals. Kept on one page. */
export interface ExecutionBlock extends Changeable {
  readonly type: 'executionBlock'
  readonly id: string
  readonly children: readonly Para[]
  readonly lines: readonly SigningLine[]
  readonly from: Origin
}

/** One step of a diagram: what it says, and where each answer leads. The first way on leads down the page. */
export interface Step {
  readonly id: string
  readonly kind: 'start' | 'question' | 'action' | 'end'
  readonly text: string
  readonly next: readonly { readonly to: string; readonly when?: string }[]
}
/** A path of decisions. Renderers that can draw do; the same steps give the words for those who cannot see it. */
export interface Diagram extends Changeable {
  readonly type: 'diagram'
  readonly id: string
  readonly caption: string
  readonly steps: readonly Step[]
  readonly from: Origin
}

export type Block =
  | Heading
  | Para
  | Bullets
  | Clause
  | Party
  | Recital
  | Definition
  | Table
  | Schedule
  | ExecutionBlock
  | Diagram

// The whole

/** One line of the cover: a label ("Reference") and its text. */
export interface CoverLine extends Changeable {
  readonly label: string
  readonly value: readonly Inline[]
}
export interface Cover {
  /** Such as "Partnership agreement". */
  readonly kind: string
  readonly title: readonly Inline[]
  /** Between whom: one entry a party. */
  readonly parties: readonly (readonly Inline[])[]
  readonly lines: readonly CoverLine[]
  /** The notice at its foot, such as that the draft needs a lawyer's review. */
  readonly notice: readonly Inline[]
}
/** Facts about the file, for Word's properties and the header; nothing private may stand here. */
export interface Properties {
  readonly title: string
  readonly subject: string
  readonly author: string
  readonly reference: string
  readonly version: string
  /** Printed in the header and as the watermark until final; empty when final. */
  readonly state: string
  /** ISO date that stands for "created": from the intake or the as-at date, never the clock. */
  readonly date: string
}
export interface Document {
  readonly properties: Properties
  readonly cover: Cover
  /** In order: front matter, heads and clauses, schedules, execution. */
  readonly body: readonly Block[]
  /**
   * `page`: a cover and a list of contents stand before the body. `cover`: a cover alone. `heading`: the title stands over the
   * body. Left out: `page`.
   */
  readonly front?: 'page' | 'cover' | 'heading'
  /** How the pages of the body lie, schedules apart, which say so themselves. Left out: `portrait`. */
  readonly layout?: 'portrait' | 'landscape'
}
