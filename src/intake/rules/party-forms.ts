/** Rules on the legal form of partners: who can contract, who contracts for those who cannot, which one is the host. */
import type { Key } from '../answers.ts'
import { formLabel } from './labels.ts'
import { inWords, type Partner, partnerName } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

type Form = NonNullable<Partner['legal_form']>

const formsWithoutPersonality: readonly Form[] = [
  'charitable_trust',
  'partnership_1890',
  'unincorporated_association',
]

/** Forms of which it cannot be known in general: a body of another kind, or one that may be a trust. */
const formsUnknown: readonly Form[] = ['other', 'housing_association', 'school_or_academy_trust']

export const publicForms: readonly Form[] = [
  'council',
  'combined_or_strategic_authority',
  'icb',
  'nhs_trust',
  'nhs_ft',
  'chief_constable',
  'pcc_or_mayor',
  'fire_authority',
  'secretary_of_state',
]

const hostForms: readonly Form[] = ['council', 'combined_or_strategic_authority', 'fire_authority', 'other']

/** Whether a partner is no person in law, as far as the answers show. */
export const isWithoutPersonality = ({ legal_personality, legal_form }: Partner): boolean =>
  legal_personality === false || (legal_form !== undefined && formsWithoutPersonality.includes(legal_form))

function* hostFaults({ intake }: RuleContext): Generator<Fault> {
  const partners = intake.partners ?? []
  const hosts = [...partners.keys()].filter(index => partners[index]!.is_host_council)
  const keys = (index: number): readonly Key[] => ['partners', index, 'is_host_council']
  const names = hosts.map(index => partnerName(intake, partners[index]!.id))
  const [first, ...more] = hosts
  if (partners.length > 0 && partners.every(({ is_host_council: is }) => is === false))
    yield { at: ['partners'], message: 'No partner is marked as the host council' }
  for (const index of more)
    yield {
      at: keys(index),
      message: `${inWords(names)} are ${names.length > 2 ? 'all' : 'both'} marked as the host council`,
      related: [{ at: keys(first!), message: 'The first one stands here' }],
    }
  for (const index of hosts) {
    const form = partners[index]!.legal_form
    if (form && !hostForms.includes(form))
      yield {
        at: ['partners', index, 'legal_form'],
        message: `${partnerName(intake, partners[index]!.id)} is marked as the host council, but it is ${formLabel(form)}`,
        related: [{ at: keys(index), message: 'It is marked as the host council here' }],
      }
  }
}

const sameName = (a: string, b: string): boolean =>
  a.trim().toLowerCase().replace(/\s+/g, ' ') === b.trim().toLowerCase().replace(/\s+/g, ' ')

/** Those who contract for a body and those who sign for it ought to be the same people. */
function* signatoryFaults({ intake }: RuleContext): Generator<Fault> {
  for (const [index, partner] of (intake.partners ?? []).entries()) {
    if (!isWithoutPersonality(partner)) continue
    const persons = partner.contracting_persons ?? []
    const signatories = partner.execution?.signatories ?? []
    if (persons.length === 0 || signatories.length === 0) continue
    if ([...persons, ...signatories].some(({ name }) => name === undefined)) continue
    const body = partnerName(intake, partner.id)
    for (const [n, { name }] of signatories.entries())
      if (!persons.some(person => sameName(person.name!, name!)))
        yield {
          at: ['partners', index, 'execution', 'signatories', n, 'name'],
          message: `${name} signs for ${body}, which is no person in law, but is not among those who contract for it`,
          related: [
            { at: ['partners', index, 'contracting_persons'], message: 'Those who contract stand here' },
          ],
        }
    for (const [n, { name }] of persons.entries())
      if (!signatories.some(signatory => sameName(signatory.name!, name!)))
        yield {
          at: ['partners', index, 'contracting_persons', n, 'name'],
          message: `${name} contracts for ${body}, but is not among those who sign for it`,
          related: [
            { at: ['partners', index, 'execution', 'signatories'], message: 'Those who sign stand here' },
          ],
        }
  }
}

const base = { severity: 'error', owner: 'legal', stage: 'draft' } as const

export const formRules: readonly Rule[] = [
  {
    ...base,
    code: 'PARTY-01',
    source: 'Code App 4 A',
    requirements: ['R119'],
    *find(context) {
      for (const [index] of (context.intake.partners ?? []).entries())
        for (const [key, what] of [
          ['legal_name', 'legal name'],
          ['legal_form', 'legal form'],
        ] as const) {
          const aside = setAside(context, 'partners', index, key)
          if (aside)
            yield {
              at: aside.at,
              message: `Partner ${index + 1} has no ${what}: the answer is ${aside.words}`,
            }
        }
    },
  },
  {
    ...base,
    code: 'PARTY-02',
    source: 'Code 9.2; App 4 A',
    requirements: ['R035', 'R119'],
    *find(context) {
      for (const [index, partner] of (context.intake.partners ?? []).entries()) {
        const aside = setAside(context, 'partners', index, 'contracting_persons')
        if (aside && isWithoutPersonality(partner))
          yield {
            at: aside.at,
            message: `${partnerName(context.intake, partner.id)} is no person in law, and nobody is named who contracts for it`,
          }
      }
    },
  },
  {
    ...base,
    code: 'PARTY-05',
    owner: 'officer',
    stage: 'in_principle',
    source: 'Code App 4 A',
    requirements: ['R119'],
    find: hostFaults,
  },
  {
    ...base,
    code: 'PARTY-07',
    source: 'Code 9.2',
    requirements: ['R062'],
    *find({ intake }) {
      for (const [index, partner] of (intake.partners ?? []).entries()) {
        const { legal_form: form, legal_personality: isPerson } = partner
        if (form === undefined || isPerson === undefined || formsUnknown.includes(form)) continue
        const isBody = !formsWithoutPersonality.includes(form)
        if (isBody !== isPerson)
          yield {
            at: ['partners', index, 'legal_personality'],
            message: `${partnerName(intake, partner.id)} is said to be ${isPerson ? 'a' : 'no'} person in law, but it is ${formLabel(form)}, which is ${isBody ? 'one' : 'none'}`,
            related: [{ at: ['partners', index, 'legal_form'], message: 'The legal form stands here' }],
          }
      }
    },
  },
  {
    ...base,
    code: 'PARTY-09',
    severity: 'warning',
    stage: 'sign_off',
    source: 'Code 7',
    requirements: ['R035'],
    find: signatoryFaults,
  },
]
