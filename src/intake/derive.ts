/** Answers worked out from the intake: totals, seats, shares, risk scores and bands, and which partner is which. */
import type * as z from 'zod'
import { deed } from './condition-tests.ts'
import { isParish } from './council-kind.ts'
import { riskReferences } from './council-risks.ts'
import { choice, group, int, list, money, pct, ref, text, unwrap, yesNo } from './fields.ts'
import { startsWithList } from './list-item.ts'
import { type Readings, suggestedReadings } from './readings.ts'
import { partner } from './schema/partners.ts'
import { ratings } from './schema/risk.ts'
import type { Intake } from './schema.ts'

/** What templates find under `derived` at the top. */
export const derivedFields = unwrap(
  group('Derived', {
    host: partner,
    others: list('The other partners', partner),
    public_authorities: list('Partners under freedom of information', partner),
    total_seats: int('Seats on the Board', {}),
    voting_seats: int('Voting seats on the Board', {}),
    contributions_total: money('Total of the contributions'),
    contributions_council_own: money('The Council’s own money', {
      help: 'What the Council contributes in cash over all years, without grant that passes through it.',
    }),
    contributions_by_partner: list(
      'Contributions by partner',
      group('Contribution of a partner', {
        partner: ref('Partner', 'partners'),
        amount: money('Amount'),
        share: pct('Share'),
      }),
    ),
    contributions_by_year: list(
      'Contributions by year',
      group('Contributions of a year', { year: text('Year'), amount: money('Amount') }),
    ),
    limitation_years: int('Years in which a claim may be brought', {}),
    band_of_four: choice('Band of a score of 4', ratings, {
      help: 'There only where a risk scores 4 (Z1).',
    }),
    boundary_level: choice('Level of a chance on a boundary', {
      upper: 'the higher of the two',
      lower: 'the lower of the two',
    }),
    rated_by: choice('Score that gives the band', {
      residual: 'the score with the controls in place',
      target: 'the target score',
    }),
    background_starts_with_list: yesNo('A list opens the background', {
      help: 'Nothing stands beside the letter of the recital then, so the wording leads in.',
    }),
    external_audit: yesNo('Access for external auditors'),
    host_partner_is_council: yesNo('The host of the section 75 arrangements is a council', {
      ask: 'Which partner hosts the arrangement?',
    }),
  }),
)

/** What templates find under `derived` inside a partner. */
export const partnerDerivedFields = unwrap(
  group('Derived, of a partner', {
    seats: int('Seats on the Board', {}),
    signs_alone: yesNo('One signatory', {
      help: 'Whether the intake names one person to sign, and no more. Absent while it names nobody.',
    }),
    also_council: yesNo('Called the Council besides its short name', {}),
    is_parish: yesNo('Parish council', { ask: 'Is it a parish or town council?' }),
  }),
)

/** What templates find under `derived` inside a risk. */
export const riskDerivedFields = unwrap(
  group('Derived, of a risk', {
    reference: text('Reference'),
    score: int('Score', { min: 1, max: 16 }),
    band: choice('Band', ratings),
    target_band: choice('Target band', ratings),
  }),
)

/** The answers of `derivedFields` except the views, which are given as positions in `partners`. */
type Top = Omit<z.infer<typeof derivedFields>, 'host' | 'others' | 'public_authorities'>

export interface DerivedAnswers {
  readonly top: Top
  /** By position in `partners`. */
  readonly partners: readonly z.infer<typeof partnerDerivedFields>[]
  /** By position in `risks`. */
  readonly risks: readonly z.infer<typeof riskDerivedFields>[]
  /** Positions in `partners`, counted from 0. */
  readonly views: {
    readonly host: number | undefined
    readonly others: readonly number[]
    readonly public_authorities: readonly number[]
  }
}

export type Band = keyof typeof ratings

const bandOfScores: Readonly<Record<number, Band>> = {
  1: 'low',
  2: 'low',
  3: 'low',
  6: 'medium',
  8: 'high',
  9: 'high',
  12: 'high',
  16: 'high',
}

/** The band of a risk score; undefined for a score that impact times likelihood cannot give. */
export const bandOfScore = (
  score: number | undefined,
  bandOfFour: 'medium' | 'low' = 'medium',
): Band | undefined => (score === 4 ? bandOfFour : score === undefined ? undefined : bandOfScores[score])

