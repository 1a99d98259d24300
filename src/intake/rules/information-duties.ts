/** Rules on the times that data protection law sets, and on the review of the protocol. */
import type { Key } from '../answers.ts'
import { formatDate } from '../format.ts'
import { startOf } from './date-order.ts'
import { monthsLater } from './months-later.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

/** Hours in which the regulator must be told of a breach, and those that a partner needs of them to look into it. */
const regulatorHours = 72
const neededHours = 24
/** Days in which a complaint about data must be acknowledged, and working days after which a request is passed on too late. */
const acknowledgeDays = 30
const passOnDays = 10

function* rightsFaults(context: RuleContext): Generator<Fault> {
  const { intake, conditions } = context
  const { days, complaint_days: acknowledged } = intake.info?.rights ?? {}
  const at = (key: string): readonly Key[] => ['info', 'rights', key]
  if (acknowledged !== undefined && acknowledged > acknowledgeDays)
    yield {
      at: at('complaint_days'),
      severity: 'error',
      message: `Complaints about data are acknowledged within ${acknowledged} days, but the law allows ${acknowledgeDays}`,
      hint: `Write ${acknowledgeDays} or fewer, and count weekends.`,
    }
  if (days !== undefined && days > passOnDays)
    yield {
      at: at('days'),
      message: `A request is passed on within ${days} working days, which leaves little of the month in which it must be answered`,
    }
  if (!conditions.personal_data) return
  for (const [key, what] of [
    ['lead', 'who answers people who use their rights'],
    ['complaints_lead', 'who handles complaints about data'],
    ['complaint_days', 'the days in which such a complaint is acknowledged'],
  ] as const) {
    const aside = setAside(context, ...at(key))
    // Joint controllers are asked for the first by the rule on their arrangement.
    if (key === 'lead' && intake.info?.controller_model === 'joint') continue
    const isOfGroup = aside?.at.length === 2 && key === 'lead'
    if (aside && (aside.at.length > 2 || isOfGroup))
      yield { at: aside.at, message: `Personal data is shared, but ${what} is answered ${aside.words}` }
  }
}

function* breachFaults(context: RuleContext): Generator<Fault> {
  const { intake, conditions } = context
  const hours = intake.info?.breach?.hours
  const at = ['info', 'breach', 'hours']
  if (hours !== undefined && hours > regulatorHours)
    yield {
      at,
      severity: 'error',
      message: `Partners tell each other of a breach within ${hours} hours, but a serious one must reach the Information Commissioner within ${regulatorHours}`,
    }
  else if (hours !== undefined && hours > regulatorHours - neededHours)
    yield {
      at,
      message: `Partners tell each other of a breach within ${hours} hours, which leaves less than a day of the ${regulatorHours} hours in which a serious one must be reported`,
    }
  const aside = setAside(context, ...at)
  if (aside && aside.at.length > 1 && conditions.personal_data && intake.info?.controller_model !== 'joint')
    yield {
      at: aside.at,
      message: `Personal data is shared, but what happens on a breach is answered ${aside.words}`,
    }
}

function* reviewFaults(context: RuleContext): Generator<Fault> {
  const { intake, asAt, settings } = context
  const date = intake.info?.review_date
  const at = ['info', 'review_date']
  const { start, end, kind } = intake.term ?? {}
  if (date === undefined || !context.conditions.info_sharing) return
  const begins = startOf(intake)
  const sharingStarts = start !== undefined && start < asAt ? asAt : start
  const latest = sharingStarts && monthsLater(sharingStarts, settings.council.reviewWithinMonths)
  if (date < asAt)
    yield {
      at,
      message: `The review of the information sharing protocol is set for ${formatDate(date)}, which is past on the day of this check, ${formatDate(asAt)}`,
    }
  else if (kind !== 'rolling' && end && date > end)
    yield {
      at,
      message: `The protocol is to be reviewed on ${formatDate(date)}, after the partnership ends on ${formatDate(end)}`,
      related: [{ at: ['term', 'end'], message: 'The end of the partnership stands here' }],
    }
  else if (begins.date && date < begins.date)
    yield {
      at,
      message: `The protocol is to be reviewed on ${formatDate(date)}, before the partnership starts on ${formatDate(begins.date)}`,
      related: [{ at: begins.at, message: 'The start of the partnership stands here' }],
    }
  else if (latest && date > latest)
    yield {
      at,
      severity: 'note',
      message: `The protocol is first reviewed on ${formatDate(date)}, more than ${settings.council.reviewWithinMonths} months after sharing starts`,
    }
}

const base = { severity: 'warning', owner: 'information_governance', stage: 'draft' } as const

export const dutyRules: readonly Rule[] = [
  { ...base, code: 'ISP-17', source: 'UK GDPR Art 33', requirements: ['R092'], find: breachFaults },
  {
    ...base,
    code: 'ISP-18',
    source: 'UK GDPR Art 12; Data (Use and Access) Act 2025 s103',
    requirements: ['R092'],
    find: rightsFaults,
  },
  {
    ...base,
    code: 'ISP-19',
    source: 'Code 11.3; 7.5',
    requirements: ['R094', 'R161'],
    find: reviewFaults,
  },
]
