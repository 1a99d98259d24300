/** An ISO date and a number of months in, the date that many months later out. */

/** The same day of a later month, or that month's last day where it has no such day. */
export function monthsLater(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  const date = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate())))
  return date.toISOString().slice(0, 10)
}
