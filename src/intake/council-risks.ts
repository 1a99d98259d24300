/** Risks in; out, which of them are the Council's own affair and stay away from partners, and the reference of each. */
import type { Answers, Key } from './answers.ts'
import type { Intake } from './schema.ts'

type Risk = NonNullable<Intake['risks']>[number]

/** Whether a risk is kept to the Council. While two answers to that are recorded it is, for what partners once read stays read. */
export const isKeptToCouncil = ({ intake, stateOf }: Answers, index: number): boolean =>
  intake.risks?.[index]?.council_only === true ||
  stateOf(['risks', index, 'council_only'])?.state === 'disputed'

/** Whether an answer stands in a risk that is kept to the Council. */
export const isInCouncilRisk = (answers: Answers, [list, index]: readonly Key[]): boolean =>
  list === 'risks' && typeof index === 'number' && isKeptToCouncil(answers, index)

/**
 * The reference of each risk, the same in every document: R1, R2 … in the order of the intake, and C1, C2 … for those that are
 * the Council's own, so that the register in the agreement has no gap where they stand.
 */
export function riskReferences(risks: readonly Risk[]): readonly string[] {
  const counted = { R: 0, C: 0 }
  return risks.map(({ council_only }) => {
    const series = council_only === true ? 'C' : 'R'
    counted[series]++
    return `${series}${counted[series]}`
  })
}
