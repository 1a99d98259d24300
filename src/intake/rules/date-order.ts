/** Two dated answers in; a fault when the one that should come first came after the other, with both shown, out. */
import type { Key } from '../answers.ts'
import { formatDate } from '../format.ts'
import type { Readings } from '../readings.ts'
import type { Intake } from '../schema.ts'
import { capital } from './capital.ts'
import { labelOf } from './labels.ts'
import { partnerName } from './partner-names.ts'
import type { Fault } from './rule.ts'

/** Something with a date: where the date stands, and what it is the date of ("the director’s declaration"). */
export interface Dated {
  readonly at: readonly Key[]
  readonly what: string
  readonly date: string | undefined
}

/**
 * A fault when `first` bears a later date than `then`. The same day is in order: which came first on it cannot be seen.
 * With several limits the earliest that is broken is named.
 */
export function lateFault(first: Dated, ...limits: readonly Dated[]): Fault | undefined {
  const { date } = first
  if (date === undefined) return undefined
  const [limit] = limits
    .filter(then => then.date !== undefined && date > then.date)
    .toSorted((a, b) => (a.date! < b.date! ? -1 : 1))
  if (!limit?.date) return undefined
  return {
    at: first.at,
    message: `${capital(first.what)} is dated ${formatDate(date)}, after ${limit.what} on ${formatDate(limit.date)}`,
    related: [{ at: limit.at, message: `The date of ${limit.what} stands here` }],
  }
}

/** The day on which the partnership takes effect. */
export const startOf = ({ term }: Intake): Dated => ({
  at: ['term', 'start'],
  what: 'the start',
  date: term?.start,
})

/** The day of the first commitment. That of a partnership under review is old, and counts only if the Code is so read (Z24). */
export function commitmentOf({ commitments_started_on: date, status }: Intake, { Z24 }: Readings): Dated {
  const isReview = status === 'review_of_existing'
  return {
    at: ['commitments_started_on'],
    what: `the first commitment${isReview ? ' (the order is asked of a review too, Z24)' : ''}`,
    date: isReview && Z24 === 'new_only' ? undefined : date,
  }
}

/** The day on which the agreement was signed. */
export const signingOf = ({ agreement_date: date }: Intake): Dated => ({
  at: ['agreement_date'],
  what: 'the agreement',
  date,
})

/**
 * The signing that something was declared or approved for, and the day on which what was signed takes effect. What is dated since
 * a variation was asked for is given to the text as varied, so it comes before that is signed, and not before the agreement.
 */
export function signingFor(
  intake: Intake,
  { date }: Dated,
): { readonly signing: Dated; readonly start: Dated } {
  const { agreement_date: signed, amendments = [] } = intake
  const at = amendments.findLastIndex(
    one =>
      signed !== undefined &&
      date !== undefined &&
      date > signed &&
      one.date !== undefined &&
      one.date > signed &&
      (one.asked_on === undefined || date >= one.asked_on),
  )
  const variation = amendments[at]
  if (!variation) return { signing: signingOf(intake), start: startOf(intake) }
  return {
    signing: { at: ['amendments', at, 'signed_on'], what: 'the variation', date: variation.signed_on },
    start: {
      at: ['amendments', at, 'date'],
      what: 'the day on which the amendment takes effect',
      date: variation.date,
    },
  }
}

/** The declarations of the directors. */
export const declarationsOf = ({ declaration }: Intake): readonly Dated[] => [
  { at: ['declaration', 'date'], what: 'the director’s declaration', date: declaration?.date },
  ...(declaration?.others ?? []).map(({ name, date }, index) => ({
    at: ['declaration', 'others', index, 'date'],
    what: `the declaration of ${name ?? 'another director'}`,
    date,
  })),
]

/** The approvals of the agreement that the Council itself gives. */
export function councilApprovalsOf({ approvals = {} }: Intake): readonly Dated[] {
  const written = [
    ['legal', 'Legal’s approval'],
    ['finance', 'Finance’s approval'],
    ['director', 'the director’s approval'],
    ['member', 'the portfolio holder’s approval'],
  ] as const
  return [
    ...written.map(([key, what]) => ({ at: ['approvals', key, 'date'], what, date: approvals[key]?.date })),
    {
      at: ['approvals', 'executive', 'date'],
      what: 'the Executive’s approval',
      date: approvals.executive?.needed === false ? undefined : approvals.executive?.date,
    },
  ]
}

/** The approvals of the agreement that partners give. */
export const partnerApprovalsOf = (intake: Intake): readonly Dated[] =>
  (intake.approvals?.partners ?? []).map(({ partner, date }, index) => ({
    at: ['approvals', 'partners', index, 'date'],
    what: `the approval of ${partnerName(intake, partner)}`,
    date,
  }))

/** The advice of the sign-off checklist. */
export const adviceOf = ({ consultation }: Intake): readonly Dated[] =>
  (consultation ?? []).map(({ name, row, other, date }, index) => ({
    at: ['consultation', index, 'date'],
    what: `the advice of ${name ?? other ?? (row ? labelOf('consultation[].row', row) : 'an adviser')}`,
    date,
  }))
