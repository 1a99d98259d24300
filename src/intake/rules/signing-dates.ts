/** Rules on the order in which a partnership is approved, advised on, declared ready, signed, started and reviewed. */
import { formatDate } from '../format.ts'
import {
  adviceOf,
  commitmentOf,
  councilApprovalsOf,
  declarationsOf,
  lateFault,
  partnerApprovalsOf,
  signingFor,
  signingOf,
  startOf,
} from './date-order.ts'
import { labelOf } from './labels.ts'
import { monthsLater } from './months-later.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

function* reviewFaults({ intake, settings }: RuleContext): Generator<Fault> {
  const { first_date: date, frequency_months: months } = intake.review ?? {}
  const { start, end, kind } = intake.term ?? {}
  const within = settings.council.reviewWithinMonths
  const at = ['review', 'first_date']
  const startHere = { at: ['term', 'start'], message: 'The start stands here' }
  if (date && start && date < start)
    yield {
      at,
      message: `The first review is due on ${formatDate(date)}, before the start on ${formatDate(start)}`,
      related: [startHere],
    }
  if (date && start && date > monthsLater(start, within))
    yield {
      at,
      message: `The first review is due on ${formatDate(date)}, more than ${within} months after the start on ${formatDate(start)}`,
      related: [startHere],
    }
  if (date && end && kind !== 'rolling' && date > end)
    yield {
      at,
      message: `The first review is due on ${formatDate(date)}, after the partnership ends on ${formatDate(end)}`,
      related: [{ at: ['term', 'end'], message: 'The end stands here' }],
    }
  if (months !== undefined && months > within)
    yield {
      at: ['review', 'frequency_months'],
      message: `Reviews are ${months} months apart, and the Council asks for one every ${within} months`,
    }
}

function* earlyViewFaults({ intake, settings: { readings } }: RuleContext): Generator<Fault> {
  const { early_views: views, status } = intake
  const talks = {
    at: ['early_views', 'first_discussion_date'],
    what: 'the first discussion with partners',
    date: views?.first_discussion_date,
  }
  // Partners of an existing partnership have talked for years (Z24).
  const isReview = status === 'review_of_existing'
  if (talks.date === undefined) return
  const given = (['procurement', 'legal'] as const).flatMap(key => {
    const date = views?.[key]?.date
    const what = `the view of ${key === 'legal' ? 'Legal Services' : 'Corporate Procurement'}`
    return date ? [{ at: ['early_views', key, 'date'], what, date }] : []
  })
  const isEither = readings.Z23 === 'either'
  const isEnough = given.some(({ date }) => date <= talks.date!)
  // Where only the reading makes it right, that is said.
  const excused =
    isReview && readings.Z24 === 'new_only'
      ? 'The order is not asked of a review, as the Council reads the Code (Z24)'
      : isEither && isEnough
        ? 'The view of the other came first, and the Council reads the Code to ask for one of the two (Z23)'
        : undefined
  const reading = isEither
    ? 'the Code is read to ask for one of the two views first, Z23'
    : 'the Code is read to ask for both views first, Z23'
  for (const view of given) {
    const late = lateFault(view, talks)
    if (late && excused !== undefined)
      yield {
        ...late,
        severity: 'note',
        message: `${late.message}. ${excused}`,
        hint: 'Nothing need be done.',
      }
    else if (late)
      yield { ...late, message: `${late.message} (${reading}${isReview ? '; in a review too, Z24' : ''})` }
  }
}

/** Advice and approvals on which the declaration rests, dated after it. */
function* lateForDeclaration({ intake }: RuleContext): Generator<Fault> {
  const declarations = declarationsOf(intake)
  for (const approval of councilApprovalsOf(intake)) {
    const late = lateFault(approval, ...declarations)
    if (late) yield late
  }
  for (const advice of adviceOf(intake)) {
    const late = lateFault(advice, ...declarations)
    if (late) yield { ...late, severity: 'warning' }
  }
}

const base = { severity: 'warning', owner: 'director', stage: 'sign_off' } as const

