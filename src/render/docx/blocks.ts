/** Block nodes in, Word paragraphs, tables and content controls out: one handler for each type of block. */
import type { Block, Clause, Inline, Para, Party, Recital } from '../../document/nodes.ts'
import { announces, introduces, isLedInTo, leadsIn } from '../lead-ins.ts'
import { enterContents } from './contents-entries.ts'
import { renderDiagram } from './diagram.ts'
import { type Element, group, valued } from './elements.ts'
import { renderExecutionBlock } from './execution.ts'
import { controlTag, controlTitle } from './ids.ts'
import { bookmarked, renderInlines, run, wordsOf } from './inlines.ts'
import { renderedBefore } from './rendered-before.ts'
import { bookmarkOf, type Context, labelOf, paragraph, type Rendering, under } from './rendering.ts'
import { renderTable } from './tables.ts'
import { sealAttribute } from './text.ts'
import { trackBlocks } from './tracked.ts'

const CELL_STYLE = {
  left: 'TableText',
  right: 'TableNumber',
  center: 'TableCentre',
  label: 'TableLabel',
} as const
const DEEPEST_BULLET = 6

/** How deep a bullet stands: the clause that holds it counts as the lists above it would. */
const bulletDepth = ({ level, bullets }: Context): number =>
  Math.min(bullets + ([0, 1, 1, 2, 3] as const)[level], DEEPEST_BULLET)

const paraStyle = (context: Context): string => {
  if (context.cell) return CELL_STYLE[context.cell]
  if (context.bullets > 0) return `BulletText${bulletDepth(context)}`
  return context.level > 0 ? `ClauseText${context.level}` : 'BodyText'
}

/** The words of the paragraph beside a number. The paragraph is the number's, so only its words can change. */
const wordsBeside = ({ change, children }: Para): readonly Inline[] =>
  change ? [{ type: 'changed', change, children }] : children

/** A numbered item: its first paragraph stands beside the number, under the item's bookmark; the rest follow it. */
function numbered(
  id: string,
  style: string,
  title: readonly Inline[] | undefined,
  children: readonly Block[],
  context: Context,
  rendering: Rendering,
): readonly Element[] {
  const [first, ...others] = children
  const beside = title ?? (first?.type === 'para' ? wordsBeside(first) : [])
  const rest = title === undefined && first?.type === 'para' ? others : children
  return [
    paragraph(
      style,
      bookmarked(bookmarkOf(id, rendering), renderInlines(beside, rendering)),
      rest.length > 0 ? announces(beside) || isLedInTo(rest[0]) : context.leads,
    ),
    ...renderBlocks(rest, context, rendering),
  ]
}

function clauseStyle({ level, title }: Clause, { within }: Context): string {
  if (within === 'schedule') return level === 1 && title ? 'ScheduleLevel1Heading' : `ScheduleLevel${level}`
  if (level > 1) return `ClauseLevel${level}`
  return title ? 'Heading2' : 'ClauseLevel1Text'
}

/** Whether a block, or any that stands in it, is inserted or deleted as a whole. */
const mayGo = (block: Block): boolean =>
  block.change !== undefined ||
  (block.type === 'bullets' && block.items.some(item => item.some(mayGo))) ||
  (block.type === 'clause' && block.children.some(mayGo))

/** A content control round a whole clause: how an edited document tells us which clause is which. */
const control = (clause: string, id: number, title: string, children: readonly Element[]): Element =>
  group('w:sdt', [
    group('w:sdtPr', [
      valued('w:alias', controlTitle(sealAttribute(title))),
      valued('w:tag', sealAttribute(controlTag(clause))),
      valued('w:id', id),
    ]),
    group('w:sdtContent', children),
  ])

const item = (style: string) => (node: Party | Recital, context: Context, rendering: Rendering) =>
  numbered(node.id, style, undefined, node.children, { ...context, level: 1 }, rendering)

type BlockHandlers = {
  readonly [K in Block['type']]: (
    node: Extract<Block, { type: K }>,
    context: Context,
    rendering: Rendering,
  ) => readonly Element[]
}

