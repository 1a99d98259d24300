/** A plan in, the answers of its intake about approvals, advice and the Code's checklists out. */
import { host, personName } from './bodies.ts'
import { before, type Plan } from './plan.ts'

type Given = Readonly<Record<string, unknown>>

export function approval(plan: Plan): Given {
  const is = (name: Plan['outstanding'][number]) => plan.outstanding.includes(name)
  const written = (name: 'legal' | 'finance' | 'director', position: string, days: number) =>
    is(name)
      ? {}
      : {
          [name]: {
            name: personName(plan.number + name.length),
            position,
            written: true,
            date: before(plan, days),
            ref: `${name.slice(0, 3).toUpperCase()}/${plan.number}`,
          },
        }
  const rows = [
    'portfolio_holder',
    'legal',
    'finance',
    'procurement',
    'insurance_risk',
    'ict',
    'hr',
    'performance_fit',
    'performance_outcomes',
    'information_governance',
    'equality',
  ]
  const questions = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      question: i + 1,
      comment: `Looked at by the shadow board when it planned the work in ${plan.area}; nothing more is needed.`,
    }))
  return {
    approvals: {
      in_principle: {
        by: personName(plan.number + 3),
        role: 'Director',
        date: before(plan, 200),
        ref: `DD/${plan.number}`,
      },
      ...written('legal', 'Director of Legal and Governance (Monitoring Officer)', 30),
      ...written('finance', 'Director of Finance (Section 151 Officer)', 29),
      ...written('director', 'Director', 25),
      executive: { needed: false, decided_by: 'the Monitoring Officer' },
      ...(plan.grant?.accountableBody && {
        accountable_body: {
          finance: {
            name: personName(7),
            position: 'Director of Finance (Section 151 Officer)',
            written: true,
            date: before(plan, 190),
            ref: `FIN/${plan.number}/ab`,
          },
          legal: {
            name: personName(8),
            position: 'Director of Legal and Governance (Monitoring Officer)',
            written: true,
            date: before(plan, 190),
            ref: `LEG/${plan.number}/ab`,
          },
          executive: { needed: false, decided_by: 'the Monitoring Officer' },
        },
      }),
      partners: [host, ...plan.partners]
        .filter((_, i) => !(is('partners') && i === 1))
        .map(p => ({
          partner: p.id,
          body: p === host ? 'the Director' : 'its board',
          date: before(plan, 28),
          ref: 'minute 9',
        })),
    },
    decision_record: {
      ref: `DR/${plan.number}`,
      reasons: `The bodies of ${plan.area} reach more people together than apart.`,
      alternatives: 'Going on apart, and buying the work in: both reach fewer people.',
      conflicts: 'none',
      dispensations: 'none',
    },
    consultation: rows.map((row, i) => ({
      row,
      name: personName(plan.number + i),
      position: 'Adviser',
      date: before(plan, 75),
      advice: 'Keep it short and write down who does what.',
      followed: 'yes',
      shown_in_clause: 'board',
    })),
    checklists: { planning: questions(12), inclusivity: questions(6), governance: questions(14) },
  }
}
