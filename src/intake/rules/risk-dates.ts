/** Rules on the dates of risks and opportunities: reviews to come, reviews often enough, and dates in a likely order. */
import { formatDate } from '../format.ts'
import { riskReviewMonths } from '../readings.ts'
import { declarationsOf, lateFault } from './date-order.ts'
import { monthsLater } from './months-later.ts'
import { bandOf, inRisk, riskName, risksOf } from './risk-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

function* reviewFaults(context: RuleContext): Generator<Fault> {
  const { asAt, settings, intake } = context
  const start = intake.term?.start
  const from = start && start > asAt ? start : asAt
  const within = settings.council.reviewWithinMonths
  for (const [index, risk] of risksOf(context)) {
    const name = riskName(risk, index)
    for (const [key, what] of [
      ['lead', 'who leads on it'],
      ['review', 'when it is reviewed'],
    ] as const) {
      const aside = setAside(context, ...inRisk(index, key))
      if (aside)
        yield { at: aside.at, message: `${name} is in the register, yet ${what} is answered ${aside.words}` }
    }
    const at = inRisk(index, 'review')
    if (risk.review && risk.review < asAt)
      yield {
        at,
        message: `${name} was to be reviewed on ${formatDate(risk.review)}, before ${formatDate(asAt)}`,
      }
    // A partnership not yet begun counts from its start, so nothing is too far off while that is not known.
    if (risk.review && start && risk.review > monthsLater(from, within))
      yield {
        at,
        message: `${name} is next reviewed on ${formatDate(risk.review)}, more than ${within} months after ${formatDate(from)}`,
      }
  }
}

function* orderFaults(context: RuleContext): Generator<Fault> {
  const { asAt } = context
  for (const [index, risk] of risksOf(context)) {
    const { identified, review, escalated_on: referred } = risk
    const name = riskName(risk, index)
    const identifiedHere = [{ at: inRisk(index, 'identified'), message: 'It was identified here' }]
    if (identified && identified > asAt)
      yield {
        at: inRisk(index, 'identified'),
        message: `${name} is said to have been identified on ${formatDate(identified)}, after ${formatDate(asAt)}`,
      }
    if (identified && review && review < identified && review >= asAt)
      yield {
        at: inRisk(index, 'review'),
        message: `${name} is to be reviewed on ${formatDate(review)}, before it was identified on ${formatDate(identified)}`,
        related: identifiedHere,
      }
    if (identified && referred && referred < identified)
      yield {
        at: inRisk(index, 'escalated_on'),
        message: `${name} was referred on ${formatDate(referred)}, before it was identified on ${formatDate(identified)}`,
        related: identifiedHere,
      }
    if (referred && referred > asAt)
      yield {
        at: inRisk(index, 'escalated_on'),
        message: `${name} is said to have been referred on ${formatDate(referred)}, after ${formatDate(asAt)}`,
      }
  }
}

function* signedOffFaults(context: RuleContext): Generator<Fault> {
  const { intake } = context
  const date = intake.risk_management?.signed_off_on
  const at = ['risk_management', 'signed_off_on']
  if (!date) return
  const later = [...risksOf(context)].filter(([, { identified }]) => identified && identified > date)
  const [first] = later
  if (first)
    yield {
      at,
      message: `The risk assessment was signed off on ${formatDate(date)}, before ${later.length === 1 ? 'one risk' : `${later.length} risks`} in it ${later.length === 1 ? 'was' : 'were'} identified`,
      related: later.map(([index, { identified }]) => ({
        at: inRisk(index, 'identified'),
        message: `Identified on ${formatDate(identified!)}`,
      })),
    }
  const signing = { at, what: 'the signing off of the risk assessment', date }
  const late = lateFault(signing, ...declarationsOf(intake))
  if (late) yield late
}

const base = { severity: 'warning', owner: 'risk_insurance', stage: 'draft' } as const

export const riskDateRules: readonly Rule[] = [
  {
    ...base,
    code: 'RISK-07',
    source: 'Code 9.17; App 10',
    requirements: ['R079', 'R147', 'R154', 'Z30'],
    find: reviewFaults,
  },
  {
    ...base,
    code: 'RISK-18',
    owner: 'director',
    stage: 'sign_off',
    source: 'Code App 10',
    requirements: ['R143', 'R161'],
    find: signedOffFaults,
  },
  { ...base, code: 'RISK-19', source: 'Code App 10', requirements: ['R147'], find: orderFaults },
  {
    ...base,
    code: 'RISK-21',
    source: 'Code 9.17; 12',
    requirements: ['R079', 'R095', 'Z30'],
    *find(context) {
      const months = context.intake.risk_management?.review_months
      const asked = riskReviewMonths[context.settings.readings.Z30]
      const high = [...risksOf(context)].filter(([index, risk]) => bandOf(context, index, risk) === 'high')
      if (months === undefined || high.length === 0 || months <= riskReviewMonths.quarterly) return
      const count = high.length === 1 ? 'one is' : `${high.length} are`
      const isTooLong = months > asked
      yield {
        at: ['risk_management', 'review_months'],
        message: `Risks are reviewed every ${months} months, ${isTooLong ? 'but' : 'and'} ${count} High${isTooLong ? ', and' : ';'} the Council reads the Code to ask for a review every ${asked} months (Z30)`,
        related: high.map(([index]) => ({ at: inRisk(index), message: 'This risk is High' })),
        // Another reading would ask for more, so the one in force is told.
        ...(isTooLong ? {} : { severity: 'note', hint: 'Nothing need be done.' }),
      }
    },
  },
]
