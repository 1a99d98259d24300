/**
 * Every figure and date that a register prints, worked out a second time from the YAML text alone and with nothing of the
 * program: for each column of each sheet, and for the fields of each partnership in Word. Sums are in whole pence.
 */
import { penceOf } from './portfolio/money-answers.ts'
import { dueOf, outstandingOf, parseOnce } from './recomputed-register.ts'

// biome-ignore lint/suspicious/noExplicitAny: the file as YAML gives it.
type Loose = any
type Value = string | number | null

const HIGH = [8, 9, 12, 16]
const scoreOf = (risk: Loose): number => risk.impact * risk.likelihood
const highOf = (a: Loose): Loose[] => a.risks.filter((r: Loose) => HIGH.includes(scoreOf(r)))
const endOf = (a: Loose): string | null => (a.term.kind === 'rolling' ? null : (a.term.end ?? null))
const councilOf = (a: Loose, kinds: (kind: string) => boolean = kind => kind !== 'grant'): number =>
  (a.contributions ?? [])
    .filter((c: Loose) => c.partner === 'council' && kinds(c.kind))
    .reduce((sum: number, c: Loose) => sum + penceOf(c.amount), 0)
const penceOrNull = (typed: Loose): number | null => (typed === undefined ? null : penceOf(typed))
const isHeld = (a: Loose): boolean => a.accountable_body?.partner === 'council'
const flowsOf = (a: Loose): Loose[] => (Array.isArray(a.info.flows) ? a.info.flows : [])
const representativesOf = (a: Loose): Loose[] => [
  ...(a.members ?? []).filter((m: Loose) => m.partner === undefined || m.partner === 'council'),
  ...(a.board?.seats ?? []).filter((s: Loose) => s.holder_kind === 'officer' && s.partner === 'council'),
]
const isRunning = (a: Loose, asAt: string): boolean => !(a.term.kind === 'fixed' && a.term.end < asAt)
/** One for each review due: when, and when it was last held. */
const reviewsOf = (a: Loose, asAt: string): (readonly [string, string | null])[] =>
  isRunning(a, asAt)
    ? [
        [dueOf(a), a.review.last_held ?? null] as const,
        ...(a.info.review_date ? [[a.info.review_date, null] as const] : []),
        ...a.risks.map((r: Loose) => [r.review, null] as const),
      ]
    : []

/** For each column, what one partnership prints in it. */
const ofOne: Readonly<Record<string, (a: Loose, asAt: string) => readonly Value[]>> = {
  'partnerships.signed': a => [a.agreement_date ?? null],
  'partnerships.start': a => [a.term.start],
  'partnerships.end': a => [endOf(a)],
  'partnerships.next_review': (a, asAt) => [isRunning(a, asAt) ? dueOf(a) : null],
  'partnerships.council_money': a => [a.finance.has_finance ? councilOf(a) : null],
  'partnerships.grant': a => [penceOrNull(a.grant?.amount)],
  'partnerships.high_risks': a => [highOf(a).length],
  'partnerships.approvals_outstanding': a => [outstandingOf(a).length],
  'reviews.due': (a, asAt) => reviewsOf(a, asAt).map(([due]) => due),
  'reviews.last_held': (a, asAt) => reviewsOf(a, asAt).map(([, held]) => held),
  'approvals.start': a => outstandingOf(a).map(() => a.term.start),
  'high-risks.score': a => highOf(a).map(scoreOf),
  'high-risks.review': a => highOf(a).map(r => r.review),
  'high-risks.referred_on': a => highOf(a).map(r => r.escalated_on ?? null),
  'accountable-body.grant': a => (isHeld(a) ? [penceOrNull(a.grant.amount)] : []),
  'accountable-body.other_grants': a =>
    isHeld(a)
      ? [
          Array.isArray(a.grant.other_grants)
            ? a.grant.other_grants.reduce((sum: number, g: Loose) => sum + penceOf(g.amount), 0)
            : null,
        ]
      : [],
  'accountable-body.grant_end': a => (isHeld(a) ? [a.grant.end ?? null] : []),
  'accountable-body.cash_flow': a => (isHeld(a) ? [penceOrNull(a.accountable_body.cashflow_limit)] : []),
  'accountable-body.council_share': a =>
    isHeld(a)
      ? [
          Array.isArray(a.grant.clawback_shares)
            ? (a.grant.clawback_shares.find((s: Loose) => s.partner === 'council')?.share ?? null)
            : null,
        ]
      : [],
  'accountable-body.records_until': a => (isHeld(a) ? [a.grant.retention_years ?? null] : []),
  'representatives.training_date': a => representativesOf(a).map(r => r.training_date ?? null),
  'representatives.briefed_on': a =>
    representativesOf(a).map(() => a.representation.conflict_briefing_date ?? null),
  'information.assessed': a => flowsOf(a).map(() => a.info.dpia?.date ?? null),
  'information.protocol_review': a => flowsOf(a).map(() => a.info.review_date ?? null),
  'dependent-partners.end': a =>
    a.partners.filter((p: Loose) => p.depends_on_partnership).map(() => endOf(a)),
}

