/**
 * The one place that knows the `yaml` package: takes the text of a file, gives a tree with spans and the faults found.
 * Parsed with the failsafe schema, so every answer stays as typed; anchors, aliases, tags, `?` keys and further documents
 * are faults, and size limits hold while reading, before a tree is built.
 */
import { Composer, CST, type Document, isMap, isPair, isScalar, isSeq, Lexer, Parser } from 'yaml'
import type { Entry, Node, Span } from './reading/tree.ts'
import { cutOut, readUsualLayout } from './yaml-events.ts'
import { limits } from './yaml-limits.ts'

export type FaultKind =
  | 'layout'
  | 'anchor'
  | 'alias'
  | 'tag'
  | 'directive'
  | 'question-mark'
  | 'second-document'
  | 'too-deep'
  | 'too-many'

/** Something wrong with the layout. `code` and `message` are the package's own; they are reworded before anyone sees them. */
export interface Fault {
  readonly kind: FaultKind
  readonly span: Span
  readonly code: string
  readonly message: string
  /** For a quotation mark or bracket never closed: where it opens. */
  readonly opening?: number
}

interface Source {
  /** Undefined when the file is empty, or when a limit stopped the reading. */
  readonly root: Node | undefined
  readonly faults: readonly Fault[]
}

const options = {
  schema: 'failsafe',
  prettyErrors: false,
  stringKeys: true,
  // The package compares every key with every other, which takes 40 seconds at 50,000 keys; the reader checks instead.
  uniqueKeys: false,
  logLevel: 'silent',
} as const

const refused: Readonly<Record<string, FaultKind>> = {
  anchor: 'anchor',
  alias: 'alias',
  tag: 'tag',
  'directive-line': 'directive',
  'explicit-key-ind': 'question-mark',
}

/** What may stand before the answers begin. */
const beforeDocument = new Set([
  'byte-order-mark',
  'doc-mode',
  'comment',
  'newline',
  'space',
  'directive-line',
])

/** Parses the text of one intake. Never throws: whatever a package throws becomes a fault. */
export function parseYaml(text: string): Source {
  const root = readUsualLayout(text)
  return root ? { root, faults: [] } : parseAnyYaml(text)
}

/** The same for a file of any layout: slower, and able to say what is wrong with it. */
export function parseAnyYaml(text: string): Source {
  const scan: Scan = { faults: [], quotes: [], brackets: [] }
  try {
    const documents = [...compose(text, scan)]
    const document = documents[0]
    if (scan.faults.some(({ kind }) => kind === 'too-many')) {
      return { root: undefined, faults: scan.faults }
    }
    const found = (document ? [...document.errors, ...document.warnings] : []).map(error =>
      layoutFault(error.code, error.message, { start: error.pos[0], end: error.pos[1] }, scan),
    )
    const root = document?.contents == null ? undefined : convert(document.contents, text)
    return { root, faults: [...scan.faults, ...found].sort((a, b) => a.span.start - b.span.start) }
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown)
    return {
      root: undefined,
      faults: [...scan.faults, layoutFault('THROWN', message, { start: 0, end: 0 }, scan)],
    }
  }
}

interface Scan {
  readonly faults: Fault[]
  /** Where each quoted text opens. */
  readonly quotes: number[]
  /** Where each [ or { opens. */
  readonly brackets: number[]
}

