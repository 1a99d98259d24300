/** Blocks in a row in; which of them lead in to the next, so that a page's end may not part the two, out. */
import type { Block, Inline } from '../document/nodes.ts'

/** Blocks that a sentence leads in to: parted from it by the end of a page, neither makes sense. */
export const isLedInTo = (block: Block | undefined): boolean =>
  block?.type === 'table' ||
  block?.type === 'bullets' ||
  block?.type === 'executionBlock' ||
  (block?.type === 'clause' && block.level > 2)

/** Whether a sentence ends in a colon, so that whatever follows belongs to it. */
export function announces(nodes: readonly Inline[]): boolean {
  const last = nodes.at(-1)
  return last?.type === 'text' && last.text.trimEnd().endsWith(':')
}

/** Of two items in a row the first leads in to nothing; a sentence before a list does, and so does any before a table. */
export const leadsIn = (block: Block, next: Block): boolean =>
  next.type === 'table' || (block.type === 'para' && (announces(block.children) || isLedInTo(next)))

/** Whether a paragraph stands between the heading of a part and that of its first part: it belongs to both. */
export const introduces = (before: Block | undefined, next: Block | undefined): boolean =>
  before?.type === 'heading' && next?.type === 'heading' && next.level > before.level
