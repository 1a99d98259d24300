/** Markdown phrasing and tokens in, the document's inlines out. Wording gets typographic quotes; answers stay as typed. */
import type { PhrasingContent } from 'mdast'
import type { Block, Gap, Inline, Para } from '../document/nodes.ts'
import { InternalError } from '../findings/finding.ts'
import { listItem } from '../intake/list-item.ts'
import type { FactList, Leaf } from './facts.ts'
import type { Token } from './wording/fill.ts'
import { tokenPattern } from './wording/marks.ts'

/** What a block learns from the marks in its text: its line, its name, its label. */
export interface BlockMarks {
  at?: Token & { type: 'at' }
  label?: string
  table?: Token & { type: 'table' }
  insert?: Token & { type: 'insert' }
}

export interface InlineContext {
  readonly tokens: readonly Token[]
  readonly gap: (of: Leaf | FactList) => Gap
  readonly undecided: (token: Token & { type: 'undecided' }) => Gap
}

/** Straight quotes to curly ones. `before` is a character that stands for what comes before the text. */
const typographic = (text: string, before: string): string =>
  `${before}${text}`
    .replace(/([\s([–—-])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/([\s([–—-])'/g, '$1‘')
    .replace(/'/g, '’')
    .slice(1)

/** An answer that may hold several paragraphs or a list; `toBlocks` lays it out. */
interface LongFact {
  readonly type: 'longFact'
  readonly path: string
  readonly text: string
}
type Piece = Inline | LongFact

/** Turns phrasing into one run of inlines, collecting marks on the way. A long answer is printed on one line. */
export function toInlines(
  nodes: readonly PhrasingContent[],
  marks: BlockMarks,
  context: InlineContext,
): Inline[] {
  return toPieces(nodes, marks, context).map(onOneLine)
}

const onOneLine = (piece: Piece): Inline =>
  piece.type === 'longFact'
    ? { type: 'fact', path: piece.path, text: piece.text.trim().replace(/\s*\n\s*/g, ' ') }
    : piece

/** Turns phrasing into pieces for `toBlocks`. */
export function toPieces(
  nodes: readonly PhrasingContent[],
  marks: BlockMarks,
  context: InlineContext,
): Piece[] {
  const out: Piece[] = []
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
        out.push(...textPieces(node.value, out.length === 0, marks, context))
        break
      case 'strong':
      case 'emphasis':
        out.push({ type: node.type, children: toInlines(node.children, marks, context) })
        break
      case 'break':
        out.push({ type: 'lineBreak' })
        break
      default:
        throw new InternalError(`Wording holds "${node.type}", which the checks should have refused.`)
    }
  }
  return out
}

function textPieces(value: string, isFirst: boolean, marks: BlockMarks, context: InlineContext): Piece[] {
  const out: Piece[] = []
  const parts = value.replace(/[ \t]*\n[ \t]*/g, ' ').split(tokenPattern)
  for (const [i, part] of parts.entries()) {
    const isAtStart = isFirst && out.length === 0
    if (i % 2 === 0) {
      const text = part.replace(/ {2,}/g, ' ')
      if (text !== '') out.push({ type: 'text', text: typographic(text, isAtStart || i === 0 ? ' ' : 'x') })
    } else {
      const inline = tokenInline(context.tokens[Number(part)]!, marks, context)
      if (inline) out.push(inline)
    }
  }
  return out
}

function tokenInline(token: Token, marks: BlockMarks, context: InlineContext): Piece | undefined {
  switch (token.type) {
    case 'fact':
      if (token.text === '') return undefined
      return {
        type: token.leaf.field.kind === 'long' ? 'longFact' : 'fact',
        path: token.leaf.path,
        text: token.text,
      }
    case 'gap':
      return context.gap(token.of)
    case 'undecided':
      return context.undecided(token)
    case 'text':
      return { type: 'text', text: token.text }
    case 'ref':
      return { type: 'crossReference', target: token.target }
    case 'at':
      marks.at ??= token
      return undefined
    case 'id':
      marks.label = token.label
      return undefined
    case 'table':
      marks.table = token
      return undefined
    case 'insert':
      marks.insert = token
      return undefined
  }
}

/** Trims the ends of a run of inlines, joins neighbouring texts, and keeps a blank on each side of a gap between words. */
export function tidy(inlines: readonly Inline[]): Inline[] {
  const out: Inline[] = []
  for (const inline of inlines) {
    const last = out.at(-1)
    if (inline.type === 'text' && last?.type === 'text')
      out[out.length - 1] = { type: 'text', text: `${last.text}${inline.text}`.replace(/ {2,}/g, ' ') }
    else if (inline.type === 'gap' && last?.type === 'text' && /[^\s([“‘/]$/.test(last.text))
      out.splice(-1, 1, { type: 'text', text: `${last.text} ` }, inline)
    else if (inline.type === 'text' && last?.type === 'gap' && /^[\p{L}\p{N}(]/u.test(inline.text))
      out.push({ type: 'text', text: ` ${inline.text}` })
    else if (inline.type === 'text' && last && last.type !== 'lineBreak') {
      const text = inline.text.replace(/^ +(?=[,.;:)])/, '')
      if (last.type !== 'fact') out.push({ type: 'text', text })
      else out.splice(-1, 1, ...withOneStop(last, text))
    } else out.push(inline)
  }
  const first = out[0]
  if (first?.type === 'text') out[0] = { type: 'text', text: first.text.trimStart() }
  const last = out.at(-1)
  if (last?.type === 'text') out[out.length - 1] = { type: 'text', text: last.text.trimEnd() }
  return out.filter(i => i.type !== 'text' || i.text !== '')
}

/** An answer and the words after it, with one stop where both bring one. A full stop that shortens a word stays. */
function withOneStop(fact: Inline & { type: 'fact' }, after: string): Inline[] {
  if (after.startsWith('.') && /[.!?][”’"']?$/.test(fact.text))
    return [fact, { type: 'text', text: after.slice(1) }]
  if (!fact.text.endsWith('.') || fact.text.endsWith('..')) return [fact, { type: 'text', text: after }]
  const isShortWord = /(?:^|[\s(])(?:\p{L}{1,3}|(?:\p{L}\.)+\p{L})\.$/u.test(fact.text)
  if (!after.startsWith(';') || isShortWord) return [fact, { type: 'text', text: after }]
  return [
    { ...fact, text: fact.text.slice(0, -1) },
    { type: 'text', text: after },
  ]
}

/** Blocks from pieces: an answer of several paragraphs or with a list becomes real paragraphs and bullets. */
export function toBlocks(pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = []
  let open: Inline[] = []
  const close = () => {
    const children = tidy(open)
    if (children.length > 0) blocks.push({ type: 'para', children })
    open = []
  }
  for (const piece of pieces) {
    if (piece.type !== 'longFact') {
      // After an answer that ends in a list the stop of its sentence has nothing to stand by.
      const isAfterList = open.length === 0 && blocks.at(-1)?.type === 'bullets'
      open.push(
        isAfterList && piece.type === 'text' ? { ...piece, text: piece.text.replace(/^\.\s*/, '') } : piece,
      )
      continue
    }
    const { path } = piece
    for (const part of partsOf(piece.text)) {
      if (part.starts) close()
      if (part.type === 'text') open.push({ type: 'fact', path, text: part.text })
      else {
        close()
        blocks.push({
          type: 'bullets',
          items: part.items.map(text => [
            { type: 'para', children: [{ type: 'fact', path, text }] } satisfies Para,
          ]),
        })
      }
    }
  }
  close()
  return blocks
}

type Part =
  | { readonly type: 'text'; readonly text: string; readonly starts: boolean }
  | { readonly type: 'list'; readonly items: readonly string[]; readonly starts: boolean }

/** An answer's paragraphs (parted by a blank line) and lists (lines that start with `- `). Other line ends are blanks. */
function partsOf(text: string): Part[] {
  const parts: Part[] = []
  let paragraph: string[] = []
  let list: string[] = []
  const flush = () => {
    if (paragraph.length > 0)
      parts.push({ type: 'text', text: paragraph.join(' '), starts: parts.length > 0 })
    if (list.length > 0) parts.push({ type: 'list', items: list, starts: true })
    paragraph = []
    list = []
  }
  for (const line of text.split('\n')) {
    const item = listItem.exec(line)
    if (item) {
      if (paragraph.length > 0) flush()
      list.push(item[1]!.trim())
    } else if (line.trim() === '') flush()
    else if (list.length > 0 && /^[ \t]/.test(line)) list[list.length - 1] += ` ${line.trim()}`
    else {
      if (list.length > 0) flush()
      paragraph.push(line.trim())
    }
  }
  flush()
  return parts
}
