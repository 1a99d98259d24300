/** The clause library in, everything wrong with it out: names, references under every condition, terms, law, layout. */
import type * as z from 'zod'
import type { Code } from '../../findings/codes.ts'
import type { Finding, Outcome } from '../../findings/finding.ts'
import type { Constraint } from '../../intake/condition-constraints.ts'
import type { Law } from '../law.ts'
import type { Library } from '../library.ts'
import type { When } from '../template.ts'
import { parseWording, type Spot } from '../wording/tree.ts'
import { faultAt, type Surveyed } from './fault.ts'
import { and, condition, type Formula, not, or, unlessNo, yes } from './formula.ts'
import { layoutFaults } from './layout.ts'
import { leadInFaults } from './lead-ins.ts'
import { referenceFaults } from './references.ts'
import { survey } from './survey.ts'
import { termFaults } from './terms.ts'

export interface CheckContext {
  readonly schema: z.ZodObject
  /** All that a paper of the sign-off pack may name; the answers that partners never see are among it. */
  readonly papers: z.ZodObject
  /** All that the instrument of a variation may name. */
  readonly variation: z.ZodObject
  readonly partner: z.ZodObject
  readonly constraints: readonly Constraint[]
  readonly law: Law
  readonly roles: Readonly<Record<string, string>>
}

export type { Surveyed } from './fault.ts'

/** Finds every fault in the library. An empty list means that no intake can bring one out. */
export function checkLibrary(library: Library, context: CheckContext): Outcome<readonly Surveyed[]> {
  const look = (wording: string, guard: Formula) =>
    survey(parseWording(wording), context.schema, context.partner, guard)
  const surveyed: Surveyed[] = [
    ...library.provisions.flatMap((p): Surveyed[] => {
      const guard = formulaOf(p.when)
      const base = { file: p.file, provision: p, definition: undefined }
      return [
        { ...base, firstLine: p.firstLine, seen: look(p.wording, guard) },
        // Its title prints while the condition is undecided, with a gap below it.
        { ...base, firstLine: 2, seen: look(p.title, unlessNo(guard)) },
      ]
    }),
    ...library.definitions.map((d): Surveyed => {
      const guard = d.when ? unlessNo(condition(d.when)) : yes
      return {
        file: d.file,
        firstLine: d.line,
        provision: undefined,
        definition: d,
        seen: look(d.text, guard),
      }
    }),
  ]
  // Papers stand outside the agreement: they hold no terms that it defines and no numbers of its clauses.
  const papers = library.papers.flatMap((p): Surveyed[] => {
    const see = (wording: string) =>
      survey(parseWording(wording), context.papers, context.partner, formulaOf(p.when), 'council')
    const base = { file: p.file, provision: p, definition: undefined }
    return [
      { ...base, firstLine: p.firstLine, seen: see(p.wording) },
      { ...base, firstLine: 2, seen: see(p.title) },
    ]
  })
  const variation = library.variation.flatMap((p): Surveyed[] => {
    const see = (wording: string) =>
      survey(parseWording(wording), context.variation, context.partner, formulaOf(p.when))
    const base = { file: p.file, provision: p, definition: undefined }
    return [
      { ...base, firstLine: p.firstLine, seen: see(p.wording) },
      { ...base, firstLine: 2, seen: see(p.title) },
    ]
  })
  const findings = [
    ...[...surveyed, ...papers, ...variation].flatMap(s => nameFaults(s, context)),
    ...[...surveyed, ...papers, ...variation].flatMap(leadInFaults),
    ...[...papers, ...variation].flatMap(referencesInPaper),
    ...[...library.papers, ...library.variation].flatMap(layoutFaults),
    ...referenceFaults(surveyed, p => formulaOf(p.when), context.constraints),
    ...termFaults(library, surveyed, context.constraints),
    ...library.provisions.flatMap(layoutFaults),
  ]
  return { value: surveyed, findings }
}

/** A number in a paper would be looked up in the paper, which numbers nothing. */
const referencesInPaper = (paper: Surveyed): Finding[] =>
  paper.seen
    .filter(seen => seen.type === 'ref')
    .map(seen =>
      faultAt('TPL-03', 'a paper has no clauses, so nothing in it can be referred to', paper, seen.spot),
    )

const formulaOf = (when: When): Formula =>
  and(
    ...when.all.map(condition),
    ...(when.any.length > 0 ? [or(...when.any.map(condition))] : []),
    ...when.none.map(n => not(condition(n))),
  )

const actInWords = /\b(?:Act|Regulations|Order|Directive|Measure) (?:19|20)\d\d\b/

/** Faults in the names that wording uses: questions, conditions, roles, law. */
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
      else if (!instrument.isInForce && !seen.inForceOf.includes(seen.id)) {
        const where = 'so it may only stand inside {{#in_force}}'
        add('TPL-05', `"${instrument.title}" is not confirmed in force, ${where}`, seen.spot)
      }
    } else if (seen.type === 'text')
      for (const message of lawInText(seen.text, context.law)) add('TPL-05', message, seen.spot)
  }
  for (const id of surveyed.provision?.law ?? [])
    if (!context.law.instruments.has(id))
      add('TPL-05', `data/law.yaml has no instrument "${id}"`, { line: 1, column: 1 })
  return out
}

/** Law named in plain words, and words that have gone. */
function lawInText(text: string, law: Law): string[] {
  const named = actInWords.exec(text)
  const quoted = named && text.slice(Math.max(0, named.index - 25), named.index + named[0].length).trim()
  return [
    ...(named ? [`law is named in words ("${quoted}")`] : []),
    ...law.replaced.flatMap(gone => {
      const found = gone.said.exec(text)
      return found ? [`"${found[0]}" has gone; write "${gone.now}"`] : []
    }),
  ]
}
