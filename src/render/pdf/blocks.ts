/** Block nodes in, blocks for the template out: one handler for each type of block. Measures are those of the Word files. */
import type { Block, Inline, Para, Party, Recital } from '../../document/nodes.ts'
import { drawDiagram, shownSize } from '../diagram/drawing.ts'
import { diagramAlt, diagramInWords } from '../diagram/words.ts'
import { BULLET_HANG, BULLET_INDENTS, CLAUSE_HANGS, CLAUSE_INDENTS, SCHEDULE_HANG } from '../docx/page.ts'
import { announces, introduces, isLedInTo, leadsIn } from '../lead-ins.ts'
import { isNearEnd } from '../page-ends.ts'
import { inlineRuns, textRuns } from './inlines.ts'
import { points } from './points.ts'
import { type Context, fitted, type Setting } from './setting.ts'
import type { Measures, Run, SheetBlock, SheetHeading } from './sheet.ts'
import { signingBlock } from './signing.ts'
import { sheetTable } from './tables.ts'

/** A drawing's pixel is a 96th of an inch. */
const POINTS_PER_PIXEL = 0.75

const TEXT_SPACE = 6
const ITEM_SPACE = 3.5
const BULLET_SPACE = 2
/** A list of more items may be parted from a table after it, since it may not be parted in itself. */
const FEW_ITEMS = 3

const hangAt = (level: number): Measures => ({
  above: level < 3 ? TEXT_SPACE : ITEM_SPACE,
  left: points(CLAUSE_INDENTS[level]!),
  hang: points(CLAUSE_HANGS[level]!),
})

/** Where a paragraph without a number stands. */
function paraAt({ cell, bullets, level }: Context): Measures {
  if (cell) return { above: 1.5 }
  if (bullets > 0) return { above: BULLET_SPACE }
  return level > 0
    ? { above: level < 3 ? TEXT_SPACE : ITEM_SPACE, left: points(CLAUSE_INDENTS[level]!) }
    : { above: TEXT_SPACE }
}

/** A heading one level below the last at most. */
function levelled(wanted: number, setting: Setting): number {
  const level = Math.min(wanted, setting.levels.last + 1)
  setting.levels.last = level
  return level
}

function heading(
  wanted: number,
  runs: readonly Run[],
  look: Omit<SheetHeading, 'k' | 'level' | 'r'>,
  setting: Setting,
): SheetHeading {
  return { k: 'heading', level: levelled(wanted, setting), r: runs, ...look }
}

/** A numbered item: its first paragraph stands beside the number, the rest follow it. */
function numbered(
  id: string,
  children: readonly Block[],
  at: Measures,
  context: Context,
  setting: Setting,
): readonly SheetBlock[] {
  const [first, ...others] = children
  const beside = first?.type === 'para' ? first.children : []
  const rest = first?.type === 'para' ? others : children
  const keep = rest.length > 0 ? announces(beside) || isLedInTo(rest[0]) : context.leads === true
  return [
    {
      k: 'para',
      ...at,
      n: labelOf(id, setting),
      id: setting.label(id),
      r: fitted(inlineRuns(beside, setting), context.width - (at.left ?? 0), setting),
      keep,
    },
    ...sheetBlocks(rest, context, setting),
  ]
}

const labelOf = (id: string, { numbering }: Setting): string => numbering.get(id)!.text

const item = (node: Party | Recital, context: Context, setting: Setting): readonly SheetBlock[] =>
  numbered(node.id, node.children, hangAt(1), { ...context, level: 1 }, setting)

/** How a part of a paper is listed: a paper without a contents list of its own lists no parts. */
const part = ({ lists }: Setting) => (lists.parts ? ({ list: 'part' } as const) : {})

/** Makes a titled clause's heading. In a schedule it stands one level lower. */
function clauseHeading(
  id: string,
  title: readonly Inline[],
  context: Context,
  setting: Setting,
): SheetHeading {
  const inAgreement = context.within === 'agreement'
  return heading(
    3,
    inlineRuns(title, setting),
    {
      ...hangAt(1),
      above: 13,
      size: setting.style.size + 1,
      n: inAgreement ? `${labelOf(id, setting)}.` : labelOf(id, setting),
      id: setting.label(id),
      ...(inAgreement ? ({ list: 'clause' } as const) : {}),
    },
    setting,
  )
}

type Handlers = {
  readonly [K in Block['type']]: (
    node: Extract<Block, { type: K }>,
    context: Context,
    setting: Setting,
  ) => readonly SheetBlock[]
}

