/** The conditions: each rule of the dictionary by example, and what must hold for every intake by property. */
import { describe, expect, test } from 'vitest'
import type { AnswerState, Key } from '../../src/intake/answers.ts'
import { constraints } from '../../src/intake/condition-constraints.ts'
import { type ConditionName, conditionNames } from '../../src/intake/condition-names.ts'
import { conditions, deriveConditions } from '../../src/intake/conditions.ts'
import { fieldAt, type Intake } from '../../src/intake/schema.ts'
import { breaks, dependsOnWhatItNames, keepsConstraints } from './condition-properties.ts'

const when = (name: ConditionName, intake: Intake) => deriveConditions(intake)[name]
const soleTrader = { id: 'a', sector: 'private', execution: { method: 'under_hand' } } as const
const inScope = {
  independent_bodies: true,
  common_vision: true,
  council_direct_control: false,
  informal_discussion_group: false,
  outside_body_no_policy_function: false,
  commercial_profit: false,
}

type Example = readonly [
  condition: ConditionName,
  because: string,
  intake: Intake,
  expected: boolean | undefined,
]

const examples: readonly Example[] = [
  ['nhs_trust_partner', 'a partner is an NHS trust', { partners: [{ legal_form: 'nhs_trust' }] }, true],
  ['nhs_trust_partner', 'the NHS partner is a board', { partners: [{ legal_form: 'icb' }] }, false],
  ['out_of_scope', 'one exclusion applies', { scope: { commercial_profit: true } }, true],
  ['out_of_scope', 'there is no common vision', { scope: { ...inScope, common_vision: false } }, true],
  ['out_of_scope', 'everything is answered and nothing excludes it', { scope: inScope }, false],
  [
    'out_of_scope',
    'one exclusion is not answered',
    { scope: { ...inScope, commercial_profit: undefined } },
    undefined,
  ],
  [
    'out_of_scope',
    'an override has its reason, name and date',
    {
      scope: {
        commercial_profit: true,
        override_reason: 'x',
        override_agreed_by: 'M. Oyelaran',
        override_date: '2026-01-01',
      },
    },
    false,
  ],
  [
    'out_of_scope',
    'an override lacks its date',
    { scope: { commercial_profit: true, override_reason: 'x' } },
    true,
  ],
  ['finance', 'money is said to be involved', { finance: { has_finance: true } }, true],
  ['finance', 'no money is said to be involved', { finance: { has_finance: false } }, false],
  [
    'finance',
    'a contribution is written down, whatever is said',
    { finance: { has_finance: false }, contributions: [{ amount: 100 }] },
    true,
  ],
  [
    'finance',
    'a contribution of nothing is no money',
    { finance: { has_finance: false }, contributions: [{ amount: 0 }] },
    false,
  ],
  ['no_finance', 'no money is involved and none is written down', { finance: { has_finance: false } }, true],
  ['no_finance', 'money is written down', { finance: { has_finance: false, total: 500 } }, false],
  ['no_finance', 'nobody has said', {}, undefined],
  ['aligned', 'the model is aligned', { finance: { has_finance: true }, budget_model: 'aligned' }, true],
  ['aligned', 'there is no money', { finance: { has_finance: false }, budget_model: 'aligned' }, false],
  ['pooled', 'the model is missing', { finance: { has_finance: true } }, undefined],
  ['pooled', 'a section 75 fund is pooled', { s75: { arrangement: 'pooled_lead_commissioning' } }, true],
  ['s75', 'the type is section 75', { type: 'section_75' }, true],
  ['s75', 'particulars are filled', { type: 'service_delivery', s75: { pool_manager: 'H. Lorne' } }, true],
  ['s75', 'another type, nothing filled', { type: 'formal_forum', s75: {} }, false],
  ['grant', 'grant particulars are filled', { grant: { funder: 'DfFS' } }, true],
  ['grant', 'no grant is said to be there', { finance: { has_finance: true, grant_funded: false } }, false],
  ['grant', 'no money, so no grant', { finance: { has_finance: false } }, false],
  [
    'grant',
    'money, but nobody said whether grant',
    { type: 'other', finance: { has_finance: true } },
    undefined,
  ],
  ['accountable_body', 'one is named', { accountable_body: { partner: 'a' } }, true],
  ['accountable_body', 'the funder requires one', { grant: { accountable_body_required: true } }, true],
  ['accountable_body', 'there is no grant', { finance: { has_finance: true, grant_funded: false } }, false],
  ['accountable_body', 'a grant, and nobody asked the funder', { grant: { funder: 'DfFS' } }, undefined],
  [
    'council_is_accountable_body',
    'the one named is the host',
    { partners: [{ id: 'a', is_host_council: true }], accountable_body: { partner: 'a' } },
    true,
  ],
  [
    'council_is_accountable_body',
    'the one named is another',
    { partners: [{ id: 'b', is_host_council: false }], accountable_body: { partner: 'b' } },
    false,
  ],
  [
    'council_is_accountable_body',
    'required but not named',
    { grant: { accountable_body_required: true } },
    undefined,
  ],
  [
    'another_is_accountable_body',
    'the one named is another',
    { partners: [{ id: 'b', is_host_council: false }], accountable_body: { partner: 'b' } },
    true,
  ],
  [
    'another_is_accountable_body',
    'the one named is the host',
    { partners: [{ id: 'a', is_host_council: true }], accountable_body: { partner: 'a' } },
    false,
  ],
  ['another_is_accountable_body', 'there is none', { finance: { has_finance: false } }, false],
  [
    'another_is_accountable_body',
    'required but not named',
    { grant: { accountable_body_required: true } },
    undefined,
  ],
  [
    'joint_committee',
    'by its legal status',
    { type: 'other', legal_basis: { legal_status: 'joint_committee' } },
    true,
  ],
  ['joint_committee', 'by type not, legal status missing', { type: 'other' }, undefined],
  ['csp', 'by type', { type: 'community_safety_partnership' }, true],
  ['tupe', 'uncertain counts as yes', { tupe: { expected: 'uncertain' } }, true],
  ['tupe', 'no', { tupe: { expected: 'no' } }, false],
  ['secondment', 'none is written', { secondments: [] }, false],
  ['secondment', 'one is written', { secondments: [{ id: 'hv' }] }, true],
  ['secondment', 'nobody has said', {}, undefined],
  ['assets_listed', 'none is written', { assets: [] }, false],
  ['assets_listed', 'nobody has said', {}, undefined],
  ['vulnerable_clients', 'children', { clients: { children: true } }, true],
  [
    'vulnerable_clients',
    'a role needs more than a basic check',
    {
      clients: { children: false, adults_at_risk: false },
      safeguarding: { roles: [{ dbs_level: 'standard' }] },
    },
    true,
  ],
  [
    'vulnerable_clients',
    'a basic check is not enough',
    {
      clients: { children: false, adults_at_risk: false },
      safeguarding: { roles: [{ dbs_level: 'basic' }] },
    },
    false,
  ],
  ['vulnerable_clients', 'adults not answered', { clients: { children: false } }, undefined],
  ['special_data', 'a flow has health data', { info: { flows: [{ special_categories: ['health'] }] } }, true],
  [
    'special_data',
    'a flow has offence data',
    { info: { flows: [{ special_categories: [], offence_data: true }] } },
    true,
  ],
  [
    'special_data',
    'a flow has neither',
    { info: { flows: [{ special_categories: [], offence_data: false }] } },
    false,
  ],
  ['special_data', 'a flow does not say', { info: { flows: [{ offence_data: false }] } }, undefined],
  ['special_data', 'no personal data', { info: { personal_data: false, shares_information: true } }, false],
  ['health_data', 'another category', { info: { flows: [{ special_categories: ['religion'] }] } }, false],
  ['law_enforcement_data', 'a flow under Part 3', { info: { flows: [{ regime: 'part3' }] } }, true],
  ['personal_data', 'nothing is shared', { info: { shares_information: false } }, false],
  ['deed', 'one partner seals', { partners: [soleTrader, { id: 'b', execution: { method: 'seal' } }] }, true],
  ['deed', 'all sign under hand', { partners: [soleTrader] }, false],
  ['deed', 'one has not said', { partners: [soleTrader, { id: 'b' }] }, undefined],
  ['under_hand', 'all sign under hand', { partners: [soleTrader] }, true],
  ['private_partner', 'by sector', { partners: [soleTrader] }, true],
  ['voluntary_partner', 'none by sector', { partners: [soleTrader] }, false],
  ['nhs_partner', 'an integrated care board', { partners: [{ legal_form: 'icb' }] }, true],
  ['councillor_seats', 'a councillor holds one', { board: { seats: [{ holder_kind: 'councillor' }] } }, true],
  [
    'councillor_seats',
    'a seat does not say',
    { board: { seats: [{ holder_kind: 'officer' }, {}] } },
    undefined,
  ],
  ['joining', 'left blank, the agreement says nothing of it', {}, false],
  [
    'finance_or_procured',
    'procured without money',
    { finance: { has_finance: false }, procurement: { required: true } },
    true,
  ],
  ['rests_on_council', 'section 75 needs it', { type: 'section_75' }, true],
  [
    'rests_on_council',
    'a charity is the accountable body',
    {
      type: 'grant_programme',
      partners: [{ id: 'b', is_host_council: false }],
      accountable_body: { partner: 'b' },
    },
    false,
  ],
  ['not_binding', 'none', { legally_binding: 'none' }, true],
  ['partly_binding', 'the whole', { legally_binding: 'whole' }, false],
]

