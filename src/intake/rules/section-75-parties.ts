/** Rules on who may be party to a section 75 arrangement, and whose consent a party needs. */
import type { Key } from '../answers.ts'
import { nhsForms } from '../condition-tests.ts'
import { isParish } from '../council-kind.ts'
import { partnerName } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

/** Whether the arrangement has a pooled fund. */
export const hasPool = ({ intake }: RuleContext): boolean =>
  intake.s75?.arrangement?.startsWith('pooled') ?? false

/** Forms of body that may be party to an arrangement and host its fund. */
export const eligibleForms: readonly unknown[] = ['council', ...nhsForms]

/** Forms that Legal must look at: whether the regulations cover them depends on the body. */
const doubtful: readonly unknown[] = ['combined_or_strategic_authority', 'secretary_of_state', 'other']

function* eligibilityFaults({ intake, conditions }: RuleContext): Generator<Fault> {
  if (!conditions.s75) return
  for (const [index, partner] of (intake.partners ?? []).entries()) {
    const { id, legal_form: form } = partner
    const name = partnerName(intake, id)
    if (isParish(partner))
      yield {
        at: ['partners', index, 'council_kind'],
        message: `${name} is a parish council, which cannot be party to a section 75 arrangement`,
      }
    if (!form || eligibleForms.includes(form)) continue
    const at: readonly Key[] = ['partners', index, 'legal_form']
    yield doubtful.includes(form)
      ? {
          at,
          severity: 'warning',
          message: `${name} may not be a body that can be party to a section 75 arrangement`,
          hint: 'Ask Legal to check the current text of the regulations for this body.',
        }
      : {
          at,
          message: `${name} is neither a council nor an NHS body, so it cannot be party to a section 75 arrangement`,
        }
  }
}

const base = { severity: 'error', owner: 'legal', stage: 'draft' } as const
const regulations = 'SI 2000/617'

export const section75PartyRules: readonly Rule[] = [
  {
    ...base,
    code: 'S75-03',
    stage: 'in_principle',
    source: `NHS Act 2006 s75; ${regulations}`,
    requirements: ['R101', 'R102', 'Z20'],
    find: eligibilityFaults,
  },
  {
    ...base,
    code: 'S75-05',
    stage: 'in_principle',
    source: 'NHS Act 2006 s75',
    requirements: ['R102', 'Z20'],
    *find({ intake: { partners = [] }, conditions }) {
      const forms = partners.map(({ legal_form: form }) => form)
      // With one partner named the others are still to come, and that is a gap.
      if (!conditions.s75 || forms.length < 2 || forms.includes(undefined)) return
      if (!forms.some(form => nhsForms.includes(form!)))
        yield {
          at: ['partners'],
          message: 'A section 75 arrangement needs an NHS body, and no partner is one',
        }
      if (!forms.some(form => form === 'council' || doubtful.includes(form)))
        yield { at: ['partners'], message: 'A section 75 arrangement needs a council, and no partner is one' }
    },
  },
  {
    ...base,
    code: 'S75-06',
    severity: 'warning',
    stage: 'sign_off',
    source: `${regulations} reg 7(2)`,
    requirements: ['R102'],
    *find(context) {
      const { intake, conditions, answers } = context
      if (!conditions.s75 || !hasPool(context) || intake.s75?.commissioner_consent !== undefined) return
      const state = answers.stateOf(['s75', 'commissioner_consent'])?.state
      if (state === 'not_applicable' || state === 'disputed') return
      for (const { id, legal_form: form } of intake.partners ?? [])
        if (form === 'nhs_trust')
          yield {
            at: ['s75'],
            message: `${partnerName(intake, id)} is an NHS trust, and no consent of its commissioner to the pooled fund is recorded`,
          }
    },
  },
]