const handlers: Handlers = {
  heading: (node, _context, setting) => {
    const { size } = setting.style
    const runs = inlineRuns(node.children, setting)
    return node.level === 1
      ? [heading(2, runs, { above: 20, size: size + 4, rule: true, ...part(setting) }, setting)]
      : [heading(3, runs, { above: 16, size: size + 2 }, setting)]
  },

  para: (node, context, setting) => [
    {
      k: 'para',
      ...paraAt(context),
      r: fitted(inlineRuns(node.children, setting), context.width, setting),
      ...(context.leads ? { keep: true } : {}),
      ...(context.cell === 'label' ? { look: 'label' } : {}),
    },
  ],

  bullets: (node, context, setting) => {
    const depth = Math.min(
      context.bullets + 1 + ([0, 1, 1, 2, 3] as const)[context.level],
      BULLET_INDENTS.length - 1,
    )
    const inTable = context.cell !== undefined
    const nested = context.bullets > 0
    const hang = inTable ? 11.35 : points(BULLET_HANG)
    const inside: Context = {
      ...context,
      bullets: context.bullets + 1,
      leads: false,
      width: context.width - hang,
    }
    return [
      {
        k: 'list',
        above: inTable ? 1.5 : BULLET_SPACE + 1.5,
        // The template puts a list inside a list where the outer one's text starts.
        left: inTable || nested ? hang : points(BULLET_INDENTS[depth]!),
        hang,
        items: node.items.map(blocks => sheetBlocks(blocks, inside, setting)),
        keep: context.leads === true && node.items.length <= FEW_ITEMS,
      },
    ]
  },

  clause: (node, context, setting) => {
    const inside: Context = { ...context, level: node.level }
    if (node.title)
      return [
        clauseHeading(node.id, node.title, context, setting),
        ...sheetBlocks(node.children, inside, setting),
      ]
    const dot = node.level === 1 && context.within === 'agreement' ? '.' : ''
    const [first, ...rest] = numbered(node.id, node.children, hangAt(node.level), inside, setting)
    return [
      { ...(first as Extract<SheetBlock, { k: 'para' }>), n: `${labelOf(node.id, setting)}${dot}` },
      ...rest,
    ]
  },

  party: item,
  recital: item,

  definition: (node, context, setting) => {
    const [first, ...rest] = node.children
    const meaning = first?.type === 'para' ? first.children : []
    const inside: Context = { ...context, level: 1 }
    return [
      {
        k: 'para',
        ...paraAt(inside),
        r: [...textRuns(node.term, setting, 'b'), ': ', ...inlineRuns(meaning, setting)],
        keep: isLedInTo(rest[0]),
      },
      ...sheetBlocks(first?.type === 'para' ? rest : node.children, inside, setting),
    ]
  },

  table: (node, context, setting) => [sheetTable(node, context, setting, sheetBlocks)],

  schedule: (node, context, setting) => [
    heading(
      2,
      inlineRuns(node.title, setting),
      {
        above: 0,
        left: points(SCHEDULE_HANG),
        hang: points(SCHEDULE_HANG),
        size: setting.style.size + 4,
        rule: true,
        n: labelOf(node.id, setting),
        id: setting.label(node.id),
        ...part(setting),
      },
      setting,
    ),
    ...sheetBlocks(
      node.children,
      { ...context, within: 'schedule', level: 0 },
      { ...setting, schedule: node.id },
    ),
  ],

  executionBlock: (node, _context, setting) => [signingBlock(node, setting)],

  diagram: (node, context, setting) => {
    const drawing = drawDiagram(node)
    const { width, height } = shownSize(drawing)
    const picture: SheetBlock = {
      k: 'picture',
      above: TEXT_SPACE,
      svg: drawing.svg,
      width: width * POINTS_PER_PIXEL,
      height: height * POINTS_PER_PIXEL,
      alt: setting.printable(diagramAlt(node)),
      caption: textRuns(node.caption, setting),
    }
    const words = diagramInWords(node).map(
      (text): Para => ({ type: 'para', children: [{ type: 'text', text }] }),
    )
    const lines = sheetBlocks(words, context, setting).map((line, index) =>
      isNearEnd(index, words.length) ? { ...line, keep: true } : line,
    )
    return [picture, ...lines]
  },
}

/** Sets blocks, in order, as they look where `context` says they stand. */
export function sheetBlocks(
  blocks: readonly Block[],
  context: Context,
  setting: Setting,
): readonly SheetBlock[] {
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1]
    const leads =
      setting.kept.has(block) ||
      (next ? introduces(blocks[index - 1], next) || leadsIn(block, next) : (context.leads ?? false))
    return (handlers[block.type] as (typeof handlers)['para'])(block as never, { ...context, leads }, setting)
  })
}