describe('by example', () => {
  test.each(examples)('%s: %s', (name, _because, intake, expected) => {
    expect(when(name, intake)).toBe(expected)
  })

  test('an empty intake decides nothing but what an optional question leaves out', () => {
    const decided = Object.entries(deriveConditions({})).filter(([, value]) => value !== undefined)
    expect(decided).toEqual([
      ['joining', false],
      ['signed', false],
    ])
  })
})

describe('answers set aside', () => {
  const stateOf = (path: string, state: AnswerState) => (keys: readonly Key[]) =>
    keys.join('.') === path ? state : undefined
  const notApplicable: AnswerState = { state: 'not_applicable', reason: 'nobody moves' }
  const disputed: AnswerState = { state: 'disputed', values: [] }

  test('a question said not to apply decides, for the condition and for its opposite', () => {
    const derived = deriveConditions({}, stateOf('procurement.required', notApplicable))
    expect([derived.procured, derived.not_procured]).toEqual([false, true])
    expect(deriveConditions({}, stateOf('tupe', notApplicable)).tupe).toBe(false)
    expect(deriveConditions({}, stateOf('grant', { state: 'none' })).grant).toBe(false)
  })

  test('a disputed question decides nothing', () => {
    expect(deriveConditions({}, stateOf('procurement.required', disputed)).procured).toBeUndefined()
  })
})

describe('every condition', () => {
  test('has a label and names questions that exist, the first of them one that can be asked', () => {
    for (const name of conditionNames) {
      const { label, from } = conditions[name]
      expect(label, name).toMatch(/^[a-z]/)
      expect(
        from.filter(path => !fieldAt(path)),
        name,
      ).toEqual([])
      expect(fieldAt(from[0]!)?.field.ask, name).toBeTruthy()
    }
  })

  test('depends on nothing but the questions it names', () => dependsOnWhatItNames(200))

  test('keeps the constraints on every intake whose answers decide them', () => keepsConstraints(400))

  test('is told from one that breaks a constraint', () => {
    const derived = { ...deriveConditions({}), grant: true, finance: false, no_finance: true }
    const broken = constraints.filter(rule => breaks(rule, derived))
    expect(broken.map(rule => JSON.stringify(rule))).toEqual(['{"if":"grant","then":"finance"}'])
  })
})