const handlers: BlockHandlers = {
  heading: (node, _context, rendering) => {
    const content = renderInlines(node.children, rendering)
    if (node.level === 2) return [paragraph('Subheading', content)]
    const bookmark = `_h_${rendering.entries.length + 1}`
    enterContents('part', undefined, node.children, bookmark, rendering)
    return [paragraph('Heading1', bookmarked(bookmark, content))]
  },

  para: (node, context, rendering) => [
    paragraph(paraStyle(context), renderInlines(node.children, rendering), context.leads),
  ],

  bullets: (node, context, rendering) => {
    const inside = { ...context, bullets: context.bullets + 1 }
    const style = context.cell ? 'TableBullet' : `Bullet${bulletDepth(inside)}`
    return node.items.flatMap(([first, ...rest], index) => {
      const leads = index === node.items.length - 1 && context.leads === true
      const here = { ...inside, leads }
      if (first?.type !== 'para') return renderBlocks(first ? [first, ...rest] : rest, here, rendering)
      const { change, children } = first
      const leadsOn = rest.length > 0 ? isLedInTo(rest[0]) : leads
      const as = change ? under(change, rendering) : rendering
      const item = [paragraph(style, renderInlines(children, as), leadsOn)]
      return [
        ...(change ? trackBlocks(item, change, rendering.next) : item),
        ...renderBlocks(rest, here, rendering),
      ]
    })
  },

  clause: (node, context, rendering) => {
    if (node.level === 1 && node.title && context.within === 'agreement')
      enterContents('clause', node.id, node.title, bookmarkOf(node.id, rendering), rendering)
    const inside: Context = { ...context, level: node.level }
    const style = clauseStyle(node, context)
    const content = () => numbered(node.id, style, node.title, node.children, inside, rendering)
    if (node.level > 2) return content()
    // Word leaves an emptied control behind, so none goes round a paragraph that may go as a whole.
    if (node.level === 2 || mayGo(node)) return renderedBefore(node, inside, rendering, '', content)
    const title = wordsOf(node.title ?? [], rendering) || `Paragraph ${labelOf(node.id, rendering).full}`
    const id = rendering.next.control(`clause:${node.id}`)
    return renderedBefore(node, inside, rendering, `${id} ${title}`, () => [
      control(node.id, id, title, content()),
    ])
  },

  party: item('Party'),
  recital: item('Recital'),

  definition: (node, context, rendering) =>
    renderedBefore(node, context, rendering, '', () => {
      const [first, ...rest] = node.children
      const meaning: Para = first?.type === 'para' ? first : { type: 'para', children: [] }
      return [
        paragraph(
          'Definition',
          [run(node.term, 'DefinedTerm'), run(': '), ...renderInlines(wordsBeside(meaning), rendering)],
          isLedInTo(rest[0]),
        ),
        ...renderBlocks(first === meaning ? rest : node.children, { ...context, level: 1 }, rendering),
      ]
    }),

  table: (node, context, rendering) => {
    const table = () => renderTable(node, context, rendering, renderBlocks)
    return context.cell ? table() : renderedBefore(node, context, rendering, '', table)
  },

  schedule: (node, context, rendering) => {
    const bookmark = bookmarkOf(node.id, rendering)
    enterContents('schedule', node.id, node.title, bookmark, rendering)
    return [
      paragraph('ScheduleHeading', bookmarked(bookmark, renderInlines(node.title, rendering))),
      ...renderBlocks(
        node.children,
        { ...context, within: 'schedule', level: 0 },
        { ...rendering, schedule: node.id },
      ),
    ]
  },

  executionBlock: (node, _context, rendering) => renderExecutionBlock(node, rendering),

  diagram: (node, _context, rendering) => renderDiagram(node, rendering),
}

/** Renders blocks, in order, as they look where `context` says they stand. */
export function renderBlocks(
  blocks: readonly Block[],
  context: Context,
  rendering: Rendering,
): readonly Element[] {
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1]
    const leads =
      rendering.kept.has(block) ||
      (next ? introduces(blocks[index - 1], next) || leadsIn(block, next) : (context.leads ?? false))
    const here = leads === (context.leads ?? false) ? context : { ...context, leads }
    const handler = handlers[block.type] as (typeof handlers)['para']
    const { change } = block
    if (!change) return handler(block as never, here, rendering)
    return trackBlocks(handler(block as never, here, under(change, rendering)), change, rendering.next)
  })
}
