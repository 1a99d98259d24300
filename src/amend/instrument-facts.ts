/** What a deed or memorandum of variation says besides the intake, as the questions and values its templates are filled from. */
import { choice, date, group, int, list, text, unwrap } from '../intake/fields.ts'
import { agreementSchema } from '../provisions/agreement-facts.ts'
import type { PrintedInstruction } from './printed-instructions.ts'

/** Everything a template of the variation may name: all that the agreement may, and `instrument`. */
export const variationSchema = agreementSchema.extend({
  instrument: unwrap(
    group('Instrument', {
      form: choice('Form', { deed: 'deed', memorandum: 'memorandum' }),
      number: int('Number', { min: 1 }),
      takes_effect: date('Takes effect'),
      earlier: list(
        'Earlier variations',
        group('Earlier variation', { label: text('Label'), date: date('Date') }),
      ),
      instructions: list(
        'Instructions',
        group('Instruction', {
          action: choice('Action', {
            substitute: 'substitute',
            replace: 'replace',
            leave_out: 'leave out',
            insert: 'insert',
            insert_rows: 'insert rows',
            insert_table: 'insert a table',
          }),
          address: text('Address'),
          old: text('Old words'),
          text: text('New words'),
          after: text('After which row'),
          what: text('What is inserted'),
          added: list('Added', group('Added text', { address: text('Address'), text: text('Text') })),
        }),
      ),
      renumbered: list('Renumbered', group('Renumbered', { was: text('Was'), is: text('Is') })),
    }),
  ),
})

export interface InstrumentValues {
  readonly form: 'deed' | 'memorandum'
  readonly number: number
  readonly takes_effect?: string
  readonly earlier: readonly { readonly label: string; readonly date: string }[]
  readonly instructions: readonly PrintedInstruction[]
  readonly renumbered: readonly (readonly [string, string])[]
}

/** The values of `instrument`, in the shape of the schema. An instruction that adds no texts has an empty list. */
export const instrumentValues = ({ instructions, renumbered, ...plain }: InstrumentValues) => ({
  ...plain,
  instructions: instructions.map(({ table: _, ...one }) => ({ added: [], ...one })),
  renumbered: renumbered.map(([was, is]) => ({ was, is })),
})
