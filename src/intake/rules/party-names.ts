/** Rules on what partners are called: one body under two names, two bodies under one, a name that belies the legal form. */
import type { Key } from '../answers.ts'
import { formLabel } from './labels.ts'
import { type Partner, partnerName } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

/** A name without what people write in two ways: case, marks, "and", and the words for the legal form. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’.,]/g, '')
    .replace(/\b(?:the|limited|ltd|plc|llp|cio)\b/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const exact = (name: string): string => name.normalize('NFC').replaceAll('’', "'").replace(/\s+/g, ' ').trim()

const lower = (name: string): string => exact(name).toLowerCase().replace(/^the /, '')

/** Every pair of partners that agree in some respect, the later one first. */
function* pairs(partners: readonly Partner[], keyOf: (partner: Partner) => string | undefined) {
  const seen = new Map<string, number>()
  for (const [index, partner] of partners.entries()) {
    const key = keyOf(partner)
    if (!key) continue
    const first = seen.get(key)
    if (first === undefined) seen.set(key, index)
    else yield { index, first }
  }
}

function* sameBodyFaults({ intake: { partners = [] }, settings }: RuleContext): Generator<Fault> {
  for (const { index, first } of pairs(partners, ({ legal_name }) => legal_name && plain(legal_name)))
    yield {
      at: ['partners', index, 'legal_name'],
      message: `${partners[index]!.legal_name} looks like the same body as ${partners[first]!.legal_name}`,
      related: [{ at: ['partners', first, 'legal_name'], message: 'The other name stands here' }],
    }
  for (const [index, { is_host_council, legal_name }] of partners.entries())
    if (is_host_council && legal_name && exact(legal_name) !== exact(settings.council.name))
      yield {
        at: ['partners', index, 'legal_name'],
        message: `The host council is called ${legal_name} here and ${settings.council.name} in the council’s settings`,
        hint: 'Find out the exact legal name, and put it right in the intake or in data/council.yaml.',
      }
}

/** Words that the agreement keeps for something else. */
const reserved = new Set([
  'board',
  'partner',
  'partners',
  'party',
  'parties',
  'partnership',
  'agreement',
  'funder',
  'accountable body',
])

function* shortNameFaults({ intake: { partners = [] } }: RuleContext): Generator<Fault> {
  const keys = (index: number): readonly Key[] => ['partners', index, 'short_name']
  for (const { index, first } of pairs(partners, ({ short_name }) => short_name && lower(short_name)))
    yield {
      at: keys(index),
      message: `Two partners have the short name ${partners[index]!.short_name}`,
      related: [{ at: keys(first), message: 'The other one stands here' }],
    }
  for (const [index, { short_name, is_host_council }] of partners.entries()) {
    const name = short_name && lower(short_name)
    if (name && (reserved.has(name) || (name === 'council' && is_host_council === false)))
      yield {
        at: keys(index),
        message: `The short name ${short_name} means something else in the agreement`,
        hint: 'Choose a short name of its own, such as a word or initials from the legal name.',
      }
  }
}

type Form = NonNullable<Partner['legal_form']>

/** Endings that the law keeps for some legal forms. */
const endings: readonly {
  readonly ending: RegExp
  readonly words: string
  readonly forms: readonly Form[]
}[] = [
  {
    ending: /\b(?:limited|ltd\.?)$/i,
    words: 'Limited',
    forms: [
      'company_limited_by_shares',
      'company_limited_by_guarantee',
      'community_benefit_society',
      'housing_association',
      'university_or_college',
      'school_or_academy_trust',
      'other',
    ],
  },
  { ending: /\bp\.?l\.?c\.?$/i, words: 'PLC', forms: ['company_limited_by_shares'] },
  { ending: /\bllp$/i, words: 'LLP', forms: ['llp'] },
  { ending: /\bcio$/i, words: 'CIO', forms: ['cio', 'housing_association', 'other'] },
  { ending: /\bNHS foundation trust$/i, words: 'NHS Foundation Trust', forms: ['nhs_ft'] },
  { ending: /\bNHS trust$/i, words: 'NHS Trust', forms: ['nhs_trust'] },
  { ending: /\bintegrated care board$/i, words: 'Integrated Care Board', forms: ['icb'] },
]

const base = { owner: 'legal', stage: 'draft' } as const

export const nameRules: readonly Rule[] = [
  {
    ...base,
    code: 'PARTY-03',
    severity: 'warning',
    source: 'Code App 4 A',
    requirements: ['R119'],
    find: sameBodyFaults,
  },
  {
    ...base,
    code: 'PARTY-06',
    severity: 'error',
    source: 'Code App 4 A',
    requirements: ['R119'],
    find: shortNameFaults,
  },
  {
    ...base,
    code: 'PARTY-08',
    severity: 'warning',
    source: 'Code App 4 A; 9.2',
    requirements: ['R062', 'R119'],
    *find({ intake }) {
      for (const [index, { id, legal_name: name, legal_form: form }] of (intake.partners ?? []).entries()) {
        const found = name && form && endings.find(({ ending }) => ending.test(name.trim()))
        if (found && !found.forms.includes(form))
          yield {
            at: ['partners', index, 'legal_form'],
            message: `The name of ${partnerName(intake, id)} ends in "${found.words}", but it is said to be ${formLabel(form)}`,
            related: [{ at: ['partners', index, 'legal_name'], message: 'The name stands here' }],
          }
      }
    },
  },
]
