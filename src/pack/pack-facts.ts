/** A pack's input in, the facts its papers are filled from out: the intake's answers, and under `pack` what is worked out. */
import type * as z from 'zod'
import { group, list, text, unwrap, yesNo } from '../intake/fields.ts'
import { agreementFacts, agreementSchema, type Facts } from '../provisions/agreement-facts.ts'
import type { FactGroup } from '../provisions/facts.ts'
import { clauseNames } from './clauses.ts'
import {
  consultationField,
  consultationValues,
  consulteesField,
  consulteesValues,
  linkAdvice,
} from './consultees.ts'
import type { PackInput } from './pack-input.ts'
import type { Readiness } from './readiness.ts'
import { signatoriesField, signatoriesValues } from './signatories.ts'

/** Everything a paper may name: all that the agreement may, the council's own answers, and `pack`. */
export const packSchema: z.ZodObject = agreementSchema.extend({
  consultation: consultationField,
  pack: unwrap(
    group('Pack', {
      ready: yesNo('Ready'),
      reasons: list('Reasons', text('Reason')),
      consultees: consulteesField,
      signatories: signatoriesField,
    }),
  ),
})

/** Builds the facts of one pack. */
export function packFacts(input: PackInput, readiness: Readiness): Facts {
  const { answers, settings, agreement } = input
  const nameOf = clauseNames(agreement.document, agreement.numbering)
  const values = {
    consultation: consultationValues(input, nameOf),
    pack: {
      ready: readiness.isReady,
      reasons: readiness.reasons,
      consultees: consulteesValues(input),
      signatories: signatoriesValues(input, readiness),
    },
  }
  const facts = agreementFacts(answers, settings.interpretations.readings, { schema: packSchema, values })
  linkAdvice(facts.root, facts.root.pack as FactGroup, input)
  return facts
}
