/** Answers in; whether the Code leaves the arrangement out, so that no agreement is drafted of it, out. */
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
