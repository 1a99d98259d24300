/** The sheet of commitments by financial year: the council's own money, grant that it holds, and what others pay. */
import { type Entry, isHost } from '../entry.ts'
import { financialYear } from '../money.ts'
import { columnsOf, inConflict, type Sheet, type SheetCell } from '../sheet.ts'

interface Year {
  council: number
  notApproved: number
  grant: number
  others: number
  /** The columns to which a sum belongs that another answer gives otherwise. */
  readonly doubted: Set<'council' | 'notApproved' | 'grant' | 'others'>
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
      doubted: new Set(),
      partnerships: new Set(),
    }
    years.set(name, year)
    return year
  }
  for (const entry of entries)
    for (const [index, item] of (entry.intake.contributions ?? []).entries()) {
      const { partner, year: typed, amount = 0, kind, approved } = item
      const year = yearFor(typed)
      year.partnerships.add(entry)
      const isDoubted = entry.isInConflict(
        `contributions[${index + 1}].amount`,
        `contributions[${index + 1}].partner`,
      )
      const add = (column: 'council' | 'notApproved' | 'grant' | 'others') => {
        year[column] += amount
        if (isDoubted) year.doubted.add(column)
      }
      if (!isHost(entry, partner)) add('others')
      else if (kind === 'grant') add('grant')
      else {
        add('council')
        if (approved !== true) add('notApproved')
      }
    }
  const sum = (year: Year, column: 'council' | 'notApproved' | 'grant' | 'others'): SheetCell =>
    year.doubted.has(column) ? inConflict : year[column]
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
      .map(([name, y]) => [
        name,
        sum(y, 'council'),
        sum(y, 'notApproved'),
        sum(y, 'grant'),
        sum(y, 'others'),
        y.partnerships.size,
      ]),
  }
}
