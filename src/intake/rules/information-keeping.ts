/** Rules on how long shared information is kept, and how long it stays confidential. */
import type { Key } from '../answers.ts'
import { numberPattern, readNumber } from './number-words.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

const period = new RegExp(`(?<![\\d.])(${numberPattern}) years?\\b(?! old| of age)`, 'gi')
/** Words that make a number of years something else than how long to keep it. */
const somethingElse =
  /\b(?:aged?|birthday|reach(?:es)?|under|over|or more|at least|minimum|not less|turns?|plus|then|further|until)\b/i

const forEver =
  /\b(?:indefinite(?:ly)?|for ?ever|permanent(?:ly)?|(?:no|without) (?:time )?limit|just in case)\b/i

/** The longest period that a reason names, where it names nothing but plain periods. */
function yearsIn(reason: string): number | undefined {
  if (somethingElse.test(reason)) return undefined
  const found = [...reason.matchAll(period)].map(([, number = '']) => readNumber(number) ?? 0)
  return found.length === 0 ? undefined : Math.max(...found)
}

/** A class of information as it is named within a message. */
const named = (what: string | undefined): string => (what === undefined ? 'this information' : `"${what}"`)

function* keptTooLong(context: RuleContext): Generator<Fault> {
  const { intake, conditions } = context
  const at = (index: number, key: string): readonly Key[] => ['info', 'retention', index, key]
  const whole = setAside(context, 'info', 'retention')
  if (whole && whole.at.length > 1 && conditions.personal_data)
    yield {
      at: whole.at,
      message: `Personal data is shared, but how long it is kept is answered ${whole.words}`,
      severity: 'error',
    }
  for (const [index, { class: what, years, reason }] of (intake.info?.retention ?? []).entries()) {
    const reasonYears = reason === undefined ? undefined : yearsIn(reason)
    if (years !== undefined && reasonYears !== undefined && years > reasonYears)
      yield {
        at: at(index, 'years'),
        message: `The time set for ${named(what)} is ${years} years, but the reason given is for ${reasonYears}: "${reason}"`,
        related: [{ at: at(index, 'reason'), message: 'The reason stands here' }],
      }
    const noReason = setAside(context, ...at(index, 'reason'))
    if (noReason && noReason.at.length > 3 && conditions.personal_data)
      yield {
        at: noReason.at,
        message: `No reason is given for the time set for ${named(what)}`,
      }
    const noYears = setAside(context, ...at(index, 'years'))
    const said = noYears?.reason ?? reason
    if (said !== undefined && forEver.test(said) && conditions.personal_data)
      yield {
        at: noYears?.at ?? at(index, 'reason'),
        message: `No limit is set for ${named(what)}: "${said.trim()}"`,
      }
  }
}

const base = { severity: 'warning', stage: 'draft' } as const

export const keepingRules: readonly Rule[] = [
  {
    ...base,
    code: 'ISP-11',
    owner: 'information_governance',
    source: 'UK GDPR Art 5(1)(e); Code 9.14',
    requirements: ['R076', 'R094'],
    find: keptTooLong,
  },
  {
    ...base,
    code: 'ISP-20',
    owner: 'legal',
    source: 'Code App 4 D',
    requirements: ['R122'],
    *find({ intake, conditions }) {
      const { confidentiality, info } = intake
      const years = confidentiality?.years
      const at = ['confidentiality', 'years']
      if (years === 0 && conditions.info_sharing)
        yield {
          at,
          message: 'Information is shared, but confidentiality ends on the day the agreement does',
          related: [{ at: ['info', 'shares_information'], message: 'Information is said to be shared here' }],
        }
      // Personal data stays protected by law for as long as it is kept, whatever the clause says.
      if (years === undefined || years === 0 || conditions.personal_data !== false) return
      const longest = (info?.retention ?? [])
        .map((item, index) => ({ years: item.years ?? 0, index, what: item.class }))
        .toSorted((a, b) => b.years - a.years)[0]
      if (longest && longest.years > years)
        yield {
          at,
          message: `Confidentiality lasts ${years} years after the end, but the time set for ${named(longest.what)} is ${longest.years}`,
          related: [
            { at: ['info', 'retention', longest.index, 'years'], message: 'How long it is kept stands here' },
          ],
        }
    },
  },
]
