/** Rules on insurance: cover for employees where the law asks for it, and a limit of liability that lies below what is insured. */
import { formatMoney } from '../format.ts'
import { capital } from './capital.ts'
import { formLabel } from './labels.ts'
import { type Partner, partnerName } from './partner-names.ts'
import { publicForms } from './party-forms.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

type Related = NonNullable<Fault['related']>[number]

const staffWords =
  /\b(?:staff|employees?|employs|practitioners?|caseworkers?|nurses?|(?:outreach|family|support|youth|social|care) workers?|tutors?|teachers?|trainers?)\b/i
/** Words that deny it, or that speak of the staff of others. */
const noneOfItsOwn =
  /\b(?:no|without|any|other|others’|all|partners’|Council’s) (?:paid )?(?:staff|employees)\b|\bstaff of\b/i

/** The answer that shows a partner to have employees of its own; undefined where none does. */
function sayingOfStaff({ intake }: RuleContext, partner: Partner, index: number): Related | undefined {
  const { employer } = intake.employment ?? {}
  if (employer !== undefined && employer === partner.id)
    return { at: ['employment', 'employer'], message: 'It is the employer of the partnership’s staff here' }
  const lent = (intake.secondments ?? []).findIndex(({ from }) => from !== undefined && from === partner.id)
  if (lent >= 0) return { at: ['secondments', lent, 'from'], message: 'It lends an employee here' }
  for (const key of ['role', 'changes', 'contributions_in_kind'] as const) {
    const lines = (partner[key] ?? '').split(/\n(?=\s*-)|(?<=[.;])\s/)
    if (lines.some(line => staffWords.test(line) && !noneOfItsOwn.test(line)))
      return { at: ['partners', index, key], message: 'Its own people are spoken of here' }
  }
  return undefined
}

/** Cover against claims by others, which a partner in this agreement may be as well as anybody. */
const againstOthers = ['public_liability', 'professional_indemnity']

function* limitFaults({ intake }: RuleContext): Generator<Fault> {
  const { caps = [], uncapped = [] } = intake.liability ?? {}
  if (uncapped.some(head => /\binsur/i.test(head))) return
  for (const [index, { partner, amount }] of caps.entries()) {
    if (amount === undefined) continue
    const covers = [...(intake.insurance ?? []).entries()].filter(
      ([, cover]) =>
        (partner === undefined || cover.partner === partner) &&
        againstOthers.includes(cover.kind ?? '') &&
        (cover.limit ?? 0) > amount,
    )
    const [first] = covers
    if (first)
      yield {
        at: ['liability', 'caps', index, 'amount'],
        message: `The liability of ${partner === undefined ? 'each partner' : partnerName(intake, partner)} is limited to ${formatMoney(amount)}, below the ${formatMoney(first[1].limit!)} for which ${partnerName(intake, first[1].partner)} is insured, so that losses its insurer would meet fall on the others`,
        related: covers.map(([at]) => ({
          at: ['insurance', at, 'limit'],
          message: 'The cover stands here',
        })),
      }
  }
}

export const insuranceRules: readonly Rule[] = [
  {
    code: 'INS-01',
    severity: 'warning',
    owner: 'risk_insurance',
    stage: 'sign_off',
    source: 'Code App 3; Employers’ Liability (Compulsory Insurance) Act 1969',
    requirements: ['R115', 'R138'],
    *find(context) {
      const { intake } = context
      const covers = intake.insurance ?? []
      if (
        covers.length === 0 ||
        covers.some(({ kind, partner }) => kind === undefined || partner === undefined)
      )
        return
      for (const [index, partner] of (intake.partners ?? []).entries()) {
        const { legal_form: form, id } = partner
        // Authorities and health bodies need not insure by law; of a body of another kind nobody knows.
        if (
          id === undefined ||
          form === undefined ||
          form === 'other' ||
          form === 'individual' ||
          publicForms.includes(form)
        )
          continue
        if (covers.some(cover => cover.kind === 'employers_liability' && cover.partner === id)) continue
        const shown = sayingOfStaff(context, partner, index)
        if (shown)
          yield {
            at: ['insurance'],
            message: `${capital(partnerName(intake, id))} (${formLabel(form)}) has employees by its own answers, but no employers’ liability cover is shown for it`,
            related: [shown],
          }
      }
    },
  },
  {
    code: 'INS-02',
    severity: 'note',
    owner: 'risk_insurance',
    stage: 'draft',
    source: 'Code 9.18; App 4 E',
    requirements: ['R080', 'R123'],
    find: limitFaults,
  },
]
