/** Rules on sums and on whether there is money at all: totals, limits, the recharge, a grant denied or asserted. */
import type { Key } from '../answers.ts'
import { formatMoney } from '../format.ts'
import type { Intake } from '../schema.ts'
import { hasAnswer } from '../three-valued.ts'
import type { Fault, Rule } from './rule.ts'
import { setAside } from './set-aside.ts'

type Related = NonNullable<Fault['related']>[number]

const isMoney = (pence: number | undefined): pence is number => pence !== undefined && pence > 0

/** Every answer that says there is money, whatever the question about money says. */
function* signsOfMoney(intake: Intake): Generator<Related> {
  const sums: readonly (readonly [readonly Key[], string, number | undefined])[] = [
    ...(intake.contributions ?? []).map(
      (row, index) => [['contributions', index, 'amount'], 'A contribution', row.amount] as const,
    ),
    [['finance', 'total'], 'The total', intake.finance?.total],
    [['recharge', 'amount'], 'The recharge', intake.recharge?.amount],
    [['decisions', 'delegation_limit'], 'The limit of delegation', intake.decisions?.delegation_limit],
    [['procurement', 'value'], 'The procured contract', intake.procurement?.value],
  ]
  for (const [at, what, sum] of sums)
    if (isMoney(sum)) yield { at, message: `${what} is ${formatMoney(sum)} here` }
  if (intake.finance?.grant_funded)
    yield { at: ['finance', 'grant_funded'], message: 'The money is said to be grant here' }
  if (intake.type === 'grant_programme' || intake.type === 'section_75')
    yield { at: ['type'], message: 'This type of partnership always involves money' }
  for (const group of ['grant', 'accountable_body', 's75'] as const)
    if (hasAnswer(intake[group])) yield { at: [group], message: 'Answers about money stand here' }
}

/** Every answer that says there is a grant. */
function* signsOfGrant(intake: Intake): Generator<Related> {
  if (hasAnswer(intake.grant)) yield { at: ['grant'], message: 'A grant is described here' }
  if (intake.type === 'grant_programme')
    yield { at: ['type'], message: 'The partnership is a grant programme' }
  for (const [index, row] of (intake.contributions ?? []).entries())
    if (row.kind === 'grant')
      yield { at: ['contributions', index, 'kind'], message: 'This contribution is grant' }
}

function* rechargeFaults({ recharge = {}, finance }: Intake): Generator<Fault> {
  const { charged, amount, basis } = recharge
  if (charged === false && (isMoney(amount) || basis !== undefined))
    yield {
      at: ['recharge', 'charged'],
      message: isMoney(amount)
        ? `The accountable body is said not to charge, yet ${formatMoney(amount)} a year is written down`
        : 'The accountable body is said not to charge, yet a basis for the charge is given',
      related: [{ at: ['recharge', isMoney(amount) ? 'amount' : 'basis'], message: 'It stands here' }],
    }
  if (charged && amount === 0)
    yield {
      at: ['recharge', 'amount'],
      message: 'The accountable body is said to charge, yet the amount is £0',
      related: [{ at: ['recharge', 'charged'], message: 'The charge is announced here' }],
    }
  if (isMoney(amount) && isMoney(finance?.total) && amount > finance.total)
    yield {
      at: ['recharge', 'amount'],
      message: `The recharge of ${formatMoney(amount)} a year is more than the total of ${formatMoney(finance.total)}`,
      related: [{ at: ['finance', 'total'], message: 'The total stands here' }],
    }
}

type Contribution = NonNullable<Intake['contributions']>[number]

/** Whether one number is the other with two neighbouring figures swapped, as in 5,200 and 2,500. */
function isSwapped(a: number, b: number): boolean {
  const [one, other] = [String(a), String(b)]
  const at = [...one].findIndex((figure, i) => figure !== other[i])
  const swapped = `${one.slice(0, at)}${one[at + 1]}${one[at]}${one.slice(at + 2)}`
  return at >= 0 && one.length === other.length && swapped === other
}

/**
 * The one contribution that explains why the sum is not the total: it is counted twice, its point has slipped, or two of
 * its figures are swapped. Where none or several would explain it, all of them.
 * @param short what the sum lacks, in pence; negative where it is too much
 */
