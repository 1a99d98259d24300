/** A document in, its lines in reading order out. `rebuild` makes the document of them again. */
import type { Block, Cover, Document, ExecutionBlock, Inline, Para, Table } from '../nodes.ts'
import { type Line, type LineKind, type RowLine, ranks } from './lines.ts'
import { type Printed, type Token, textTokens, tokensOf } from './tokens.ts'

const before = 0.1
const TERM = { strong: false, emphasis: false, isTerm: true } as const

/** A label and what belongs to it, with a tab between. */
const labelled = (label: string, value: readonly Inline[], printed: Printed): readonly Token[] => [
  ...textTokens(label, TERM),
  ...textTokens('\t'),
  ...tokensOf(value, printed),
]

/** The lines of a document. */
export function flatten(document: Document, printed: Printed): readonly Line[] {
  return [...flattenCover(document.cover, printed), ...flattenBlocks(document.body, ranks.root, 0, printed)]
}

function flattenCover(cover: Cover, printed: Printed): readonly Line[] {
  const line = (kind: LineKind, key: string, tokens: readonly Token[]): Line => ({
    kind,
    level: 0,
    key: `cover.${key}`,
    into: ranks.root,
    tokens,
  })
  const words = (inlines: readonly Inline[]) => tokensOf(inlines, printed)
  const { parties } = cover
  return [
    line('coverKind', 'kind', textTokens(cover.kind)),
    line('coverTitle', 'title', words(cover.title)),
    ...parties.flatMap((party, index) => [
      ...(index === 0 ? [line('coverBetween', 'between', textTokens('between'))] : []),
      ...(index > 0 && index === parties.length - 1 ? [line('coverBetween', 'and', textTokens('and'))] : []),
      { ...line('coverParty', '', words(party)), key: undefined },
    ]),
    ...cover.lines.map(({ label, value }) =>
      line('coverLine', `line.${label}`, labelled(label, value, printed)),
    ),
    ...(cover.notice.length > 0 ? [line('coverNotice', 'notice', words(cover.notice))] : []),
  ].map(({ key, ...rest }) => (key === undefined ? rest : { ...rest, key }))
}

/** The lines of some blocks that stand in a container of rank `into`, in `depth` bulleted lists. */
export function flattenBlocks(
  blocks: readonly Block[],
  into: number,
  depth: number,
  printed: Printed,
): readonly Line[] {
  return blocks.flatMap((block): readonly Line[] => flattenBlock(block, into, depth, printed))
}

function flattenBlock(block: Block, into: number, depth: number, printed: Printed): readonly Line[] {
  const words = (inlines: readonly Inline[]) => tokensOf(inlines, printed)
  const changed = block.change && { change: block.change }
  switch (block.type) {
    case 'heading':
      return [{ kind: 'heading', level: block.level, into, tokens: words(block.children), ...changed }]
    case 'para':
      return [{ kind: 'para', level: 0, into, tokens: words(block.children), ...changed }]
    case 'bullets':
      return block.items.flatMap(item => flattenItem(item, into, depth + 1, printed))
    case 'clause': {
      const { id, level, title, from } = block
      const rank = ranks.clause(level)
      const head = { kind: 'clause', level, key: id, into: rank - before, from, ...changed } as const
      if (title)
        return [
          { ...head, tokens: words(title), isTitled: true },
          ...flattenBlocks(block.children, rank, 0, printed),
        ]
      return withFirst(head, block.children, rank, printed)
    }
    case 'party':
    case 'recital': {
      const { type, id, from } = block
      const head = { kind: type, level: 0, key: id, into: ranks.item - before, from, ...changed }
      return withFirst(head, block.children, ranks.item, printed)
    }
    case 'definition': {
      const { id, term, from } = block
      const head = {
        kind: 'definition',
        level: 0,
        key: id,
        into: ranks.definition - before,
        from,
        ...changed,
      } as const
      const [first, ...rest] = withFirst(head, block.children, ranks.definition, printed)
      return [
        { ...first!, tokens: [...textTokens(term, TERM), ...textTokens(': '), ...first!.tokens] },
        ...rest,
      ]
    }
    case 'schedule': {
      const { id, title, layout, from } = block
      return [
        {
          kind: 'schedule',
          level: 0,
          key: id,
          into: ranks.root,
          tokens: words(title),
          layout,
          from,
          ...changed,
        },
        ...flattenBlocks(block.children, ranks.schedule, 0, target => printed(target, id)),
      ]
    }
    case 'table':
      return flattenTable(block, into, printed)
    case 'executionBlock':
      return flattenExecution(block, printed)
    case 'diagram':
      return [{ kind: 'diagram', level: 0, into, tokens: [], diagram: block }]
  }
}

/** A numbered line carries the words of its first paragraph; the rest hang under it. */
function withFirst(
  head: Omit<Line, 'tokens'>,
  children: readonly Block[],
  rank: number,
  printed: Printed,
): readonly Line[] {
  const [first, ...rest] = children
  const isBeside = first?.type === 'para'
  const change = head.change ?? (isBeside ? first.change : undefined)
  return [
    { ...head, tokens: isBeside ? tokensOf(first.children, printed) : [], ...(change && { change }) },
    ...flattenBlocks(isBeside ? rest : children, rank, 0, printed),
  ]
}

function flattenItem(item: readonly Block[], into: number, depth: number, printed: Printed): readonly Line[] {
  const head = { kind: 'bullet', level: depth, into: depth === 1 ? into : ranks.bullet(depth - 1) } as const
  const [first, ...rest] = withFirst(head, item, ranks.bullet(depth), printed)
  // What stands in an item counts its lists from the item's depth.
  const [beside, ...others] = item
  const inside = beside?.type === 'para' ? others : item
  return rest.length === 0
    ? [first!]
    : [first!, ...flattenBlocks(inside, ranks.bullet(depth), depth, printed)]
}

function flattenTable(table: Table, into: number, printed: Printed): readonly Line[] {
  const { rows, ...head } = table
  return [
    ...(table.caption === ''
      ? []
      : [
          {
            kind: 'caption',
            level: 0,
            key: `${table.id}#caption`,
            into,
            tokens: textTokens(table.caption),
          } as const,
        ]),
    {
      kind: 'table',
      level: 0,
      key: table.id,
      into,
      tokens: [],
      table: {
        head,
        columns: table.columns.map(column => textTokens(column.title)),
        rows: rows.map(
          (row): RowLine => ({
            key: row.id,
            cells: row.cells.map(cell => flattenBlocks(cell.children, ranks.root, 0, printed)),
            ...(row.change && { change: row.change }),
          }),
        ),
      },
      ...(table.change && { change: table.change }),
    },
  ]
}

function flattenExecution(block: ExecutionBlock, printed: Printed): readonly Line[] {
  const { id, children, lines, from } = block
  const para = ({ children: words, change }: Para, index: number): Line => ({
    kind: 'execution',
    level: index === 0 ? 1 : 2,
    into: ranks.root,
    tokens: tokensOf(words, printed),
    ...(index === 0 && { key: id, from }),
    ...(change && { change }),
  })
  return [
    ...children.map(para),
    ...lines.map(
      ({ label, value, change }, index): Line => ({
        kind: 'signing',
        level: 0,
        key: `${id}#${index}`,
        into: ranks.root,
        tokens: labelled(label, value, printed),
        ...(change && { change }),
      }),
    ),
  ].map(line => (block.change ? { ...line, change: block.change } : line))
}
