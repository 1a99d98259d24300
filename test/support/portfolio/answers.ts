/** A plan in, the answers of its intake out as plain data under the names the file uses: every question that must be answered, answered. */

import { approval } from './approval-answers.ts'
import { type Body, host, personName } from './bodies.ts'
import { ending, risk } from './ending-and-risk-answers.ts'
import { moneyAnswers } from './money-answers.ts'
import { peopleAnswers } from './people-answers.ts'
import { ahead, before, type Plan } from './plan.ts'

type Given = Readonly<Record<string, unknown>>

/** Every answer of the intake. */
export function answersOf(plan: Plan): Given {
  const { theme, number } = plan
  const lead = personName(number)
  return {
    schema_version: 1,
    intake_date: plan.lastHeld ?? plan.signedOn ?? '2026-11-20',
    reference: plan.reference,
    name: plan.name,
    directorate: theme.directorate,
    lead_officer: {
      name: lead,
      position: `Head of ${theme.topic}`,
      email: `officer${number}@northvale.example`,
    },
    type: theme.type,
    basis_group:
      theme.type === 'service_delivery' ? 'operational_service_delivery' : 'permitted_or_required_by_law',
    status: 'new',
    background: `The bodies that work in ${plan.area} met in the spring and found that each did part of the work. They agreed to do it together.\n\nThis agreement sets out how.`,
    area: plan.area,
    scope: {
      independent_bodies: true,
      common_vision: true,
      council_direct_control: false,
      informal_discussion_group: false,
      outside_body_no_policy_function: false,
      commercial_profit: false,
    },
    legal_basis: {
      powers: [
        { instrument: theme.power[0], provision: theme.power[1], party: 'council' },
        ...plan.partners.map(p => ({
          instrument: 'other',
          other_instrument: `the governing document of ${p.short}`,
          provision: 'rule 3',
          party: p.id,
        })),
      ],
      legal_status: 'unincorporated_contractual',
      ...(theme.type === 'management_committee' && { personal_liability_explained: true }),
    },
    legally_binding: theme.hasMoney ? 'whole' : 'none',
    reorganisation_expected: false,
    priorities: ['strong-communities', 'healthy-lives'],
    ...(theme.type === 'place_partnership' && {
      place_partnership: {
        brings_sectors_together: true,
        non_statutory: true,
        strategic_and_local: true,
        aligned_with_authority: true,
      },
    }),
    partners: [host, ...plan.partners].map(body => partner(body, plan)),
    ...(plan.signedOn && { agreement_date: plan.signedOn }),
    term: { start: plan.start, ...(plan.end ? { kind: 'fixed', end: plan.end } : { kind: 'rolling' }) },
    review: {
      first_date: plan.firstReview,
      frequency_months: 12,
      ...(plan.lastHeld && { last_held: plan.lastHeld }),
      reviewer: 'the Board, on a report by the Council’s lead officer',
    },
    ...purpose(plan),
    ...governance(plan),
    ...moneyAnswers(plan),
    ...peopleAnswers(plan),
    ...ending(plan),
    ...risk(plan),
    ...approval(plan),
  }
}

function partner(body: Body, plan: Plan): Given {
  // The council's own officer is the one at the top of the form.
  const officer = personName(plan.number + (body === host ? 0 : body.id.length))
  return {
    id: body.id,
    legal_name: body.name,
    short_name: body.short,
    legal_form: body.form,
    ...(body.form === 'council' && body !== host && { council_kind: 'parish' }),
    legal_personality: !body.isAssociation,
    ...(body.companyNumber && { registered_number: body.companyNumber }),
    ...(body.charityNumber && { charity_number: body.charityNumber }),
    address: body.address,
    notices: { address: body.address, email: `notices@${body.id}.example`, attention: 'the Secretary' },
    ...(body.isAssociation && {
      contracting_persons: [
        { name: officer, capacity: 'chair' },
        { name: personName(plan.number + 90), capacity: 'secretary' },
      ],
    }),
    sector: body.sector,
    is_host_council: body === host,
    role:
      body === host
        ? '- Provides the secretariat\n- Reports on the work to its members'
        : `- Provides ${plan.theme.service} together with the others`,
    changes: 'Plans this work with the others from now on.',
    lead_officer: officer,
    foi_body: body.sector === 'public',
    ...(plan.theme.hasMoney && {
      vat_status: { council: 'section_33', nhs_ft: 'nhs', icb: 'nhs' }[body.form as string] ?? 'registered',
    }),
    depends_on_partnership: body.id === plan.dependent,
    execution: {
      method: 'under_hand',
      signatories: body.isAssociation
        ? [
            { name: officer, capacity: 'chair' },
            { name: personName(plan.number + 90), capacity: 'secretary' },
          ]
        : [{ name: officer, capacity: body === host ? 'Director' : 'Chief Executive' }],
    },
  }
}

