/** What changed in, the approvals, consultations and partner agreements to seek again out, each with why. */
import { formatDate } from '../intake/format.ts'
import type { Intake } from '../intake/schema.ts'
import type { TextChange } from './changes.ts'

export interface Repeat {
  readonly what: string
  readonly who: string
  readonly given: string
  readonly why: string
}

/** Provisions that say who pays what, and bear on what Finance approved. */
const MONEY =
  /^(?:finance|contributions|budget|grant|accountable-body|overspend|schedule-finance|schedule-accountable|schedule-section-75|holding|vat|audit)/
const MONEY_ANSWER =
  /^(?:finance|contributions|budget|grant|accountable_body|overspend|underspend|s75|recharge)/

const list = (names: readonly string[]): string => {
  const some = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names
  return some.length < 2 ? (some[0] ?? '') : `${some.slice(0, -1).join(', ')} and ${some.at(-1)}`
}

/**
 * An approval covers the text that was put to whoever gave it, so one given before text changed has lapsed for it. One
 * dated on or after the day of the latest amendment has been given again.
 */
export function repeatsFor(
  intake: Intake,
  changes: readonly TextChange[],
  nameOf: (id: string) => string | undefined,
): readonly Repeat[] {
  if (changes.length === 0) return []
  const latest = intake.amendments?.at(-1)
  const since = latest?.asked_on ?? latest?.date
  const isOld = (date: string | undefined): date is string =>
    date !== undefined && (since === undefined || date < since)
  const where = (some: readonly TextChange[]): string =>
    list([...new Set(some.map(({ address }) => placeOf(address)))])
  const money = changes.filter(
    ({ top, causes }) => MONEY.test(top) || causes.some(({ pattern }) => MONEY_ANSWER.test(pattern)),
  )
  const { approvals } = intake
  const given = (by: { readonly date?: string | undefined; readonly ref?: string | undefined }): string =>
    [by.date ? formatDate(by.date) : '', by.ref ?? ''].filter(Boolean).join(', ')
  const whole = `It was given to a text that has changed since: ${where(changes)}.`
  const out: Repeat[] = []
  const add = (
    what: string,
    who: string | undefined,
    by: { readonly date?: string | undefined; readonly ref?: string | undefined } | undefined,
    why: string,
  ): void => {
    if (by && isOld(by.date)) out.push({ what, who: who ?? '', given: given(by), why })
  }
  add('Approval of Legal', approvals?.legal?.name, approvals?.legal, whole)
  if (money.length > 0)
    add(
      'Approval of Finance',
      approvals?.finance?.name,
      approvals?.finance,
      `Money has changed: ${where(money)}.`,
    )
  // An approval that names its text goes with that text, whatever changed in it.
  else if (approvals?.finance?.content_hash !== undefined)
    add('Approval of Finance', approvals.finance.name, approvals.finance, whole)
  add('Approval of the director', approvals?.director?.name, approvals?.director, whole)
  add('Approval of the portfolio holder', approvals?.member?.name, approvals?.member, whole)
  if (
    approvals?.executive?.needed &&
    (money.length > 0 || changes.some(({ top }) => top.startsWith('parties')))
  )
    add(
      'Decision of the Executive',
      undefined,
      approvals.executive,
      `What it decided on has changed: ${where(money.length > 0 ? money : changes)}.`,
    )
  if (money.length > 0 && approvals?.accountable_body?.finance)
    add(
      'Finance’s approval of the accountable body',
      approvals.accountable_body.finance.name,
      approvals.accountable_body.finance,
      `Money has changed: ${where(money)}.`,
    )
  for (const { partner, body, date, ref } of approvals?.partners ?? []) {
    const name = intake.partners?.find(({ id }) => id === partner)
    add(`Agreement of ${name?.short_name ?? name?.legal_name ?? partner}`, body, { date, ref }, whole)
  }
  for (const { row, name, position, date, shown_in_clause: clause } of intake.consultation ?? []) {
    const touched = changes.filter(({ top }) => top === clause)
    if (clause !== undefined && touched.length > 0)
      add(
        `Advice (${(row ?? 'other').replaceAll('_', ' ')})`,
        [name, position].filter(Boolean).join(', '),
        { date },
        `${nameOf(clause) ?? clause}, where the advice shows, has changed.`,
      )
  }
  return out
}

/** `clause 27.2, table “Costs”, row 3` as the clause it stands in. */
const placeOf = (address: string): string =>
  address.replace(/^the (?:heading|definition) of (?:“[^”]*” in )?/, '').replace(/, .*$/, '')
