/** What the handlers share while one document is rendered: what they read, and the few lists and counters they add to. */
import type { ICommentOptions } from 'docx'
import type { HouseStyle } from '../../document/house-style.ts'
import type { Block, Document } from '../../document/nodes.ts'
import type { Label, Numbering } from '../../document/number.ts'
import { InternalError } from '../../findings/finding.ts'
import { type Element, element, group, valued } from './elements.ts'
import { type Allocator, createAllocator } from './ids.ts'

/** One line of the contents list. */
export interface Entry {
  /** Parts and schedules stand at the top level, clauses below them. */
  readonly kind: 'part' | 'schedule' | 'clause'
  readonly number?: string
  readonly title: string
  readonly bookmark: string
}

/** The state of one rendering. Only `comments`, `asked`, `entries` and the counters change. */
export interface Rendering {
  readonly document: Document
  readonly numbering: Numbering
  readonly style: HouseStyle
  /** For each paragraph of a schedule, itself and the paragraphs it stands in, outermost first. */
  readonly lineage: ReadonlyMap<string, readonly string[]>
  readonly next: Allocator
  readonly comments: ICommentOptions[]
  /** The intake paths that a comment has already asked about. */
  readonly asked: Set<string>
  readonly entries: Entry[]
}

/** Where a block stands. Passed down, never changed. */
export interface Context {
  readonly within: 'agreement' | 'schedule'
  /** The level of the clause that holds the block; 0 outside clauses. */
  readonly level: 0 | 1 | 2 | 3 | 4
  /** How many bulleted lists hold the block. */
  readonly bullets: number
  /** In a table: how its column is aligned; `label` for the first column of a form. */
  readonly cell?: 'left' | 'right' | 'center' | 'label'
  /** The block's last paragraph leads in to what follows, such as a table, and must not be parted from it. */
  readonly leads?: boolean
  /** Width of the text, for tables. */
  readonly width: number
}

const schedulePaths = (document: Document): ReadonlyMap<string, readonly string[]> => {
  const paths = new Map<string, readonly string[]>()
  const visit = (blocks: readonly Block[], above: readonly string[]): void => {
    for (const block of blocks)
      if (block.type === 'clause') {
        const path = [...above, block.id]
        paths.set(block.id, path)
        visit(block.children, path)
      }
  }
  for (const block of document.body) if (block.type === 'schedule') visit(block.children, [])
  return paths
}

/** Starts the rendering of one document. */
export const startRendering = (document: Document, numbering: Numbering, style: HouseStyle): Rendering => ({
  document,
  numbering,
  style,
  lineage: schedulePaths(document),
  next: createAllocator(),
  comments: [],
  asked: new Set(),
  entries: [],
})

/** The number of a block that the document is known to hold. */
export function labelOf(id: string, rendering: Rendering): Label {
  const label = rendering.numbering.get(id)
  if (!label) throw new InternalError(`Nothing in the document is numbered under the id '${id}'`)
  return label
}

/** A paragraph in a style, which decides its look. `leads` holds one that introduces something to what it introduces. */
export const paragraph = (style: string, children: readonly Element[], leads = false): Element =>
  group('w:p', [
    group('w:pPr', leads ? [valued('w:pStyle', style), element('w:keepNext')] : [valued('w:pStyle', style)]),
    ...children,
  ])
