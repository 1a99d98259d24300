/**
 * A paper whose first pages must be one page in, the house style in which they are out: its text set smaller, by half points,
 * until it fits by our own reckoning, since only a layout engine knows. `templates/pdf/pack.typ` does the same for the PDF.
 */
import type { HouseStyle } from '../../document/house-style.ts'
import type { Document } from '../../document/nodes.ts'
import type { Numbering } from '../../document/number.ts'
import { pageRuns } from '../page-runs.ts'
import { renderBlocks } from './blocks.ts'
import { renderTitle } from './cover.ts'
import type { Element } from './elements.ts'
import { CELL_MARGIN, PAGE, TEXT_WIDTH } from './page.ts'
import { paragraphStyles } from './paragraph-styles.ts'
import { startRendering } from './rendering.ts'
import type { ParagraphLook } from './style-sheet.ts'
import { textWidth } from './text-width.ts'

/** The smallest text, as a share of the house's size: what does not fit even so goes on over the page in its own size. */
const SMALLEST = 0.75
const STEP = 0.5
/** How much of the page the reckoning may fill. */
const ROOM = 0.98 * (PAGE.height - PAGE.top - PAGE.bottom)

/** The height of a line of Arial, and of what Word puts between lines by default, as shares of the type size. */
const LINE = 1.15
const LINE_SPACING = 252
/** The edges of a row: its line, and the space above and below its cells. */
const ROW_EDGES = 30
const BOLD = 1.09

type Looks = ReadonlyMap<string, ParagraphLook>

/** The looks of each style, with what it takes over from the one it is based on. */
function looksOf(style: HouseStyle): Looks {
  const all = new Map(paragraphStyles(style, style.colour).map(look => [look.id, look]))
  const whole = (look: ParagraphLook): ParagraphLook =>
    look.basedOn ? { ...whole(all.get(look.basedOn)!), ...look } : look
  return new Map([...all].map(([id, look]) => [id, whole(look)]))
}

const childrenOf = (content: Element): readonly Element[] =>
  content.children.filter(child => typeof child !== 'string')

const wordsOf = (content: Element): string =>
  content.children
    .map(child => (typeof child === 'string' ? child : child.name === 'w:pPr' ? '' : wordsOf(child)))
    .join('')

const attributeOf = (content: Element | undefined, attribute: string): unknown =>
  content?.attributes?.[attribute]

/** Heights in twentieths of a point, in a column of this width. */
function heightOf(content: Element, width: number, size: number, looks: Looks): number {
  const parts = childrenOf(content)
  const sum = (elements: readonly Element[], within = width): number =>
    elements.reduce((total, one) => total + heightOf(one, within, size, looks), 0)
  switch (content.name) {
    case 'w:p': {
      const named = childrenOf(parts[0]!).find(one => one.name === 'w:pStyle')
      const look = looks.get(String(attributeOf(named, 'w:val')))!
      const points = look.size ?? size
      const room = width - (look.left ?? 0) - (look.right ?? 0)
      const lines = Math.ceil((textWidth(wordsOf(content)) * (look.bold ? BOLD : 1) * points * 20) / room)
      const line = look.lineRule
        ? look.line!
        : (points * 20 * LINE * (look.line ?? LINE_SPACING)) / LINE_SPACING
      const edges = (look.rule?.sides ?? []).filter(side => side === 'top' || side === 'bottom').length
      const rules = edges * 20 * (look.rule?.space ?? 0)
      return Math.max(lines, 1) * line + (look.before ?? 0) + (look.after ?? 0) + rules
    }
    case 'w:tbl': {
      const grid = childrenOf(parts.find(one => one.name === 'w:tblGrid')!)
      const widths = grid.map(column => Number(attributeOf(column, 'w:w')) - 2 * CELL_MARGIN)
      return parts
        .filter(one => one.name === 'w:tr')
        .map(row => {
          const cells = childrenOf(row).filter(one => one.name === 'w:tc')
          return ROW_EDGES + Math.max(...cells.map((cell, column) => sum(childrenOf(cell), widths[column])))
        })
        .reduce((total, one) => total + one, 0)
    }
    default:
      return sum(parts)
  }
}

/** The style in which what stands before the paper's first break of pages is one page; the house's own where none is. */
export function fitFirstPage(document: Document, numbering: Numbering, style: HouseStyle): HouseStyle {
  const [first] = pageRuns(document)
  if (!first) return style
  for (let { size } = style; size >= style.size * SMALLEST; size -= STEP) {
    const smaller = { ...style, size }
    const rendering = startRendering(document, numbering, smaller)
    const width = TEXT_WIDTH[first.layout]
    const content = [
      ...renderTitle(rendering),
      ...renderBlocks(first.blocks, { within: 'agreement', level: 0, bullets: 0, width }, rendering),
    ]
    const looks = looksOf(smaller)
    const height = content.reduce((total, one) => total + heightOf(one, width, size, looks), 0)
    if (height <= ROOM) return smaller
  }
  return style
}
