/** Cross-references against what they lead to: nothing, no one item, or something that some agreement does not hold. */
import type { Finding } from '../../findings/finding.ts'
import type { Constraint } from '../../intake/condition-constraints.ts'
import { counterexample, inWords } from './counterexample.ts'
import { faultAt, type Surveyed } from './fault.ts'
import { and, type Formula, no, or, unlessNo, yes } from './formula.ts'
import type { Seen } from './survey.ts'

interface Target {
  /** It is in the agreement where one of these is yes. */
  readonly guards: Formula[]
  /** Why it cannot be referred to, if it cannot. */
  readonly barred?: string
}

/**
 * Faults in references and labels.
 * @param guardOf when a provision is part of the agreement
 */
export function referenceFaults(
  surveyed: readonly Surveyed[],
  guardOf: (provision: NonNullable<Surveyed['provision']>) => Formula,
  constraints: readonly Constraint[],
): Finding[] {
  const targets = new Map<string, Target>()
  const out: Finding[] = []
  for (const s of surveyed) {
    if (!s.provision) continue
    if (!targets.has(s.provision.id)) targets.set(s.provision.id, wholeProvision(s.provision, guardOf))
    for (const seen of s.seen) {
      if (seen.type !== 'label') continue
      const id = `${s.provision.id}.${seen.label}`
      const known = targets.get(id)
      if (!known) targets.set(id, labelled(s.provision, seen))
      else if (known.guards.some(guard => counterexample(and(guard, seen.guard), no, constraints)))
        out.push(faultAt('TPL-03', `"${seen.label}" is a label twice in one agreement`, s, seen.spot))
      else known.guards.push(seen.guard)
    }
  }
  for (const s of surveyed)
    for (const seen of s.seen) {
      if (seen.type !== 'ref') continue
      const message = whyBroken(seen, targets.get(seen.target), constraints)
      if (message) out.push(faultAt('TPL-03', message, s, seen.spot))
    }
  return out
}

const numbered = ['clause', 'definitions', 'schedule']

function wholeProvision(
  provision: NonNullable<Surveyed['provision']>,
  guardOf: (provision: NonNullable<Surveyed['provision']>) => Formula,
): Target {
  const guards = [unlessNo(guardOf(provision))]
  return numbered.includes(provision.form) ? { guards } : { guards, barred: 'has no number of its own' }
}

function labelled(provision: NonNullable<Surveyed['provision']>, label: Seen & { type: 'label' }): Target {
  const guards = [label.guard]
  if (label.inLoop) return { guards, barred: 'stands inside {{#each}}, so it is not one item' }
  return provision.form === 'execution' ? { guards, barred: 'has no number of its own' } : { guards }
}

function whyBroken(
  { target, guard }: Seen & { type: 'ref' },
  found: Target | undefined,
  constraints: readonly Constraint[],
): string | undefined {
  if (!found) return `nothing in the library is known as "${target}"`
  if (found.barred) return `"${target}" ${found.barred}`
  if (found.guards.includes(yes)) return undefined
  const against = counterexample(guard, or(...found.guards), constraints)
  return against && `"${target}" is not in the agreement when ${inWords(against)}`
}
