/** A question and a choice as typed in; the choice in words, as documents print it, out. */
import { fieldAt } from '../schema.ts'

/** The words for a choice, such as "an NHS foundation trust" for `nhs_ft` at `partners[].legal_form`. */
export const labelOf = (path: string, choice: string): string =>
  fieldAt(path)?.field.choices?.[choice] ?? choice.replaceAll('_', ' ')

/** The words for the legal form of a partner. */
export const formLabel = (form: string): string => labelOf('partners[].legal_form', form)
