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
  /** The fewest other answers that would take it out, or bring it in. Empty when it is always in. */
  readonly change: readonly Change[]
}

/** Explains every provision of the library under the answers of an intake. */
export const explainAll = (library: Library, answers: Answers): readonly Explanation[] =>
  library.provisions.map(provision => explain(provision, answers))

/** Explains one provision. */
export function explain(provision: Template, answers: Answers): Explanation {
  const { when } = provision
  const decisionUnder = (changes: readonly Change[]): Decision => {
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
    change,
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

type Differs = (changes: readonly Change[]) => boolean

const isWithin = (path: string, keys: readonly (string | number)[]): boolean =>
  path.split('.').every((part, i) => keys[i] === undefined || part.replace('[]', '') === keys[i])

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
    let chosen = options.flatMap(
      list => list.find(c => c.direction === direction || c.direction === 'other') ?? [],
    )
    if (!differs(chosen)) continue
    for (const change of chosen) {
      const without = chosen.filter(c => c !== change)
      if (differs(without)) chosen = without
    }
    return chosen
  }
  return []
}
