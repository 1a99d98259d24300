/** Rules on partnerships that exist already: what they rest on, and whether they were reviewed in time. */
import { formatDate } from '../format.ts'
import { monthsLater } from './months-later.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

/** The Code asks for a review at least once a year. */
const longest = 12

function* overdueFaults({ intake, asAt }: RuleContext): Generator<Fault> {
  const { last_held: held, first_date: first, frequency_months: months = longest } = intake.review ?? {}
  if (held && held > asAt)
    yield {
      at: ['review', 'last_held'],
      severity: 'error',
      message: `A review is recorded as held on ${formatDate(held)}, which is after the day of this check, ${formatDate(asAt)}`,
      hint: 'Leave the date of the last review blank until it was held, or mend it.',
    }
  const end = intake.term?.kind === 'fixed' ? intake.term.end : undefined
  const due = held ? monthsLater(held, Math.min(months, longest)) : first
  if (due && due < asAt && !(end && end < asAt))
    yield {
      at: ['review', held ? 'last_held' : 'first_date'],
      message: held
        ? `The partnership was last reviewed on ${formatDate(held)}, so the next review was due by ${formatDate(due)}`
        : `The first review was due on ${formatDate(due)}, and none is recorded`,
    }
}

const base = { severity: 'warning', owner: 'officer' } as const

export const reviewRules: readonly Rule[] = [
  {
    ...base,
    owner: 'legal',
    stage: 'draft',
    code: 'REV-01',
    source: 'Code 7.3',
    requirements: ['R011', 'R040', 'R112'],
    *find(context) {
      const aside = setAside(context, 'previous_agreement')
      if (context.conditions.review_of_existing && aside?.words === 'none')
        yield {
          at: aside.at,
          message:
            'An existing partnership is reviewed, but the agreement or constitution that it has is answered none',
          related: [{ at: ['status'], message: 'It is said to be a review here' }],
        }
    },
  },
  {
    ...base,
    stage: 'review',
    code: 'REV-02',
    source: 'Code 7.5',
    requirements: ['R011', 'R043'],
    find: overdueFaults,
  },
]