const purpose = (plan: Plan): Given => ({
  vision: plan.theme.vision,
  objectives_provisional: false,
  objectives: plan.aims.map((text, i) => ({
    id: `aim-${i + 1}`,
    text,
    measure: `the measure of aim ${i + 1} in the corporate plan`,
    baseline: `${20 + i} in 2025-26`,
    target: `${30 + i} a year`,
    due: ahead(plan, 400),
    lead: i === 0 ? 'council' : plan.partners[0]!.id,
  })),
  services: [
    { id: 'main', text: plan.theme.service, provider: plan.partners[0]!.id, clients: plan.theme.clients },
  ],
  clients: { children: false, adults_at_risk: false },
  project: { used: false },
  drivers: {
    why_partnership: `No one body reaches all of ${plan.area}.${plan.staleLaw ? ` ${plan.staleLaw}` : ''}`,
    benefits: [{ benefit: 'outcomes', evidence: 'A trial in the spring reached twice as many people.' }],
    funder_requires_partners: plan.grant !== undefined,
  },
  challenges: [
    { id: 'capacity', text: 'small bodies have little time', addressed_in: 'board', how: 'few meetings' },
  ],
})

function governance(plan: Plan): Given {
  const { councillors } = plan
  const seat = (partnerId: string, number: number, holder: string, holder_kind: string) => ({
    partner: partnerId,
    number,
    voting: true,
    holder,
    holder_kind,
  })
  return {
    board: {
      name: `${plan.area} ${plan.theme.topic} Board`,
      chair: 'a member chosen each year',
      meetings_per_year: 4,
      substitutes_allowed: true,
      public_access: true,
      seats: [
        ...(councillors.length > 0
          ? [seat('council', councillors.length, 'members of the Council', 'councillor')]
          : []),
        seat('council', 1, 'the lead officer', 'officer'),
        ...plan.partners.map(p => seat(p.id, 1, 'the lead officer', 'other')),
      ],
    },
    decisions: {
      quorum: 2,
      voting: 'one_seat_one_vote',
      casting_vote: true,
      ...(plan.theme.hasMoney && { delegation_limit: 5000 }),
    },
    secretariat: { partner: 'council', papers_days: 5, minutes_days: 10, cost_bearer: 'host' },
    ...(councillors.length > 0 && {
      members: councillors.map(member => ({
        name: member.name,
        role: 'voting member',
        partner: 'council',
        ...(member.trained && { training_date: member.trained }),
        expenses: false,
      })),
    }),
    reporting: [{ to: 'the Cabinet', from: 'the Board', what: 'progress and spending', frequency: 'yearly' }],
    performance: {
      framework: 'The Board sees the measures of each aim every quarter.',
      underperformance_steps: '- The lead partner explains\n- The Board asks another partner to help',
    },
    engagement: {
      service_users: 'Two open evenings were held, and one is held each year.',
      staff: 'Teams were briefed in the spring.',
      unions: 'Discussed at the joint trade union meeting.',
      stages: [{ stage: 'planning', how: 'Two open evenings.' }],
    },
    representation: {
      duties: 'Speak for the whole Council and report after each meeting.',
      only_accountable_member: councillors.length > 0,
      support_contact: personName(plan.number),
      support_training: 'A half day on the role and its conflicts.',
      support_administrative: 'The secretariat sends papers and keeps the diary.',
      support_advice: 'A named solicitor, and a note on personal liability.',
      conflict_briefing_given: true,
      conflict_briefing_date: before(plan, 40),
      reporting_agreed_with: personName(plan.number + 3),
      reporting_agreed_date: before(plan, 60),
      register_updated_by: personName(plan.number),
    },
  }
}
