/** Rules on whether the agreement is to be legally binding, given the money, the staff and the data. */
import type { Key } from '../answers.ts'
import { formatMoney } from '../format.ts'
import type { Rule } from './rule.ts'

const at: readonly Key[] = ['legally_binding']

const base = { owner: 'legal', stage: 'draft' } as const

export const bindingRules: readonly Rule[] = [
  {
    ...base,
    code: 'BIND-01',
    severity: 'error',
    source: 'Code 7.1',
    requirements: ['R037', 'Z25'],
    *find({ intake, conditions, settings: { readings } }) {
      if (!conditions.not_binding || !conditions.finance) return
      const isAllowed = readings.Z25 === 'protocol_allowed'
      const total = intake.finance?.total
      yield {
        at,
        ...(isAllowed ? { severity: 'warning' as const } : {}),
        message: `The agreement is not to be legally binding, but money is involved${total ? `: ${formatMoney(total)} in all` : ''} (the Code is read so that a protocol ${isAllowed ? 'may be allowed by Legal all the same' : 'is only for a partnership without money'}, Z25)`,
        related: [
          {
            at: total ? ['finance', 'total'] : ['finance', 'has_finance'],
            message: 'The money stands here',
          },
        ],
      }
    },
  },
  {
    ...base,
    code: 'BIND-02',
    severity: 'warning',
    source: 'Code 7.1; 10.6; 11.3',
    requirements: ['R037', 'R089', 'Z25'],
    *find({ conditions }) {
      const people: readonly (readonly [boolean | undefined, string, readonly Key[]])[] = [
        [conditions.secondment, 'staff are seconded', ['secondments']],
        [conditions.tupe, 'staff may transfer', ['tupe', 'expected']],
      ]
      const data = [conditions.personal_data, 'personal data is shared', ['info', 'personal_data']] as const
      if (!conditions.not_binding && !conditions.partly_binding) return
      // Where the agreement binds in part, it is the money and the information terms that do.
      for (const [holds, words, where] of conditions.not_binding ? [...people, data] : people)
        if (holds)
          yield {
            at,
            ...(conditions.not_binding
              ? { message: `The agreement is not to be legally binding, but ${words}` }
              : {
                  severity: 'note' as const,
                  message: `Only the financial and information terms are said to bind, but ${words}, so the agreement makes the terms on that bind too`,
                  hint: 'Ask Legal whether that is meant, or make the whole agreement binding.',
                }),
            related: [{ at: where, message: 'That stands here' }],
          }
    },
  },
]
