/** Section 2 of the intake: the partners, one item each, the host council among them. */
import { choice, group, id, list, long, text, yesNo } from '../fields.ts'
import { onlyIf } from './choices.ts'

export const legalForms = {
  council: 'a local authority',
  combined_or_strategic_authority: 'a combined or strategic authority',
  icb: 'an integrated care board',
  nhs_trust: 'an NHS trust',
  nhs_ft: 'an NHS foundation trust',
  chief_constable: 'a chief constable, a corporation sole',
  pcc_or_mayor: 'a police and crime commissioner, or a mayor with those functions',
  fire_authority: 'a fire and rescue authority',
  secretary_of_state: 'a Secretary of State',
  company_limited_by_shares: 'a company limited by shares',
  company_limited_by_guarantee: 'a company limited by guarantee',
  cio: 'a charitable incorporated organisation',
  charitable_trust: 'a charitable trust',
  community_benefit_society: 'a community benefit society',
  llp: 'a limited liability partnership',
  partnership_1890: 'a general partnership',
  unincorporated_association: 'an unincorporated association',
  university_or_college: 'a university or college',
  school_or_academy_trust: 'a school or academy trust',
  housing_association: 'a housing association',
  individual: 'an individual',
  other: 'a body of another kind',
} as const

/** What a council may be. It decides which powers it has: in two tiers social care is the county's and housing the district's. */
export const councilKinds = {
  county: 'a county council with district councils in its area',
  district: 'a district council with a county council above it',
  unitary: 'a unitary council',
  metropolitan: 'a metropolitan district council',
  london_borough: 'a London borough council',
  parish: 'a parish or town council',
} as const

/** Legal forms that are no person in law, so that named people must contract for them. */
const formsWithoutPersonality: readonly unknown[] = [
  'charitable_trust',
  'partnership_1890',
  'unincorporated_association',
]

const registered = [
  'company_limited_by_shares',
  'company_limited_by_guarantee',
  'llp',
  'community_benefit_society',
]

