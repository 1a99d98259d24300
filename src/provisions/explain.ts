/** The library and the answers in; why each provision is in the agreement or not, and what would change that, out. */

import type { Answers } from '../intake/answers.ts'
import type { ConditionName } from '../intake/condition-names.ts'
import { conditions as conditionTable, deriveConditions } from '../intake/conditions.ts'
import type { Intake } from '../intake/schema.ts'
import { type Change, changesAt } from '../intake/what-if.ts'
import { type Decision, decide } from './decide.ts'
import type { Library } from './library.ts'
import type { Template, When } from './template.ts'

export interface Explanation {
  readonly provision: Template
  readonly decision: Decision
  /** The condition in words; `always` where there is none. */
  readonly condition: string
  /** Path patterns of the answers that decide it as things stand: another answer to them would change it. */
  readonly decidedBy: readonly string[]
  /** Of a path that goes through a list, the positions of the items that decide by themselves; all, where none does alone. */
  readonly decidingItems: ReadonlyMap<string, readonly number[]>
  /** The fewest other answers that would take it out, or bring it in. Empty when it is always in. */
  readonly change: readonly ReachingChange[]
}

/** A change, and whether it must be made in every item of the list that its path goes through or in one. */
export interface ReachingChange extends Change {
  readonly reach: 'one' | 'every' | null
}

/** Explains every provision of the library under the answers of an intake. */
export const explainAll = (library: Library, answers: Answers): readonly Explanation[] =>
  library.provisions.map(provision => explain(provision, answers))

/** Explains one provision. */
export function explain(provision: Template, answers: Answers): Explanation {
  const { when } = provision
  const decisionUnder = (changes: readonly Pick<Change, 'path' | 'apply'>[]): Decision => {
    // A question answered otherwise is no longer "none" or "not applicable".
    const stateOf: Answers['stateOf'] = keys =>
      changes.some(c => isWithin(c.path, keys)) ? undefined : answers.stateOf(keys)
    const intake = changes.reduce((tree, change) => change.apply(tree), answers.intake)
    return decide(when, deriveConditions(intake, stateOf))
  }
  const decision = decisionUnder([])
  const differs: Differs = changes => (decisionUnder(changes).is === 'in') !== (decision.is === 'in')
  const paths = [...new Set(namesOf(when).flatMap(name => conditionTable[name].from))]
  const singles = paths.flatMap(path => changesAt(path, answers.intake).filter(c => differs([c])))
  const change = singles.length > 0 ? singles.slice(0, 1) : fewest(paths, answers.intake, differs)
  const deciding = singles.length > 0 ? singles : change
  return {
    provision,
    decision,
    condition: inWords(when),
    decidedBy: [...new Set(deciding.map(c => c.path))],
    decidingItems: decidingItems(deciding, answers.intake, differs),
    change: change.map(c => {
      const others = change.filter(other => other !== c)
      const isOneEnough = alone(c, one => differs([...others, ...one])).length > 0
      return { ...c, reach: c.single.length < 2 ? null : isOneEnough ? 'one' : 'every' }
    }),
  }
}

const namesOf = ({ all, any, none }: When): readonly ConditionName[] => [...all, ...any, ...none]

function inWords({ all, any, none }: When): string {
  const label = (name: ConditionName) => conditionTable[name].label
  const parts = [
    ...all.map(label),
    ...(any.length > 0 ? [any.map(label).join(', or ')] : []),
    ...none.map(name => `it is not so that ${label(name)}`),
  ]
  return parts.length === 0 ? 'always' : `when ${parts.join(', and ')}`
}

type Differs = (changes: readonly Pick<Change, 'path' | 'apply'>[]) => boolean

/** The positions of the items in which a change by itself makes the difference. */
const alone = ({ path, single }: Change, differs: Differs): readonly number[] =>
  single.flatMap((apply, position) => (differs([{ path, apply }]) ? [position] : []))

const isWithin = (path: string, keys: readonly (string | number)[]): boolean =>
  path.split('.').every((part, i) => keys[i] === undefined || part.replace('[]', '') === keys[i])

/** Of each path through a list, the items that decide alone; where none does, those in which something would change. */
function decidingItems(
  changes: readonly Change[],
  intake: Intake,
  differs: Differs,
): ReadonlyMap<string, readonly number[]> {
  const items = new Map<string, readonly number[]>()
  const now = JSON.stringify(intake)
  for (const path of new Set(changes.map(c => c.path))) {
    const here = changes.filter(c => c.path === path)
    const some = here.flatMap(c => alone(c, differs))
    const touched = here.flatMap(({ single }) =>
      single.flatMap((apply, position) => (JSON.stringify(apply(intake)) === now ? [] : [position])),
    )
    items.set(path, [...new Set(some.length > 0 ? some : touched)])
  }
  return items
}

/**
 * A set of changes that together make the difference and of which none can be left out. Pairs are tried first; after
 * that a change for every path is tried together, and whatever is not needed is taken out again.
 */
function fewest(paths: readonly string[], intake: Intake, differs: Differs): readonly Change[] {
  const options = paths.map(path => changesAt(path, intake))
  for (const [i, first] of options.entries())
    for (const second of options.slice(i + 1))
      for (const a of first) for (const b of second) if (differs([a, b])) return [a, b]
  for (const direction of ['less', 'more'] as const) {
    const plain = options.flatMap(list => list.find(c => c.direction === direction) ?? [])
    // A question with several other choices is tried with each of them, and as it stands.
    const choices = options.flatMap(list => {
      const others = list.filter(c => c.direction === 'other')
      return others.length > 0 && !list.some(c => c.direction === direction) ? [[undefined, ...others]] : []
    })
    for (const some of combinations(choices)) {
      let chosen = [...plain, ...some]
      if (!differs(chosen)) continue
      for (const change of chosen) {
        const without = chosen.filter(c => c !== change)
        if (differs(without)) chosen = without
      }
      return chosen
    }
  }
  return []
}

/** One from each list, in every way; undefined stands for none of it. */
function combinations(lists: readonly (readonly (Change | undefined)[])[]): readonly (readonly Change[])[] {
  const [first, ...rest] = lists
  if (!first) return [[]]
  const tails = combinations(rest)
  return first.flatMap(one => tails.map(tail => (one ? [one, ...tail] : tail)))
}
