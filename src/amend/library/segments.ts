/** The body of a document in; out, the stretches of it that one template each has made, and the headings between them. */
import type { Block } from '../../document/nodes.ts'

export interface Segment {
  /** Its template's file, or its heading's words where no template made it. No two are the same. */
  readonly key: string
  /** Empty for a heading over the clauses of a part, and for the page that lists the versions. */
  readonly template: string
  readonly blocks: readonly Block[]
}

/** A clause or schedule is a stretch of its own; parties, recitals and places for signing stand under a heading. */
export function segmentsOf(body: readonly Block[]): readonly Segment[] {
  const groups: Block[][] = []
  for (const block of body) {
    const last = groups.at(-1)
    const opensOne = block.type === 'heading' || block.type === 'clause' || block.type === 'schedule'
    if (opensOne || !last || last[0]!.type === 'clause' || last[0]!.type === 'schedule') groups.push([block])
    else last.push(block)
  }
  return groups.map(blocks => {
    const template = blocks.flatMap(block => ('from' in block ? block.from.template : []))[0] ?? ''
    return { key: template || `heading ${JSON.stringify(blocks[0])}`, template, blocks }
  })
}
