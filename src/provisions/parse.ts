/** A filled provision in, the document's blocks out: Markdown's structure becomes clauses, tables, recitals, signing lines. */
import type { Blockquote, List, ListItem, Table as MdTable, Paragraph, RootContent } from 'mdast'
import type {
  Block,
  Bullets,
  Clause,
  ExecutionBlock,
  Origin,
  Para,
  Row,
  SigningLine,
  Table,
} from '../document/nodes.ts'
import { InternalError } from '../findings/finding.ts'
import { type BlockMarks, type InlineContext, tidy, toBlocks, toInlines, toPieces } from './inlines.ts'
import { parsedBefore } from './parsed-before.ts'
import type { Template } from './template.ts'
import type { Filled, Insert } from './wording/fill.ts'
import { parseMarkdown, piecesOf } from './wording/markdown.ts'

export interface ParseContext extends Omit<InlineContext, 'tokens'> {
  /** The blocks that stand where `{{definitions}}` and the like are written. */
  readonly insert?: (what: Insert) => readonly Block[]
}

interface Scope {
  readonly template: Template
  readonly inlines: InlineContext
  readonly insert: (what: Insert) => readonly Block[]
}
type Level = Clause['level']

/** What a piece of a provision becomes. In a schedule a heading closes the paragraph before it, and may open one. */
interface ParsedPiece {
  readonly blocks: readonly Block[]
  readonly opens?: Omit<Clause, 'children'>
}

/** Parses a filled provision into the blocks of its form, without the heading that the assembler puts round a clause. */
export function parseProvision(template: Template, filled: Filled, context: ParseContext): Block[] {
  const insert = context.insert ?? (() => [])
  const out: Block[] = []
  let open: { readonly opens: Omit<Clause, 'children'>; readonly children: Block[] } | undefined
  const close = () => {
    if (open) out.push({ ...open.opens, children: open.children })
    open = undefined
  }
  for (const piece of piecesOf(filled)) {
    const scope: Scope = { template, insert, inlines: { ...context, tokens: piece.tokens } }
    const level = open ? 2 : 1
    const { blocks, opens } = parsedBefore(template, piece, level, () =>
      parsePiece(parseMarkdown(piece.text), scope, level),
    )
    if (isSchedule(template) && piece.text.startsWith('#')) close()
    if (opens) open = { opens, children: [...blocks] }
    else (open?.children ?? out).push(...blocks)
  }
  close()
  return out
}

const isSchedule = ({ form }: Template): boolean => form === 'schedule' || form === 'instrument'

/** Parses one piece. `level` is that of a numbered item in a schedule. */
function parsePiece(nodes: readonly RootContent[], scope: Scope, level: Level): ParsedPiece {
  switch (scope.template.form) {
    case 'schedule':
    case 'instrument':
      return schedulePiece(nodes, scope, level)
    case 'paper':
      return { blocks: paperBlocks(nodes, scope) }
    case 'parties':
      return { blocks: entries('party', nodes, scope) }
    case 'recitals':
      return { blocks: entries('recital', nodes, scope) }
    case 'execution':
      return {
        blocks: nodes.flatMap(node =>
          node.type === 'blockquote' ? [execution(node, scope)] : flow(node, scope, 2),
        ),
      }
    default:
      return { blocks: flows(nodes, scope, 2) }
  }
}

const entries = (type: 'party' | 'recital', nodes: readonly RootContent[], scope: Scope): Block[] =>
  nodes.flatMap(node =>
    isNumbered(node) ? node.children.map(item => entry(type, item, scope)) : flow(node, scope, 2),
  )

const isNumbered = (node: RootContent): node is List => node.type === 'list' && node.ordered === true

const originOf = (marks: BlockMarks, scope: Scope): Origin => ({
  template: scope.template.file,
  line: scope.template.firstLine + (marks.at?.line ?? 1) - 1,
})

function idOf(marks: BlockMarks, scope: Scope): string {
  // A name made from opening words can never be the label of another item.
  const name = marks.label ?? `_${marks.at?.slug ?? 'item'}`
  const loop = (marks.at?.loop ?? []).map(key => `[${key}]`).join('')
  return `${scope.template.id}.${name}${loop}`
}

/** Blocks of a run of nodes; a paragraph that names a table is taken together with the table after it. */
function flows(nodes: readonly RootContent[], scope: Scope, level: Level): Block[] {
  const out: Block[] = []
  let naming: BlockMarks | undefined
  for (const node of nodes) {
    if (node.type === 'table') {
      const table = dataTable(node, naming, scope)
      if (table) out.push(table)
      naming = undefined
      continue
    }
    if (node.type === 'paragraph') {
      const marks: BlockMarks = {}
      const blocks = paragraph(node, marks, scope)
      if (marks.table) naming = marks
      out.push(...blocks)
      if (marks.insert) out.push(...scope.insert(marks.insert))
    } else out.push(...flow(node, scope, level))
  }
  return out
}

function flow(node: RootContent, scope: Scope, level: Level): Block[] {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node, {}, scope)
    case 'list':
      return node.ordered ? node.children.map(item => clause(item, scope, level)) : [bullets(node, scope)]
    case 'heading':
      return [{ type: 'heading', level: 2, children: tidy(toInlines(node.children, {}, scope.inlines)) }]
    default:
      throw new InternalError(`${scope.template.file}: "${node.type}" is not part of the grammar.`)
  }
}

const paragraph = (node: Paragraph, marks: BlockMarks, scope: Scope): Block[] =>
  toBlocks(toPieces(node.children, marks, scope.inlines))

