/**
 * The answers of two versions and a way to print an agreement in; out, which changed answers made a paragraph what it is. An answer
 * is put back as it was, the rest left as they are, and what the paragraph stands in is printed: what then reads otherwise, that
 * answer caused. Nothing is named that was not so tried.
 */
import type { Document } from '../document/nodes.ts'
import { numberDocument } from '../document/number.ts'
import type { Answers } from '../intake/answers.ts'
import type { Printer } from '../provisions/assemble.ts'
import type { AnswerChange } from './answer-changes.ts'
import type { Step } from './differences.ts'
import { changedAsOne, putBack } from './put-back.ts'
import { type Reading, readingOf } from './reading.ts'

/** Up to so many things that changed, each is tried by itself; of more, halves of them are tried first. */
const FEW = 10
/**
 * How much may be printed to find causes out, so that no amendment takes for ever: sets of answers to print from, provisions, and
 * whole agreements, each of which takes as long as dozens of provisions. Forty changed answers need a third of it.
 */
const MOST = { answers: 400, provisions: 3_000, wholes: 200 }

/**
 * What some paragraphs hang on: the changed answers, those that changed as one together. Where no answer explains them, whether
 * several do only together, or so much changed that it was not worked out.
 */
export interface Found {
  readonly groups: readonly (readonly AnswerChange[])[]
  readonly untold?: 'together' | 'too many'
}
export type Causes = (steps: readonly Step[]) => Found

/**
 * Finds out by printing what each changed answer does.
 * @param now the newer version, which gives the numbers that references print
 */
export function causesByPrinting(
  before: Answers,
  after: Answers,
  changes: readonly AnswerChange[],
  print: (answers: Answers) => Printer,
  now: Document,
): Causes {
  const groups = [...changedAsOne(before, after, changes)].map(([path, answers]) => ({ path, answers }))
  const isFew = groups.length <= FEW
  const left = { ...MOST }
  const later = numberDocument(now)
  const readings = new Map<string, Reading>()
  const reading = (key: string, answers: () => Answers): Reading | undefined => {
    const known = readings.get(key)
    if (known) return known
    if (left.answers-- <= 0) return undefined
    const made = readingOf(print(answers()), now, later, left)
    readings.set(key, made)
    return made
  }
  const paths = (places: readonly number[]) => places.map(at => groups[at]!.path)
  const ours = () => reading('now', () => after)
  const without = (places: readonly number[]) =>
    reading(`without ${places}`, () => putBack(before, after, paths(places)))
  const all = groups.map((_, at) => at)

  /** Whether some paragraphs read otherwise than now; undefined where too much was printed already. */
  const differ = (steps: readonly Step[], other: Reading | undefined): boolean | undefined => {
    const here = ours()
    if (!here || !other) return undefined
    for (const { before: was, after: is } of steps)
      for (const unit of [was, is]) {
        const isAlike = unit === undefined || here.isAlike(unit, other)
        if (isAlike !== true) return isAlike === undefined ? undefined : true
      }
    return false
  }

  /** Of some things that changed, those without which the paragraphs read otherwise, and sets that only as a whole do that. */
  const search = (steps: readonly Step[], places: readonly number[]): Search => {
    const isAny = places.length > 0 && differ(steps, without(places))
    if (isAny === undefined) return { causes: [], together: [], isCutShort: true }
    if (!isAny) return { causes: [], together: [], isCutShort: false }
    if (places.length === 1) return { causes: places, together: [], isCutShort: false }
    const half = places.length >> 1
    const parts = [places.slice(0, half), places.slice(half)].map(part => search(steps, part))
    const found = {
      causes: parts.flatMap(part => part.causes),
      together: parts.flatMap(part => part.together),
      isCutShort: parts.some(part => part.isCutShort),
    }
    return found.causes.length + found.together.length > 0 || found.isCutShort
      ? found
      : { ...found, together: places }
  }
  const eachAlone = (steps: readonly Step[]): Search => {
    const tried = all.map(at => differ(steps, without([at])))
    const causes = tried.flatMap((is, at) => (is ? [at] : []))
    return {
      causes,
      together: causes.length > 0 ? [] : all,
      isCutShort: tried.includes(undefined),
    }
  }

  return steps => {
    const isBroad = steps.some(({ before: was, after: is }) => ours()?.isBroad((is ?? was)!))
    const { causes, together, isCutShort } = isFew && !isBroad ? eachAlone(steps) : search(steps, all)
    const isTheirs = causes.length === 0 && together.length > 0 && differ(steps, without(all))
    // Either of two may be enough, so that to put one back changes nothing: then each is tried with all the others put back.
    const enough = isTheirs
      ? together.filter(at => differ(steps, without(all.filter(other => other !== at))) === false)
      : []
    const named = [...causes, ...enough].map(at => groups[at]!.answers)
    if (named.length > 0) return { groups: named, ...(isCutShort && { untold: 'too many' }) }
    if (isCutShort || isTheirs === undefined) return { groups: [], untold: 'too many' }
    return { groups: [], ...(isTheirs && { untold: 'together' }) }
  }
}

interface Search {
  readonly causes: readonly number[]
  readonly together: readonly number[]
  /** Too much was printed before it was done. */
  readonly isCutShort: boolean
}
