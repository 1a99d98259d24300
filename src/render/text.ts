/** A document in, plain text that a lawyer can read out: numbers, references and tables shown, one block a line. Tracked changes read `[-old-]{+new+}`. */

import type { Block, Cell, Change, Cover, Document, Inline, Table } from '../document/nodes.ts'
import { type Numbering, numberBefore, referenceText } from '../document/number.ts'
import { joinParties } from '../document/parties.ts'
import { InternalError } from '../findings/finding.ts'
import { diagramInWords } from './diagram/words.ts'

interface Context {
  readonly numbering: Numbering
  /** The numbers before tracked changes, where they may differ. */
  readonly before?: Numbering
  readonly indent: number
  /** The id of the schedule that all this stands in. */
  readonly schedule?: string
}
type Handlers = {
  readonly [K in Block['type']]: (block: Extract<Block, { type: K }>, context: Context) => string[]
}

const step = 4
const pad = (indent: number): string => ' '.repeat(indent)
const deeper = (context: Context, by = step): Context => ({ ...context, indent: context.indent + by })

/** Renders the whole document: cover, then the body. Ends with a line end. */
export function renderText(document: Document, numbering: Numbering): string {
  const context: Context = { numbering, before: numberBefore(document), indent: 0 }
  const { cover, properties } = document
  const front = [
    ...(properties.state === '' ? [] : [properties.state, '']),
    cover.kind,
    inlineText(cover.title, context),
    '',
    ...partyLines(cover.parties, context),
    '',
    ...cover.lines.map(({ label, value, change }) => {
      const line = `${label}: ${inlineText(value, context)}`
      return change ? markedLine(line, change) : line
    }),
    ...(cover.notice.length > 0 ? ['', inlineText(cover.notice, context)] : []),
  ]
  return `${[...front, ...blocksText(document.body, context)].join('\n')}\n`
}

const partyLines = (parties: Cover['parties'], context: Context): string[] =>
  joinParties(parties).map(item =>
    'party' in item
      ? inlineText(item.party, context)
      : item.change
        ? marked(item.word, item.change)
        : item.word,
  )

/** The lines of some blocks. */
export function blocksText(blocks: readonly Block[], context: Context): string[] {
  return blocks.flatMap(block => {
    const handler = handlers[block.type] as (b: Block, c: Context) => string[]
    if (!block.change) return handler(block, context)
    return handler(block, under(block.change, context)).map(line => markedLine(line, block.change!))
  })
}

const marked = (text: string, { kind }: Change): string =>
  text === '' ? '' : kind === 'deleted' ? `[-${text}-]` : `{+${text}+}`

const markedLine = (line: string, change: Change): string => {
  const indent = /^ */.exec(line)![0]
  return `${indent}${marked(line.slice(indent.length), change)}`
}

/** How what is inserted or deleted is read: numbers as they are in the only reading that holds it. */
function under({ kind }: Change, { numbering, before, ...where }: Context): Context {
  return { numbering: kind === 'deleted' ? (before ?? numbering) : numbering, ...where }
}

/** The words of some inlines, gaps in square brackets. */
export function inlineText(inlines: readonly Inline[], context: Context): string {
  return inlines.map(inline => oneInline(inline, context)).join('')
}

function oneInline(inline: Inline, context: Context): string {
  switch (inline.type) {
    case 'text':
    case 'fact':
      return inline.text
    case 'strong':
    case 'emphasis':
      return inlineText(inline.children, context)
    case 'gap':
      return `[${inline.text}]`
    case 'lineBreak':
      return ' '
    case 'changed':
      return marked(inlineText(inline.children, under(inline.change, context)), inline.change)
    case 'remark':
      return `${inlineText(inline.children, context)}[Comment by ${inline.author}: ${inline.comment}]`
    case 'crossReference': {
      const text = referenceText(context.numbering, inline.target, context.schedule)
      if (text === undefined)
        throw new InternalError(`Nothing in the document is known as "${inline.target}".`)
      return text
    }
  }
}

function numbered(label: string, children: readonly Block[], context: Context): string[] {
  const [first, ...rest] = children
  const beside = first?.type === 'para' ? blocksText([first], { ...context, indent: 0 }).join('') : ''
  const others = first?.type === 'para' ? rest : children
  // An answer may end in a blank of any kind, so nothing is trimmed.
  const line = beside === '' ? label : `${label}  ${beside}`
  return [`${pad(context.indent)}${line}`, ...blocksText(others, deeper(context))]
}

function labelOf(id: string, { numbering, before }: Context): string {
  const now = numbering.get(id)?.text ?? ''
  const was = before?.get(id)?.text ?? now
  return was === now ? now : `[-${was}-]{+${now}+}`
}

const handlers: Handlers = {
  heading: (block, context) => {
    const text = inlineText(block.children, context)
    return block.level === 1 ? ['', '', text.toUpperCase()] : ['', text]
  },
  para: (block, context) => [`${pad(context.indent)}${inlineText(block.children, context)}`],
  bullets: (block, context) => block.items.flatMap(item => numbered('-', item, context)),
  clause: (block, context) => {
    const label = labelOf(block.id, context)
    if (block.title)
      return [
        '',
        `${label}.  ${inlineText(block.title, context)}`,
        ...blocksText(block.children, { ...context, indent: 0 }),
      ]
    const indent = block.level <= 2 ? 0 : (block.level - 2) * step
    return numbered(block.level === 1 ? `${label}.` : label, block.children, { ...context, indent })
  },
  party: (block, context) => numbered(labelOf(block.id, context), block.children, context),
  recital: (block, context) => numbered(labelOf(block.id, context), block.children, context),
  definition: (block, context) => {
    const [first, ...rest] = block.children
    const text = first?.type === 'para' ? inlineText(first.children, context) : ''
    return [
      `${pad(context.indent)}${block.term}: ${text}`,
      ...blocksText(first?.type === 'para' ? rest : block.children, deeper(context)),
    ]
  },
  table: (block, context) => tableText(block, context),
  schedule: (block, context) => [
    '',
    '',
    `${labelOf(block.id, context).toUpperCase()}  ${inlineText(block.title, context)}`,
    ...blocksText(block.children, { ...context, indent: 0, schedule: block.id }),
  ],
  executionBlock: (block, context) => [
    '',
    ...blocksText(block.children, context),
    ...block.lines.map(({ label, value, change }) => {
      const line = `    ${label}:${value.length > 0 ? ` ${inlineText(value, context)}` : ''}`
      return change ? markedLine(line, change) : line
    }),
  ],
  diagram: (block, context) => [
    `${pad(context.indent)}${block.caption}`,
    ...diagramInWords(block).map(line => `${pad(context.indent)}${line}`),
  ],
}

function tableText(table: Table, context: Context): string[] {
  const row = (cells: readonly string[]) => `${pad(context.indent)}| ${cells.join(' | ')} |`
  return [
    ...(table.caption === '' ? [] : [`${pad(context.indent)}${table.caption}`]),
    row(table.columns.map(c => c.title)),
    ...table.rows.map(({ cells, change }) => {
      const line = row(cells.map(cell => cellText(cell, change ? under(change, context) : context)))
      return change ? markedLine(line, change) : line
    }),
  ]
}

/** A cell on one line; its paragraphs are parted by a stroke. */
const cellText = (cell: Cell, context: Context): string =>
  blocksText(cell.children, { ...context, indent: 0 }).join(' / ')
