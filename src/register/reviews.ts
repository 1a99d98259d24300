/** When a partnership is next due for review, and whether that day is past. */
import { reviewDue } from '../intake/review-due.ts'
import { monthsLater } from '../intake/rules/months-later.ts'
import { type Entry, lifeOf } from './entry.ts'

export type ReviewState = 'overdue' | 'within three months' | 'later'

export interface Review {
  readonly due: string
  readonly state: ReviewState
}

/** Where a date stands as at a day. A review due today is not overdue yet. */
export function stateOn(due: string, asAt: string): ReviewState {
  if (due < asAt) return 'overdue'
  return due <= monthsLater(asAt, 3) ? 'within three months' : 'later'
}

/**
 * The next review of a partnership: the first while none has been held, then so many months after the last (Code 7.5,
 * at most twelve). None once the partnership has ended, or while the intake does not say.
 */
export function nextReview(entry: Entry, asAt: string): Review | undefined {
  if (lifeOf(entry, asAt) === 'ended') return undefined
  const due = reviewDue(entry.intake)
  return due === undefined ? undefined : { due, state: stateOn(due, asAt) }
}
