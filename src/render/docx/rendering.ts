/** What the handlers share while one document is rendered: what they read, and the few lists and counters they add to. */
import type { ICommentOptions } from 'docx'
import type { HouseStyle } from '../../document/house-style.ts'
import type { Block, Document } from '../../document/nodes.ts'
import type { Label, Numbering } from '../../document/number.ts'
import { InternalError } from '../../findings/finding.ts'
import { type Element, group, valued } from './elements.ts'
import { type Allocator, createAllocator } from './ids.ts'

/** One line of the contents list. */
export interface Entry {
  readonly level: 1 | 2
  readonly number?: string
  readonly title: string
  readonly bookmark: string
}

/** The state of one rendering. Only `comments`, `entries` and the counters change. */
export interface Rendering {
  readonly document: Document
  readonly numbering: Numbering
  readonly style: HouseStyle
  /** For each paragraph of a schedule, itself and the paragraphs it stands in, outermost first. */
  readonly lineage: ReadonlyMap<string, readonly string[]>
  readonly next: Allocator
  readonly comments: ICommentOptions[]
  readonly entries: Entry[]
}

/** Where a block stands. Passed down, never changed. */
export interface Context {
  readonly within: 'agreement' | 'schedule'
  /** The level of the clause that holds the block; 0 outside clauses. */
  readonly level: 0 | 1 | 2 | 3 | 4
  /** How many bulleted lists hold the block. */
  readonly bullets: number
  /** In a table: how its column is aligned. */
  readonly cell?: 'left' | 'right' | 'center'
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
  entries: [],
})

/** The number of a block that the document is known to hold. */
export function labelOf(id: string, rendering: Rendering): Label {
  const label = rendering.numbering.get(id)
  if (!label) throw new InternalError(`Nothing in the document is numbered under the id '${id}'`)
  return label
}

/** A paragraph in a style. Everything else about its look is the style's affair. */
export const paragraph = (style: string, children: readonly Element[]): Element =>
  group('w:p', [group('w:pPr', [valued('w:pStyle', style)]), ...children])
