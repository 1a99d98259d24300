/** When money is paid, told in two answers: contributions, grant or a recharge in advance in one, in arrears in the other. */
import type { Key } from '../answers.ts'
import type { Intake } from '../schema.ts'
import type { Fault, RuleContext } from './rule.ts'
import { sentenceAround, textsUnder } from './texts.ts'

type Timing = 'in advance' | 'in arrears'

interface Claim {
  readonly at: readonly Key[]
  readonly timing: Timing
  readonly said: string
}

const period = '(?:each|every|the) (?:calendar |financial )?(?:month|quarter|half[- ]year|year)'
const words: readonly (readonly [Timing, string])[] = [
  [
    'in advance',
    `in advance|(?:on|by) the first (?:working )?day of ${period}|at the (?:start|beginning) of ${period}|before ${period} (?:starts|begins)`,
  ],
  [
    'in arrears?',
    `in arrears?|(?:on|by) the last (?:working )?day of ${period}|(?:at|after) the end of ${period}|after ${period} (?:ends|has ended)`,
  ],
].map(([timing, pattern]) => [timing!.replace('?', '') as Timing, pattern!])

const timings = words.map(([timing, pattern]) => [timing, new RegExp(`\\b(?:${pattern})\\b`, 'i')] as const)

/** The one way in which a text says that money is paid; undefined where it says neither, or both. */
function timingIn(text: string): { readonly timing: Timing; readonly said: string } | undefined {
  const found = timings.flatMap(([timing, pattern]) => {
    const match = pattern.exec(text)
    return match ? [{ timing, said: match[0] }] : []
  })
  return found.length === 1 ? found[0] : undefined
}

const paying = /\b(?:pay|pays|paid|payable|payments?|due|invoic\w+|instal\w+)\b/i

const topics = [
  {
    what: 'contributions',
    said: /\bcontributions?\b|\bpays? its share\b|\bpay their shares\b/i,
    not: /\bgrant\b|\bclaims?\b|\brecharge|\bsecond(?:ment|ee)|\bin kind\b|\brent\b|\btold\b|\bnotice\b|\breport/i,
  },
  {
    what: 'grant',
    said: /\bgrant (?:is|are|will be|comes|arrives)\b|\bfunder pays\b|\bclaims? (?:is|are) (?:made|paid)\b/i,
    not: /\bcontributions?\b|\brecharge|\breport/i,
  },
] as const

/** What the answers say of one kind of payment, the question on payment dates first where it is about that kind. */
function* claimsOn({ said, not, what }: (typeof topics)[number], intake: Intake): Generator<Claim> {
  const terms = intake.finance?.payment_terms
  const asked = terms !== undefined && what === 'contributions' ? timingIn(terms) : undefined
  if (asked) yield { at: ['finance', 'payment_terms'], ...asked }
  for (const { at, text } of textsUnder(intake, Object.keys(intake) as (keyof Intake)[])) {
    if (at[0] === 'finance' || !said.test(text)) continue
    for (const [timing, pattern] of timings) {
      const match = pattern.exec(text)
      if (!match) continue
      const sentence = sentenceAround(text, match.index, match.index + match[0].length)
      if (said.test(sentence) && paying.test(sentence) && !not.test(sentence) && timingIn(sentence))
        yield { at, timing, said: match[0] }
    }
  }
}

/** The same payment in advance in one answer and in arrears in another. */
export function* paymentFaults({ intake }: RuleContext): Generator<Fault> {
  for (const topic of topics) {
    const [first, ...others] = claimsOn(topic, intake)
    const other = others.find(({ timing }) => timing !== first!.timing)
    if (!first || !other) continue
    const subject = topic.what === 'grant' ? 'Grant is' : 'Contributions are'
    yield {
      at: other.at,
      message: `${subject} paid ${other.timing} by the words '${other.said}' here, and ${first.timing} by '${first.said}' elsewhere`,
      related: [{ at: first.at, message: `It is '${first.said}' here` }],
    }
  }
}
