/** Two versions in, what differs between them paragraph by paragraph out, each at its address in both. */
import { align } from '../document/compare/align.ts'
import { likeness } from '../document/compare/words.ts'
import type { Document } from '../document/nodes.ts'
import { numberDocument } from '../document/number.ts'
import { type Unit, unitsOf } from './units.ts'

/** One paragraph, heading or cell as it was and is; one that came or went has only one side. */
export interface Step {
  readonly before?: Unit
  readonly after?: Unit
}
/** `renumbered`: only the numbers in its references differ. */
export type Kind = 'same' | 'renumbered' | 'reworded' | 'inserted' | 'deleted'

export const kindOf = ({ before, after }: Step): Kind => {
  if (!before) return 'inserted'
  if (!after) return 'deleted'
  if (before.steady !== after.steady) return 'reworded'
  return before.text === after.text ? 'same' : 'renumbered'
}

const ALIKE = 0.4
const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

function worth(before: Unit, after: Unit): number {
  if (before.item !== after.item) return 0
  if (before.steady === after.steady) return 3
  const alike = likeness(words(before.steady), words(after.steady))
  if (alike >= ALIKE) return 1 + alike
  // The first paragraph of an item stays its first, whatever it says.
  return /, paragraph \d+$/.test(before.address) || /, paragraph \d+$/.test(after.address) ? 0 : 1
}

const isSame = (before: Unit, after: Unit): boolean =>
  before.item === after.item && before.steady === after.steady

interface Group {
  readonly top: string
  readonly units: Unit[]
}
function groupsOf(units: readonly Unit[]): readonly Group[] {
  const groups: Group[] = []
  for (const unit of units) {
    const last = groups.at(-1)
    if (last?.top === unit.top) last.units.push(unit)
    else groups.push({ top: unit.top, units: [unit] })
  }
  return groups
}

/** Every paragraph of both versions, in an order that holds both: those that are the same too. */
export function stepsBetween(before: Document, after: Document): readonly Step[] {
  const later = numberDocument(after)
  const [old, now] = [
    groupsOf(unitsOf(before, numberDocument(before), later)),
    groupsOf(unitsOf(after, later)),
  ]
  const size = (a: Group, b: Group): number => (a.top === b.top ? 1 + b.units.length : 0)
  return align(old, now, size).flatMap(pair =>
    align<Unit>(pair.before?.units ?? [], pair.after?.units ?? [], worth, isSame),
  )
}

/** Those steps that change something, numbers aside. */
export const differencesIn = (steps: readonly Step[]): readonly Step[] =>
  steps.filter(step => !['same', 'renumbered'].includes(kindOf(step)))

/** Whether a step is in the page that lists the versions: that is a record, not a term. */
export const isRecord = ({ before, after }: Step): boolean =>
  (after ?? before)!.top.startsWith('history.') ||
  (after ?? before)!.top === 'heading History of this agreement'
