/** A document and a change to its inlines in; the document with every inline so changed out. */
import type { Block, Document, Inline } from '../nodes.ts'

type Change = (inline: Inline) => Inline

/** Changes every inline of a document, those inside others first. */
export function inlinesIn(document: Document, change: Change): Document {
  const each = (inlines: readonly Inline[]): readonly Inline[] =>
    inlines.map(inline =>
      change('children' in inline ? { ...inline, children: each(inline.children) } : inline),
    )
  const inBlock = (block: Block): Block => {
    switch (block.type) {
      case 'heading':
      case 'para':
        return { ...block, children: each(block.children) }
      case 'bullets':
        return { ...block, items: block.items.map(item => item.map(inBlock)) }
      case 'table':
        return {
          ...block,
          rows: block.rows.map(row => ({
            ...row,
            cells: row.cells.map(cell => ({ children: cell.children.map(inBlock) })),
          })),
        }
      case 'executionBlock':
        return {
          ...block,
          children: block.children.map(para => ({ ...para, children: each(para.children) })),
          lines: block.lines.map(line => ({ ...line, value: each(line.value) })),
        }
      case 'clause':
        return {
          ...block,
          ...(block.title && { title: each(block.title) }),
          children: block.children.map(inBlock),
        }
      case 'schedule':
        return { ...block, title: each(block.title), children: block.children.map(inBlock) }
      case 'diagram':
        return block
      default:
        return { ...block, children: block.children.map(inBlock) }
    }
  }
  return { ...document, body: document.body.map(inBlock) }
}
