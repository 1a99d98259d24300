/** A plan in, the answers of its intake about how it ends, its risks and its opportunities out. */
import { personName } from './bodies.ts'
import { ahead, before, daysLater, type Plan } from './plan.ts'

type Given = Readonly<Record<string, unknown>>

export function ending(plan: Plan): Given {
  const advice = (from: string, name: string) => ({
    from,
    name,
    date: before(plan, 70),
    advice: 'Keep a list of what must be wound up.',
  })
  return {
    withdrawal: { notice_months: 6, earliest: 'any_time', liabilities: 'It finishes what it has begun.' },
    variation: { who: 'authorised_signatories', form: 'signed_writing' },
    termination: { notice_months: 6, triggers: ['fewer than two bodies remain'] },
    exit: {
      strategy: 'The work passes to the Council or stops in an orderly way over six months.',
      planned: 'The Board prepares a closing plan a year before the end.',
      unplanned: 'The lead officers meet within five working days.',
      staff: 'Nobody is employed for it; those seconded return.',
      assets: 'There are none.',
      data: 'Each body keeps its own records.',
      contracts: 'Each body ends its own.',
      liabilities: 'Each body bears its own.',
      ...(plan.theme.hasMoney && { funding: 'Each body bears its own cost of ending.' }),
      final_report_to: 'the partners',
      final_report_days: 40,
      mainstreaming: 'The Cabinet decides six months before the end.',
      advice: [
        advice('legal', personName(plan.number + 1)),
        advice('finance', personName(plan.number + 2)),
        advice('hr', personName(plan.number + 4)),
      ],
    },
    execution: { counterparts: true, electronic: true, constitution_permits_esealing: false },
  }
}

export function risk(plan: Plan): Given {
  const high = (score: number) => score >= 8
  return {
    risk_management: {
      owner: personName(plan.number),
      review_months: 3,
      signed_off_by: personName(plan.number + 3),
      signed_off_on: before(plan, 45),
    },
    risks: plan.risks.map(({ id, impact, likelihood }, i) => {
      const score = impact * likelihood
      return {
        id,
        category: 'stakeholder',
        event:
          i === 0 && plan.dependent
            ? `The body that depends on it fails (${plan.dependent})`
            : `A partner stops coming (${id})`,
        consequence: 'Its part of the work is not done',
        identified: before(plan, 120),
        lead: personName(plan.number + 5),
        review: plan.number % 6 === 0 ? daysLater(plan.start, 80) : ahead(plan, 80),
        controls_in_place: [{ text: 'Dates are set a year ahead', partners: ['council'] }],
        controls_planned: [
          {
            text: 'The chair speaks to a body that misses two meetings',
            partners: ['council'],
            due: ahead(plan, 200),
          },
        ],
        impact,
        likelihood,
        residual: score,
        target: 1,
        rating: high(score) ? 'high' : score >= 4 ? 'medium' : 'low',
        strategy: 'control',
        ...(high(score) && {
          escalated_to: 'the Directorate Leadership Team',
          escalated_on: before(plan, 50),
        }),
      }
    }),
    opportunities: [
      {
        id: 'neighbours',
        text: 'A neighbouring area joins',
        action: 'Invite it to a meeting',
        lead: personName(plan.number),
        review: ahead(plan, 300),
      },
    ],
    relationship_risks: [
      'legal',
      'procurement',
      'financial',
      'personnel',
      'reputation',
      'service_delivery',
    ].map(kind => ({ kind, for_council: 'Some officers’ time.', for_partners: 'Some officers’ time.' })),
  }
}
