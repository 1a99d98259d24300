/** Rules on subsidy control: was the money assessed, does the route fit the sums, and is the reason on record? */
import { formatDate, formatMoney } from '../format.ts'
import { inWords, partnerName } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

const law = 'Subsidy Control Act 2022'

/** A figure of the law in pence, if it holds today. */
function figureOf({ settings, asAt }: RuleContext, id: string) {
  const figure = settings.figures.get(id)
  return figure && figure.from <= asAt ? { pence: figure.amount * 100, from: figure.from } : undefined
}

const totalOf = ({ intake, derived }: RuleContext): number | undefined =>
  intake.finance?.total ?? derived.top.contributions_total

function* assessmentFaults(context: RuleContext): Generator<Fault> {
  const { intake, conditions } = context
  if (!conditions.finance) return
  if (intake.subsidy?.assessed === false)
    yield {
      at: ['subsidy', 'assessed'],
      message: 'Money is involved, and it has not been assessed under subsidy control law',
    }
  const aside =
    setAside(context, 'subsidy', 'assessed') ??
    (intake.subsidy?.assessed ? setAside(context, 'subsidy', 'route') : undefined)
  if (aside)
    yield {
      at: aside.at,
      message: `Money is involved, and the assessment under subsidy control law is answered ${aside.words}, which is none of the routes`,
    }
}

function* minimalFaults(context: RuleContext): Generator<Fault> {
  const { route, mfa_total_3y: sum } = context.intake.subsidy ?? {}
  const limit = figureOf(context, 'minimal-financial-assistance')
  if (route === 'mfa' && limit && sum !== undefined && sum > limit.pence)
    yield {
      at: ['subsidy', 'mfa_total_3y'],
      message: `Minimal financial assistance of ${formatMoney(sum)} is over the limit of ${formatMoney(limit.pence)} in force since ${formatDate(limit.from)}`,
      related: [{ at: ['subsidy', 'route'], message: 'The route stands here' }],
    }
}

/** Subsidies of these sums go to the Competition and Markets Authority first. A streamlined route spares that. */
function* referralFaults(context: RuleContext): Generator<Fault> {
  const total = totalOf(context)
  if (context.intake.subsidy?.route !== 'principles' || total === undefined) return
  const any = figureOf(context, 'subsidy-referral')
  const sensitive = figureOf(context, 'subsidy-referral-sensitive')
  const limit = any && total > any.pence ? any : sensitive && total > sensitive.pence ? sensitive : undefined
  if (limit)
    yield {
      at: ['subsidy', 'route'],
      message: `With ${formatMoney(total)} in all, a subsidy over ${formatMoney(limit.pence)}${limit === any ? '' : ' in a sensitive sector'} must be referred before it is given (limit in force since ${formatDate(limit.from)})`,
      hint: 'Ask Legal whether one recipient gets more than the limit, and refer the subsidy if so.',
    }
}

const base = { severity: 'warning', owner: 'legal', stage: 'sign_off' } as const

export const subsidyRules: readonly Rule[] = [
  {
    ...base,
    code: 'SUB-01',
    source: law,
    requirements: ['R115', 'Z20'],
    *find(context) {
      yield* assessmentFaults(context)
      yield* minimalFaults(context)
      yield* referralFaults(context)
    },
  },
  {
    ...base,
    code: 'SUB-02',
    source: law,
    requirements: ['R115'],
    *find({ intake, conditions, answers }) {
      const { route, reason } = intake.subsidy ?? {}
      if (!conditions.finance || route !== 'no_subsidy' || reason !== undefined) return
      if (answers.stateOf(['subsidy', 'reason'])?.state === 'disputed') return
      const businesses = (intake.partners ?? []).filter(({ sector }) => sector === 'private')
      if (businesses.length > 0)
        yield {
          at: ['subsidy', 'route'],
          message: `No subsidy is said to be given although ${inWords(businesses.map(({ id }) => partnerName(intake, id)))} ${businesses.length === 1 ? 'is a business' : 'are businesses'}, and no reason is recorded`,
        }
    },
  },
  {
    ...base,
    code: 'SUB-03',
    severity: 'note',
    stage: 'live',
    source: law,
    requirements: ['R115'],
    *find(context) {
      const { route } = context.intake.subsidy ?? {}
      const total = totalOf(context)
      const limit = figureOf(context, 'subsidy-database')
      const isSubsidy = route === 'principles' || route === 'streamlined' || route === 'spei'
      if (isSubsidy && limit && total !== undefined && total > limit.pence)
        yield {
          at: ['subsidy', 'route'],
          message: `A subsidy over ${formatMoney(limit.pence)} is generally entered in the public subsidy database, and the total here is ${formatMoney(total)}`,
        }
    },
  },
]
