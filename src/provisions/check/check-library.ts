/** The clause library in, everything wrong with it out: names, references under every condition, terms, law, layout. */
import type { z } from 'zod'
import type { Constraint } from '../../intake/conditions.ts'
import type { Finding, Outcome } from '../../findings/finding.ts'
import type { Code } from '../../findings/codes.ts'
import type { DefinedTerm } from '../definitions.ts'
import type { Law } from '../law.ts'
import type { Library } from '../library.ts'
import type { Template, When } from '../template.ts'
import type { Spot, Wording } from '../wording/tree.ts'
import { and, atom, counterexample, type Formula, not, or, yes } from './formula.ts'
import { layoutFaults } from './layout.ts'
import { type Seen, survey } from './survey.ts'
import { termFaults } from './terms.ts'

export interface CheckContext {
  readonly schema: z.ZodObject
  readonly partner: z.ZodObject
  readonly constraints: readonly Constraint[]
  readonly law: Law
  readonly roles: Readonly<Record<string, string>>
}

/** One piece of wording and what the survey saw in it. */
export interface Surveyed {
  readonly file: string
  /** Lines of the spot are counted from here. */
  readonly firstLine: number
  readonly provision: Template | undefined
  readonly definition: DefinedTerm | undefined
  readonly guard: Formula
  readonly seen: readonly Seen[]
}

/** Finds every fault in the library. An empty list means that no intake can bring one out. */
export function checkLibrary(library: Library, context: CheckContext): Outcome<readonly Surveyed[]> {
  const look = (tree: readonly Wording[], guard: Formula) => survey(tree, context.schema, context.partner, guard)
  const surveyed: Surveyed[] = [
    ...library.provisions.flatMap((p): Surveyed[] => {
      const guard = formulaOf(p.when)
      const base = { file: p.file, provision: p, definition: undefined, guard }
      return [
        { ...base, firstLine: p.firstLine, seen: look(p.tree, guard) },
        { ...base, firstLine: 2, seen: look(p.titleTree, guard) },
      ]
    }),
    ...library.definitions.map((d): Surveyed => {
      const guard = d.when ? atom(d.when) : yes
      return { file: d.file, firstLine: d.line, provision: undefined, definition: d, guard, seen: look(d.tree, guard) }
    }),
  ]
  const findings = [
    ...surveyed.flatMap(s => nameFaults(s, context)),
    ...referenceFaults(surveyed, context.constraints),
    ...termFaults(library, surveyed, context.constraints),
    ...library.provisions.flatMap(layoutFaults),
  ]
  return { value: surveyed, findings }
}

const formulaOf = (when: When): Formula =>
  and(
    ...when.all.map(n => atom(n)),
    ...(when.any.length > 0 ? [or(...when.any.map(n => atom(n)))] : []),
    ...when.none.map(n => not(atom(n))),
  )

/** A finding at a spot of surveyed wording. */
export const faultAt = (code: Code, message: string, where: Pick<Surveyed, 'file' | 'firstLine'>, spot: Spot): Finding => ({
  code,
  severity: 'error',
  message: `${message}.`,
  owner: 'clause_owner',
  place: { file: where.file, start: { line: where.firstLine + spot.line - 1, column: spot.column } },
})

const actInWords = /\b(?:Act|Regulations|Order|Directive|Measure) (?:19|20)\d\d\b/

function nameFaults(surveyed: Surveyed, context: CheckContext): Finding[] {
  const out: Finding[] = []
  const add = (code: Code, message: string, spot: Spot) => out.push(faultAt(code, message, surveyed, spot))
  for (const seen of surveyed.seen) {
    if (seen.type === 'fault') add('TPL-02', seen.message, seen.spot)
    else if (seen.type === 'role' && !(seen.name in context.roles))
      add('TPL-02', `data/council.yaml has no role "${seen.name}"`, seen.spot)
    else if (seen.type === 'law') {
      const instrument = context.law.instruments.get(seen.id)
      if (!instrument) add('TPL-05', `data/law.yaml has no instrument "${seen.id}"`, seen.spot)
      else if (!instrument.isInForce && !seen.inForceOf.includes(seen.id))
        add('TPL-05', `"${instrument.title}" is not confirmed in force, so it may only stand inside {{#in_force}}`, seen.spot)
    } else if (seen.type === 'text') {
      const named = actInWords.exec(seen.text)
      if (named) add('TPL-05', `law is named in words ("${seen.text.slice(Math.max(0, named.index - 25), named.index + named[0].length).trim()}")`, seen.spot)
    }
  }
  for (const id of surveyed.provision?.law ?? [])
    if (!context.law.instruments.has(id)) add('TPL-05', `data/law.yaml has no instrument "${id}"`, { line: 1, column: 1 })
  return out
}

/** References that lead nowhere, or nowhere in some agreement. */
function referenceFaults(surveyed: readonly Surveyed[], constraints: readonly Constraint[]): Finding[] {
  const targets = new Map<string, { guards: Formula[]; inLoop: boolean }>()
  for (const s of surveyed) {
    if (!s.provision) continue
    if (!targets.has(s.provision.id)) targets.set(s.provision.id, { guards: [s.guard], inLoop: false })
    for (const seen of s.seen) {
      if (seen.type !== 'label') continue
      const id = `${s.provision.id}.${seen.label}`
      const known = targets.get(id)
      if (known) known.guards.push(seen.guard)
      else targets.set(id, { guards: [seen.guard], inLoop: seen.inLoop })
    }
  }
  const out: Finding[] = []
  for (const s of surveyed)
    for (const seen of s.seen) {
      if (seen.type !== 'ref') continue
      const target = targets.get(seen.target)
      if (!target) out.push(faultAt('TPL-03', `nothing in the library is known as "${seen.target}"`, s, seen.spot))
      else if (target.inLoop)
        out.push(faultAt('TPL-03', `"${seen.target}" stands inside {{#each}}, so it is not one item`, s, seen.spot))
      else {
        const against = counterexample(seen.guard, or(...target.guards), constraints)
        if (against)
          out.push(faultAt('TPL-03', `"${seen.target}" is not in the agreement when ${inWords(against)}`, s, seen.spot))
      }
    }
  return out
}

/** An assignment for people: `grant is no and joint_committee is yes`. */
export const inWords = (assignment: ReadonlyMap<string, string>): string =>
  [...assignment].map(([name, value]) => `${name} is ${value === '' ? 'something else' : value}`).join(' and ') || 'always'