function* compose(text: string, scan: Scan): Generator<Document.Parsed> {
  const parser = new Parser()
  const composer = new Composer(options)
  let questions = 0
  let items = 0
  let words = 0
  let hasBegun = false
  let hasEnded = false
  let isScalarNext = false
  let start = 0
  let end = 0
  const stop = (kind: FaultKind) => scan.faults.push(fault(kind, { start, end }))
  for (const lexeme of new Lexer().lex(text)) {
    const type: string | null = isScalarNext ? 'text' : CST.tokenType(lexeme)
    isScalarNext = type === 'scalar'
    start = parser.offset
    end = start + lexeme.length
    const kind = type ? refused[type] : undefined

    const isContent: boolean = !hasBegun || hasEnded ? type === null || !beforeDocument.has(type) : true
    if ((type === 'doc-start' && hasBegun) || (hasEnded && isContent && type !== 'doc-end')) {
      stop('second-document')
      break
    }
    hasBegun ||= isContent
    hasEnded ||= type === 'doc-end' && hasBegun
    if (type === 'explicit-key-ind' && /^[ \t]*(?:#.*)?(?:\r?\n|$)/.test(text.slice(end, end + 200))) {
      // A bare `?` as an answer: the officer does not know yet. To YAML it would open a key.
      for (const part of ['\x1f', lexeme]) for (const token of parser.next(part)) yield* composer.next(token)
      continue
    }
    if (kind) stop(kind)
    if (type === 'single-quoted-scalar' || type === 'double-quoted-scalar') scan.quotes.push(start)
    if (type === 'flow-seq-start' || type === 'flow-map-start') scan.brackets.push(start)
    if (type === 'map-value-ind') questions++
    if (type === 'seq-item-ind' || type === 'comma') items++
    if (questions > limits.questions || items > limits.items || ++words > limits.words) {
      stop('too-many')
      return
    }
    for (const token of parser.next(lexeme)) yield* composer.next(token)
    if (parser.stack.length > limits.depth + 3) {
      // What stands above may explain it: each answer that seems to open a group goes one deeper.
      stop('too-deep')
      break
    }
  }
  for (const token of parser.end()) yield* composer.next(token)
  yield* composer.end(false, text.length)
}

const fault = (kind: FaultKind, span: Span): Fault => ({ kind, span, code: '', message: '' })

function layoutFault(code: string, message: string, span: Span, scan: Scan): Fault {
  const openings = message.startsWith('Missing closing')
    ? scan.quotes
    : /end with a [\]}]/.test(message)
      ? scan.brackets
      : []
  const opening = openings.findLast(offset => offset < span.start)
  const kind = code === 'RESOURCE_EXHAUSTION' ? 'too-deep' : 'layout'
  return { kind, span, code, message, ...(opening === undefined ? {} : { opening }) }
}

/** @param after where the key ends that the node answers; undefined for an item and the whole */
function convert(node: unknown, text: string, after?: number): Node {
  const span = spanOf(node) ?? { start: after ?? 0, end: after ?? 0 }
  if (isMap(node)) {
    const entries = node.items.map((pair): Entry => {
      const keySpan = (isPair(pair) && spanOf(pair.key)) || span
      const key = isScalar(pair.key) ? String(pair.key.value ?? '').replaceAll('\r\n', '\n') : ''
      return { key, keySpan, value: convert(pair.value, text, keySpan.end) }
    })
    return { type: 'mapping', entries, span: node.flow ? span : upTo(span, entries.at(-1)?.value) }
  }
  if (isSeq(node)) {
    const items = node.items.map(item => convert(item, text))
    return { type: 'sequence', items, span: node.flow ? span : upTo(span, items.at(-1)) }
  }
  if (!isScalar(node) || typeof node.value !== 'string' || span.end === span.start)
    return { type: 'scalar', text: '', style: 'plain', span: afterColon(text, after) ?? span }
  const style = node.type === 'PLAIN' ? 'plain' : node.type?.startsWith('BLOCK') ? 'block' : 'quoted'
  const end = style === 'block' ? span.start + text.slice(span.start, span.end).trimEnd().length : span.end
  return {
    type: 'scalar',
    text: cutOut(node.value.replaceAll('\r\n', '\n')),
    style,
    span: { start: span.start, end },
  }
}

function spanOf(node: unknown): Span | undefined {
  const range = (node as { range?: readonly [number, number, number] | null } | null)?.range
  return range ? { start: range[0], end: range[1] } : undefined
}

/** The package counts the blank lines and remarks that follow a group as part of it. */
const upTo = ({ start, end }: Span, last: Node | undefined): Span => ({ start, end: last?.span.end ?? end })

/** An answer left empty stands behind the colon of its question, whatever line follows. */
function afterColon(text: string, after: number | undefined): Span | undefined {
  const colon = /^ *:/.exec(text.slice(after, (after ?? 0) + 100))
  if (after === undefined || !colon) return undefined
  return { start: after + colon[0].length, end: after + colon[0].length }
}