/** One partner, also the shape of `derived.host` and `derived.others[]`. */
export const partner = group('Partner', {
  id: id('Id', { example: 'family-voice' }),
  legal_name: text('Legal name', {
    ask: 'What is the partner’s exact legal name?',
    help: 'As registered or as in its constitution, with & and accents kept. It prints as typed.',
    example: 'Family Voice Harrowdale CIO',
    stage: 'draft',
  }),
  short_name: text('Short name', {
    ask: 'By what short name should the agreement call it?',
    help: 'Different from every other partner’s. For the host council the agreement says "the Council".',
    example: 'Family Voice',
    stage: 'draft',
  }),
  legal_form: choice('Legal form', legalForms, {
    ask: 'What kind of legal body is it?',
    help: 'It decides whether the body can contract and how it signs.',
    example: 'cio',
    stage: 'draft',
  }),
  legal_form_other: text('Other legal form', {
    ask: 'What other kind of body is it?',
    example: 'a body established by royal charter',
    onlyIf: onlyIf('the legal form is "other"', 'legal_form', 'other'),
    stage: 'draft',
  }),
  council_kind: choice('Kind of council', councilKinds, {
    ask: 'What kind of council is it?',
    help: 'It decides which powers it has and how it signs a deed. The name does not tell: many a county or borough is unitary. The City of London and the Isles of Scilly count as unitary. The host’s own kind stands in the council’s settings.',
    example: 'parish',
    onlyIf: {
      words: 'the body is a council and not the host',
      test: beside => beside.legal_form === 'council' && beside.is_host_council === false,
    },
    owner: 'legal',
    stage: 'draft',
    code: 'Code App 3',
  }),
  legal_personality: yesNo('Legal personality', {
    ask: 'Is it a person in law, able to contract in its own name?',
    help: 'No for a trust, a general partnership and an unincorporated association.',
    example: true,
    owner: 'legal',
    stage: 'draft',
  }),
  registered_number: text('Registered number', {
    ask: 'What is its number at Companies House or on the mutuals register?',
    example: '09876543',
    onlyIf: onlyIf(
      'the body is a registered company, society or limited liability partnership',
      'legal_form',
      ...registered,
    ),
    stage: 'draft',
  }),
  charity_number: text('Charity number', {
    ask: 'What is its charity number?',
    example: '1234567',
    onlyIf: onlyIf('the body is a charity by its form', 'legal_form', 'cio', 'charitable_trust'),
    stage: 'draft',
  }),
  address: text('Address', {
    ask: 'What is its registered or principal address?',
    example: '4 Mill Yard, Harrowdale HD1 2AB',
    stage: 'draft',
  }),
  notices: group(
    'Notices',
    {
      address: text('Address for notices', {
        ask: 'To which address should notices go?',
        example: '4 Mill Yard, Harrowdale HD1 2AB',
      }),
      email: text('Email for notices', {
        ask: 'To which email address may notices go?',
        help: 'Write none if notices may not be sent by email.',
        example: 'notices@familyvoice.example',
        isEmail: true,
      }),
      attention: text('For the attention of', {
        ask: 'For whose attention?',
        example: 'the Chief Executive',
      }),
    },
    { stage: 'draft' },
  ),
  contracting_persons: list(
    'People who contract for it',
    group('Person', {
      name: text('Name', { ask: 'What is the person’s full name?', example: 'Tomasz Wren' }),
      capacity: text('Capacity', { ask: 'In what capacity does the person sign?', example: 'trustee' }),
      address: text('Address', {
        ask: 'What is the person’s address?',
        example: '9 Quarry Lane, Harrowdale HD2 4CC',
        need: 'optional',
      }),
    }),
    {
      ask: 'Which trustees or members contract for it?',
      help: 'A body that is no person in law can only be bound through named people, who may be liable themselves.',
      onlyIf: {
        words: 'the body has no legal personality',
        test: beside =>
          beside.legal_personality === false || formsWithoutPersonality.includes(beside.legal_form),
      },
      owner: 'legal',
      stage: 'draft',
    },
  ),
  sector: choice(
    'Sector',
    {
      public: 'public sector',
      private: 'private sector',
      voluntary_community: 'voluntary and community sector',
    },
    { ask: 'Which sector is it in?', example: 'voluntary_community', stage: 'in_principle' },
  ),
  is_host_council: yesNo('Host council', {
    ask: 'Is it the council that hosts the partnership and uses this form?',
    help: 'Yes for exactly one partner. The agreement calls it "the Council".',
    example: false,
    stage: 'in_principle',
  }),
  role: long('Role', {
    ask: 'What does it do in the partnership, and for what is it responsible?',
    help: 'One duty to a line starting "- " prints as a list.',
    example: '- Runs the parent groups in each hub\n- Recruits and trains the volunteers',
    stage: 'draft',
    code: 'Code 7.1; App 4 D',
  }),
  changes: long('What it will change', {
    ask: 'What will it change in its own activities and resources?',
    example: 'Moves its two weekly groups into the hubs and closes its own premises.',
    stage: 'draft',
    code: 'Code 6.1; R029',
  }),
  lead_officer: text('Lead officer', {
    ask: 'Who is its lead officer for the partnership (name and position)?',
    example: 'Delia Marchetti, Chief Executive',
    stage: 'draft',
  }),
  foi_body: yesNo('Under freedom of information', {
    ask: 'Is it a public authority under freedom of information law?',
    example: false,
    owner: 'information_governance',
    stage: 'draft',
  }),
  vat_status: choice(
    'VAT status',
    {
      section_33: 'a body that may reclaim VAT on its non-business activities',
      registered: 'registered for VAT',
      partly_exempt: 'registered for VAT and partly exempt',
      not_registered: 'not registered for VAT',
      nhs: 'an NHS body under the NHS rules for VAT',
    },
    { ask: 'What is its VAT status?', example: 'not_registered', need: 'finance', owner: 'finance' },
  ),
  contributions_in_kind: long('Contributions in kind', {
    ask: 'What does it bring besides money: staff time, premises, equipment?',
    example: 'Two rooms at Mill Yard, without charge, on three days a week.',
    need: 'optional',
  }),
  large_body_fraud_offence: yesNo('Large body for the fraud offence', {
    ask: 'Is it a large organisation for the offence of failing to prevent fraud?',
    example: false,
    need: 'optional',
    owner: 'legal',
  }),
  depends_on_partnership: yesNo('Depends on the partnership', {
    ask: 'Does it depend on this partnership for its survival?',
    help: 'Small bodies often do. It bears on risk and on exit.',
    example: true,
    isPrivate: true,
    stage: 'in_principle',
    code: 'Code 1.4; R007',
  }),
  execution: group(
    'Execution',
    {
      method: choice(
        'How it signs',
        { under_hand: 'under hand', deed: 'as a deed', seal: 'under seal' },
        {
          ask: 'Does it sign under hand, as a deed, or under its common seal?',
          help: 'A deed or seal makes the whole agreement a deed, with twelve years to claim in place of six.',
          example: 'under_hand',
        },
      ),
      signatories: list(
        'Signatories',
        group('Signatory', {
          name: text('Name', {
            ask: 'Who signs?',
            help: 'Leave blank while it is not known: the name is then written in when signing.',
            example: 'Tomasz Wren',
          }),
          capacity: text('Capacity', {
            ask: 'In what capacity does that person sign?',
            example: 'Chief Executive',
          }),
        }),
        { ask: 'Who signs for it?' },
      ),
    },
    { owner: 'legal', stage: 'sign_off' },
  ),
})

export const partnersFields = {
  partners: list('Partners', partner, {
    ask: 'Who are the partners?',
    stage: 'in_principle',
    code: 'Code App 4 A',
  }),
}
