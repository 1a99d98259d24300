/** Rules on how long shared information is kept, and how long it stays confidential. */
import type { Key } from '../answers.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

const words = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const period = new RegExp(`(?<![\\d.])(\\d{1,3}|${words.join('|')}) years?\\b(?! old| of age)`, 'gi')
/** Words that make a number of years something else than how long to keep it. */
const somethingElse =
  /\b(?:aged?|birthday|reach(?:es)?|under|over|or more|at least|minimum|not less|turns?|plus|then|further|until)\b/i

const forEver =
  /\b(?:indefinite(?:ly)?|for ?ever|permanent(?:ly)?|(?:no|without) (?:time )?limit|just in case)\b/i

/** The longest period that a reason names, where it names nothing but plain periods. */
function yearsIn(reason: string): number | undefined {
  if (somethingElse.test(reason)) return undefined
  const found = [...reason.matchAll(period)].map(([, number = '']) =>
    /\d/.test(number) ? Number(number) : words.indexOf(number.toLowerCase()) + 1,
  )
  return found.length === 0 ? undefined : Math.max(...found)
}

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
    const named = reason === undefined ? undefined : yearsIn(reason)
    if (years !== undefined && named !== undefined && years > named)
      yield {
        at: at(index, 'years'),
        message: `${what ?? 'This information'} is kept for ${years} years, but the reason given is for ${named}: "${reason}"`,
        related: [{ at: at(index, 'reason'), message: 'The reason stands here' }],
      }
    const noReason = setAside(context, ...at(index, 'reason'))
    if (noReason && noReason.at.length > 3 && conditions.personal_data)
      yield {
        at: noReason.at,
        message: `${what ?? 'This information'} is kept for a time for which no reason is given`,
      }
    const noYears = setAside(context, ...at(index, 'years'))
    const said = noYears?.reason ?? reason
    if (said !== undefined && forEver.test(said) && conditions.personal_data)
      yield {
        at: noYears?.at ?? at(index, 'reason'),
        message: `${what ?? 'This information'} is kept without limit: "${said.trim()}"`,
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
          message: `Confidentiality lasts ${years} years after the end, but ${longest.what ?? 'some information'} is kept for ${longest.years}`,
          related: [
            { at: ['info', 'retention', longest.index, 'years'], message: 'How long it is kept stands here' },
          ],
        }
    },
  },
]