/** For each column of a sheet whose rows are no partnership's own, what stands in it. */
const ofAll: Readonly<Record<string, (all: readonly Loose[]) => readonly Value[]>> = {
  ...Object.fromEntries(
    (
      [
        ['council', (c: Loose) => c.partner === 'council' && c.kind !== 'grant'],
        ['not_approved', (c: Loose) => c.partner === 'council' && c.kind !== 'grant' && c.approved !== true],
        ['grant', (c: Loose) => c.partner === 'council' && c.kind === 'grant'],
        ['others', (c: Loose) => c.partner !== 'council'],
      ] as const
    ).map(([column, counts]) => [
      `commitments.${column}`,
      (all: readonly Loose[]) =>
        yearsOf(all).map(year =>
          contributionsOf(all)
            .filter(c => c.year === year && counts(c))
            .reduce((sum, c) => sum + penceOf(c.amount), 0),
        ),
    ]),
  ),
  'commitments.partnerships': all =>
    yearsOf(all).map(
      year => all.filter(a => (a.contributions ?? []).some((c: Loose) => c.year === year)).length,
    ),
  'dependent-partners.in_all': all =>
    all.flatMap(a =>
      a.partners
        .filter((p: Loose) => p.depends_on_partnership)
        .map(
          (p: Loose) =>
            all.filter(other => other.partners.some((q: Loose) => q.legal_name === p.legal_name)).length,
        ),
    ),
}

const contributionsOf = (all: readonly Loose[]): Loose[] => all.flatMap(a => a.contributions ?? [])
const yearsOf = (all: readonly Loose[]): string[] =>
  [...new Set(contributionsOf(all).map(c => c.year))].sort()

/** A list in one order, whichever order it was printed in. */
export const sorted = (values: readonly (string | number | null)[]): readonly string[] =>
  values.map(value => String(value ?? '')).sort()

/** What stands in each column, sorted: `high-risks.score`. */
export function recomputeColumns(texts: readonly string[], asAt: string): Record<string, readonly string[]> {
  const all: Loose[] = texts.map(parseOnce)
  const one = Object.entries(ofOne).map(([column, of]) => [column, sorted(all.flatMap(a => of(a, asAt)))])
  const whole = Object.entries(ofAll).map(([column, of]) => [column, sorted(of(all))])
  return Object.fromEntries([...one, ...whole])
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)
const day = (iso: string): string => {
  const [year, month, date] = iso.split('-').map(Number)
  return `${date} ${months[month! - 1]} ${year}`
}
/** `£1,234.50`, or `£1,234` where there are no pence. */
const money = (pence: number): string => {
  const pounds = String(Math.trunc(pence / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `£${pounds}${pence % 100 === 0 ? '' : `.${String(pence % 100).padStart(2, '0')}`}`
}
const bandOf = (score: number): string => (HIGH.includes(score) ? 'high' : score === 6 ? 'medium' : 'low')

/** The figures and dates that the Word register must print of one partnership, by the field in which they stand. */
export function recomputeFields(
  text: string,
  asAt: string,
  bandOfFour: string,
): Record<string, readonly string[]> {
  const a: Loose = parseOnce(text)
  const bands = a.risks.map((r: Loose) => (scoreOf(r) === 4 ? bandOfFour : bandOf(scoreOf(r))))
  const count = (band: string) => `${bands.filter((b: string) => b === band).length} ${band}`
  const outstanding = outstandingOf(a)
  return {
    'How long it lasts': [day(a.term.start), ...(endOf(a) ? [day(endOf(a)!)] : [])],
    'How it decides': [`quorum of ${a.decisions.quorum}`],
    Meetings: [`${a.board.meetings_per_year} a year`],
    'What the Council gives': a.finance.has_finance ? [money(councilOf(a))] : ['No money'],
    Grant: a.grant ? [money(penceOf(a.grant.amount)), day(a.grant.end)] : ['None'],
    'Insurance and indemnity': a.insurance.map((i: Loose) => money(penceOf(i.limit))),
    Risk: ['high', 'medium', 'low'].map(count),
    'Risk log': a.risks.map((r: Loose, at: number) => `(${scoreOf(r)}, ${bands[at]}`),
    'Advice taken': a.consultation.flatMap((c: Loose) => (c.date ? [day(c.date)] : [])),
    'Approvals given': ['in_principle', 'legal', 'finance', 'director'].flatMap(name =>
      a.approvals[name]?.date ? [day(a.approvals[name].date)] : [],
    ),
    'Approvals outstanding':
      outstanding.length === 0 ? ['None'] : outstanding.map(one => `${one.replace(/^\S+ /, '')}:`),
    'Next review': isRunning(a, asAt) ? [day(dueOf(a))] : [],
  }
}
