/** A block and the tracked change of its own line in; out, the block with the change where the model wants it. */
import type { Block, Change, Clause, Definition, Inline, Party, Recital, Schedule } from '../nodes.ts'
import type { Line } from './lines.ts'

/** A line with what hangs under it. */
export interface Node {
  readonly line: Line
  readonly children: Node[]
  /** Of a table: the block itself. */
  readonly block?: Block
}

type Container = Clause | Definition | Party | Recital | Schedule

const isAlike = (block: Block, { kind, author }: Change): boolean =>
  block.type === 'bullets' && !block.change
    ? block.items.every(item => item.every(one => isAlike(one, { kind, author, date: '' })))
    : block.change?.kind === kind && block.change.author === author

/** A block without marks of its own or inside. */
function bare(block: Block): Block {
  const { change: _, ...plain } = block
  const inside = plain as Block
  if (inside.type === 'bullets') return { ...inside, items: inside.items.map(item => item.map(bare)) }
  return 'children' in inside &&
    inside.type !== 'heading' &&
    inside.type !== 'para' &&
    inside.type !== 'executionBlock'
    ? ({ ...inside, children: (inside.children as readonly Block[]).map(bare) } as Block)
    : inside
}

const changed = (change: Change, inlines: readonly Inline[]): readonly Inline[] =>
  inlines.length === 0 ? [] : [{ type: 'changed', change, children: inlines }]

/**
 * Marks a numbered block. When all that hangs under it changes alike, the block changes as a whole. Otherwise only its
 * own words do, since its number is still needed.
 */
export function settled(block: Container, change: Change | undefined): Block {
  if (!change) return block
  const isTitled = 'title' in block && block.title !== undefined
  const [first, ...others] = block.children
  const under = isTitled || first?.type !== 'para' ? block.children : others
  if (under.every(child => isAlike(child, change)))
    return { ...block, children: block.children.map(bare), change } as Block
  if (isTitled) return { ...block, title: changed(change, block.title!) } as Block
  return first?.type === 'para'
    ? ({ ...block, children: [{ ...first, children: changed(change, first.children) }, ...others] } as Block)
    : block
}
