/** Document in, the number of every numbered block out, as data by block id. Numbers are never stored in the document. */
import type { Block, Change, Document } from './nodes.ts'

export type Series = 'clause' | 'paragraph' | 'schedule' | 'party' | 'recital'

export interface Label {
  readonly series: Series
  /** What stands in the margin, without a trailing stop: `10`, `10.2`, `(a)`, `Schedule 4`. */
  readonly text: string
  /** What a reference says: `10.2(a)(i)`, `Schedule 4`; for a paragraph the number alone, `2.1(a)`. */
  readonly full: string
  /** For a paragraph: the id of its schedule. */
  readonly schedule?: string
}

export type Numbering = ReadonlyMap<string, Label>

/** a to z, then aa, bb, cc, as Word counts. */
const letters = (n: number): string => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))

const romans: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]
const roman = (n: number): string => {
  let rest = n
  let out = ''
  for (const [value, digits] of romans)
    while (rest >= value) {
      out += digits
      rest -= value
    }
  return out
}

/** The counters of one run of clauses: the agreement's, or one schedule's. */
interface Run {
  readonly counts: [number, number, number, number]
  readonly schedule?: string
}

/**
 * Numbers every clause, schedule paragraph, schedule, party and recital of a document, in reading order. With tracked
 * changes: the numbers once all are accepted, and for what is then gone the numbers it had.
 */
export function numberDocument(document: Document): Numbering {
  const known = numbered.get(document)
  if (known) return known
  const { labels, isMarked } = count(document, 'deleted')
  if (isMarked)
    for (const [id, label] of count(document, 'inserted').labels) if (!labels.has(id)) labels.set(id, label)
  numbered.set(document, labels)
  return labels
}

/** A document never changes, and many ask for its numbers. */
const numbered = new WeakMap<Document, Numbering>()

/** The numbers once every tracked change is rejected; of what is only inserted, none. */
export const numberBefore = (document: Document): Numbering => count(document, 'inserted').labels

/** The numbers without the blocks that a kind of change marks, and whether any change marks a block that counts. */
function count(document: Document, without: Change['kind']) {
  let isMarked = false
  const labels = new Map<string, Label>()
  const run: Run = { counts: [0, 0, 0, 0] }
  const counts = { schedule: 0, party: 0, recital: 0 }

  const visit = (blocks: readonly Block[], within: Run): void => {
    for (const block of blocks) {
      if (block.change) isMarked = true
      if (block.change?.kind === without) continue
      if (block.type === 'clause') {
        labels.set(block.id, clauseLabel(block.level, within))
        visit(block.children, within)
      } else if (block.type === 'schedule') {
        const text = `Schedule ${++counts.schedule}`
        labels.set(block.id, { series: 'schedule', text, full: text })
        visit(block.children, { counts: [0, 0, 0, 0], schedule: block.id })
      } else if (block.type === 'party') {
        const text = `(${++counts.party})`
        labels.set(block.id, { series: 'party', text, full: text })
      } else if (block.type === 'recital') {
        const text = `(${letters(++counts.recital).toUpperCase()})`
        labels.set(block.id, { series: 'recital', text, full: text })
      }
    }
  }
  visit(document.body, run)
  return { labels, isMarked }
}

function clauseLabel(level: 1 | 2 | 3 | 4, run: Run): Label {
  const { counts, schedule } = run
  counts[level - 1]!++
  counts.fill(0, level)
  const [one, two, three, four] = counts
  const head = two > 0 ? `${one}.${two}` : `${one}`
  const text = level <= 2 ? head : level === 3 ? `(${letters(three)})` : `(${roman(four)})`
  const full = level <= 2 ? head : `${head}(${letters(three)})${level === 4 ? `(${roman(four)})` : ''}`
  return schedule === undefined
    ? { series: 'clause', text, full }
    : { series: 'paragraph', text, full, schedule }
}

/**
 * What a cross-reference prints. A paragraph of a schedule says which schedule; a clause leaves the word to the sentence.
 * @param here the id of the schedule that the reference stands in: of its own paragraphs it need not say that
 */
export function referenceText(numbering: Numbering, target: string, here?: string): string | undefined {
  const label = numbering.get(target)
  if (!label) return undefined
  if (label.series !== 'paragraph') return label.full
  if (here !== undefined && label.schedule === here) return `paragraph ${label.full}`
  return `paragraph ${label.full} of ${numbering.get(label.schedule!)?.full ?? ''}`
}
