/** The rule on raising concerns: nothing in the answers may stop anybody from doing so. */
import type { Key } from '../answers.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { type FoundText, textsUnder } from './texts.ts'

const outsiders =
  '(?:regulators?|ombudsman|police|inspectors?|inspectorates?|information commissioner|care quality commission|cqc|ofsted|health and safety executive|hse|mps?|prescribed (?:person|bod)\\w*|auditors?|trade unions?|lawyers?)'
/** Words that forbid going to those to whom the law lets anybody go, or that make it a ground for sanctions. */
const gags: readonly RegExp[] = [
  new RegExp(
    `\\b(?:must not|may not|shall not|cannot|can't|are not to|is not to|no one may|nobody may|never)\\b[^.;]{0,60}\\b(?:report|speak|talk|complain|go|contact|raise)\\w*\\b[^.;]{0,60}\\b${outsiders}\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:report|speak|talk|complain|go|contact)\\w*\\b[^.;]{0,40}\\b${outsiders}\\b[^.;]{0,40}\\b(?:only with|needs? (?:the )?(?:consent|approval|permission|agreement)|is (?:forbidden|prohibited|a breach|not allowed))`,
    'i',
  ),
  /\b(?:must not|may not|shall not|are not to|nobody may)\b[^.;]{0,60}\b(?:raise|report|voice)\b[^.;]{0,40}\bconcerns?\b[^.;]{0,40}\b(?:outside|beyond|externally)\b/i,
  /\bconcerns?\b[^.;]{0,50}\b(?:only|first|solely)\b[^.;]{0,30}\bwithin the partnership\b/i,
]
/** Words without which no gag is one; asked first, because most texts have none of them. */
const bearsOnConcerns = new RegExp(`\\b(?:concerns?|${outsiders})\\b`, 'i')

/** A sanction for speaking up, among the grounds for expulsion. */
const punished =
  /\b(?:whistle-?blowing|rais(?:ing|es) (?:a )?concerns?|(?:report(?:ing|s)|complain(?:ing|s)|going|goes)\b[^.;]{0,30}\bto (?:a |an |the )?(?:regulator|police|ombudsman|inspectorate|press|media))\b/i
const protective =
  /\b(?:victimis\w*|retaliat\w*|fail(?:ure|ing|s)? to|without|against (?:a )?whistle|punish\w*|prevent\w*|ignor\w*|obstruct\w*|suppress\w*)\b/i

function* gagFaults({ intake }: RuleContext): Generator<Fault> {
  const texts: readonly FoundText[] = [
    ...textsUnder(intake, ['whistleblowing', 'media', 'employment', 'volunteers', 'secondments', 'breach']),
    ...(intake.info?.disclosure
      ? [{ at: ['info', 'disclosure'] as readonly Key[], text: intake.info.disclosure }]
      : []),
  ]
  for (const { at, text } of texts)
    if (bearsOnConcerns.test(text) && gags.some(gag => gag.test(text)))
      yield {
        at,
        message: `This answer may stop people from taking a concern to those the law lets them go to: "${text.trim()}"`,
      }
  for (const [index, text] of (intake.expulsion?.grounds ?? []).entries())
    if (punished.test(text) && !protective.test(text))
      yield {
        at: ['expulsion', 'grounds', index],
        message: `A partner could be expelled because somebody spoke up: "${text.trim()}"`,
      }
}

export const whistleblowingRules: readonly Rule[] = [
  {
    code: 'WB-01',
    severity: 'warning',
    owner: 'legal',
    stage: 'draft',
    source: 'Employment Rights Act 1996 s43J; Code App 4 F',
    requirements: ['R124'],
    find: gagFaults,
  },
]
