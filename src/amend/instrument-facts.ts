/** What a deed or memorandum of variation says besides the intake, as the questions and values its templates are filled from. */
import { choice, date, group, int, list, text, unwrap } from '../intake/fields.ts'
import { agreementSchema } from '../provisions/agreement-facts.ts'
import type { Instruction } from './instructions.ts'

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
          }),
          address: text('Address'),
          old: text('Old words'),
          text: text('New words'),
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
  readonly instructions: readonly Instruction[]
  readonly renumbered: readonly (readonly [string, string])[]
}

/** The values of `instrument`, in the shape of the schema. An instruction that adds nothing has an empty list. */
export const instrumentValues = ({ instructions, renumbered, ...plain }: InstrumentValues) => ({
  ...plain,
  instructions: inShort(instructions).map(one =>
    one.action === 'insert'
      ? { action: one.action, address: one.address, added: one.texts }
      : { ...one, added: [] },
  ),
  renumbered: renumbered.map(([was, is]) => ({ was, is })),
})

/** What stands in a provision that goes is not left out item by item. */
function inShort(instructions: readonly Instruction[]): readonly Instruction[] {
  let whole: string | undefined
  return instructions.flatMap((one): readonly Instruction[] => {
    if (one.action !== 'leave_out') {
      whole = undefined
      return [one]
    }
    if (whole !== undefined && isWithin(one.address, whole)) return []
    // Nor is a row left out cell by cell.
    if (one.row !== undefined) {
      whole = one.row
      return [{ action: 'leave_out', address: one.row }]
    }
    whole = /^the heading of (.+)$/.exec(one.address)?.[1]
    return whole === undefined ? [one] : [{ action: 'leave_out', address: `the whole of ${whole}` }]
  })
}

const isWithin = (address: string, whole: string): boolean =>
  (address.startsWith(whole) && !/^\d/.test(address.slice(whole.length))) ||
  address.includes(` of ${whole}`) ||
  address.includes(` in ${whole}`)
