/** The answers of a plan about staff, secondments, information, conduct and disputes. */
import { host, personName } from './bodies.ts'
import { ahead, before, type Plan } from './plan.ts'

type Given = Readonly<Record<string, unknown>>

/** Everything about people and information. */
export const peopleAnswers = (plan: Plan): Given => ({
  employment: { partnership_staff: false },
  volunteers: { used: false },
  tupe: { expected: 'no' },
  secondments: plan.secondments.length === 0 ? 'none' : plan.secondments.map(s => secondment(s, plan)),
  prevent_relevant: false,
  health_safety: {
    lead: personName(15),
    sites: [{ name: 'Civic Hall', address: host.address, duty_holder: 'council' }],
  },
  equality: {
    eia_done: true,
    eia_date: before(plan, 80),
    lead: personName(16),
    policy: 'the Council’s equality policy',
    objectives: 'Those reached reflect the area.',
  },
  info: plan.flows > 0 ? sharing(plan) : { shares_information: false },
  confidentiality: { years: 3 },
  complaints: { lead: 'council', stages: ['an answer from the lead officer', 'a review'], days: 15 },
  whistleblowing: {
    policy: 'the Council’s whistleblowing policy',
    contact: 'the Monitoring Officer',
    s151_contact: 'the Head of Internal Audit',
  },
  media: { lead: 'council', sign_off: 'the lead officers', acknowledgement: 'all partners by name' },
  disputes: {
    steps: [
      { level: 'lead officers', people: 'the lead officers concerned', days: 10 },
      { level: 'chief officers', people: 'their chief officers', days: 20 },
    ],
    mediator: 'the Centre for Public and Community Mediation',
  },
  breach: { remedy_days: 20 },
  expulsion: {
    grounds: ['a serious breach that is not put right'],
    vote: 'three_quarters',
    process: 'Notice with reasons, time to answer, and a hearing before the Board.',
  },
})

const secondment = ({ id, start, end }: Plan['secondments'][number], plan: Plan): Given => ({
  id,
  secondee_or_post: `Development Worker for ${plan.area}`,
  from: plan.partners[0]!.id,
  to: 'council',
  start,
  end,
  hours: '30 hours a week',
  base: 'Civic Hall',
  line_manager: personName(plan.number),
  employee_consented: true,
  s113: false,
  pay: 'The employer pays.',
  equipment: 'The Council supplies a laptop.',
  rules: 'The employer’s code of conduct and the Council’s rules on ICT.',
  leave: 'The Council agrees dates.',
  appraisal: 'By the line manager, on the employer’s form.',
  insurance: 'The Council, as for its own staff.',
  training: 'The employer gives and pays for it.',
  grievance_and_dispute_cost: 'The employer’s procedure applies; each side bears its own cost.',
  home_working: 'One day a week.',
  personal_development: 'The employer, by a yearly plan.',
  recharge_pct: 100,
  vat: 'as the VAT adviser has settled in writing',
  discipline: 'The employer decides.',
  notice_weeks: 8,
  pension: 'the employer’s scheme',
  dbs_level: 'none',
  liability: 'The Council answers for work done under its direction.',
  return_terms: 'To the same post.',
  redundancy: 'The employer bears it.',
})

function sharing(plan: Plan): Given {
  const [first] = plan.partners
  const both = [host.id, first!.id]
  return {
    shares_information: true,
    personal_data: true,
    purpose: 'So that people tell their story once.',
    development: {
      client_group: plan.theme.clients,
      developed_with: 'Those who will use it.',
      drafted_by: 'partnership',
      consulted: 'All the partners.',
    },
    controller_model: 'independent',
    flows: Array.from({ length: plan.flows }, (_, i) => ({
      id: `flow-${i + 1}`,
      from: both[i % 2],
      to: [both[(i + 1) % 2]],
      purpose: 'to arrange help that was asked for',
      items: ['name', 'address'],
      subjects: plan.theme.clients,
      method: 'encrypted email',
      frequency: 'weekly',
      regime: 'uk_gdpr',
      bases: both.map(id => ({ partner: id, art6: id === host.id ? 'public_task' : 'legitimate_interests' })),
      gateway: 'the general power of competence',
      special_categories: 'none',
      offence_data: false,
      children: false,
    })),
    disclosure: 'Only what the purpose needs.',
    receiving: 'The receiver checks that the record is right.',
    professional_codes: 'Those of each profession.',
    dpia: { large_scale: false, status: 'done', date: before(plan, 85) },
    contacts: [host, ...plan.partners].map(p => ({
      partner: p.id,
      spoc: 'the Secretary',
      dpo: personName(p.id.length),
    })),
    requests: { form: 'by secure email', days: 5, log_holder: 'council' },
    security: {
      transfer: 'encrypted email',
      storage: 'encrypted systems in the United Kingdom',
      access: 'staff who work with the person',
      training: 'yearly',
    },
    retention: [{ class: 'referrals', holder: 'council', years: 3, reason: 'the retention schedule' }],
    breach: { hours: 24, lead: 'council' },
    rights: { lead: 'council', days: 2, complaints_lead: 'council', complaint_days: 30 },
    privacy_notices: 'Each partner’s notice names the others.',
    overseas: false,
    automated_decisions: false,
    processors: 'none',
    review_date: ahead(plan, 300),
    reviewer: 'the data protection officers',
  }
}
