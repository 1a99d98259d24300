/** Every cross-reference of a document in; those that lead nowhere out. */
import type { Block, CrossReference, Document, Inline } from './nodes.ts'
import type { Numbering } from './number.ts'

/** Cross-references whose target the document does not hold. */
export function brokenReferences(document: Document, numbering: Numbering): CrossReference[] {
  return allInlines(document.body).filter(
    (i): i is CrossReference => i.type === 'crossReference' && !numbering.has(i.target),
  )
}

/** Every inline of some blocks, those inside bold, italic and tracked changes too, in reading order. */
export function allInlines(blocks: readonly Block[]): Inline[] {
  const out: Inline[] = []
  const take = (list: readonly Inline[]): void => {
    for (const inline of list) {
      out.push(inline)
      if ('children' in inline) take(inline.children)
    }
  }
  const visit = (list: readonly Block[]): void => {
    for (const block of list) {
      switch (block.type) {
        case 'para':
        case 'heading':
          take(block.children)
          break
        case 'bullets':
          block.items.forEach(visit)
          break
        case 'table':
          for (const row of block.rows) for (const cell of row.cells) visit(cell.children)
          break
        case 'clause':
        case 'schedule':
          if (block.title) take(block.title)
          visit(block.children)
          break
        case 'executionBlock':
          visit(block.children)
          for (const line of block.lines) take(line.value)
          break
        case 'diagram':
          break
        default:
          visit(block.children)
      }
    }
  }
  visit(blocks)
  return out
}
