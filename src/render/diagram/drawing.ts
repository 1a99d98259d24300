/**
 * A diagram in, its picture as SVG out. The way that first answers lead runs down the page; a step that a second answer
 * leads to stands beside the question, and its own way on joins the main way again. Same diagram, same bytes.
 */
import type { Diagram, Step } from '../../document/nodes.ts'
import { textWidth } from '../docx/text-width.ts'

/** A picture, with its measures in pixels of a 96th of an inch. */
export interface Drawing {
  readonly svg: string
  readonly width: number
  readonly height: number
}

const FONT = 13
const LINE = 16
const PADDING = 6
const GAP = 22
/** Ways that join the main one do so this far above the row they lead to. */
const JOIN = 7
const EDGE = 4
const MAIN = { left: EDGE, width: 300 } as const
const SIDE = { left: 354, width: 262 } as const
const WIDTH = SIDE.left + SIDE.width + EDGE
/** A question narrows towards its ends. */
const SLANT = 16

interface Box {
  readonly step: Step
  readonly left: number
  readonly width: number
  readonly top: number
  /** The top of the row that the box stands in, which a taller box may share. */
  readonly rowTop: number
  readonly height: number
  readonly lines: readonly string[]
}

/** A drawing taller than this, in its own pixels, is shown smaller: so the first one has room below the title of its paper. */
const TALLEST = 490

/** How large a drawing is shown. */
export function shownSize({ width, height }: Drawing): Pick<Drawing, 'width' | 'height'> {
  const scale = Math.min(1, TALLEST / height)
  return { width: width * scale, height: height * scale }
}

/** Draws a diagram in black on light grounds, so that it reads as well in grey. */
export function drawDiagram({ steps, caption }: Diagram): Drawing {
  const rows = rowsOf(steps)
  const boxes = new Map<string, Box>()
  let top = EDGE
  for (const row of rows) {
    const main = boxOf(row.main, MAIN, top)
    const sides = row.side ? [boxOf(row.side, SIDE, top)] : []
    const height = Math.max(main.height, ...sides.map(box => box.height))
    for (const box of [main, ...sides])
      boxes.set(box.step.id, { ...box, top: top + (height - box.height) / 2 })
    top += height + GAP
  }
  const height = top - GAP + EDGE
  const arrows = [...boxes.values()].flatMap(box => arrowsFrom(box, boxes))
  const inside = [...arrows, ...[...boxes.values()].map(shape)].join('')
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" ` +
    `font-family="Arimo, Arial, sans-serif" font-size="${FONT}"><title>${escaped(caption)}</title>` +
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>${inside}</svg>`
  return { svg, width: WIDTH, height }
}

interface RowOfSteps {
  readonly main: Step
  readonly side?: Step
}

/** The main way from the first step on, each step with the one that its second answer leads to. */
function rowsOf(steps: readonly Step[]): readonly RowOfSteps[] {
  const byId = new Map(steps.map(step => [step.id, step]))
  const main: Step[] = []
  for (let step = steps[0]; step && !main.includes(step); step = byId.get(step.next[0]?.to ?? ''))
    main.push(step)
  const beside = new Set<Step>()
  return main.map(step => {
    const side = byId.get(step.next[1]?.to ?? '')
    if (!side || main.includes(side) || beside.has(side)) return { main: step }
    beside.add(side)
    return { main: step, side }
  })
}

function boxOf(step: Step, { left, width }: { left: number; width: number }, top: number): Box {
  const lines = wrapped(step.text, width - 2 * PADDING - (step.kind === 'question' ? 2 * SLANT : 0))
  return { step, left, width, top, rowTop: top, height: lines.length * LINE + 2 * PADDING, lines }
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let open = ''
  for (const word of text.split(/\s+/)) {
    const longer = open === '' ? word : `${open} ${word}`
    if (open !== '' && textWidth(longer) * FONT > width) {
      lines.push(open)
      open = word
    } else open = longer
  }
  return [...lines, open]
}

const grounds: Readonly<Record<Step['kind'], string>> = {
  start: '#e3e8f1',
  question: '#fdf1cf',
  action: '#ffffff',
  end: '#e3e8f1',
}

function shape({ step, left, width, top, height, lines }: Box): string {
  const look = `fill="${grounds[step.kind]}" stroke="#333333" stroke-width="1.3"`
  const middle = top + height / 2
  const outline =
    step.kind === 'question'
      ? `<polygon points="${[
          [left, middle],
          [left + SLANT, top],
          [left + width - SLANT, top],
          [left + width, middle],
          [left + width - SLANT, top + height],
          [left + SLANT, top + height],
        ]
          .map(point => point.join(','))
          .join(' ')}" ${look}/>`
      : `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="${step.kind === 'action' ? 2 : 14}" ${look}/>`
  const first = middle - ((lines.length - 1) * LINE) / 2 + FONT * 0.35
  const words = lines.map(
    (line, index) =>
      `<text x="${left + width / 2}" y="${round(first + index * LINE)}" text-anchor="middle"${step.kind === 'question' ? ' font-weight="bold"' : ''}>${escaped(line)}</text>`,
  )
  return outline + words.join('')
}

function arrowsFrom(box: Box, boxes: ReadonlyMap<string, Box>): readonly string[] {
  return box.step.next.flatMap(({ to, when }) => {
    const target = boxes.get(to)
    return target ? [arrow(box, target, when)] : []
  })
}

function arrow(from: Box, to: Box, when: string | undefined): string {
  const below = from.top + from.height
  const x = from.left + from.width / 2
  if (from.left === to.left)
    return line(
      [
        [x, below],
        [x, to.top],
      ],
      when,
      [x + 8, below + 12],
    )
  if (from.left === MAIN.left) {
    const y = from.top + from.height / 2
    return line(
      [
        [from.left + from.width, y],
        [to.left, y],
      ],
      when,
      [from.left + from.width + 14, y - 6],
    )
  }
  // Back to the main way, in the gap above the step it leads to.
  const y = to.rowTop - JOIN
  return line(
    [
      [x, below],
      [x, y],
      [to.left + to.width / 2 + 3, y],
    ],
    when,
    [x + 8, below + 12],
  )
}

type Point = readonly [x: number, y: number]

/** A line through points with a head at its end, and the answer beside its start. */
function line(points: readonly Point[], when: string | undefined, label: Point): string {
  const [end, before] = [points.at(-1)!, points.at(-2)!]
  const [dx, dy] = [Math.sign(end[0] - before[0]), Math.sign(end[1] - before[1])]
  const head = [
    end,
    [end[0] - 8 * dx + 4 * dy, end[1] - 8 * dy + 4 * dx],
    [end[0] - 8 * dx - 4 * dy, end[1] - 8 * dy - 4 * dx],
  ]
  const path = points.map(point => point.map(round).join(',')).join(' ')
  const words = when
    ? `<text x="${round(label[0])}" y="${round(label[1])}" font-weight="bold">${escaped(when)}</text>`
    : ''
  return (
    `<polyline points="${path}" fill="none" stroke="#333333" stroke-width="1.3"/>` +
    `<polygon points="${head.map(point => point.map(round).join(',')).join(' ')}" fill="#333333"/>${words}`
  )
}

const round = (value: number): number => Math.round(value * 10) / 10

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
