/** The blocks of a run of pages in; those near its end that stay with what follows, so that its last page holds more than a line or two, out. */
import type { Block, Inline } from '../document/nodes.ts'

/** The last page of a run holds at least about this many lines. */
const LINES = 8
/** Letters on a line of a clause, about. */
const LETTERS = 85

interface Leaf {
  readonly block: Block
  readonly lines: number
  /** Whether other blocks stand in it: then they come after it, and its own words lead in to them. */
  readonly holdsMore?: boolean
}

const lettersIn = (nodes: readonly Inline[]): number =>
  nodes.reduce(
    (sum, node) =>
      sum + ('children' in node ? lettersIn(node.children) : 'text' in node ? node.text.length : LETTERS / 8),
    0,
  )

const linesOf = (block: Block | undefined): number =>
  block?.type === 'para' ? Math.ceil(lettersIn(block.children) / LETTERS) : 1

/** What prints as a paragraph or a list of its own, from the end back. A table has rules of its own for where it parts. */
function* backwards(blocks: readonly Block[]): Generator<Leaf> {
  for (const block of blocks.toReversed())
    if (block.type === 'schedule') yield* backwards(block.children)
    else if ('children' in block && 'id' in block && block.type !== 'executionBlock') {
      const [first, ...rest] = block.children
      yield* backwards(rest)
      yield {
        block,
        lines: linesOf(first),
        holdsMore: rest.length > 0 || ('title' in block && !!block.title),
      }
    } else if (block.type === 'bullets') yield { block, lines: block.items.length }
    else yield { block, lines: block.type === 'para' || block.type === 'heading' ? linesOf(block) : LINES }
}

/** Whether the end of a page may not part this line of a list of lines from the next: the last three stand together. */
export const isNearEnd = (index: number, length: number): boolean => index >= length - 3 && index < length - 1

/** Finds the blocks that the end of a page may not part from what follows. */
export function keptAtEnd(run: readonly Block[]): ReadonlySet<Block> {
  const kept = new Set<Block>()
  let below = 0
  for (const { block, lines, holdsMore } of backwards(run)) {
    if (below > 0 && !holdsMore) kept.add(block)
    below += lines
    if (below >= LINES) return kept
  }
  // Less than that is one page as it is.
  return new Set()
}
