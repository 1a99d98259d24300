/** A risk in; what rules call it and how they find its band out. */
import type { Key } from '../answers.ts'
import { type Band, bandOfScore } from '../derive.ts'
import type { RuleContext } from './rule.ts'

export type Risk = NonNullable<RuleContext['intake']['risks']>[number]

/** The scores that impact times likelihood can give. */
export const isPossibleScore = (score: number): boolean => bandOfScore(score) !== undefined

/** What to call a risk in a message: its event, shortened, or else its id or its position. */
export function riskName({ event, id }: Risk, index: number): string {
  if (event === undefined) return id === undefined ? `Risk ${index + 1}` : `The risk ${id}`
  return `The risk '${event.length > 70 ? `${event.slice(0, 67).trimEnd()}…` : event}'`
}

/** A path inside a risk. */
export const inRisk = (index: number, ...keys: readonly Key[]): readonly Key[] => ['risks', index, ...keys]

/** Every risk with its position. */
export const risksOf = ({ intake }: RuleContext): IterableIterator<[number, Risk]> =>
  (intake.risks ?? []).entries()

/** The band of a risk: of its score, or of the rating given while it has none. */
export const bandOf = ({ derived }: RuleContext, index: number, risk: Risk): Band | undefined =>
  derived.risks[index]?.band ?? risk.rating
