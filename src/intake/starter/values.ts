/** A typed answer and its field in; the answer as an officer would type it in the file out. */
import type { Field } from '../fields.ts'
import { writeYamlScalar } from '../yaml-scalar.ts'

/** The answer on one line, or nothing where there is none. */
export function writeAnswer(field: Field, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return field.kind === 'money' ? writePounds(value) : String(value)
  if (field.kind === 'date' || field.kind === 'choice') return String(value)
  const text = String(value)
  return text.trim() === '' ? '' : writeYamlScalar(text)
}

/** Pence as pounds: `125000`, `125000.50`. */
function writePounds(pence: number): string {
  const pounds = Math.trunc(pence / 100)
  const rest = pence % 100
  return rest === 0 ? String(pounds) : `${pounds}.${String(rest).padStart(2, '0')}`
}