export const signingRules: readonly Rule[] = [
  {
    ...base,
    code: 'DATE-03',
    owner: 'officer',
    stage: 'draft',
    source: 'Code 7.5',
    requirements: ['R043', 'R126', 'R161'],
    find: reviewFaults,
  },
  {
    ...base,
    code: 'DATE-04',
    source: 'Code 6.4; 7.6',
    requirements: ['R045', 'R161', 'Z24'],
    *find({ intake, settings: { readings } }) {
      for (const approval of councilApprovalsOf(intake)) {
        const { start } = signingFor(intake, approval)
        // What varies the agreement comes after the first commitment in any case.
        const first = start.at[0] === 'amendments' ? [] : [commitmentOf(intake, readings)]
        const late = lateFault(approval, start, ...first)
        if (late) yield late
      }
      for (const approval of partnerApprovalsOf(intake)) {
        const late = lateFault(approval, signingFor(intake, approval).start)
        if (late) yield { ...late, owner: 'partner' }
      }
    },
  },
  {
    ...base,
    code: 'DATE-06',
    owner: 'legal',
    stage: 'live',
    source: 'Code 7',
    requirements: ['R035', 'R161'],
    *find({ intake }) {
      const late = lateFault(signingOf(intake), startOf(intake))
      if (late) yield late
    },
  },
  {
    ...base,
    code: 'DATE-08',
    owner: 'procurement',
    stage: 'in_principle',
    source: 'Code 3.2',
    requirements: ['R018', 'R161', 'R167', 'Z23', 'Z24'],
    find: earlyViewFaults,
  },
  {
    ...base,
    code: 'DATE-09',
    source: 'Code App 3',
    requirements: ['R116', 'R161'],
    *find({ intake }) {
      for (const declaration of declarationsOf(intake)) {
        const { signing, start } = signingFor(intake, declaration)
        const signed = lateFault(declaration, signing)
        const started = lateFault(declaration, start)
        if (signed) yield { ...signed, severity: 'error' }
        else if (started) yield started
      }
    },
  },
  {
    ...base,
    code: 'DATE-10',
    severity: 'error',
    owner: 'legal',
    source: 'Code 7.2; 7.6',
    requirements: ['R045', 'R161'],
    *find({ intake }) {
      for (const approval of [...councilApprovalsOf(intake), ...partnerApprovalsOf(intake)]) {
        const late = lateFault(approval, signingFor(intake, approval).signing)
        if (late) yield late
      }
    },
  },
  {
    ...base,
    code: 'DATE-11',
    severity: 'error',
    source: 'Code App 3',
    requirements: ['R113', 'R114', 'R161'],
    find: lateForDeclaration,
  },
  {
    ...base,
    code: 'DATE-14',
    owner: 'legal',
    stage: 'live',
    source: 'Code 7; 7.6',
    requirements: ['R035', 'R161'],
    *find({ intake, asAt }) {
      const { date: start } = startOf(intake)
      const isApproved = intake.approvals?.director?.date !== undefined
      // Before it is approved the gaps say what is missing, and that is more than a date.
      if (!isApproved || intake.agreement_date !== undefined || start === undefined || start >= asAt) return
      yield {
        at: ['term', 'start'],
        message: `The partnership started on ${formatDate(start)}, and by ${formatDate(asAt)} no signed agreement is recorded`,
      }
    },
  },
  {
    ...base,
    code: 'DATE-13',
    owner: 'officer',
    source: 'Code 9.20; 9.21',
    requirements: ['R081', 'R082', 'R161'],
    *find({ intake }) {
      for (const [index, { from, date }] of (intake.exit?.advice ?? []).entries()) {
        const advice = {
          at: ['exit', 'advice', index, 'date'],
          what: `the advice of ${from ? labelOf('exit.advice[].from', from) : 'an adviser'} on exit`,
          date,
        }
        const late = lateFault(
          advice,
          { at: ['grant', 'end'], what: 'the end of the grant', date: intake.grant?.end },
          { at: ['term', 'end'], what: 'the end of the partnership', date: intake.term?.end },
        )
        if (late) yield late
      }
    },
  },
]
