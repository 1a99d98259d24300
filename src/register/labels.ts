/** The labels that the intake's own questions give to choices. */
import { fieldAt } from '../intake/schema.ts'

/** The label of a choice at a path of the schema, as documents print it; null where nothing was chosen. */
export function labelAt(path: string, value: string | undefined): string | null {
  if (value === undefined) return null
  return fieldAt(path)?.field.choices?.[value] ?? value
}
