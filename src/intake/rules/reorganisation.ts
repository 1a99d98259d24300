/** Rules on partners that are to be reorganised, merged or abolished: is there a plan, and do the dates make sense? */
import { formatDate } from '../format.ts'
import { hasAnswer } from '../three-valued.ts'
import { monthsLater } from './months-later.ts'
import type { Rule } from './rule.ts'
import { setAside } from './set-aside.ts'

const questions = [
  ['plan', 'the plan for the successor bodies'],
  ['vesting_date', 'the date on which they take over'],
  ['partners_affected', 'which partners are affected'],
] as const

const at = ['reorganisation', 'vesting_date']

const base = { severity: 'warning', owner: 'legal', stage: 'sign_off' } as const

export const reorganisationRules: readonly Rule[] = [
  {
    ...base,
    code: 'REORG-01',
    source: 'Local Government and Public Involvement in Health Act 2007; SI 2008/2176',
    requirements: ['R125'],
    *find(context) {
      if (!context.conditions.reorganisation) return
      for (const [key, what] of questions) {
        const aside = setAside(context, 'reorganisation', key)
        if (!aside) continue
        yield {
          at: aside.at,
          message: `A reorganisation is expected, but ${aside.at.length === 1 ? 'what is planned for it' : what} is answered ${aside.words}`,
        }
        if (aside.at.length === 1) return
      }
    },
  },
  {
    ...base,
    code: 'REORG-02',
    stage: 'draft',
    source: 'Code App 4 C',
    requirements: ['R121'],
    *find({ intake: { reorganisation, reorganisation_expected: isExpected, term } }) {
      const date = reorganisation?.vesting_date
      if (isExpected === false && hasAnswer(reorganisation))
        yield {
          at: ['reorganisation_expected'],
          message: 'No reorganisation is said to be expected, yet one is described',
          related: [{ at: ['reorganisation'], message: 'It is described here' }],
        }
      if (!date || isExpected === false) return
      const last = term?.end && term.kind !== 'rolling' && monthsLater(term.end, term.extension_months ?? 0)
      if (last && date > last)
        yield {
          at,
          message: `The new bodies take over on ${formatDate(date)}, after the last day that the partnership can run to, ${formatDate(last)}`,
          related: [{ at: ['term', 'end'], message: 'The end of the partnership stands here' }],
        }
    },
  },
  {
    ...base,
    code: 'REORG-03',
    source: 'Code App 4 A',
    requirements: ['R119'],
    *find({ intake: { reorganisation, term }, asAt, conditions }) {
      const date = reorganisation?.vesting_date
      if (!date || !conditions.reorganisation) return
      if (date <= asAt || (term?.start && date <= term.start))
        yield {
          at,
          message: `The new bodies take over on ${formatDate(date)}, ${date <= asAt ? `no later than the day of this check, ${formatDate(asAt)}` : `before or on the start on ${formatDate(term!.start!)}`}, so they are the ones to make this agreement`,
        }
    },
  },
]
