/** The answers of a plan about money, procurement, records, insurance and liability. */
import { host, personName } from './bodies.ts'
import { before, type Plan } from './plan.ts'

type Given = Readonly<Record<string, unknown>>

/** Pounds and pence as typed, in whole pence. */
export const penceOf = (typed: number | string): number =>
  Math.round(Number(String(typed).replace(/[£,]/g, '')) * 100)

/** Whole pence as one would type them. */
const typed = (pence: number): number | string =>
  pence % 100 === 0 ? pence / 100 : `£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 })}`

/** Everything about money; without any, the answers that say so. */
export function moneyAnswers(plan: Plan): Given {
  return {
    ...(plan.theme.hasMoney ? moneyMoves(plan) : { finance: { has_finance: false } }),
    audit: {
      internal_wording_obtained: true,
      obtained_date: before(plan, 65),
      wording: 'The Council’s auditors may see the papers on request.',
      access_years: 6,
    },
    early_views: {
      procurement: {
        name: personName(11),
        date: before(plan, 230),
        view: 'Nothing needs to be procured to choose partners.',
      },
      legal: { name: personName(12), date: before(plan, 229), view: 'The Council has power to do this.' },
      first_discussion_date: before(plan, 220),
    },
    procurement: {
      required: false,
      exemption: !plan.theme.hasMoney
        ? 'no_exchange_of_funds'
        : plan.grant
          ? 'grant'
          : plan.theme.type === 'service_delivery'
            ? 'below_threshold_rules_followed'
            : 'other',
      exemption_reason: 'No partner is paid for a service that another specifies.',
      detailed_specification: false,
      agreed_with: personName(11),
      agreed_date: before(plan, 230),
      arrangements_agreed_with: personName(11),
      arrangements_agreed_date: before(plan, 100),
    },
    subsidy: {
      assessed: true,
      route: 'no_subsidy',
      reason: 'The services are free and are not sold on any market.',
    },
    land: { undervalue_disposal: false },
    retention: [
      { class: 'the Board’s papers', holder: 'council', years: 7, reason: 'the retention schedule' },
      ...(plan.grant
        ? [{ class: 'records of the grant', holder: 'council', years: 6, reason: 'the funder’s terms' }]
        : []),
    ],
    assets: 'none',
    ip: { owner: 'creating_partner', licence: 'free of charge to every partner' },
    insurance: [host, ...plan.partners].map(p => ({
      kind: 'public_liability',
      partner: p.id,
      limit: 5_000_000,
      confirmed: true,
    })),
    liability: {
      caps: 'none',
      indemnities: 'none',
      uncapped: 'none',
      legal_advice_by: personName(12),
      legal_advice_date: before(plan, 70),
    },
  }
}

function moneyMoves(plan: Plan): Given {
  const total = plan.contributions.reduce((sum, c) => sum + penceOf(c.amount), 0)
  const granted = plan.contributions
    .filter(c => c.kind === 'grant')
    .reduce((sum, c) => sum + penceOf(c.amount), 0)
  return {
    finance: {
      has_finance: true,
      grant_funded: plan.grant !== undefined,
      total: typed(total),
      payment_terms: 'in four equal parts, on the first day of each quarter',
    },
    budget_model: 'aligned',
    contributions: plan.contributions.map(c => ({ ...c, approved: true, date: before(plan, 90) })),
    budget_holder: { name: personName(plan.number), duties: '- Approves spending\n- Reports each quarter' },
    authority_to_spend: { ref: `CAB/${plan.number}`, date: before(plan, 35) },
    financial_reporting: { frequency: 'quarterly', to: 'the Board', set_by: personName(13) },
    banking: 'the Council’s general account',
    accounting_rules: 'the Council’s Financial Procedure Rules',
    overspend: { rule: 'contribution_share' },
    underspend: { rule: 'carry_forward' },
    vat: {
      treatment: 'Contributions are outside the scope of VAT.',
      adviser: personName(14),
      advice_date: before(plan, 95),
    },
    ...(plan.grant && {
      grant: {
        funder: plan.grant.funder,
        ref: `G/${plan.number}`,
        amount: typed(granted),
        start: plan.start,
        end: plan.grant.end,
        outputs: [
          {
            id: 'people',
            text: 'people reached',
            target: '400 a year',
            lead: plan.partners[0]!.id,
            due: plan.grant.end,
          },
        ],
        retention_years: 6,
        eligible_spend_end: plan.grant.end,
        accountable_body_required: plan.grant.accountableBody,
        clawback_rule: 'contribution_share',
        clawback_controls: 'Each claim is checked by somebody who did not prepare it.',
        mainstreaming_decision: 'The Cabinet decides six months before the grant ends.',
        members_consulted_date: before(plan, 180),
        terms_accepted_by_partners: true,
        terms_accepted_date: before(plan, 150),
      },
      ...(plan.grant.accountableBody && {
        accountable_body: {
          partner: 'council',
          nominated_by: 'the shadow Board',
          nominated_date: before(plan, 160),
          capability_confirmed: true,
          risk_assessment_done: true,
          risk_ref: plan.risks[0]!.id,
          cashflow_limit: 10_000 + (plan.number % 7) * 5000,
          claim_frequency: 'quarterly',
          ineligible_cost_rule: 'causing_partner',
          services: ['claims, payments and accounts'],
          refusal_right: true,
        },
        recharge: {
          charged: true,
          amount: 4000,
          basis: 'the actual cost of staff time, up to that amount',
          bearer: 'by_contribution',
        },
      }),
    }),
  }
}
