/**
 * Two versions of a document in; the older one out, with the items that are only known by their place in a list under the ids of
 * those items of the newer one that say the same or nearly so.
 */
import type { Block, Document, Inline, Row } from '../nodes.ts'
import { allInlines } from '../references.ts'
import { align } from './align.ts'
import { likeness } from './words.ts'

/** Items without an id of their own are counted: `records._class-holder[3]`. When one goes, those after it move up. */
const COUNTED = /^(.*)\[\d+\]$/

/** Whether an item is known by its place alone. */
export const isCounted = (id: string): boolean => COUNTED.test(id)

/** Items that share less of their words than this are two items, not one that changed. */
const ALIKE = 0.4

interface Item {
  readonly id: string
  readonly words: readonly string[]
}

/** The counted rows, clauses and recitals of some blocks in reading order, list by list. */
function listsIn(body: readonly Block[]): ReadonlyMap<string, readonly Item[]> {
  const lists = new Map<string, Item[]>()
  const add = (id: string, blocks: readonly Block[]): void => {
    const stem = COUNTED.exec(id)?.[1]
    if (stem === undefined) return
    const words = allInlines(blocks).flatMap(inline =>
      'text' in inline ? (inline.text.match(/[\p{L}\p{N}]+/gu) ?? []) : [],
    )
    lists.set(stem, [...(lists.get(stem) ?? []), { id, words }])
  }
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type === 'clause' || block.type === 'recital') add(block.id, block.children)
      if (block.type === 'table')
        for (const { id, cells } of block.rows)
          add(
            id,
            cells.flatMap(cell => cell.children),
          )
      else if (block.type === 'bullets') block.items.forEach(visit)
      else if ('children' in block && 'id' in block) visit(block.children)
    }
  }
  visit(body)
  return lists
}

/** What each counted item of the older version is to be called, by its id, where that is not what it was called. */
export function namesOfCounted(before: Document, after: Document): ReadonlyMap<string, string> {
  const later = listsIn(after.body)
  const names = new Map<string, string>()
  for (const [stem, old] of listsIn(before.body)) {
    const now = later.get(stem)
    if (!now) continue
    const worth = (a: Item, b: Item): number => {
      const alike = likeness(a.words, b.words)
      return alike < ALIKE ? 0 : alike === 1 ? 3 : 1 + alike
    }
    for (const pair of align(old, now, worth)) {
      if (!pair.before) continue
      const name = pair.after ? pair.after.id : `${pair.before.id} (gone)`
      if (name !== pair.before.id) names.set(pair.before.id, name)
    }
  }
  return names
}

/** Names the counted items of the older version after those of the newer, and references to them likewise. */
export function itemsPaired(before: Document, after: Document): Document {
  const names = namesOfCounted(before, after)
  return itemsNamed(before, names)
}

/** A version with its items under the names given, and references to them likewise. */
export function itemsNamed(before: Document, names: ReadonlyMap<string, string>): Document {
  if (names.size === 0) return before
  const named = <T extends { readonly id: string }>(item: T): T => ({
    ...item,
    id: names.get(item.id) ?? item.id,
  })
  const pointed = (inlines: readonly Inline[]): readonly Inline[] =>
    inlines.map(inline => {
      if (inline.type === 'crossReference')
        return { ...inline, target: names.get(inline.target) ?? inline.target }
      return 'children' in inline ? { ...inline, children: pointed(inline.children) } : inline
    })
  const visit = (blocks: readonly Block[]): readonly Block[] => blocks.map(renamed)
  const row = (one: Row): Row => ({
    ...named(one),
    cells: one.cells.map(cell => ({ ...cell, children: visit(cell.children) })),
  })
  const renamed = (block: Block): Block => {
    switch (block.type) {
      case 'heading':
      case 'para':
        return { ...block, children: pointed(block.children) }
      case 'bullets':
        return { ...block, items: block.items.map(visit) }
      case 'table':
        return { ...block, rows: block.rows.map(row) }
      case 'clause':
      case 'recital':
        return named({ ...block, children: visit(block.children) })
      case 'diagram':
      case 'executionBlock':
        return block
      default:
        return { ...block, children: visit(block.children) }
    }
  }
  return { ...before, body: visit(before.body) }
}
