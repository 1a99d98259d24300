/** What the handlers share while one document is rendered: what they read, and the few lists and counters they add to. */
import { bookmarkName } from '../../document/bookmarks.ts'
import { firstChange, movedIds } from '../../document/changes.ts'
import type { HouseStyle } from '../../document/house-style.ts'
import type { Block, Change, Document } from '../../document/nodes.ts'
import { type Label, type Numbering, numberBefore } from '../../document/number.ts'
import { InternalError } from '../../findings/finding.ts'
import type { Rasterise } from '../diagram/rasterise.ts'
import { keptAtEnd } from '../page-ends.ts'
import { pageRuns } from '../page-runs.ts'
import { type Element, element, group, valued } from './elements.ts'
import { type Allocator, createAllocator } from './ids.ts'

/** What a line of the contents list says. */
export interface Reading {
  readonly number?: string
  readonly title: string
}
/** One line of the contents list. */
export interface Entry extends Reading {
  /** The id of what has the heading; a part has none. */
  readonly id?: string
  /** Parts and schedules stand at the top level, clauses below them. */
  readonly kind: 'part' | 'schedule' | 'clause'
  readonly bookmark: string
  /** The change of the whole line. */
  readonly change?: Change
  /** How the line read before the changes, where only its words or number changed, and who changed them. */
  readonly was?: Reading & { readonly by: Change }
}

/** The state of one rendering. Only `comments`, `asked`, `entries` and the counters change. */
export interface Rendering {
  readonly document: Document
  readonly numbering: Numbering
  /** The tracked change that everything rendered now is part of. */
  readonly change?: Change
  /** The rendering of what is deleted: numbers and places as they were before the changes. */
  readonly asItWas?: Rendering
  /** The document's first tracked change: who stands for all of them where a number or a contents line follows suit. */
  readonly revision?: Change
  /** The id of the schedule that everything rendered now stands in. */
  readonly schedule?: string
  /** Ids of blocks that moved, and so stand in the document twice. */
  readonly twins: ReadonlySet<string>
  /** Blocks near the end of a run of pages that stay with what follows. */
  readonly kept: ReadonlySet<Block>
  readonly style: HouseStyle
  /** Draws diagrams; without it they stand in words only. */
  readonly rasterise?: Rasterise
  /** For each paragraph of a schedule, itself and the paragraphs it stands in, outermost first. */
  readonly lineage: ReadonlyMap<string, readonly string[]>
  readonly next: Allocator
  readonly comments: Element[]
  /** The intake paths that a comment has already asked about. */
  readonly asked: Set<string>
  readonly entries: Entry[]
  /** Whether only XML is wanted of it, so that blocks rendered before may be used again. */
  readonly reuses?: boolean
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

const schedulePaths = (
  document: Document,
  without: Change['kind'],
): ReadonlyMap<string, readonly string[]> => {
  const paths = new Map<string, readonly string[]>()
  const visit = (blocks: readonly Block[], above: readonly string[]): void => {
    for (const block of blocks)
      if (block.type === 'clause' && block.change?.kind !== without) {
        const path = [...above, block.id]
        paths.set(block.id, path)
        visit(block.children, path)
      }
  }
  for (const block of document.body)
    if (block.type === 'schedule' && block.change?.kind !== without) visit(block.children, [])
  return paths
}

/** Starts the rendering of one document. */
export function startRendering(
  document: Document,
  numbering: Numbering,
  style: HouseStyle,
  rasterise?: Rasterise,
): Rendering {
  const revision = firstChange(document)
  const shared = {
    document,
    style,
    ...(rasterise && { rasterise }),
    ...(revision && { revision }),
    twins: revision ? movedIds(document.body) : new Set<string>(),
    kept: new Set(pageRuns(document).flatMap(({ blocks }) => [...keptAtEnd(blocks)])),
    next: createAllocator(),
    comments: [],
    entries: [],
  }
  const now = { numbering, lineage: schedulePaths(document, 'deleted') }
  const before = revision
    ? { numbering: numberBefore(document), lineage: schedulePaths(document, 'inserted') }
    : now
  return {
    ...shared,
    ...now,
    asked: new Set(),
    asItWas: { ...shared, ...before, asked: new Set() },
  }
}

/** The rendering of what one change inserts or deletes. */
export const under = (change: Change, rendering: Rendering): Rendering => ({
  ...(change.kind === 'deleted' ? (rendering.asItWas ?? rendering) : rendering),
  ...(rendering.schedule !== undefined && { schedule: rendering.schedule }),
  change,
})

/** Whether what is rendered now is gone once the changes are accepted. */
export const isGone = ({ asItWas }: Rendering): boolean => asItWas === undefined

/** The bookmark of a numbered block; where it moved, its old place has one of its own. */
export const bookmarkOf = (id: string, rendering: Rendering): string =>
  bookmarkName(isGone(rendering) && rendering.twins.has(id) ? `${id}, as it was` : id)

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
