/** A document's body in; what shares a run of pages out: each schedule by itself, the signatures, and what stands between. */
import type { Block, Document } from '../document/nodes.ts'

export type Layout = 'portrait' | 'landscape'

export interface PageRun {
  readonly layout: Layout
  readonly blocks: readonly Block[]
}

/** Whether a part headed by the block at `from` holds the places where the parties sign. */
function isSigned(body: readonly Block[], from: number): boolean {
  const next = body.findIndex((block, index) => index > from && block.type === 'heading' && block.level === 1)
  return body.slice(from, next < 0 ? undefined : next).some(block => block.type === 'executionBlock')
}

/** Splits a body into its runs of pages, in order. */
export function pageRuns({ body, front, layout = 'portrait' }: Document): readonly PageRun[] {
  // A landscape paper is tables throughout, and below the last there is room for whoever signs it.
  const goesOn = front === 'heading' && layout === 'landscape'

  const runs: { readonly layout: Layout; readonly blocks: Block[] }[] = []
  let open: (typeof runs)[number] | undefined
  for (const [index, block] of body.entries()) {
    if (!goesOn && block.type === 'heading' && block.level === 1 && isSigned(body, index)) open = undefined
    if (block.type === 'schedule') {
      open = undefined
      runs.push({ layout: block.layout, blocks: [block] })
    } else if (open) open.blocks.push(block)
    else {
      open = { layout, blocks: [block] }
      runs.push(open)
    }
  }
  return runs
}
