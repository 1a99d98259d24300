/** The sheet of commitments by financial year: the council's own money, grant that it holds, and what others pay. */
import { type Entry, isHost } from '../entry.ts'
import { financialYear } from '../money.ts'
import { columnsOf, type Sheet } from '../sheet.ts'

interface Year {
  council: number
  notApproved: number
  grant: number
  others: number
  readonly partnerships: Set<Entry>
}

export function commitmentsSheet(entries: readonly Entry[]): Sheet {
  const years = new Map<string, Year>()
  const yearFor = (typed: string | undefined): Year => {
    const name = typed === undefined ? 'Year not given' : financialYear(typed)
    const year = years.get(name) ?? {
      council: 0,
      notApproved: 0,
      grant: 0,
      others: 0,
      partnerships: new Set(),
    }
    years.set(name, year)
    return year
  }
  for (const entry of entries)
    for (const { partner, year: typed, amount = 0, kind, approved } of entry.intake.contributions ?? []) {
      const year = yearFor(typed)
      year.partnerships.add(entry)
      if (!isHost(entry, partner)) year.others += amount
      else if (kind === 'grant') year.grant += amount
      else {
        year.council += amount
        if (approved !== true) year.notApproved += amount
      }
    }
  return {
    id: 'commitments',
    columns: columnsOf({
      year: ['Financial year', 'text'],
      council: ['Council’s own money', 'money'],
      not_approved: ['Of that, not approved', 'money'],
      grant: ['Grant held by the Council', 'money'],
      others: ['Other partners', 'money'],
      partnerships: ['Partnerships', 'number'],
    }),
    rows: [...years]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, y]) => [name, y.council, y.notApproved, y.grant, y.others, y.partnerships.size]),
  }
}
