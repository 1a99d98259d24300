/** A document in; everything wrong with its look that no reader should meet, in words, out. */
import type { Block, Document, Inline } from '../../src/document/nodes.ts'
import type { Numbering } from '../../src/document/number.ts'
import { brokenReferences } from '../../src/document/references.ts'
import { renderText } from '../../src/render/text.ts'

/** Everything wrong with the look of a document that no reader should meet. */
export function blemishes(document: Document, numbering: Numbering): string[] {
  const out = brokenReferences(document, numbering).map(r => `broken reference to ${r.target}`)
  if (out.length > 0) return out
  const ids = new Set<string>()
  const words = (list: readonly Inline[]): string =>
    list.map(i => ('text' in i ? i.text : 'children' in i ? words(i.children) : '#')).join('')
  const visit = (blocks: readonly Block[], where: string): void => {
    for (const [i, block] of blocks.entries()) {
      const id = 'id' in block ? block.id : where
      if ('id' in block && block.type !== 'table') {
        if (ids.has(block.id)) out.push(`id used twice: ${block.id}`)
        ids.add(block.id)
      }
      if ((block.type === 'para' || block.type === 'heading') && words(block.children).trim() === '')
        out.push(`empty ${block.type} in ${where}`)
      if (
        block.type === 'heading' &&
        ['heading', undefined].includes(blocks[i + 1]?.type) &&
        block.level === 2
      )
        out.push(`heading with nothing under it in ${where}: ${words(block.children)}`)
      if (block.type === 'table' && block.rows.length === 0) out.push(`table without rows in ${where}`)
      if (block.type === 'bullets') for (const item of block.items) visit(item, where)
      if (block.type === 'bullets' && block.items.length === 0) out.push(`empty list in ${where}`)
      if (['clause', 'schedule', 'recital', 'party', 'definition', 'executionBlock'].includes(block.type)) {
        const { children } = block as Extract<Block, { children: readonly Block[] }>
        if (children.length === 0) out.push(`nothing in ${id}`)
        visit(children as readonly Block[], id)
      }
      if (block.type === 'table')
        for (const row of block.rows) for (const cell of row.cells) visit(cell.children, id)
    }
  }
  visit(document.body, 'the agreement')
  const text = renderText(document, numbering)
  for (const [pattern, what] of [
    [/[\uE000-\uF8FF]/u, 'private-use character'],
    [/undefined|\[object|NaN/, 'a value printed raw'],
    [/\{\{|\}\}/, 'braces'],
    [/\S {2,}\S(?<!^\S* {2}\S)/m, ''],
    [/ [,.;:](?=\s)/, 'blank before a stop'],
    [/(?<!\.)\.\.(?!\.)/, 'two full stops'],
    [/\b(the the|of of|and and|the The Council)\b/, 'a word twice'],
  ] as const) {
    const found = what !== '' && pattern.exec(text)
    if (found)
      out.push(
        `${what}: …${text.slice(Math.max(0, found.index - 60), found.index + 30).replace(/\n/g, '⏎')}…`,
      )
  }
  return out
}
