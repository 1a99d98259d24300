/** Answers in; whether the Code leaves the arrangement out, so that no agreement is drafted of it, out. */
import type { Finding } from '../findings/finding.ts'
import type { Answers } from './answers.ts'
import { deriveConditions } from './conditions.ts'
import type { Readings } from './readings.ts'

/**
 * True when an exclusion applies or the arrangement is no partnership, and Legal has recorded no override (Code 3.1, 3.3;
 * R015, R020). Where the Council reads the Code to hold for every partnership, an exclusion counts for nothing (Z26).
 */
export function isOutsideTheCode({ intake, stateOf }: Answers, { Z26 }: Readings): boolean {
  if (deriveConditions(intake, stateOf).out_of_scope !== true) return false
  const { independent_bodies, common_vision } = intake.scope ?? {}
  return Z26 === 'exclusions_hold' || independent_bodies === false || common_vision === false
}

/** What the scope note prints. */
const printed =
  /^(?:name|reference|directorate)$|^(?:lead_officer|scope)\b|^early_views\.(?:procurement|legal)\b/

/** Leaves out the questions that only an agreement needs, since none is drafted of an arrangement outside the Code. */
export const withoutAgreementQuestions = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity, place }) => severity !== 'gap' || printed.test(place?.path ?? ''))
