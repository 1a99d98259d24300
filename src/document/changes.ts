/** A document with tracked changes in; out, the document that is left when they are accepted, rejected, or some of each. */
import type { Block, Cell, Change, Changeable, Cover, Document, Inline, Row, SigningLine } from './nodes.ts'

/** What becomes of one change. */
export type Verdict = 'accept' | 'reject' | 'keep'
type Judge = (change: Change) => Verdict

/** The document once every change is accepted: the newer reading. */
export const acceptAll = (document: Document): Document => resolveChanges(document, () => 'accept')

/** The document once every change is rejected: the older reading. */
export const rejectAll = (document: Document): Document => resolveChanges(document, () => 'reject')

/** Settles each change as `judge` says. What is kept stays marked. */
export function resolveChanges(document: Document, judge: Judge): Document {
  return {
    ...document,
    cover: resolveCover(document.cover, judge),
    body: resolveBlocks(document.body, judge),
  }
}

/** Settles the changes in some blocks. */
export function resolveBlocks(blocks: readonly Block[], judge: Judge): readonly Block[] {
  return standing(blocks, judge).flatMap(block => resolveBlock(block, judge))
}

/** Settles the changes in some inlines, and joins words that only a change parted. */
export function resolveInlines(inlines: readonly Inline[], judge: Judge): readonly Inline[] {
  return joined(
    inlines.flatMap((inline): readonly Inline[] => {
      if (!('children' in inline)) return [inline]
      const children = resolveInlines(inline.children, judge)
      if (inline.type !== 'changed') return children.length > 0 ? [{ ...inline, children }] : []
      const verdict = judge(inline.change)
      if (verdict === 'keep') return [{ ...inline, children }]
      return stays(inline.change, verdict) ? children : []
    }),
  )
}

/** The first change marked in a document, in reading order, the cover's last. */
export const firstChange = ({ body, cover }: Document): Change | undefined =>
  changeIn(body) ?? changeIn(cover)

/** Blocks that hold no change. Many documents share them. */
const unmarked = new WeakSet<object>()

// Whatever can change says so under this one name, so its place among the kinds of blocks need not be known.
function changeIn(part: unknown): Change | undefined {
  if (part === null || typeof part !== 'object' || unmarked.has(part)) return undefined
  if ('change' in part && part.change) return part.change as Change
  for (const key in part) {
    const found = changeIn((part as Readonly<Record<string, unknown>>)[key])
    if (found) return found
  }
  if ('id' in part) unmarked.add(part)
  return undefined
}

/** Ids of blocks that are deleted in one place and inserted in another. */
export function movedIds(body: readonly Block[]): ReadonlySet<string> {
  const deleted = new Set<string>()
  const others = new Set<string>()
  const visit = (blocks: readonly Block[], gone: boolean): void => {
    for (const block of blocks) {
      const here = gone || block.change?.kind === 'deleted'
      if ('id' in block) (here ? deleted : others).add(block.id)
      if (block.type === 'bullets') for (const item of block.items) visit(item, here)
      else if (block.type === 'clause' || block.type === 'schedule') visit(block.children, here)
    }
  }
  visit(body, false)
  return new Set([...deleted].filter(id => others.has(id)))
}

const stays = ({ kind, within }: Change, verdict: Verdict): boolean =>
  (kind === 'inserted') === (verdict === 'accept') && within === undefined

/** Those that are left of some things that may be inserted or deleted as a whole, without marks that are settled. */
function standing<T extends Changeable>(things: readonly T[], judge: Judge): readonly T[] {
  return things.flatMap(thing => {
    if (!thing.change) return [thing]
    const verdict = judge(thing.change)
    if (verdict === 'keep') return [thing]
    const { change, ...plain } = thing
    return stays(change, verdict) ? [plain as T] : []
  })
}

function resolveBlock(block: Block, judge: Judge): readonly Block[] {
  const inlines = (list: readonly Inline[]) => resolveInlines(list, judge)
  switch (block.type) {
    case 'heading':
    case 'para':
      return [{ ...block, children: inlines(block.children) }]
    case 'bullets': {
      const items = block.items.flatMap(item => {
        const left = resolveBlocks(item, judge)
        return left.length > 0 || item.length === 0 ? [left] : []
      })
      return items.length > 0 || block.items.length === 0 ? [{ ...block, items }] : []
    }
    case 'table':
      return [{ ...block, rows: standing(block.rows, judge).map(row => resolveRow(row, judge)) }]
    case 'clause':
    case 'schedule': {
      const children = resolveBlocks(block.children, judge)
      return [block.title ? { ...block, title: inlines(block.title), children } : { ...block, children }]
    }
    case 'executionBlock': {
      const lines = standing(block.lines, judge).map(
        (line): SigningLine => ({ ...line, value: inlines(line.value) }),
      )
      const children = standing(block.children, judge).map(para => ({
        ...para,
        children: inlines(para.children),
      }))
      return [{ ...block, children, lines }]
    }
    case 'diagram':
      return [block]
    default:
      return [{ ...block, children: resolveBlocks(block.children, judge) }]
  }
}

const resolveRow = (row: Row, judge: Judge): Row => ({
  ...row,
  cells: row.cells.map((cell): Cell => ({ ...cell, children: resolveBlocks(cell.children, judge) })),
})

function resolveCover(cover: Cover, judge: Judge): Cover {
  const inlines = (list: readonly Inline[]) => resolveInlines(list, judge)
  // A party that came or went leaves nothing of its line.
  const parties = cover.parties.flatMap(party => {
    const left = inlines(party)
    return left.length > 0 || party.length === 0 ? [left] : []
  })
  return {
    ...cover,
    title: inlines(cover.title),
    parties,
    lines: standing(cover.lines, judge).map(line => ({ ...line, value: inlines(line.value) })),
    notice: inlines(cover.notice),
  }
}

/** Inlines with neighbours joined that are one text, one answer or one stretch of bold or italic. */
export function joined(inlines: readonly Inline[]): readonly Inline[] {
  const out: Inline[] = []
  for (const inline of inlines) {
    const last = out.at(-1)
    if (last?.type === 'text' && inline.type === 'text')
      out[out.length - 1] = { type: 'text', text: last.text + inline.text }
    else if (last?.type === 'fact' && inline.type === 'fact' && last.path === inline.path)
      out[out.length - 1] = { ...last, text: last.text + inline.text }
    else if ((last?.type === 'strong' || last?.type === 'emphasis') && inline.type === last.type)
      out[out.length - 1] = { type: last.type, children: joined([...last.children, ...inline.children]) }
    else out.push(inline)
  }
  return out
}
