/** Rules on shares: each list of them adds up to 100%, fits the amounts beside it and the rule that uses it. */
import type { Key } from '../answers.ts'
import { formatMoney } from '../format.ts'
import type { Intake } from '../schema.ts'
import { inWords, partnerName } from './partner-names.ts'
import type { Fault, Rule } from './rule.ts'
import { setAside } from './set-aside.ts'

interface Row {
  readonly partner?: string | undefined
  readonly share?: number | undefined
}

interface ShareList {
  readonly at: readonly Key[]
  readonly called: string
  readonly rows: readonly Row[] | undefined
}

const shareLists = (intake: Intake): readonly ShareList[] => [
  {
    at: ['overspend', 'shares'],
    called: 'The agreed shares of an overspend',
    rows: intake.overspend?.shares,
  },
  { at: ['grant', 'clawback_shares'], called: 'The claw-back shares', rows: intake.grant?.clawback_shares },
  { at: ['s75', 'risk_share'], called: 'The shares of the risk', rows: intake.s75?.risk_share },
]

/** Hundredths of a per cent, as whole numbers, so that sums are exact. */
const hundredths = (share: number): number => Math.round(share * 100)

const percent = (inHundredths: number): string => `${inHundredths / 100}%`

/** The sum in hundredths of the shares given, and whether every row has one. */
function addUp(rows: readonly Row[]): { readonly sum: number; readonly isWhole: boolean } {
  const given = rows.flatMap(row => (row.share === undefined ? [] : [hundredths(row.share)]))
  return { sum: given.reduce((a, b) => a + b, 0), isWhole: given.length === rows.length }
}

function* sumFaults(intake: Intake, { at, called, rows }: ShareList): Generator<Fault> {
  if (!rows || rows.length === 0) return
  const { sum, isWhole } = addUp(rows)
  if (isWhole ? sum !== 10_000 : sum > 10_000) {
    const parts = rows
      .filter(row => row.share !== undefined)
      .map(row => `${partnerName(intake, row.partner)} ${row.share}%`)
    const isRounding = isWhole && Math.abs(sum - 10_000) <= rows.length
    yield {
      at,
      message: `${called} add up to ${percent(sum)}, not 100%: ${inWords(parts)}`,
      ...(isRounding
        ? {
            severity: 'warning' as const,
            hint: 'Rounding left something over: give the odd hundredths to one partner.',
          }
        : {}),
    }
  }
  for (const [index, row] of rows.entries()) {
    const first = rows.findIndex(({ partner }) => partner !== undefined && partner === row.partner)
    if (first < 0 || first === index) continue
    yield {
      at: [...at, index, 'partner'],
      message: `${called} name ${partnerName(intake, row.partner)} twice`,
      hint: 'Give each partner one share.',
      related: [{ at: [...at, first, 'partner'], message: 'Named here first' }],
    }
  }
}

/** A share may be of the whole, or of its year; years of which each adds up to 100 are read in the second way. */
function contributionGroups(intake: Intake): readonly (readonly number[])[] {
  const rows = intake.contributions ?? []
  const all = rows.map((_, index) => index)
  const years = [...new Set(rows.map(row => row.year))].map(year => all.filter(i => rows[i]!.year === year))
  const fits = (group: readonly number[]): boolean => addUp(group.map(i => rows[i]!)).sum === 10_000
  return years.length > 1 && years.every(fits) ? years : [all]
}

function* contributionFaults(intake: Intake): Generator<Fault> {
  const rows = intake.contributions ?? []
  const { sum, isWhole } = addUp(rows)
  if (rows.length === 0 || contributionGroups(intake).length > 1) return
  if (isWhole ? Math.abs(sum - 10_000) > rows.length : sum > 10_000)
    yield {
      at: ['contributions'],
      message: `The shares of the contributions add up to ${percent(sum)}, not 100%`,
    }
}

function* amountFaults(intake: Intake): Generator<Fault> {
  const rows = intake.contributions ?? []
  for (const group of contributionGroups(intake)) {
    const amounts = group.map(i => rows[i]!.amount)
    if (amounts.includes(undefined)) continue
    const whole = amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0)
    if (whole === 0) continue
    for (const i of group) {
      const { share, amount = 0, partner, year } = rows[i]!
      if (share === undefined) continue
      const exact = (amount * 100) / whole
      const apart = Math.abs(exact - share)
      if (apart <= 0.011) continue
      yield {
        at: ['contributions', i, 'share'],
        message: `${partnerName(intake, partner)} gives ${formatMoney(amount)}${year ? ` in ${year}` : ''}, which is ${Math.round(exact * 100) / 100}% of ${formatMoney(whole)} and not ${share}%`,
        ...(apart < 0.5 ? { severity: 'warning' as const } : {}),
        related: [
          { at: ['contributions', i, 'amount'], message: `The amount here is ${formatMoney(amount)}` },
        ],
      }
    }
  }
}

const overspendInWords = {
  contribution_share: 'in proportion to contributions',
  causing_partner: 'by the partner that caused it',
  host_bears: 'by the Council',
} as const

const base = { severity: 'error', owner: 'finance', stage: 'draft' } as const

export const shareRules: readonly Rule[] = [
  {
    ...base,
    code: 'FIN-01',
    source: 'Code 9.1; 9.9; 9.16',
    requirements: ['R059', 'R071', 'R078'],
    *find({ intake }) {
      for (const list of shareLists(intake)) yield* sumFaults(intake, list)
      yield* contributionFaults(intake)
    },
  },
  {
    ...base,
    code: 'FIN-08',
    source: 'Code 9.9',
    requirements: ['R071'],
    find: ({ intake }) => amountFaults(intake),
  },
  {
    ...base,
    code: 'FIN-09',
    source: 'Code 9.1',
    requirements: ['R059'],
    *find(context) {
      const { rule, shares } = context.intake.overspend ?? {}
      const aside = setAside(context, 'overspend', 'shares')
      const at = ['overspend', 'shares']
      if (rule === 'agreed_shares' && (aside || shares?.length === 0))
        yield {
          at: aside?.at ?? at,
          message: 'An overspend is borne in agreed shares, but no shares are given',
          related: [{ at: ['overspend', 'rule'], message: 'The rule is agreed_shares here' }],
        }
      if (rule && rule !== 'agreed_shares' && shares && shares.length > 0)
        yield {
          at: ['overspend', 'rule'],
          severity: 'warning',
          message: `An overspend is borne ${overspendInWords[rule]}, yet agreed shares are listed, which would not be printed`,
          related: [{ at, message: 'The shares stand here' }],
        }
    },
  },
]
