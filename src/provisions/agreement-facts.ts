/** The answers of one intake in, the facts its templates are filled from out: answers, derived answers, and partners by id. */
import type * as z from 'zod'
import type { Answers } from '../intake/answers.ts'
import { isKeptToCouncil } from '../intake/council-risks.ts'
import { deriveAnswers, derivedFields, partnerDerivedFields, riskDerivedFields } from '../intake/derive.ts'
import { fieldOf, list, unwrap } from '../intake/fields.ts'
import type { Readings } from '../intake/readings.ts'
import { partner } from '../intake/schema/partners.ts'
import { intakeSchema } from '../intake/schema.ts'
import { type Conflicts, noConflicts } from './conflicts.ts'
import { buildFacts, type FactGroup, FactList, type Leaf, self } from './facts.ts'

export interface Facts {
  readonly root: FactGroup
  /** A partner by id. */
  readonly partner: (id: string) => FactGroup | undefined
  /** The legal name of each party, in order. */
  readonly partnerNames: readonly Leaf[]
  /** Every risk; `risks` at the root holds only those that partners may see. */
  readonly allRisks: FactList
  /** Whether the answer at a path is the Council's own because of the risk it stands in. */
  readonly isInCouncilRisk: (path: string) => boolean
}

/** One partner as templates see it. */
export const partnerSchema = unwrap(partner).extend({ derived: partnerDerivedFields })

/** Everything a template may name: the intake, and the derived answers at the top, in each partner and in each risk. */
export const agreementSchema: z.ZodObject = intakeSchema.extend({
  partners: extended(intakeSchema.shape.partners, partnerSchema),
  risks: extended(
    intakeSchema.shape.risks,
    itemOf(intakeSchema.shape.risks).extend({ derived: riskDerivedFields }),
  ),
  derived: derivedFields.extend({
    host: partnerSchema,
    others: extended(derivedFields.shape.others, partnerSchema),
    public_authorities: extended(derivedFields.shape.public_authorities, partnerSchema),
  }),
})

/** The schema of one item of a list of groups. */
export function itemOf(type: z.ZodType): z.ZodObject {
  return unwrap((unwrap(type) as z.ZodArray).element as z.ZodType) as z.ZodObject
}

/** A list like another, of other items. */
export function extended(type: z.ZodType, item: z.ZodObject) {
  const field = fieldOf(type)!
  return list(field.title, item, field)
}

/** What a document other than the agreement adds to the facts: a wider schema, and answers that are worked out. */
export interface FurtherFacts {
  readonly schema: z.ZodObject
  /** Whole values of top-level names. */
  readonly values: Readonly<Record<string, unknown>>
}

/** Builds the facts of one intake. */
export function agreementFacts(
  answers: Answers,
  readings: Readings,
  further?: FurtherFacts,
  conflicts: Conflicts = noConflicts,
): Facts {
  const { intake } = answers
  const derived = deriveAnswers(intake, readings)
  const values = {
    ...intake,
    partners: intake.partners?.map((p, i) => ({ ...p, derived: derived.partners[i] })),
    risks: intake.risks?.map((r, i) => ({ ...r, derived: derived.risks[i] })),
    derived: derived.top,
    ...further?.values,
  }
  const nameOf = (target: string, id: string): string | undefined => {
    const items = (intake as Record<string, unknown>)[target]
    const item = Array.isArray(items) ? items.find(i => (i as { id?: string }).id === id) : undefined
    const named = item as { short_name?: string; text?: string; event?: string } | undefined
    if (named && target === 'risks') {
      const at = intake.risks!.indexOf(item as Risk)
      if (isKeptToCouncil(answers, at)) return derived.risks[at]?.reference
    }
    return named?.short_name ?? named?.text ?? named?.event
  }
  const root = buildFacts(further?.schema ?? agreementSchema, values, answers, nameOf, conflicts)
  const partners = root.partners as FactList
  const groups = partners.items as readonly FactGroup[]
  const view = (positions: readonly number[], of: FactList): FactList =>
    new FactList(
      of.field,
      of.path,
      positions.length > 0 ? 'answered' : partners.state === 'answered' ? 'none' : partners.state,
      positions.map(i => groups[i]!),
      of.owner,
    )
  const allRisks = root.risks as FactList
  const kept = allRisks.items.filter((_, at) => isKeptToCouncil(answers, at)) as readonly FactGroup[]
  if (kept.length > 0) root.risks = without(allRisks, kept)
  const paths = kept.map(risk => risk[self].path)
  const top = root.derived as FactGroup
  if (derived.views.host !== undefined) top.host = groups[derived.views.host]!
  top.others = view(derived.views.others, top.others as FactList)
  top.public_authorities = view(derived.views.public_authorities, top.public_authorities as FactList)
  const byId = new Map(groups.flatMap(g => (g[self].id === undefined ? [] : [[g[self].id, g] as const])))
  return {
    root,
    partner: id => byId.get(id),
    partnerNames: groups.map(g => g.legal_name as Leaf),
    allRisks,
    isInCouncilRisk: path => paths.some(risk => path === risk || path.startsWith(`${risk}.`)),
  }
}

type Risk = NonNullable<Answers['intake']['risks']>[number]

function without(list: FactList, some: readonly FactGroup[]): FactList {
  const items = list.items.filter(item => !some.includes(item as FactGroup))
  return new FactList(list.field, list.path, items.length > 0 ? list.state : 'none', items, list.owner)
}
