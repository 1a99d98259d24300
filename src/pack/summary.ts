/** A pack's input in; what the director's summary picks out of it out: the first reasons, the gravest risks, advice not followed. */
import type * as z from 'zod'
import { list, text } from '../intake/fields.ts'
import { intakeSchema } from '../intake/schema.ts'
import { agreementSchema, extended, type Facts, itemOf } from '../provisions/agreement-facts.ts'
import { type Conflicts, isGradeInDoubt } from '../provisions/conflicts.ts'
import { type FactGroup, FactList } from '../provisions/facts.ts'
import { consultationField } from './consultees.ts'
import type { PackInput } from './pack-input.ts'
import type { Readiness } from './readiness.ts'

/** How many of each the page has room for. */
const REASONS = 5
const RISKS = 5

/** What the summary may name under `pack`. */
export const summaryFields = {
  first_reasons: list('First reasons', text('Reason')),
  more_reasons: text('More reasons'),
  top_risks: extended(intakeSchema.shape.risks, itemOf(agreementSchema.shape.risks as z.ZodType)),
  not_followed: consultationField,
}

export const summaryValues = ({ reasons }: Readiness) => ({
  first_reasons: reasons.slice(0, REASONS),
  ...(reasons.length > REASONS
    ? { more_reasons: `And ${reasons.length - REASONS} more, which the sign-off checklist lists.` }
    : {}),
})

const picked = (from: FactList, into: FactList, places: readonly number[]): FactList =>
  new FactList(
    into.field,
    into.path,
    places.length > 0 ? 'answered' : 'none',
    places.map(at => from.items[at]!),
    into.owner,
  )

/** Puts the gravest risks and the advice not followed into the summary. They keep their places in the intake. */
export function linkSummary(
  { root, allRisks }: Facts,
  pack: FactGroup,
  { answers }: PackInput,
  conflicts: Conflicts,
): void {
  const { risks = [], consultation = [] } = answers.intake
  // A risk whose scores are missing or in doubt may be the gravest.
  const graded = risks.map(({ likelihood = 4, impact = 4 }, at) => ({
    at,
    score: isGradeInDoubt(conflicts, answers.intake, at) ? 16 : likelihood * impact,
  }))
  const gravest = graded.toSorted((a, b) => b.score - a.score || a.at - b.at).slice(0, RISKS)
  pack.top_risks = picked(
    allRisks,
    pack.top_risks as FactList,
    gravest.map(({ at }) => at),
  )
  const refused = consultation.flatMap(({ followed }, at) =>
    followed === 'no' || followed === 'partly' ? [at] : [],
  )
  pack.not_followed = picked(root.consultation as FactList, pack.not_followed as FactList, refused)
}
