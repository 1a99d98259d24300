/** The text of `data/council.yaml` in; the council's settings out: names, house style, roles, contacts, sums. */
import * as z from 'zod'
import type { HouseStyle } from '../document/house-style.ts'
import { type Finding, type Outcome, owners } from '../findings/finding.ts'
import { fault, readChecked } from './yaml.ts'

/** The roles every council must give a title to, because a template or a rule names them. */
export const roleNames = [
  'chief_executive',
  'relevant_director',
  'section_151_officer',
  'monitoring_officer',
  'portfolio_holder',
  'finance_manager',
  'vat_adviser',
  'head_of_procurement',
  'head_of_hr',
  'head_of_internal_audit',
  'insurance_and_risk_manager',
  'head_of_ict',
  'head_of_performance',
  'head_of_communications',
  'data_protection_officer',
  'caldicott_guardian',
  'equality_lead',
  'partnership_officer',
  'democratic_services',
] as const
export type RoleName = (typeof roleNames)[number]

/** The kinds of contact in the Code's list. */
export const contactKinds = [
  'financial',
  'personnel',
  'vat',
  'legal_and_register',
  'consultation',
  'internal_audit',
  'procurement',
  'risk_and_insurance',
  'equalities_and_cohesion',
] as const

/** What each kind of contact is asked about, in the words of a question. */
const matters: Readonly<Record<(typeof contactKinds)[number], string>> = {
  financial: 'finance',
  personnel: 'staff',
  vat: 'VAT',
  legal_and_register: 'law and the register',
  consultation: 'consultation',
  internal_audit: 'internal audit',
  procurement: 'procurement',
  risk_and_insurance: 'risk and insurance',
  equalities_and_cohesion: 'equality and cohesion',
}

const line = z.lazy(() => z.string().trim().min(1, 'this may not be blank'))
const pounds = z.lazy(() => z.int().positive())
const roleName = z.lazy(() => z.enum(roleNames))

const councilFile = z.lazy(() =>
  z.strictObject({
    name: line,
    short_name: line,
    kind: z.enum(['unitary', 'metropolitan', 'london_borough', 'county', 'district']),
    address: line,
    email: z.email(),
    constitution: z.strictObject({
      executive: line,
      scrutiny: line,
      contract_rules: line,
      financial_rules: line,
      delegation_scheme: line,
      register: line,
      risk_strategy: line,
      management_team: line,
    }),
    house_style: z.strictObject({
      font: line,
      size: z.number().min(8).max(24),
      colour: z.string().regex(/^[0-9A-Fa-f]{6}$/, 'write the colour as six hex digits, such as 1F3864'),
      logo: z.strictObject({ file: line, alt_text: line }).optional(),
    }),
    roles: z.record(z.enum(roleNames), line),
    owners: z.record(z.enum(owners), line),
    contacts: z.array(
      z.strictObject({ kind: z.enum(contactKinds), role: roleName.optional(), email: z.email().optional() }),
    ),
    priorities: z
      .array(z.strictObject({ id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), label: line }))
      .min(1),
    approvals: z.strictObject({
      in_principle_by: roleName,
      key_decision_over: pounds,
      executive_over: pounds,
      accountable_body_executive_over: pounds,
      pooled_fund_needs_executive: z.boolean(),
    }),
    execution: z.strictObject({
      has_seal: z.boolean(),
      seal_attested_by: roleName,
      seal_from: pounds,
      constitution_permits_esealing: z.boolean(),
      constitution_permits_electronic_signature: z.boolean(),
      source: line,
    }),
    review_within_months: z.int().min(1).max(12),
    inspection: z.array(line).min(1),
  }),
)

/** What the council says of itself, under the names its file uses; the house style as renderers read it. */
export interface Council extends Readonly<Omit<z.infer<typeof councilFile>, 'house_style'>> {
  /** Without the logo's picture, which is a file to be read at the edge. */
  readonly houseStyle: HouseStyle
  /** The logo's file, named beside `council.yaml`, with words for those who cannot see it. */
  readonly logo?: { readonly file: string; readonly altText: string }
}

/**
 * Reads the council's settings. A kind of contact with nobody behind it is a gap, as is one that is missing; an id or a
 * kind given twice is an error.
 */
export function readCouncil(text: string, file = 'data/council.yaml'): Outcome<Council> {
  const read = readChecked(text, file, councilFile)
  if (!read.value) return { findings: read.findings }
  const { data, placeOf } = read.value
  const { house_style, ...settings } = data
  const findings: Finding[] = [
    ...repeated(data.priorities.map(p => p.id)).map(i =>
      fault('ANS-05', `The priority “${data.priorities[i]!.id}” is given twice.`, placeOf(['priorities', i])),
    ),
    ...repeated(data.contacts.map(c => c.kind)).map(i =>
      fault('ANS-05', `The contact “${data.contacts[i]!.kind}” is given twice.`, placeOf(['contacts', i])),
    ),
  ]
  if (findings.length > 0) return { findings }
  for (const kind of contactKinds) {
    const index = data.contacts.findIndex(c => c.kind === kind)
    const contact = data.contacts[index]
    if (contact?.role && contact.email) continue
    findings.push({
      code: 'GAP-01',
      severity: 'gap',
      message: `Who at the Council is asked about ${matters[kind]}, and under which email address?`,
      hint: 'Give the contact its role and email in data/council.yaml.',
      place: placeOf(index < 0 ? ['contacts'] : ['contacts', index]),
      owner: 'officer',
      source: 'Code Appendix 11',
    })
  }
  const { logo, ...houseStyle } = house_style
  const named = logo ? { logo: { file: logo.file, altText: logo.alt_text } } : {}
  return { value: { ...settings, houseStyle, ...named }, findings }
}

/** Positions of values that stood earlier in the list. */
const repeated = (values: readonly string[]): readonly number[] =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []))
