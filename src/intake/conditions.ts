/** The conditions of an agreement, derived from the answers: true, false, or undecided while the deciding answer is missing. */
import { type ConditionName, conditionNames } from './condition-names.ts'
import { type StateOf, settle } from './condition-set-aside.ts'
import * as tests from './condition-tests.ts'
import type { Intake } from './schema.ts'
import { type Decided, either, isOneOf, not, someItem } from './three-valued.ts'

export interface Condition {
  /** What holds when it is true, in words. */
  readonly label: string
  /** The path patterns that decide it. The first is the question to ask while it is undecided. */
  readonly from: readonly string[]
  readonly test: (intake: Intake) => Decided
}

const moneyPaths = [
  'finance.has_finance',
  'contributions[].amount',
  'contributions[].kind',
  'finance.total',
  'finance.grant_funded',
  'recharge.amount',
  'decisions.delegation_limit',
  'type',
  'grant',
  'accountable_body',
  's75',
]

const bodyPaths = ['accountable_body.partner', 'partners[].id', 'partners[].is_host_council', ...moneyPaths]

/** Each condition: what it means, what decides it, and the test. */
export const conditions: Readonly<Record<ConditionName, Condition>> = {
  out_of_scope: {
    label: 'the arrangement is outside the Code',
    from: [
      'scope.independent_bodies',
      'scope.common_vision',
      'scope.council_direct_control',
      'scope.informal_discussion_group',
      'scope.outside_body_no_policy_function',
      'scope.commercial_profit',
      'scope.override_reason',
      'scope.override_agreed_by',
      'scope.override_date',
    ],
    test: tests.outOfScope,
  },
  finance: { label: 'money is involved', from: moneyPaths, test: tests.finance },
  no_finance: { label: 'no money is involved', from: moneyPaths, test: intake => not(tests.finance(intake)) },
  aligned: {
    label: 'the budgets are aligned',
    from: ['budget_model', 's75.arrangement', ...moneyPaths],
    test: tests.budget('aligned'),
  },
  pooled: {
    label: 'the budget is pooled',
    from: ['budget_model', 's75.arrangement', ...moneyPaths],
    test: tests.budget('pooled'),
  },
  s75: { label: 'it is a section 75 partnership', from: ['type', 's75', ...moneyPaths], test: tests.s75 },
  grant: {
    label: 'some of the money is a grant',
    from: ['finance.grant_funded', ...moneyPaths],
    test: tests.grant,
  },
  accountable_body: {
    label: 'one partner is the accountable body',
    from: ['grant.accountable_body_required', ...moneyPaths],
    test: tests.accountableBody,
  },
  council_is_accountable_body: {
    label: 'the Council is the accountable body',
    from: bodyPaths,
    test: tests.councilIsAccountableBody,
  },
  another_is_accountable_body: {
    label: 'a partner other than the Council is the accountable body',
    from: bodyPaths,
    test: tests.anotherIsAccountableBody,
  },
  procured: {
    label: 'partners are chosen by procurement',
    from: ['procurement.required'],
    test: intake => intake.procurement?.required,
  },
  not_procured: {
    label: 'no procurement is needed',
    from: ['procurement.required'],
    test: intake => not(intake.procurement?.required),
  },
  joint_committee: {
    label: 'it is a joint committee',
    from: ['type', 'legal_basis.legal_status'],
    test: tests.jointCommittee,
  },
  csp: {
    label: 'it is a community safety partnership',
    from: ['type'],
    test: intake => isOneOf(intake.type, 'community_safety_partnership'),
  },
  employed_staff: {
    label: 'staff are employed for the partnership',
    from: ['employment.partnership_staff'],
    test: intake => intake.employment?.partnership_staff,
  },
  secondment: { label: 'staff are seconded', from: ['secondments'], test: tests.secondment },
  assets_listed: {
    label: 'the Partnership has assets',
    from: ['assets'],
    test: intake => intake.assets && intake.assets.length > 0,
  },
  tupe: {
    label: 'staff may transfer',
    from: ['tupe.expected'],
    test: intake => isOneOf(intake.tupe?.expected, 'yes', 'uncertain'),
  },
  volunteers: {
    label: 'volunteers are used',
    from: ['volunteers.used'],
    test: intake => intake.volunteers?.used,
  },
  children: {
    label: 'the work is with children',
    from: ['clients.children'],
    test: intake => intake.clients?.children,
  },
  adults_at_risk: {
    label: 'the work is with adults at risk',
    from: ['clients.adults_at_risk'],
    test: intake => intake.clients?.adults_at_risk,
  },
  vulnerable_clients: {
    label: 'the work is with children or adults at risk',
    from: ['clients.children', 'clients.adults_at_risk', 'safeguarding.roles[].dbs_level'],
    test: tests.vulnerableClients,
  },
  info_sharing: {
    label: 'information is shared',
    from: ['info.shares_information', 'info.personal_data', 'info.flows'],
    test: tests.infoSharing,
  },
  personal_data: {
    label: 'personal data is shared',
    from: ['info.personal_data', 'info.shares_information', 'info.flows'],
    test: tests.personalData,
  },
  special_data: {
    label: 'special category or offence data is shared',
    from: [
      'info.flows',
      'info.flows[].special_categories',
      'info.flows[].offence_data',
      'info.shares_information',
      'info.personal_data',
    ],
    test: tests.specialData,
  },
  health_data: {
    label: 'data about health is shared',
    from: ['info.flows', 'info.flows[].special_categories', 'info.personal_data', 'info.shares_information'],
    test: tests.healthData,
  },
  law_enforcement_data: {
    label: 'data is shared for law enforcement',
    from: ['info.flows', 'info.flows[].regime', 'info.personal_data', 'info.shares_information'],
    test: tests.lawEnforcementData,
  },
  deed: { label: 'a partner signs by deed or seal', from: ['partners[].execution.method'], test: tests.deed },
  under_hand: {
    label: 'every partner signs under hand',
    from: ['partners[].execution.method'],
    test: intake => not(tests.deed(intake)),
  },
  private_partner: {
    label: 'a partner is in the private sector',
    from: ['partners[].sector'],
    test: tests.someSector('private'),
  },
  voluntary_partner: {
    label: 'a partner is in the voluntary and community sector',
    from: ['partners[].sector'],
    test: tests.someSector('voluntary_community'),
  },
  nhs_partner: {
    label: 'a partner is an NHS body',
    from: ['partners[].legal_form'],
    test: intake => someItem(intake.partners, partner => isOneOf(partner.legal_form, ...tests.nhsForms)),
  },
  nhs_trust_partner: {
    label: 'a partner is an NHS trust',
    from: ['partners[].legal_form'],
    test: intake => someItem(intake.partners, partner => isOneOf(partner.legal_form, 'nhs_trust')),
  },
  reorganisation: {
    label: 'a partner is expected to be reorganised',
    from: ['reorganisation_expected'],
    test: intake => intake.reorganisation_expected,
  },
  councillor_seats: {
    label: 'a councillor has a seat on the Board',
    from: ['board.seats[].holder_kind'],
    test: intake => someItem(intake.board?.seats, seat => isOneOf(seat.holder_kind, 'councillor')),
  },
  weighted_voting: {
    label: 'votes are weighted',
    from: ['decisions.voting'],
    test: intake => isOneOf(intake.decisions?.voting, 'weighted'),
  },
  project: {
    label: 'the work is run as a project',
    from: ['project.used'],
    test: intake => intake.project?.used,
  },
  fixed_term: {
    label: 'the term is fixed',
    from: ['term.kind'],
    test: intake => isOneOf(intake.term?.kind, 'fixed'),
  },
  rolling_term: {
    label: 'the term runs until ended',
    from: ['term.kind'],
    test: intake => isOneOf(intake.term?.kind, 'rolling'),
  },
  joining: {
    label: 'new partners may join',
    from: ['joining_allowed'],
    // The question is optional: left out, the agreement says nothing of new partners.
    test: intake => intake.joining_allowed ?? false,
  },
  prevent: {
    label: 'the Prevent duty bears on the work',
    from: ['prevent_relevant'],
    test: intake => intake.prevent_relevant,
  },
  review_of_existing: {
    label: 'an existing partnership is reviewed',
    from: ['status'],
    test: intake => isOneOf(intake.status, 'review_of_existing'),
  },
  signed: {
    label: 'the agreement is signed',
    from: ['agreement_date'],
    // The date is blank until then, so a blank says that it is not.
    test: intake => intake.agreement_date !== undefined,
  },
  legally_binding: {
    label: 'the whole agreement is binding',
    from: ['legally_binding'],
    test: intake => isOneOf(intake.legally_binding, 'whole'),
  },
  partly_binding: {
    label: 'only the financial and information terms are binding',
    from: ['legally_binding'],
    test: intake => isOneOf(intake.legally_binding, 'financial_and_data_only'),
  },
  not_binding: {
    label: 'the agreement is not binding',
    from: ['legally_binding'],
    test: intake => isOneOf(intake.legally_binding, 'none'),
  },
  finance_or_procured: {
    label: 'money is involved or partners are procured',
    from: [...moneyPaths, 'procurement.required'],
    test: intake => either(tests.finance(intake), intake.procurement?.required),
  },
  rests_on_council: {
    label: 'the whole rests on the Council, as accountable body or under section 75',
    from: bodyPaths,
    test: intake => either(tests.s75(intake), tests.councilIsAccountableBody(intake)),
  },
  management_committee: {
    label: 'it is a management committee',
    from: ['type'],
    test: intake => isOneOf(intake.type, 'management_committee'),
  },
  place_partnership: {
    label: 'it is a place partnership',
    from: ['type'],
    test: intake => isOneOf(intake.type, 'place_partnership'),
  },
}

/**
 * Every condition, from the answers.
 * @param stateOf tells which questions were answered "none" or "not applicable", which also decides
 */
export function deriveConditions(
  intake: Intake,
  stateOf: StateOf = () => undefined,
): Record<ConditionName, boolean | undefined> {
  const settled = settle(intake, stateOf)
  const decided = conditionNames.map(name => [name, conditions[name].test(settled)])
  return Object.fromEntries(decided) as Record<ConditionName, boolean | undefined>
}