function suspectsOf(rows: readonly Contribution[], short: number): readonly Related[] {
  const whole = [{ at: ['contributions'], message: 'The contributions stand here' }]
  if (rows.length === 1)
    return [{ at: ['contributions', 0, 'amount'], message: 'The only contribution stands here' }]
  const twice = rows.flatMap((row, index) =>
    row.amount === -short && rows.findIndex(other => isSame(other, row)) < index ? [index] : [],
  )
  const slipped = rows.flatMap(({ amount = 0 }, index) => {
    const meant = amount + short
    const isSlip =
      amount > 0 &&
      meant > 0 &&
      ([10, 100, 1000].some(factor => meant === amount * factor || amount === meant * factor) ||
        isSwapped(meant, amount))
    return isSlip ? [{ index, meant }] : []
  })
  if (twice.length + slipped.length !== 1) return whole
  const [index] = twice
  if (index !== undefined)
    return [
      {
        at: ['contributions', index, 'amount'],
        message: 'This one is the same as another; without it the sum is right',
      },
    ]
  const { index: at, meant } = slipped[0]!
  return [
    {
      at: ['contributions', at, 'amount'],
      message: `With ${formatMoney(meant)} here the sum would be right`,
    },
  ]
}

const isSame = (a: Contribution, b: Contribution): boolean =>
  a.partner === b.partner && a.year === b.year && a.kind === b.kind && a.amount === b.amount

const base = { severity: 'error', owner: 'finance', stage: 'draft' } as const

export const totalRules: readonly Rule[] = [
  {
    ...base,
    code: 'FIN-02',
    source: 'Code 9.9',
    requirements: ['R071'],
    *find({ intake: { contributions = [], finance } }) {
      const total = finance?.total
      if (total === undefined || contributions.length === 0) return
      const sum = contributions.reduce((all, row) => all + (row.amount ?? 0), 0)
      const isWhole = contributions.every(row => row.amount !== undefined)
      if (isWhole ? sum !== total : sum > total)
        yield {
          at: ['finance', 'total'],
          message: `The total is ${formatMoney(total)}, but the contributions add up to ${isWhole ? '' : 'at least '}${formatMoney(sum)}`,
          related: isWhole
            ? suspectsOf(contributions, total - sum)
            : [{ at: ['contributions'], message: 'The contributions stand here' }],
        }
    },
  },
  {
    ...base,
    code: 'FIN-03',
    stage: 'in_principle',
    source: 'Code 9.1',
    requirements: ['R056'],
    *find(context) {
      const { intake } = context
      const aside = setAside(context, 'finance', 'has_finance')
      if (intake.finance?.has_finance !== false && !aside) return
      const related = [...signsOfMoney(intake)]
      if (related.length > 0)
        yield {
          at: aside?.at ?? ['finance', 'has_finance'],
          message: 'The answers say that no money is involved, yet money is written down elsewhere',
          related,
        }
    },
  },
  {
    ...base,
    code: 'FIN-16',
    severity: 'warning',
    source: 'Code App 4 E',
    requirements: ['R123'],
    find: ({ intake }) => rechargeFaults(intake),
  },
  {
    ...base,
    code: 'FIN-18',
    severity: 'warning',
    source: 'Code 9.1; 9.22',
    requirements: ['R058', 'R083'],
    *find({ intake: { decisions, finance } }) {
      const total = finance?.total
      if (!isMoney(total)) return
      const limits = [
        {
          at: ['decisions', 'delegation_limit'],
          what: 'The limit of delegation',
          sum: decisions?.delegation_limit,
        },
        { at: ['finance', 'virement_limit'], what: 'The limit of virement', sum: finance?.virement_limit },
      ]
      for (const { at, what, sum } of limits)
        if (isMoney(sum) && sum > total)
          yield {
            at,
            message: `${what} is ${formatMoney(sum)}, more than the total of ${formatMoney(total)}`,
            related: [{ at: ['finance', 'total'], message: 'The total stands here' }],
          }
    },
  },
  {
    ...base,
    code: 'FIN-19',
    stage: 'in_principle',
    source: 'Code 9.2',
    requirements: ['R060', 'R077'],
    *find(context) {
      const { intake } = context
      const grantAside = setAside(context, 'grant')
      if (intake.finance?.grant_funded === false) {
        const related = [...signsOfGrant(intake)]
        if (related.length > 0)
          yield {
            at: ['finance', 'grant_funded'],
            message: 'None of the money is said to be grant, yet a grant is written down elsewhere',
            related,
          }
      }
      if (intake.finance?.grant_funded && grantAside)
        yield {
          at: grantAside.at,
          message: `Some of the money is said to be grant, yet the grant is answered ${grantAside.words}`,
          related: [{ at: ['finance', 'grant_funded'], message: 'The money is said to be grant here' }],
        }
    },
  },
  {
    ...base,
    code: 'FIN-21',
    severity: 'warning',
    source: 'Code 9.1',
    requirements: ['R059'],
    *find({ intake, conditions }) {
      if (intake.underspend?.rule === 'return_to_funder' && conditions.grant === false)
        yield {
          at: ['underspend', 'rule'],
          message: 'An underspend is returned to the funder, but none of the money is a grant',
        }
    },
  },
]
