/** Rules on a grant's money and terms: claw-back, the sum among the contributions, outputs, councillors consulted, terms. */
import { formatDate, formatMoney } from '../format.ts'
import { lateFault, startOf } from './date-order.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

const usesShares: readonly unknown[] = ['fault_then_share', 'agreed_shares']

function* clawbackFaults(context: RuleContext): Generator<Fault> {
  const { clawback_rule: rule, clawback_shares: shares } = context.intake.grant ?? {}
  const aside = setAside(context, 'grant', 'clawback_rule')
  if (aside && aside.at.length > 1)
    yield { at: aside.at, message: `Who repays the funder is answered ${aside.words}` }
  const noShares = setAside(context, 'grant', 'clawback_shares')
  const ruleHere = [{ at: ['grant', 'clawback_rule'], message: `The rule is ${rule} here` }]
  if (usesShares.includes(rule) && (noShares || shares?.length === 0))
    yield {
      at: ['grant', 'clawback_shares'],
      message: 'Money is repaid to the funder in agreed shares, but no shares are given',
      related: ruleHere,
    }
  if (rule && !usesShares.includes(rule) && shares && shares.length > 0)
    yield {
      at: ['grant', 'clawback_shares'],
      severity: 'warning',
      message: 'Claw-back shares are listed, but the rule for claw-back does not use them',
      related: ruleHere,
    }
}

function* amountFaults({ intake: { grant, contributions = [] } }: RuleContext): Generator<Fault> {
  const amount = grant?.amount
  if (amount === undefined || contributions.length === 0) return
  if (contributions.some(row => row.kind === undefined)) return
  const rows = contributions.filter(row => row.kind === 'grant')
  const others = grant?.other_grants ?? []
  if (rows.length === 0)
    yield {
      at: ['grant', 'amount'],
      severity: 'warning',
      message: `The grant of ${formatMoney(amount)} is not among the contributions: none of them is of the kind grant`,
      related: [{ at: ['contributions'], message: 'The contributions stand here' }],
    }
  if (rows.length === 0 || [...rows, ...others].some(row => row.amount === undefined)) return
  const sum = rows.reduce((all, row) => all + (row.amount ?? 0), 0)
  const withOthers = others.reduce((all, row) => all + (row.amount ?? 0), amount)
  if (sum !== amount && sum !== withOthers)
    yield {
      at: ['grant', 'amount'],
      message: `The grant is ${formatMoney(amount)}${withOthers > amount ? `, or ${formatMoney(withOthers)} with the other grants` : ''}, but the contributions of grant add up to ${formatMoney(sum)}`,
      related: [{ at: ['contributions'], message: 'The contributions stand here' }],
    }
}

function* outputFaults(context: RuleContext): Generator<Fault> {
  const { outputs, end, eligible_spend_end: lastSpend } = context.intake.grant ?? {}
  const aside = setAside(context, 'grant', 'outputs')
  if ((aside && aside.at.length > 1) || outputs?.length === 0)
    yield {
      at: ['grant', 'outputs'],
      message: 'No output is listed, though the accountable body answers to the funder for them',
    }
  const limit = end ?? lastSpend
  for (const [index, { text, due }] of (outputs ?? []).entries())
    if (due && limit && due > limit)
      yield {
        at: ['grant', 'outputs', index, 'due'],
        message: `The output${text ? ` '${text}'` : ''} is due on ${formatDate(due)}, after the grant ends on ${formatDate(limit)}`,
        related: [{ at: ['grant', end ? 'end' : 'eligible_spend_end'], message: 'The end stands here' }],
      }
}

const base = { severity: 'warning', owner: 'finance', stage: 'draft' } as const

export const grantRules: readonly Rule[] = [
  {
    ...base,
    code: 'GR-01',
    severity: 'error',
    source: 'Code 9.16',
    requirements: ['R077', 'R078'],
    find: clawbackFaults,
  },
  {
    ...base,
    code: 'GR-04',
    severity: 'error',
    source: 'Code 9.9; 9.15',
    requirements: ['R071', 'R077'],
    find: amountFaults,
  },
  { ...base, code: 'GR-05', source: 'Code 9.2', requirements: ['R061'], find: outputFaults },
  {
    ...base,
    code: 'GR-06',
    owner: 'officer',
    stage: 'sign_off',
    source: 'Code 9.16',
    requirements: ['R078', 'R081'],
    *find({ intake, answers }) {
      const { mainstreaming_decision: decision, members_consulted_date: date } = intake.grant ?? {}
      const at = ['grant', 'members_consulted_date']
      const state = answers.stateOf(at)?.state
      if (decision && !date && (state === undefined || state === 'none'))
        yield {
          at: ['grant', 'mainstreaming_decision'],
          message:
            'What happens after the grant is settled here, and nothing shows that councillors were consulted',
        }
      const consulted = { at, what: 'the consultation of councillors on what follows the grant', date }
      const late = lateFault(consulted, startOf(intake))
      if (late) yield late
    },
  },
  {
    ...base,
    code: 'GR-08',
    stage: 'sign_off',
    source: 'Code 9.15',
    requirements: ['R077'],
    *find({ intake }) {
      const { terms_accepted_by_partners: isAccepted, terms_accepted_date: date } = intake.grant ?? {}
      if (isAccepted === false)
        yield {
          at: ['grant', 'terms_accepted_by_partners'],
          message: 'Not all partners have accepted the funder’s terms',
        }
      const at = ['grant', 'terms_accepted_date']
      const late = lateFault({ at, what: 'the acceptance of the funder’s terms', date }, startOf(intake))
      if (isAccepted && late) yield late
    },
  },
  {
    ...base,
    code: 'GR-09',
    source: 'Code 9.16',
    requirements: ['R078', 'R168'],
    *find({ intake, answers }) {
      const { clawback_rule: rule, clawback_controls: controls } = intake.grant ?? {}
      const state = answers.stateOf(['grant', 'clawback_controls'])?.state
      if (rule && controls === undefined && (state === undefined || state === 'none'))
        yield {
          at: ['grant', 'clawback_rule'],
          message: 'Who repays the funder is settled, but nothing shows what is done to avoid claw-back',
        }
    },
  },
]
