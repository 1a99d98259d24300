/** How documents print an answer: money £1,234.50, dates 22 November 2026, percentages 12.5%, choices by their label. */
import { figures } from '../figures.ts'
import type { Field } from './fields.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `2026-11-22` to `22 November 2026`. */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.split('-')
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`
}

/** Whole pence to `£1,234.50`; the pence are left out when there are none. */
export function formatMoney(pence: number): string {
  const pounds = `£${figures(Math.floor(pence / 100))}`
  return pence % 100 === 0 ? pounds : `${pounds}.${String(pence % 100).padStart(2, '0')}`
}

/** Prints a validated value of a field. `nameOf` gives the short name behind a reference. */
export function formatAnswer(
  field: Field,
  value: unknown,
  nameOf: (target: string, id: string) => string | undefined,
): string {
  switch (field.kind) {
    case 'money':
      return formatMoney(value as number)
    case 'pct':
      return `${value}%`
    case 'int':
      return (value as number) < 10_000 ? String(value) : figures(value as number)
    case 'date':
      return formatDate(value as string)
    case 'yesNo':
      return value ? 'yes' : 'no'
    case 'choice':
      return field.choices?.[value as string] ?? String(value)
    case 'ref':
      return nameOf(field.target!, value as string) ?? String(value)
    default:
      return String(value)
  }
}
