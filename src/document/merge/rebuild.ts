/** Lines in, the document they make out, with what Word held and a document has no room for. */
import type { Block, Document, Inline, Para } from '../nodes.ts'
import { inlinesOf } from './inlines.ts'
import { type Line, rankOf, ranks } from './lines.ts'
import { rebuildCover } from './rebuild-cover.ts'
import { type Node, settled } from './rebuild-nodes.ts'
import { rebuildTable } from './rebuild-table.ts'
import { plainText, type Token } from './tokens.ts'

/** Splits a label or a term from what follows it. */
export function parted(
  tokens: readonly Token[],
  mark: string,
): readonly [readonly Token[], readonly Token[]] {
  const lastTerm = tokens.findLastIndex(token => token.isTerm)
  const at = tokens.findIndex((token, index) => index > lastTerm && token.key === mark)
  return at < 0 ? [tokens, []] : [tokens.slice(0, at), tokens.slice(at + 1)]
}

/**
 * Splits a defined term from its meaning: at the colon, or behind the term where somebody took the colon out. Nothing is parted
 * where there is neither.
 */
export function termParted(tokens: readonly Token[]): readonly [readonly Token[], readonly Token[]] {
  const [term, meaning] = parted(tokens, ':')
  if (term.length < tokens.length) return [term, meaning]
  const end = tokens.findLastIndex(token => token.isTerm) + 1
  return end === 0 ? [tokens, []] : [tokens.slice(0, end), tokens.slice(end)]
}

/** A definition by hand without a colon, “X means …”, which stays the sentence that it is. */
export const isSentence = ({ key, tokens }: Line): boolean =>
  key === undefined && !tokens.some(token => token.key === ':')

/** Makes a document of lines. `like` gives its properties and what its cover says of itself. */
export function rebuild(lines: readonly Line[], like: Document): Document {
  const isCover = (line: Line) => line.kind.startsWith('cover')
  const first = lines.findIndex(line => !isCover(line))
  const cover = first < 0 ? lines : lines.slice(0, first)
  return {
    properties: like.properties,
    cover: rebuildCover([...cover, ...lines.slice(cover.length).filter(isCover)], like.cover),
    body: rebuildBlocks(lines.slice(cover.length).filter(line => !isCover(line))),
  }
}

/** Makes blocks of lines. */
export function rebuildBlocks(lines: readonly Line[]): readonly Block[] {
  const root: Node[] = []
  const open: { readonly rank: number; readonly children: Node[] }[] = [{ rank: ranks.root, children: root }]
  let caption: Line | undefined
  let execution: Node[] | undefined
  for (const line of lines) {
    while (open.length > 1 && open.at(-1)!.rank > line.into) open.pop()
    const { children } = open.at(-1)!
    if (caption && line.kind !== 'table') children.push({ line: { ...caption, kind: 'para' }, children: [] })
    if (line.kind === 'caption') {
      caption = line
      continue
    }
    if (line.kind === 'table') {
      const table = rebuildTable(line, caption, rebuildBlocks)
      children.push({ line, children: [], block: table })
      caption = undefined
      continue
    }
    caption = undefined
    const node: Node = { line, children: [], ...(line.diagram && { block: line.diagram }) }
    const isSigning = line.kind === 'signing' || (line.kind === 'execution' && line.level === 2)
    if (isSigning && execution) execution.push(node)
    else children.push(node)
    execution =
      line.kind === 'execution' && line.level === 1 ? node.children : isSigning ? execution : undefined
    const rank = rankOf(line)
    if (rank !== undefined) open.push({ rank, children: node.children })
  }
  if (caption) root.push({ line: { ...caption, kind: 'para' }, children: [] })
  return blocksOf(root)
}

/** Nodes as blocks: neighbouring bullets make one list. */
function blocksOf(nodes: readonly Node[]): readonly Block[] {
  const out: Block[] = []
  let items: (readonly Block[])[] | undefined
  for (const node of nodes) {
    if (node.line.kind === 'bullet') {
      if (!items) {
        items = []
        out.push({ type: 'bullets', items })
      }
      items.push([paraOf(node.line), ...blocksOf(node.children)])
      continue
    }
    items = undefined
    out.push(node.block ?? blockOf(node))
  }
  return out
}

function paraOf({ tokens, change }: Line): Para {
  return { type: 'para', children: inlinesOf(tokens), ...(change && { change }) }
}

const BY_HAND = { template: '', line: 0 } as const

function blockOf(node: Node): Block {
  const { line } = node
  const { kind, tokens, change } = line
  const changed = change && { change }
  const from = line.from ?? BY_HAND
  const id = line.key ?? ''
  const children = blocksOf(node.children)
  switch (kind) {
    case 'heading':
      return { type: 'heading', level: line.level === 1 ? 1 : 2, children: inlinesOf(tokens), ...changed }
    case 'schedule':
      return settled(
        { type: 'schedule', id, title: titleOf(line), layout: line.layout ?? 'portrait', children, from },
        change,
      )
    case 'clause': {
      const level = line.level as 1 | 2 | 3 | 4
      if (line.isTitled)
        return settled({ type: 'clause', id, level, title: inlinesOf(tokens), children, from }, change)
      return settled({ type: 'clause', id, level, children: beside(line, children), from }, change)
    }
    case 'party':
    case 'recital':
      return settled({ type: kind, id, children: beside(line, children), from }, change)
    case 'definition': {
      if (isSentence(line) && node.children.length === 0)
        return paraOf({ ...line, tokens: tokens.map(one => (one.isTerm ? { ...one, strong: true } : one)) })
      const [term, meaning] = termParted(tokens)
      // One blank follows the colon; the rest is the meaning.
      const rest = meaning[0]?.key === ' ' ? meaning.slice(1) : meaning
      const first: Para = { type: 'para', children: inlinesOf(rest) }
      return settled(
        {
          type: 'definition',
          id,
          term: plainText(term),
          children: rest.length === 0 && children.length > 0 ? children : [first, ...children],
          from,
        },
        change,
      )
    }
    case 'execution':
      return executionOf(node)
    default:
      return paraOf(line)
  }
}

const titleOf = (line: Line): readonly Inline[] => inlinesOf(line.tokens)

/** The words beside a number, then what hangs under it. */
const beside = (line: Line, children: readonly Block[]): readonly Block[] =>
  line.tokens.length === 0 && children.length > 0
    ? children
    : [{ type: 'para', children: inlinesOf(line.tokens) }, ...children]

function executionOf({ line, children }: Node): Block {
  const paras = [line, ...children.map(child => child.line).filter(one => one.kind === 'execution')]
  const all = [line, ...children.map(child => child.line)]
  const { change } = line
  const isWhole = change !== undefined && all.every(one => one.change?.kind === change.kind)
  const bare = (one: Line): Line => (isWhole ? { ...one, change: undefined } : one)
  return {
    type: 'executionBlock',
    id: line.key ?? '',
    children: paras.map(one => paraOf(bare(one))),
    lines: children
      .map(child => child.line)
      .filter(one => one.kind === 'signing')
      .map(one => {
        const [label, value] = parted(one.tokens, '\t')
        return {
          label: plainText(label),
          value: inlinesOf(value),
          ...(!isWhole && one.change && { change: one.change }),
        }
      }),
    from: line.from ?? BY_HAND,
    ...(isWhole && { change }),
  }
}