/** Works out every derived answer. One whose inputs are missing is absent. */
export function deriveAnswers(intake: Intake, readings: Readings = suggestedReadings): DerivedAnswers {
  const partners = intake.partners ?? []
  const seats = intake.board?.seats
  const positions = partners.map((_, index) => index)
  const references = riskReferences(intake.risks ?? [])
  const host = partners.findIndex(item => item.is_host_council)
  return {
    top: clean({
      total_seats: total(seats?.map(seat => seat.number)),
      voting_seats: total(seats?.map(seat => (seat.voting === false ? 0 : seat.voting && seat.number))),
      ...deriveContributions(intake, partners[host]?.id),
      limitation_years: limitationYears(deed(intake)),
      band_of_four: hasScoreOfFour(intake, readings) ? readings.Z1 : undefined,
      boundary_level: readings.Z17,
      rated_by: readings.Z19,
      background_starts_with_list: startsWithList(intake.background ?? ''),
      external_audit: readings.Z11 === 'internal_and_external',
      host_partner_is_council: isHostedByCouncil(intake),
    }),
    partners: partners.map(partner => {
      const { id, execution, is_host_council, short_name } = partner
      return clean({
        seats: total(seats?.map(seat => seatsFor(id, seat))),
        signs_alone: execution?.signatories && execution.signatories.length === 1,
        is_parish: isParish(partner),
        also_council: is_host_council && !/^(?:the )?council$/i.test(short_name?.trim() ?? ''),
      })
    }),
    risks: (intake.risks ?? []).map((risk, index) => {
      const score = risk.impact && risk.likelihood ? risk.impact * risk.likelihood : undefined
      return clean({
        reference: references[index],
        score,
        band: bandOfScore(readings.Z19 === 'target' ? risk.target : score, readings.Z1),
        target_band: bandOfScore(risk.target, readings.Z1),
      })
    }),
    views: {
      host: host < 0 ? undefined : host,
      others: host < 0 ? [] : positions.filter(index => index !== host),
      public_authorities: positions.filter(index => partners[index]?.foi_body === true),
    },
  }
}

/** Whether the band of any risk that partners see turns on how a score of 4 is read. */
const hasScoreOfFour = ({ risks = [] }: Intake, readings: Readings): boolean =>
  risks.some(({ impact, likelihood, target, council_only }) =>
    council_only
      ? false
      : readings.Z19 === 'target'
        ? target === 4
        : impact && likelihood && impact * likelihood === 4,
  )

type Seat = NonNullable<NonNullable<Intake['board']>['seats']>[number]

const seatsFor = (id: string | undefined, seat: Seat): number | undefined =>
  seat.partner === undefined || id === undefined ? undefined : seat.partner === id ? seat.number : 0

/** Undefined while the host of the section 75 arrangements or its legal form is missing. */
function isHostedByCouncil({ s75, partners = [] }: Intake): boolean | undefined {
  const form = partners.find(({ id }) => id !== undefined && id === s75?.host_partner)?.legal_form
  return form && ['council', 'combined_or_strategic_authority'].includes(form)
}

const limitationYears = (isDeed: boolean | undefined): number | undefined =>
  isDeed === undefined ? undefined : isDeed ? 12 : 6

function deriveContributions(intake: Intake, host: string | undefined): Partial<Top> {
  const rows = intake.contributions
  if (!rows) return {}
  const sum = total(rows.map(row => row.amount))
  const byPartner = sumBy(rows, row => row.partner)
  const shares =
    sum === undefined
      ? undefined
      : shareOut(
          byPartner.map(([, amount]) => amount ?? 0),
          sum,
        )
  return {
    contributions_total: sum,
    contributions_council_own: total(rows.map(row => ownCash(row, host))),
    contributions_by_partner: byPartner.map(([id, amount], index) =>
      clean({ partner: id, amount, share: shares?.[index] }),
    ),
    contributions_by_year: sumBy(rows, row => row.year).map(([year, amount]) => clean({ year, amount })),
  }
}

/** What a row adds to a partner's own money; undefined while it does not say whose it is or of which kind. */
const ownCash = ({ kind, partner, amount }: Contribution, of: string | undefined): number | undefined =>
  kind === undefined || partner === undefined ? undefined : kind === 'cash' && partner === of ? amount : 0

type Contribution = NonNullable<Intake['contributions']>[number]

/** Sums of the amounts by key, in the order in which the keys first stand; undefined where an amount is missing. */
function sumBy(
  rows: readonly Contribution[],
  keyOf: (row: Contribution) => string | undefined,
): [key: string, sum: number | undefined][] {
  const groups = new Map<string, (number | undefined)[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), row.amount])
  }
  return [...groups].map(([key, amounts]) => [key, total(amounts)])
}

/** The sum, or undefined when the list or any number in it is missing. */
function total(numbers: readonly (number | undefined)[] | undefined): number | undefined {
  if (!numbers || numbers.includes(undefined)) return undefined
  return numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0)
}

/** Percentages to two decimals that add up to what the amounts add up to: the largest remainders are rounded up. */
function shareOut(amounts: readonly number[], whole: number): number[] | undefined {
  if (whole <= 0) return undefined
  const exact = amounts.map(amount => (amount * 10_000) / whole)
  const shares = exact.map(Math.floor)
  const spare = Math.round(exact.reduce((a, b) => a + b, 0)) - shares.reduce((a, b) => a + b, 0)
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder.slice(0, spare)) shares[index] = (shares[index] ?? 0) + 1
  return shares.map(share => share / 100)
}

/** The same answers without those that are undefined, so that "absent" has one form. */
const clean = <T extends object>(answers: T): T =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)) as T
