/** A document in; out come its bones, which no answer may change, and the answers it prints. */
import type { Block, Document, Fact, Gap, Inline } from '../../src/document/nodes.ts'

/**
 * Every node with its own words and places, but without what any answer says. One line for each block. An answer that is
 * marked because it conflicts with another stands where it stood: the same words in two places may make two answers conflict.
 */
export function skeletonOf(document: Document): readonly string[] {
  const isAnswer = (value: Inline | null): value is Fact | Gap =>
    value?.type === 'fact' || (value?.type === 'gap' && value.reason === 'disputed')
  const bare = (_: string, value: unknown): unknown =>
    isAnswer(value as Inline | null) ? { type: 'fact', path: (value as Fact | Gap).path } : value
  return [document.cover, ...document.body].map(part => JSON.stringify(part, bare))
}

/** Where an answer stands on the page. */
export type Spot =
  | 'cover'
  | 'title'
  | 'paragraph'
  | 'party'
  | 'recital'
  | 'definition'
  | 'bullet'
  | 'cell'
  | 'signature'

export interface Printed {
  readonly path: string
  readonly text: string
  readonly spot: Spot
  /** The library's own words right after it. */
  readonly after: string
}

/** Every answer a document prints, in reading order. */
export function printedIn({ cover, body }: Document): readonly Printed[] {
  const out: Printed[] = []
  const take = (inlines: readonly Inline[], spot: Spot): void => {
    for (const [index, inline] of inlines.entries()) {
      const next = inlines[index + 1]
      const after = next?.type === 'text' ? next.text : ''
      if (inline.type === 'fact') out.push({ path: inline.path, text: inline.text, spot, after })
      else if ('children' in inline) take(inline.children, spot)
    }
  }
  const visit = (blocks: readonly Block[], spot: Spot): void => {
    for (const block of blocks)
      switch (block.type) {
        case 'para':
          take(block.children, spot)
          break
        case 'heading':
          take(block.children, 'title')
          break
        case 'bullets':
          for (const item of block.items) visit(item, 'bullet')
          break
        case 'table':
          for (const row of block.rows) for (const cell of row.cells) visit(cell.children, 'cell')
          break
        case 'executionBlock':
          visit(block.children, 'signature')
          for (const line of block.lines) take(line.value, 'signature')
          break
        case 'party':
        case 'recital':
        case 'definition':
          visit(block.children, block.type)
          break
        case 'diagram':
          break
        default:
          if (block.title) take(block.title, 'title')
          visit(block.children, spot)
      }
  }
  for (const part of [cover.title, ...cover.parties, ...cover.lines.map(line => line.value)])
    take(part, 'cover')
  visit(body, 'paragraph')
  return out
}
