/** Rules on volunteers: their training, support and checks, and answers that disagree on whether there are any. */
import type { Key } from '../answers.ts'
import { hasAnswer } from '../three-valued.ts'
import type { Rule } from './rule.ts'
import { setAside } from './set-aside.ts'

const at = (key: string): readonly Key[] => ['volunteers', key]
const base = { owner: 'hr', stage: 'draft' } as const

export const volunteerRules: readonly Rule[] = [
  {
    ...base,
    code: 'VOL-01',
    severity: 'warning',
    source: 'Code 10.4; 10.5',
    requirements: ['R087', 'R088'],
    *find(context) {
      const { conditions } = context
      if (!conditions.volunteers) return
      const related = [{ at: at('used'), message: 'Volunteers are said to be used here' }]
      for (const [key, what] of [
        ['host', 'the partner responsible for them'],
        ['training', 'their training and support'],
        ['checks', 'the checks on them'],
      ] as const) {
        const aside = setAside(context, ...at(key))
        // Those who never meet a child or an adult at risk may need no check.
        if (!aside || aside.at.length < 2 || (key === 'checks' && !conditions.vulnerable_clients)) continue
        // A reason why no check is needed is an answer: some volunteers work away from those served.
        if (key === 'checks' && aside.reason !== undefined) continue
        yield {
          at: aside.at,
          message: `Volunteers are used${key === 'checks' ? ' in work with children or adults at risk' : ''}, but this is answered ${aside.words}: ${what}`,
          related,
        }
      }
    },
  },
  {
    ...base,
    code: 'VOL-02',
    severity: 'error',
    source: 'Code 10.4',
    requirements: ['R087', 'R110'],
    *find({ intake }) {
      if (intake.volunteers?.used !== false) return
      const related = [{ at: at('used'), message: 'No volunteers are said to be used here' }]
      for (const key of ['host', 'training', 'checks', 'expenses'] as const)
        if (hasAnswer(intake.volunteers[key])) {
          yield {
            at: at(key),
            message: 'No volunteers are said to be used, yet something is arranged for them',
            related,
          }
          break
        }
      for (const [index, { role }] of (intake.safeguarding?.roles ?? []).entries())
        if (role && /\bvolunteers?\b/i.test(role) && !/\b(?:manager|co-?ordinator|lead)\b/i.test(role))
          yield {
            at: ['safeguarding', 'roles', index, 'role'],
            message: `No volunteers are said to be used, yet "${role}" is among the roles that are checked`,
            related,
          }
    },
  },
]
