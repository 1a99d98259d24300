/** Rules on the Executive: is its approval needed, by the answer or by the sums in the constitution, and was it given? */
import type { Key } from '../answers.ts'
import { formatMoney } from '../format.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

/** A reason why the constitution asks for the Executive: in words, and the answer that shows it. */
interface Reason {
  readonly words: string
  readonly at: readonly Key[]
  readonly shown: string
}

interface Approval {
  readonly at: readonly Key[]
  /** What is approved, in words. */
  readonly what: string
  readonly needed: boolean | undefined
  readonly decidedBy: string | undefined
  readonly reasons: readonly Reason[]
}

const pounds = (sum: number): string => formatMoney(sum * 100)

function sumOver(
  limit: number,
  what: string,
  sum: number | undefined,
  at: readonly Key[],
): readonly Reason[] {
  if (sum === undefined || sum <= limit * 100) return []
  const shown = `The sum of ${formatMoney(sum)} stands here`
  return [
    {
      words: `${what} of ${formatMoney(sum)} is over ${pounds(limit)}, from which the constitution asks for it`,
      at,
      shown,
    },
  ]
}

function approvalsOf({ intake, conditions, derived, settings }: RuleContext): readonly Approval[] {
  const { finance, grant, approvals } = intake
  const { council } = settings
  const [total, totalAt] =
    finance?.total === undefined
      ? [derived.top.contributions_total, ['contributions']]
      : [finance.total, ['finance', 'total']]
  const agreement: Approval = {
    at: ['approvals', 'executive'],
    what: 'The Executive’s approval',
    needed: approvals?.executive?.needed,
    decidedBy: approvals?.executive?.decided_by,
    reasons: [
      ...sumOver(council.executiveOver, 'the total', total, totalAt),
      ...(council.pooledFundNeedsExecutive && conditions.pooled
        ? [
            {
              words: 'the budget is pooled, for which the constitution asks for it',
              at: ['budget_model'],
              shown: 'The budget is pooled here',
            },
          ]
        : []),
    ],
  }
  if (!conditions.council_is_accountable_body) return [agreement]
  const [sum, sumAt] =
    grant?.amount === undefined ? ([total, totalAt] as const) : ([grant.amount, ['grant', 'amount']] as const)
  return [
    agreement,
    {
      at: ['approvals', 'accountable_body', 'executive'],
      what: 'The Executive’s approval of the role of accountable body',
      needed: approvals?.accountable_body?.executive?.needed,
      decidedBy: approvals?.accountable_body?.executive?.decided_by,
      reasons: sumOver(council.accountableBodyExecutiveOver, 'the grant', sum, sumAt),
    },
  ]
}

function* executiveFaults(context: RuleContext): Generator<Fault> {
  for (const { at, what, needed, reasons } of approvalsOf(context)) {
    const aside = setAside(context, ...at, 'needed')
    // Set aside with all the approvals around it, the rules on those speak.
    const isDenied = needed === false || (aside !== undefined && aside.at.length >= at.length)
    const missing = (['date', 'ref'] as const)
      .map(key => setAside(context, ...at, key))
      .find(found => found !== undefined && found.at.length > at.length)
    if (needed && missing)
      yield {
        at: missing.at,
        severity: 'error',
        message: `${what} is said to be needed, but its record is answered ${missing.words}`,
        related: [{ at: [...at, 'needed'], message: 'It is said to be needed here' }],
      }
    if (isDenied && reasons.length > 0)
      yield {
        at: aside?.at ?? [...at, 'needed'],
        message: `${what} is said not to be needed, but ${reasons.map(({ words }) => words).join(', and ')}`,
        related: reasons.map(reason => ({ at: reason.at, message: reason.shown })),
      }
  }
}

const base = { severity: 'warning', owner: 'director', stage: 'sign_off' } as const

export const executiveRules: readonly Rule[] = [
  {
    ...base,
    code: 'APPR-05',
    source: 'Code 6.4; 7.2; 9.7',
    requirements: ['R039', 'R069', 'R165', 'Z8'],
    find: executiveFaults,
  },
  {
    ...base,
    code: 'APPR-11',
    owner: 'legal',
    source: 'Code 7.2; 9.7',
    requirements: ['R039', 'Z21'],
    *find(context) {
      for (const { at, what, needed, decidedBy } of approvalsOf(context))
        if (needed === false && decidedBy === undefined && !context.answers.stateOf([...at, 'decided_by']))
          yield {
            at: [...at, 'needed'],
            message: `${what} is said not to be needed, and nobody is named who judged that`,
          }
    },
  },
]