/** The blocks of an item, and the marks in its first paragraph. */
function itemBlocks(item: ListItem, scope: Scope, level: Level): { marks: BlockMarks; children: Block[] } {
  const [first, ...rest] = item.children
  const marks: BlockMarks = {}
  const children = first?.type === 'paragraph' ? paragraph(first, marks, scope) : []
  if (marks.insert) children.push(...scope.insert(marks.insert))
  const others = first?.type === 'paragraph' ? rest : item.children
  children.push(...flows(others as RootContent[], scope, level))
  return { marks, children }
}

function clause(item: ListItem, scope: Scope, level: Level): Clause {
  if (level > 4) throw new InternalError(`${scope.template.file}: items are nested too deep.`)
  const { marks, children } = itemBlocks(item, scope, (level === 1 ? 3 : level + 1) as Level)
  return { type: 'clause', id: idOf(marks, scope), level, children, from: originOf(marks, scope) }
}

function entry(type: 'party' | 'recital', item: ListItem, scope: Scope): Block {
  const { marks, children } = itemBlocks(item, scope, 3)
  return { type, id: idOf(marks, scope), children, from: originOf(marks, scope) }
}

const bullets = (list: List, scope: Scope): Bullets => ({
  type: 'bullets',
  items: list.children.map(item => itemBlocks(item, scope, 3).children),
})

function dataTable(node: MdTable, naming: BlockMarks | undefined, scope: Scope): Table | undefined {
  const [head, ...rows] = node.children
  if (rows.length === 0) return undefined
  const spec = naming?.table
  const marks: BlockMarks = {}
  const columns = head!.children.map((cell, i) => ({
    title: plain(toInlines(cell.children, marks, scope.inlines)),
    width: spec?.widths[i] ?? 1,
    align: node.align?.[i] ?? 'left',
  }))
  return {
    type: 'table',
    // With a dot, which no name of an item has: a table is often called like the heading over it.
    id: `${scope.template.id}.table.${slug(spec?.caption ?? columns[0]!.title)}${(marks.at?.loop ?? []).map(k => `[${k}]`).join('')}`,
    caption: spec?.caption ?? '',
    columns,
    rows: rows.map(row => tableRow(row, columns.length, scope)),
    from: originOf(marks, scope),
  }
}

function tableRow(row: MdTable['children'][number], columns: number, scope: Scope): Row {
  const marks: BlockMarks = {}
  const cells = row.children.map(cell => ({
    children: toBlocks(toPieces(cell.children, marks, scope.inlines)),
  }))
  while (cells.length < columns) cells.push({ children: [] })
  return { id: idOf(marks, scope), cells }
}

/** A piece of a schedule: under `#` a part, under `##` a numbered paragraph with a heading, and items. */
function schedulePiece(nodes: readonly RootContent[], scope: Scope, level: Level): ParsedPiece {
  const [head, ...rest] = nodes
  if (head?.type !== 'heading') return { blocks: flows(nodes, scope, level) }
  const marks: BlockMarks = {}
  const title = tidy(toInlines(head.children, marks, scope.inlines))
  if (head.depth === 1)
    return { blocks: [{ type: 'heading', level: 2, children: title }, ...flows(rest, scope, 1)] }
  return {
    opens: { type: 'clause', id: idOf(marks, scope), level: 1, title, from: originOf(marks, scope) },
    blocks: flows(rest, scope, 2),
  }
}

/** A paper: `#` and `##` headings, places to sign as quotations, and the text between them. */
function paperBlocks(nodes: readonly RootContent[], scope: Scope): Block[] {
  const out: Block[] = []
  let text: RootContent[] = []
  const close = () => {
    out.push(...flows(text, scope, 2))
    text = []
  }
  for (const node of nodes) {
    if (node.type !== 'heading' && node.type !== 'blockquote') {
      text.push(node)
      continue
    }
    close()
    if (node.type === 'blockquote') out.push(execution(node, scope))
    else {
      const children = tidy(toInlines(node.children, {}, scope.inlines))
      out.push({ type: 'heading', level: node.depth === 1 ? 1 : 2, children })
    }
  }
  close()
  return out
}

/** A quotation in an execution template: its paragraphs are the attestation, its bullets the lines to complete. */
function execution(quote: Blockquote, scope: Scope): ExecutionBlock {
  const marks: BlockMarks = {}
  const children: Para[] = []
  const lines: SigningLine[] = []
  for (const node of quote.children) {
    if (node.type === 'paragraph') children.push(...(paragraph(node, marks, scope) as Para[]))
    else if (node.type === 'list')
      for (const item of node.children) lines.push(signingLine(item.children[0] as Paragraph, marks, scope))
  }
  return { type: 'executionBlock', id: idOf(marks, scope), children, lines, from: originOf(marks, scope) }
}

function signingLine(node: Paragraph, marks: BlockMarks, scope: Scope): SigningLine {
  const inlines = tidy(toInlines(node.children, marks, scope.inlines))
  const [first, ...rest] = inlines
  if (first?.type !== 'text') return { label: '', value: inlines }
  const colon = first.text.indexOf(':')
  if (colon < 0) return { label: first.text, value: rest }
  const after = first.text.slice(colon + 1).trimStart()
  return {
    label: first.text.slice(0, colon).trim(),
    value: [...(after === '' ? [] : [{ type: 'text', text: after } as const]), ...rest],
  }
}

const slug = (text: string): string =>
  (text.toLowerCase().match(/[a-z0-9]+/g) ?? ['table']).slice(0, 6).join('-')

/** The words of inlines without their form, for a column heading. */
function plain(inlines: readonly { readonly type: string; readonly text?: string }[]): string {
  return tidy(inlines as never)
    .map(i => ('text' in i ? i.text : ''))
    .join('')
}
