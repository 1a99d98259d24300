/** The ten issues of the Code in each secondment in; faults where one is left open, or nobody can tell who does it, out. */
import type { Intake } from '../schema.ts'
import { numberPattern } from './number-words.ts'
import { isNamedIn, partnerOf } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

export type Secondment = NonNullable<Intake['secondments']>[number]

/** What to call a secondment in a message. */
export const secondmentName = ({ secondee_or_post: post }: Secondment, index: number): string =>
  post ?? `item ${index + 1}`

/** The issues as the Code lists them, each with the words for a message. */
const issues = {
  pay: 'pay',
  equipment: 'equipment',
  rules: 'whose rules apply',
  leave: 'leave',
  appraisal: 'appraisal',
  insurance: 'insurance',
  training: 'training',
  grievance_and_dispute_cost: 'grievances and the cost of disputes',
  home_working: 'working from home',
  personal_development: 'personal development',
} as const

/** Words that put a decision off. "To be agreed with the host" is a procedure and does not. */
const putOff =
  /\b(?:tb[acd]|to be (?:decided|confirmed|determined|finali[sz]ed|settled|discussed)|to be agreed(?! (?:with|by|between|each|every|yearly|beforehand))|not yet (?:agreed|decided|known|settled)|under discussion|undecided)\b/i

/** Words by which one can tell who does or bears something, besides the names of the partners. */
const whoseWords =
  /\b(?:employers?[’']?|home|hosts?|councils?|authorit(?:y|ies)|trusts?|board|nhs|icb|police|college|university|charity|compan(?:y|ies)|agency|lender|secondees?|post-?holders?|managers?|supervisors?|leaders?|heads? of|directors?|partners?|partnership|both|each|either|jointly|shared?|split|equally)\b/i

/** An answer that there is none needs nobody to provide it. */
const refusal = /^\W*(?:no|not|none|never|nil|does not apply)\b/i

/** Issues on which an arrangement is a decision, whoever it comes from: nobody provides or pays for it. */
const arranged: readonly string[] = ['leave', 'home_working']
const arrangement = new RegExp(
  `\\b(?:${numberPattern}|an?|some|most|any|all|full|part|half)[ -](?:\\w+[ -])?(?:day|week|hour|month|time)s?\\b|\\b(?:allowed|possible|permitted|may work|occasional(?:ly)?|hybrid|flexib(?:le|ly)|from home|bank holidays?|statutory)\\b`,
  'i',
)

/** Whether an answer tells who acts. Until both partners are named it may do so by a name that is not known yet. */
function isNamed(intake: Intake, item: Secondment, text: string): boolean {
  if (whoseWords.test(text) || refusal.test(text)) return true
  return [item.from, item.to].some(id => {
    const partner = partnerOf(intake, id)
    return partner?.short_name === undefined || isNamedIn(partner, text)
  })
}

function* issueFaults(context: RuleContext): Generator<Fault> {
  const { intake } = context
  for (const [index, item] of (intake.secondments ?? []).entries())
    for (const [key, words] of Object.entries(issues) as [keyof typeof issues, string][]) {
      const at = ['secondments', index, key]
      const text = item[key]
      const name = secondmentName(item, index)
      const aside = setAside(context, ...at)
      if (aside?.words === 'none' && aside.at.length > 1)
        yield {
          at,
          message: `In the secondment of ${name}, ${words} is answered none, but the Code asks for a decision on it`,
        }
      else if (text !== undefined && putOff.test(text))
        yield { at, message: `In the secondment of ${name}, ${words} is still left open: "${text.trim()}"` }
      else if (
        text !== undefined &&
        !(arranged.includes(key) && arrangement.test(text)) &&
        !isNamed(intake, item, text)
      )
        yield {
          at,
          severity: 'warning',
          message: `In the secondment of ${name}, the answer on ${words} does not say whether the employer or the host is responsible`,
          hint: 'Name the partner that decides, provides or pays.',
        }
    }
}

export const secondmentIssueRules: readonly Rule[] = [
  {
    code: 'SEC-01',
    severity: 'error',
    owner: 'hr',
    stage: 'draft',
    source: 'Code 10.7',
    requirements: ['R090'],
    find: issueFaults,
  },
]
