/** Rules on dates by themselves and in pairs: slips of the pen, ends before starts, things outside the term, the future. */
import type { Key } from '../answers.ts'
import { formatDate } from '../format.ts'
import type { Intake } from '../schema.ts'
import { capital } from './capital.ts'
import { monthsLater } from './months-later.ts'
import { recordsOf } from './records.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { textsUnder } from './texts.ts'

const earliest = '1990-01-01'
const furthestYears = 50

function* strayFaults({ intake, asAt }: RuleContext): Generator<Fault> {
  const latest = monthsLater(asAt, furthestYears * 12)
  for (const { at, text } of textsUnder(intake, Object.keys(intake) as (keyof Intake)[])) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || (text >= earliest && text <= latest)) continue
    yield {
      at,
      message:
        text < earliest
          ? `The date ${formatDate(text)} is before ${formatDate(earliest)}`
          : `The date ${formatDate(text)} is more than ${furthestYears} years after the day of this check, ${formatDate(asAt)}`,
    }
  }
}

interface Span {
  readonly at: readonly Key[]
  readonly what: string
  readonly start: string | undefined
  readonly end: string | undefined
}

/** Everything besides the term that runs from one date to another. */
const spansOf = ({ grant, secondments }: Intake): readonly Span[] => [
  { at: ['grant'], what: 'the grant', start: grant?.start, end: grant?.end },
  ...(secondments ?? []).map(({ secondee_or_post, start, end }, index) => ({
    at: ['secondments', index],
    what: `the secondment of ${secondee_or_post ?? `item ${index + 1}`}`,
    start,
    end,
  })),
]

function* endFaults({ intake }: RuleContext): Generator<Fault> {
  const { start, end } = intake.term ?? {}
  if (start && end && end <= start)
    yield {
      at: ['term', 'end'],
      message: `The term ends on ${formatDate(end)}, ${end === start ? 'the day on which' : 'before'} it starts${end === start ? '' : `, on ${formatDate(start)}`}`,
      related: [{ at: ['term', 'start'], message: 'The start stands here' }],
    }
  for (const { at, what, start, end } of spansOf(intake))
    if (start && end && end < start)
      yield {
        at: [...at, 'end'],
        message: `${capital(what)} ends on ${formatDate(end)}, before it starts, on ${formatDate(start)}`,
        related: [{ at: [...at, 'start'], message: 'The start stands here' }],
      }
}

function* outsideFaults({ intake }: RuleContext): Generator<Fault> {
  const { start: termStart, end: termEnd, kind } = intake.term ?? {}
  for (const { at, what, start, end } of spansOf(intake)) {
    const isOldGrant = at[0] === 'grant' && intake.status === 'review_of_existing'
    if (start && termStart && start < termStart && !isOldGrant)
      yield {
        at: [...at, 'start'],
        message: `${capital(what)} starts on ${formatDate(start)}, before the partnership does, on ${formatDate(termStart)}`,
        related: [{ at: ['term', 'start'], message: 'The start of the partnership stands here' }],
      }
    if (end && termEnd && kind !== 'rolling' && end > termEnd)
      yield {
        at: [...at, 'end'],
        message: `${capital(what)} ends on ${formatDate(end)}, after the partnership does, on ${formatDate(termEnd)}`,
        related: [{ at: ['term', 'end'], message: 'The end of the partnership stands here' }],
      }
  }
}

const base = { severity: 'warning', owner: 'officer', stage: 'draft' } as const

export const dateRules: readonly Rule[] = [
  { ...base, code: 'DATE-01', source: 'Code 7.5', requirements: ['R161'], find: strayFaults },
  {
    ...base,
    code: 'DATE-02',
    severity: 'error',
    source: 'Code App 4 C',
    requirements: ['R121', 'R161'],
    find: endFaults,
  },
  {
    ...base,
    code: 'DATE-05',
    source: 'Code 9.15; 10.6',
    requirements: ['R081', 'R161'],
    find: outsideFaults,
  },
  {
    ...base,
    code: 'DATE-07',
    severity: 'error',
    stage: 'sign_off',
    source: 'Code App 3',
    requirements: ['R114', 'R161'],
    *find({ intake, asAt }) {
      for (const { at, what, date } of recordsOf(intake))
        if (date && date > asAt)
          yield {
            at,
            // An intake may be looked at as on a day before it was last changed.
            ...(at[0] === 'intake_date' ? { severity: 'warning' } : {}),
            message: `${capital(what)} is dated ${formatDate(date)}, which is after the day of this check, ${formatDate(asAt)}`,
          }
    },
  },
  {
    ...base,
    code: 'DATE-15',
    owner: 'legal',
    stage: 'sign_off',
    source: 'Code App 4 C',
    requirements: ['R121', 'R161'],
    *find({ intake: { term }, asAt }) {
      const { long_stop: last, end, kind } = term ?? {}
      if (last === undefined) return
      const at = ['term', 'long_stop']
      if (kind !== 'rolling' && end !== undefined && last >= end)
        yield {
          at,
          message: `The conditions may be met until ${formatDate(last)}, when the term ends on ${formatDate(end)}`,
          related: [{ at: ['term', 'end'], message: 'The end stands here' }],
        }
      else if (last < asAt)
        yield {
          at,
          message: `The last day for the conditions was ${formatDate(last)}; if they were not met by then, the agreement has ended`,
        }
    },
  },
  {
    ...base,
    code: 'DATE-12',
    severity: 'error',
    owner: 'legal',
    source: 'Code App 4 C',
    requirements: ['R121'],
    *find({ intake: { term } }) {
      if (term?.kind === 'rolling' && term.end)
        yield {
          at: ['term', 'end'],
          message: `The term runs until ended, yet it has an end date, ${formatDate(term.end)}`,
          related: [{ at: ['term', 'kind'], message: 'The kind of term stands here' }],
        }
    },
  },
]
