/** Rules on a transfer of staff under TUPE: advice, consultation, the two employers, pensions, and answers that disagree. */
import type { Key } from '../answers.ts'
import { formatDate } from '../format.ts'
import { hasAnswer } from '../three-valued.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

const at = (key: string): readonly Key[] => ['tupe', key]
const related = [{ at: at('expected'), message: 'Whether a transfer is expected stands here' }]

/** Details that only a transfer has. Advice is no sign of one: HR and Legal may have advised that there is none. */
const details: readonly (readonly [key: 'from' | 'to' | 'headcount' | 'date' | 'pensions', what: string])[] =
  [
    ['from', 'the employer they leave is named'],
    ['to', 'the employer they join is named'],
    ['headcount', 'the number of people is given'],
    ['date', 'a date is given'],
    ['pensions', 'their pensions are described'],
  ]

function* contradictions(context: RuleContext): Generator<Fault> {
  const { tupe } = context.intake
  if (tupe?.expected !== 'no') return
  const found = details.find(([key]) => hasAnswer(tupe[key]) && tupe[key] !== 0)
  if (found)
    yield {
      at: at(found[0]),
      message: `No transfer of staff is expected, yet ${found[1]}`,
      related,
    }
}

function* adviceFaults(context: RuleContext): Generator<Fault> {
  const { intake, conditions } = context
  if (!conditions.tupe) return
  const tupe = intake.tupe ?? {}
  const aside = setAside(context, ...at('advice_by')) ?? setAside(context, ...at('advice_date'))
  if (aside && aside.at.length > 1)
    yield {
      at: aside.at,
      message: `A transfer of staff ${tupe.expected === 'yes' ? 'is expected' : 'may arise'}, and nobody has advised on it`,
      related,
    }
  if (tupe.advice_date && tupe.date && tupe.advice_date > tupe.date)
    yield {
      at: at('advice_date'),
      message: `The advice on the transfer of staff is dated ${formatDate(tupe.advice_date)}, after the transfer on ${formatDate(tupe.date)}`,
      related: [{ at: at('date'), message: 'The date of the transfer stands here' }],
    }
}

/** What must be settled before staff transfer, and on what authority. */
const settled: readonly (readonly [key: 'from' | 'to' | 'consultation_date' | 'pensions', what: string])[] = [
  ['from', 'the employer they leave'],
  ['to', 'the employer they join'],
  ['consultation_date', 'the consultation of their representatives'],
  ['pensions', 'what happens to their pensions'],
]

function* unsettledFaults(context: RuleContext): Generator<Fault> {
  if (context.intake.tupe?.expected !== 'yes') return
  for (const [key, what] of settled) {
    const aside = setAside(context, ...at(key))
    if (aside?.words === 'none' && aside.at.length > 1)
      yield { at: aside.at, message: `Staff are to transfer, but ${what} is answered none`, related }
  }
}

const base = { owner: 'hr', stage: 'draft' } as const
const regulations = 'SI 2006/246'

export const transferRules: readonly Rule[] = [
  {
    ...base,
    code: 'EMP-02',
    severity: 'warning',
    source: `${regulations} reg 3; Code 10.1`,
    requirements: ['R084', 'R128'],
    find: adviceFaults,
  },
  {
    ...base,
    code: 'TUPE-01',
    severity: 'error',
    source: `${regulations} reg 3`,
    requirements: ['R128'],
    find: contradictions,
  },
  {
    ...base,
    code: 'TUPE-02',
    severity: 'error',
    source: `${regulations} reg 13`,
    requirements: ['R128', 'R161'],
    *find({ intake: { tupe = {} }, conditions }) {
      const { consultation_date: consulted, date } = tupe
      if (conditions.tupe && consulted && date && consulted >= date)
        yield {
          at: at('consultation_date'),
          message: `Staff are consulted on ${formatDate(consulted)}, ${consulted === date ? 'the very day of' : 'after'} the transfer${consulted === date ? '' : ` on ${formatDate(date)}`}`,
          related: [{ at: at('date'), message: 'The date of the transfer stands here' }],
        }
    },
  },
  {
    ...base,
    code: 'TUPE-03',
    severity: 'error',
    source: `${regulations} reg 3`,
    requirements: ['R128'],
    *find({ intake: { tupe = {} } }) {
      const { from, to, headcount, expected } = tupe
      if (from && to && from.trim().toLowerCase() === to.trim().toLowerCase())
        yield {
          at: at('to'),
          message: `Staff are to leave ${from} and to join the same employer`,
          related: [{ at: at('from'), message: 'The employer they leave stands here' }],
        }
      if (expected === 'yes' && headcount === 0)
        yield {
          at: at('headcount'),
          message: 'A transfer of staff is expected, but the number of people is nought',
          related,
        }
    },
  },
  {
    ...base,
    code: 'TUPE-04',
    severity: 'warning',
    source: `${regulations} reg 10, 11 and 13`,
    requirements: ['R128'],
    find: unsettledFaults,
  },
]
