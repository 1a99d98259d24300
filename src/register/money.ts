/** What the council and others commit, year by year, in whole pence. */
import { type Entry, isHost } from './entry.ts'

/** `2026-27` however the year was typed: 2026/27, 2026-2027, 2026 – 27. As typed where it is no such year. */
export function financialYear(typed: string): string {
  const found = /^\s*(\d{4})\s*[-/–]\s*(?:\d{2})?(\d{2})\s*$/.exec(typed)
  return found ? `${found[1]}-${found[2]}` : typed.trim()
}

/** The council's own money over all years: what it pays in cash, not the grant that passes through it. */
export const councilCash = (entry: Entry): number =>
  (entry.intake.contributions ?? [])
    .filter(c => c.kind !== 'grant' && isHost(entry, c.partner))
    .reduce((sum, c) => sum + (c.amount ?? 0), 0)
