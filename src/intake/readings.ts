/**
 * The places where the Code can be read in more ways than one and the reading decides something: each with the readings
 * that rules and templates know, the suggested one first. `data/code/interpretations.yaml` says what they mean and which
 * the Council uses.
 */
export const readingIds = {
  Z1: ['medium', 'low'],
  Z8: ['cumulative', 'member_or_director'],
  Z9: ['partnership_officer', 'relevant_director', 'democratic_services'],
  Z10: ['section_151_officer', 'finance_manager', 'vat_adviser'],
  Z11: ['internal_and_external', 'internal_only'],
  Z17: ['upper', 'lower'],
  Z19: ['residual', 'target'],
  Z22: ['always', 'with_money'],
  Z23: ['either', 'both'],
  Z24: ['new_only', 'reviews_too'],
  Z25: ['money_binds', 'protocol_allowed'],
  Z26: ['exclusions_hold', 'every_partnership'],
  Z30: ['quarterly', 'half_yearly', 'yearly'],
} as const

/** A place in the Code that the Council chooses a reading for. */
export type Choice = keyof typeof readingIds

/** The reading in force for each. */
export type Readings = { readonly [Z in Choice]: (typeof readingIds)[Z][number] }

/** The readings that are suggested. */
export const suggestedReadings = Object.fromEntries(
  Object.entries(readingIds).map(([id, [first]]) => [id, first]),
) as unknown as Readings

/** Months between reviews of a register that holds a high risk (Z30). */
export const riskReviewMonths: Readonly<Record<Readings['Z30'], number>> = {
  quarterly: 3,
  half_yearly: 6,
  yearly: 12,
}
