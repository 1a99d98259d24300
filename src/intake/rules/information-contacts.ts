/** Rules on the contacts for information and on who is under freedom of information law. */
import type { Key } from '../answers.ts'
import { nhsForms } from '../condition-tests.ts'
import { capital } from './capital.ts'
import { flowsOf, isPublicAuthority } from './information-flow-facts.ts'
import { formLabel } from './labels.ts'
import { partnerName, partnerOf } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

const at = (index: number, key: string): readonly Key[] => ['info', 'contacts', index, key]

function* contactFaults(context: RuleContext): Generator<Fault> {
  const { intake, conditions } = context
  const contacts = intake.info?.contacts ?? []
  const flows = flowsOf(intake)
  const listed = contacts.map(({ partner }) => partner)
  const whole = setAside(context, 'info', 'contacts')
  if (whole && whole.at.length > 1 && conditions.info_sharing)
    yield { at: whole.at, message: `Information is shared, but its contacts are answered ${whole.words}` }
  // While a contact is still to be given its partner, nobody is known to be left out.
  if (contacts.length > 0 && !listed.includes(undefined))
    for (const id of new Set(flows.flatMap(({ takingPart }) => takingPart)))
      if (!listed.includes(id))
        yield {
          at: ['info', 'contacts'],
          message: `${capital(partnerName(intake, id))} sends or receives personal data, but has no entry among the contacts`,
        }
  for (const [index, { partner: id }] of contacts.entries()) {
    const partner = partnerOf(intake, id)
    const noContact = setAside(context, ...at(index, 'spoc'))
    if (noContact && noContact.at.length > 3)
      yield {
        at: noContact.at,
        message: `${capital(partnerName(intake, id))} is said to have no single point of contact`,
      }
    const noOfficer = setAside(context, ...at(index, 'dpo'))
    if (noOfficer && noOfficer.at.length > 3 && conditions.personal_data && isPublicAuthority(partner))
      yield {
        at: noOfficer.at,
        severity: 'error',
        message: `${capital(partnerName(intake, id))} is a public authority, which must have a data protection officer, but the answer is ${noOfficer.words}`,
      }
    yield* guardianFaults(context, index, id)
  }
}

/** An NHS body that shares health data has a Caldicott Guardian; the question is open to others. */
function* guardianFaults(
  { intake, answers }: RuleContext,
  index: number,
  id: string | undefined,
): Generator<Fault> {
  const form = partnerOf(intake, id)?.legal_form
  const health = flowsOf(intake).find(
    ({ flow, takingPart }) => flow.special_categories?.includes('health') && takingPart.includes(id ?? ''),
  )
  if (!health || !form || !nhsForms.includes(form)) return
  if (intake.info?.contacts?.[index]?.caldicott !== undefined) return
  const state = answers.stateOf(at(index, 'caldicott'))?.state
  if (state === 'disputed' || state === 'not_applicable') return
  yield {
    at: at(index, 'caldicott'),
    message: `${capital(partnerName(intake, id))} is an NHS body that shares health data, and no Caldicott Guardian is named for it`,
    related: [{ at: health.at('special_categories'), message: 'The health data stands here' }],
  }
}

/** Forms of body that freedom of information law does not reach, save where a public body owns or controls them. */
const seldomUnderFreedomOfInformation: readonly unknown[] = [
  'cio',
  'charitable_trust',
  'unincorporated_association',
]

const base = { severity: 'warning', owner: 'information_governance', stage: 'draft' } as const

export const contactRules: readonly Rule[] = [
  {
    ...base,
    code: 'ISP-07',
    source: 'Code 11.3; UK GDPR Art 37',
    requirements: ['R091', 'R094'],
    find: contactFaults,
  },
  {
    ...base,
    code: 'FOI-01',
    source: 'Code 11.2; Freedom of Information Act 2000 s3 and Sch 1',
    requirements: ['R092', 'R094'],
    *find({ intake }) {
      for (const [index, { id, legal_form: form, foi_body }] of (intake.partners ?? []).entries())
        if (foi_body && form && seldomUnderFreedomOfInformation.includes(form))
          yield {
            at: ['partners', index, 'foi_body'],
            message: `${capital(partnerName(intake, id))} is said to be under freedom of information law, but it is ${formLabel(form)}, which as a rule is not`,
            related: [{ at: ['partners', index, 'legal_form'], message: 'The legal form stands here' }],
          }
    },
  },
]
