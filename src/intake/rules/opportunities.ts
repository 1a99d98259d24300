/** Rules on opportunities: the register holds some, and their reviews are to come. */
import { formatDate } from '../format.ts'
import type { Rule } from './rule.ts'
import { setAside } from './set-aside.ts'

const base = { severity: 'warning', owner: 'risk_insurance', stage: 'draft' } as const

export const opportunityRules: readonly Rule[] = [
  {
    ...base,
    code: 'OPP-01',
    source: 'Code 12.1; 12.2',
    requirements: ['R095'],
    *find(context) {
      const aside = setAside(context, 'opportunities')
      if (aside || context.intake.opportunities?.length === 0)
        yield {
          at: ['opportunities'],
          message:
            'No opportunity is recorded, though the register is to hold opportunities as well as risks',
        }
    },
  },
  {
    ...base,
    code: 'OPP-02',
    source: 'Code 12.1; 12.2',
    requirements: ['R095'],
    *find({ intake, asAt }) {
      for (const [index, { text, review }] of (intake.opportunities ?? []).entries())
        if (review && review < asAt)
          yield {
            at: ['opportunities', index, 'review'],
            message: `The opportunity ${text ? `'${text}'` : index + 1} was to be reviewed on ${formatDate(review)}, before ${formatDate(asAt)}`,
          }
    },
  },
]
