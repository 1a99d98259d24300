/** A printer of an agreement in; out, whether a paragraph stands in what it prints as it stands in what another prints. */
import type { Document } from '../document/nodes.ts'
import { type Label, type Numbering, numberDocument } from '../document/number.ts'
import { allInlines } from '../document/references.ts'
import type { Printer } from '../provisions/assemble.ts'
import { type Unit, unitsOf } from './units.ts'

/** What may still be printed. */
export interface Left {
  provisions: number
  wholes: number
}

/** What an agreement says, printed provision by provision as it is asked for. */
export interface Reading {
  /** What the provision of a paragraph says; undefined where too much was printed already. */
  readonly around: (unit: Unit) => Read | undefined
  /** Whether the whole agreement must be printed to tell. */
  readonly isBroad: (unit: Unit) => boolean
  /** Whether what a paragraph says stands in both alike; undefined as above. */
  readonly isAlike: (unit: Unit, other: Reading) => boolean | undefined
}

/** Of each item its texts, and how often each text stands in a provision. */
interface Read {
  readonly items: ReadonlyMap<string, string>
  readonly texts: ReadonlyMap<string, number>
}

/**
 * @param shell the document that the provisions are of
 * @param later the numbers that references print
 * @param left counts down what is printed
 */
export function readingOf(printer: Printer, shell: Document, later: Numbering, left: Left): Reading {
  const known = new Map<string, Read | undefined>()
  const WHOLE = ''
  const readWhole = (): Read | undefined => {
    if (!known.has(WHOLE)) known.set(WHOLE, left.wholes-- > 0 ? readBy(printer.whole(), later) : undefined)
    return known.get(WHOLE)
  }
  const around = ({ template }: Unit): Read | undefined => {
    if (known.has(template)) return known.get(template)
    if (left.provisions-- <= 0) return undefined
    const body = printer.provision(template)
    const read = body ? readBy({ ...shell, body }, later) : readWhole()
    known.set(template, read)
    return read
  }
  return {
    around,
    isBroad: ({ template }) => !printer.standsAlone(template),
    isAlike: (unit, other) => {
      const [one, two] = [around(unit), other.around(unit)]
      return one && two && isAlike(unit, one, two)
    },
  }
}

const textKey = ({ top, steady }: Unit): string => `${top}\n${steady}`

function readBy(document: Document, later: Numbering): Read {
  const items = new Map<string, string>()
  const texts = new Map<string, number>()
  for (const unit of unitsOf(document, numbersIn(document, later), later)) {
    items.set(unit.item, `${items.get(unit.item) ?? ''}\n${unit.steady}`)
    texts.set(textKey(unit), (texts.get(textKey(unit)) ?? 0) + 1)
  }
  return { items, texts }
}

/** By its item; where that is only counted, and may be another there, by how often its words stand there too. */
function isAlike(unit: Unit, one: Read, other: Read): boolean {
  const isCounted = /\[\d+\]/.test(unit.item) || unit.item === ''
  return (
    one.items.get(unit.item) === other.items.get(unit.item) ||
    (isCounted && (one.texts.get(textKey(unit)) ?? 0) === (other.texts.get(textKey(unit)) ?? 0))
  )
}

/** Numbers for whatever a provision refers to, also where that stands in another: what is nowhere in the newer version goes by its id. */
function numbersIn(document: Document, later: Numbering): Numbering {
  const own = new Map<string, Label>([...numberDocument(document), ...later])
  for (const inline of allInlines(document.body))
    if (inline.type === 'crossReference' && !own.has(inline.target))
      own.set(inline.target, { series: 'clause', text: inline.target, full: inline.target })
  return own
}
