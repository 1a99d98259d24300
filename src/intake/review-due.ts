/** The answers on review in; the day on which the next one is due out. */
import { monthsLater } from './rules/months-later.ts'
import type { Intake } from './schema.ts'

/** The first review while none has been held, then so many months after the last (Code 7.5, at most twelve); an ISO date. */
export function reviewDue({ review = {} }: Intake): string | undefined {
  const { first_date, frequency_months = 12, last_held } = review
  return last_held === undefined ? first_date : monthsLater(last_held, frequency_months)
}
