/** Rules on each contribution: approved in time, for a year of the term, and there once. */
import type { Key } from '../answers.ts'
import { formatDate, formatMoney } from '../format.ts'
import { monthsLater } from './months-later.ts'
import { partnerName, partnerOf } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

interface Year {
  /** The same for every way to write the year. */
  readonly key: string
  readonly from: string
  readonly to: string
}

/** The days of a year as typed: `2026/27` and `2026-2027` are financial years, `2026` may be either kind. */
export function readYear(typed: string): Year | undefined {
  const [, first, second] = /^\s*(?:FY\s*)?(\d{4})(?:\s*[/–-]\s*(\d{4}|\d{2}))?\s*$/i.exec(typed) ?? []
  if (!first) return undefined
  const start = Number(first)
  if (!second) return { key: first, from: `${first}-01-01`, to: `${start + 1}-03-31` }
  const end = second.length === 2 ? Number(first.slice(0, 2) + second) : Number(second)
  return end > start ? { key: `${start}/${end}`, from: `${first}-04-01`, to: `${end}-03-31` } : undefined
}

const at = (index: number, key: string): readonly Key[] => ['contributions', index, key]

function* yearFaults({ intake }: RuleContext): Generator<Fault> {
  const { start, end, kind, extension_months: extension = 0 } = intake.term ?? {}
  for (const [index, { year, partner }] of (intake.contributions ?? []).entries()) {
    const days = year === undefined ? undefined : readYear(year)
    if (!days) continue
    const whose = `The contribution of ${partnerName(intake, partner)} for ${year}`
    if (start && days.to < start)
      yield {
        at: at(index, 'year'),
        message: `${whose} is for a year that ends before the partnership starts on ${formatDate(start)}`,
        related: [{ at: ['term', 'start'], message: 'The start stands here' }],
      }
    if (end && kind !== 'rolling' && days.from > end) {
      const isInExtension = days.from <= monthsLater(end, extension)
      yield {
        at: at(index, 'year'),
        message: `${whose} is for a year that starts after the partnership ends on ${formatDate(end)}${isInExtension ? ', though an extension might reach it' : ''}`,
        ...(isInExtension ? { severity: 'note' as const } : {}),
        related: [{ at: ['term', 'end'], message: 'The end stands here' }],
      }
    }
  }
}

function* doubleFaults({ intake }: RuleContext): Generator<Fault> {
  const lines = new Map<string, number>()
  const years = new Map<string, number>()
  const rows = intake.contributions ?? []
  for (const [index, { partner, year, kind, amount }] of rows.entries()) {
    if (year === undefined) continue
    const key = readYear(year)?.key ?? year
    const firstOfYear = years.get(key)
    if (firstOfYear === undefined) years.set(key, index)
    else if (rows[firstOfYear]!.year !== year)
      yield {
        at: at(index, 'year'),
        message: `One year is written as '${rows[firstOfYear]!.year}' and as '${year}', so the table by year would show it twice`,
        related: [{ at: at(firstOfYear, 'year'), message: 'It is first written here' }],
      }
    if (partner === undefined || kind === undefined || amount === undefined) continue
    const line = [partner, key, kind, amount].join(' ')
    const first = lines.get(line)
    if (first === undefined) lines.set(line, index)
    else
      yield {
        at: at(index, 'amount'),
        message: `${partnerName(intake, partner)} gives ${formatMoney(amount)} of ${kind} in ${year} twice`,
        related: [{ at: at(first, 'amount'), message: 'It stands here first' }],
      }
  }
}

const base = { severity: 'warning', owner: 'finance', stage: 'draft', requirements: ['R071'] } as const

export const contributionRules: readonly Rule[] = [
  {
    ...base,
    code: 'FIN-11',
    stage: 'sign_off',
    source: 'Code 9.1; 9.9',
    requirements: ['R057', 'R071', 'R161'],
    *find({ intake }) {
      const start = intake.term?.start
      for (const [index, { partner, amount, year, approved, date }] of (
        intake.contributions ?? []
      ).entries()) {
        const owner = partnerOf(intake, partner)?.is_host_council === false ? 'partner' : 'finance'
        const what = amount === undefined ? 'its contribution' : formatMoney(amount)
        const whose = `${what}${year ? ` for ${year}` : ''}`
        if (approved === false)
          yield {
            at: at(index, 'approved'),
            owner,
            message: `${partnerName(intake, partner)} has not approved ${whose}`,
          }
        else if (approved && date && start && date > start)
          yield {
            at: at(index, 'date'),
            owner,
            message: `${partnerName(intake, partner)} approved ${whose} on ${formatDate(date)}, after the start on ${formatDate(start)}`,
            related: [{ at: ['term', 'start'], message: 'The start stands here' }],
          }
      }
    },
  },
  { ...base, code: 'FIN-12', source: 'Code 9.9', find: yearFaults },
  { ...base, code: 'FIN-13', source: 'Code 9.9', find: doubleFaults },
]
