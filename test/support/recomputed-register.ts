/**
 * The figures of a register worked out a second time, from the YAML text alone and with nothing of the program, so that
 * the two can be compared. Sums are in whole pence.
 */
import { parse } from 'yaml'
import { penceOf } from './portfolio/money-answers.ts'

// biome-ignore lint/suspicious/noExplicitAny: the file as YAML gives it.
type Loose = any

const parsed = new Map<string, Loose>()

/** What an intake's text says by a YAML parser that is not the program's own, parsed once. */
export function parseOnce(text: string): Loose {
  const known = parsed.get(text) ?? parse(text)
  parsed.set(text, known)
  return known
}

export interface Figures {
  readonly partnerships: readonly string[]
  /** `2026-10-15 Partnership NBC-P-0002`, sorted. */
  readonly reviews: readonly string[]
  readonly overduePartnerships: readonly string[]
  readonly approvals: readonly string[]
  readonly highRisks: readonly string[]
  /** Grant and cash flow for each reference. */
  readonly exposure: Readonly<Record<string, readonly [grant: number, cashFlow: number]>>
  readonly untrained: readonly string[]
  readonly flows: number
  /** Council, grant, others, partnerships by year. */
  readonly commitments: Readonly<Record<string, readonly [number, number, number, number]>>
  readonly duplicates: readonly string[]
  readonly dependent: readonly string[]
}

/** Works the figures out, as at a day. */
export function recompute(texts: readonly string[], asAt: string): Figures {
  const all: Loose[] = texts.map(parseOnce)
  const running = all.filter(a => !(a.term.kind === 'fixed' && a.term.end < asAt))
  const partnershipReviews = running.map(a => [dueOf(a), 'Partnership', a.reference])
  const list = (items: readonly string[]) => [...items].sort()
  return {
    partnerships: list(all.map(a => a.reference)),
    reviews: list(
      [
        ...partnershipReviews,
        ...running.flatMap(a =>
          a.info.review_date ? [[a.info.review_date, 'Information protocol', a.reference]] : [],
        ),
        ...running.flatMap(a => a.risks.map((r: Loose) => [r.review, `Risk: ${r.event}`, a.reference])),
      ].map(parts => parts.join(' ')),
    ),
    overduePartnerships: list(partnershipReviews.filter(([due]) => due < asAt).map(([, , ref]) => ref)),
    approvals: list(all.flatMap(outstandingOf)),
    highRisks: list(
      all.flatMap(a =>
        a.risks
          .filter((r: Loose) => [8, 9, 12, 16].includes(r.impact * r.likelihood))
          .map((r: Loose) => `${a.reference} ${r.event}`),
      ),
    ),
    exposure: Object.fromEntries(
      all
        .filter(a => a.accountable_body?.partner === 'council')
        .map(a => [a.reference, [penceOf(a.grant.amount), penceOf(a.accountable_body.cashflow_limit)]]),
    ),
    untrained: list(
      all.flatMap(a =>
        (a.members ?? [])
          .filter((m: Loose) => m.training_date === undefined)
          .map((m: Loose) => `${m.name} ${a.reference}`),
      ),
    ),
    flows: all.reduce((sum, a) => sum + (Array.isArray(a.info.flows) ? a.info.flows.length : 0), 0),
    commitments: commitmentsOf(all),
    duplicates: duplicatesOf(all),
    dependent: list(
      all.flatMap(a =>
        a.partners
          .filter((p: Loose) => p.depends_on_partnership)
          .map((p: Loose) => `${p.legal_name} ${a.reference}`),
      ),
    ),
  }
}

export function dueOf({ review }: Loose): string {
  if (!review.last_held) return review.first_date
  const [year, month, day] = review.last_held.split('-').map(Number)
  const months = month - 1 + review.frequency_months
  const last = new Date(Date.UTC(year, months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, months, Math.min(day, last))).toISOString().slice(0, 10)
}

export function outstandingOf(a: Loose): string[] {
  const names: [string, Loose][] = [
    ['In principle', a.approvals.in_principle],
    ['Legal', a.approvals.legal],
    ['Finance', a.approvals.finance],
    ['Director', a.approvals.director],
  ]
  const given = a.approvals.partners.map((p: Loose) => p.partner)
  return [
    ...names.filter(([, approval]) => !approval?.date).map(([name]) => name),
    ...a.partners.filter((p: Loose) => !given.includes(p.id)).map((p: Loose) => `Partner: ${p.short_name}`),
  ].map(name => `${a.reference} ${name}`)
}

function commitmentsOf(all: readonly Loose[]): Figures['commitments'] {
  const years: Record<string, [number, number, number, number]> = {}
  for (const a of all) {
    const named = new Set<string>()
    for (const c of a.contributions ?? []) {
      years[c.year] ??= [0, 0, 0, 0]
      const column = c.partner !== 'council' ? 2 : c.kind === 'grant' ? 1 : 0
      years[c.year]![column] += penceOf(c.amount)
      named.add(c.year)
    }
    for (const year of named) years[year]![3]++
  }
  return years
}

/** Pairs with the very same partners and the very same aims. The register must find at least these. */
function duplicatesOf(all: readonly Loose[]): string[] {
  const keyOf = (a: Loose) =>
    JSON.stringify([
      a.partners.map((p: Loose) => p.legal_name).sort(),
      a.vision,
      a.objectives.map((o: Loose) => o.text).sort(),
    ])
  const groups = groupBy(all, keyOf)
  return [...groups.values()]
    .flatMap(group =>
      group.flatMap((one, i) => group.slice(i + 1).map(other => pairOf(one.reference, other.reference))),
    )
    .sort()
}

export const pairOf = (one: string, other: string): string => [one, other].sort().join(' and ')

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
