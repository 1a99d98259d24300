/** The text of `data/register/wording.yaml` in; what the register says besides the answers out. */
import * as z from 'zod'
import type { Outcome } from '../findings/finding.ts'
import { readChecked } from '../provisions/yaml.ts'
import { sheetIds } from './sheet.ts'

const line = z.string().trim().min(1, 'this may not be blank')
const wordingFile = z.strictObject({
  title: line,
  subject: line,
  notice: line,
  drawn_up: line,
  sheets: z.record(z.enum(sheetIds), z.strictObject({ title: line.max(31), about: line, none: line })),
  fields: z.strictObject({ heading: line, about: line, no_answer: line }),
})

export type RegisterWording = z.infer<typeof wordingFile>

/** Reads the wording. A sheet without its title is an error. */
export function readRegisterWording(
  text: string,
  file = 'data/register/wording.yaml',
): Outcome<RegisterWording> {
  const { value, findings } = readChecked(text, file, wordingFile)
  return value ? { value: value.data, findings } : { findings }
}
