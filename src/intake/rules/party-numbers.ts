/** Rules on registered and charity numbers, on the sector and on freedom of information: do they fit the legal form? */
import type { Key } from '../answers.ts'
import { formLabel, labelOf } from './labels.ts'
import { type Partner, partnerName } from './partner-names.ts'
import { publicForms } from './party-forms.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

type Form = NonNullable<Partner['legal_form']>

const company = { words: 'eight digits, or two letters and six digits', shape: /^(?:\d{8}|[A-Z]{2}\d{6})$/ }

/** What a registered number looks like for a form, and the prefixes that belong to other forms. */
const numbers: Readonly<
  Partial<Record<Form, { readonly words: string; readonly shape: RegExp; readonly not?: RegExp }>>
> = {
  company_limited_by_shares: { ...company, not: /^(?:OC|SO|NC|CE|CS|RS|IP)/ },
  company_limited_by_guarantee: { ...company, not: /^(?:OC|SO|NC|CE|CS|RS|IP)/ },
  llp: { words: 'OC, SO or NC and six digits', shape: /^(?:OC|SO|NC)\d{6}$/ },
  cio: { words: 'CE or CS and six digits', shape: /^(?:CE|CS)\d{6}$/ },
  community_benefit_society: {
    words: 'up to six digits, with or without letters',
    shape: /^(?:RS|IP|SP|NP)?\d{3,6}R?$/,
  },
}

/** Forms whose bodies are on no register of companies or societies. */
const unregistered: readonly Form[] = [
  ...publicForms,
  'charitable_trust',
  'partnership_1890',
  'unincorporated_association',
  'individual',
]

/** Forms whose bodies are never charities. */
const neverCharities: readonly Form[] = [...publicForms, 'llp', 'partnership_1890', 'individual']

const charityShape = /^(?:\d{6,7}(?:-\d{1,3})?|SC\d{6}|NIC?\d{6})$/

const tidy = (number: string): string => number.toUpperCase().replace(/\s+/g, '')

function registeredFault(partner: Partner, name: string): string | undefined {
  const { legal_form: form, registered_number: given } = partner
  if (form === undefined || given === undefined) return undefined
  const number = tidy(given)
  if (unregistered.includes(form))
    return `${name} has the registered number ${given}, but it is ${formLabel(form)}, which is on no such register`
  const known = numbers[form]
  if (known?.not?.test(number))
    return `The registered number ${given} of ${name} is of a kind that belongs to another legal form than ${formLabel(form)}`
  if (known && !known.shape.test(number))
    return `The registered number ${given} of ${name} does not fit ${formLabel(form)}, whose numbers are ${known.words}`
  return undefined
}

function charityFault(partner: Partner, name: string): string | undefined {
  const { legal_form: form, charity_number: given } = partner
  if (given === undefined) return undefined
  if (form && neverCharities.includes(form))
    return `${name} has the charity number ${given}, but it is ${formLabel(form)}, which is no charity`
  if (!charityShape.test(tidy(given)))
    return `The charity number ${given} of ${name} is not six or seven digits, nor the number of a Scottish or Northern Irish charity`
  return undefined
}

function* numberFaults(context: RuleContext): Generator<Fault> {
  const { intake } = context
  const seen = new Map<string, number>()
  for (const [index, partner] of (intake.partners ?? []).entries()) {
    const name = partnerName(intake, partner.id)
    const at = (key: string): readonly Key[] => ['partners', index, key]
    const registered = registeredFault(partner, name)
    if (registered) yield { at: at('registered_number'), message: registered }
    const charity = charityFault(partner, name)
    if (charity) yield { at: at('charity_number'), message: charity }
    for (const [key, forms] of [
      ['registered_number', ['company_limited_by_shares', 'company_limited_by_guarantee', 'llp']],
      ['charity_number', ['cio']],
    ] as const) {
      const aside = setAside(context, 'partners', index, key)
      const isMeant = (forms as readonly unknown[]).includes(partner.legal_form)
      if (aside && partner.legal_form && isMeant)
        yield {
          at: aside.at,
          message: `${name} is said to have no ${key === 'charity_number' ? 'charity' : 'registered'} number, but it is ${formLabel(partner.legal_form)}, which always has one`,
        }
      const given = partner[key] && `${key}:${tidy(partner[key])}`
      const first = given === undefined ? undefined : seen.get(given)
      if (first !== undefined)
        yield {
          at: at(key),
          message: `${name} has the same number, ${partner[key]}, as ${partnerName(intake, intake.partners![first]!.id)}`,
          related: [{ at: ['partners', first, key], message: 'The other one stands here' }],
        }
      else if (given) seen.set(given, index)
    }
  }
}

/** The sector to which a form belongs, where the law leaves no choice. */
const sectorOf = (form: Form): Partner['sector'] =>
  publicForms.includes(form)
    ? 'public'
    : form === 'cio' || form === 'charitable_trust'
      ? 'voluntary_community'
      : undefined

const freeInformationForms: readonly Form[] = [...publicForms, 'university_or_college']

const base = { severity: 'warning', owner: 'legal', stage: 'draft' } as const

export const numberRules: readonly Rule[] = [
  { ...base, code: 'PARTY-04', source: 'Code App 4 A', requirements: ['R119'], find: numberFaults },
  {
    ...base,
    code: 'PARTY-10',
    owner: 'officer',
    stage: 'in_principle',
    source: 'Code 3.4; App 1',
    requirements: ['R103'],
    *find({ intake }) {
      for (const [index, { id, legal_form: form, sector }] of (intake.partners ?? []).entries()) {
        const usual = form && sectorOf(form)
        if (form && usual && sector && sector !== usual)
          yield {
            at: ['partners', index, 'sector'],
            message: `${partnerName(intake, id)} is put in the ${labelOf('partners[].sector', sector)}, but it is ${formLabel(form)}, which belongs to the ${labelOf('partners[].sector', usual)}`,
            related: [{ at: ['partners', index, 'legal_form'], message: 'The legal form stands here' }],
          }
      }
    },
  },
  {
    ...base,
    code: 'PARTY-11',
    owner: 'information_governance',
    source: 'Code 11.2; Freedom of Information Act 2000 Sch 1',
    requirements: ['R092'],
    *find({ intake }) {
      for (const [index, { id, legal_form: form, foi_body }] of (intake.partners ?? []).entries())
        if (foi_body === false && form && freeInformationForms.includes(form))
          yield {
            at: ['partners', index, 'foi_body'],
            message: `${partnerName(intake, id)} is said not to be under freedom of information, but it is ${formLabel(form)}, which is a public authority`,
            related: [{ at: ['partners', index, 'legal_form'], message: 'The legal form stands here' }],
          }
    },
  },
]
