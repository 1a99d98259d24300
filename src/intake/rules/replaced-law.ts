/** The rule on law and bodies that have gone: every text is read for them, and told what to say today. */

import type { Intake } from '../schema.ts'
import { labelOf } from './labels.ts'
import type { Rule, RuleContext, RuleSettings } from './rule.ts'
import { type FoundText, literally, sentenceAround, textsUnder } from './texts.ts'

/** Answers that are names, ids or choices, or that other rules read. What a body is called is its own affair. */
const namesOnly = new Set([
  'id',
  'legal_name',
  'short_name',
  'reference',
  'ref',
  'email',
  'file',
  'instrument',
  'addressed_in',
  'shown_in_clause',
  'clause',
  'registered_number',
  'charity_number',
])

/** Answers about something that is over: old words are right there. */
const aboutThePast = new Set(['previous_agreement', 'notice_ref'])

/** Words in a sentence that tell of another time. */
const history =
  /\b(?:former(?:ly)?|previous(?:ly)?|predecessors?|success(?:or|ors|ion) (?:to|of)|succeed(?:ed|s)|replac(?:ed|es|ing)|instead of|rather than|in place of|abolish(?:ed|ing)|ceased|superseded|repealed|revoked|defunct|histor(?:y|ic|ical|ically)|legacy|inherited|transferred from|took over from|taken over from|renamed|now (?:called|known|part)|originally|began|begun|no longer|used to be)\b/i

/** Words that tell of another time only beside a verb in the past: "before they start" does not. */
const timeWord = /\b(?:before|until|when|while|since|after|in the days of|at that time|then)\b/i
const pastVerb = /\b(?:was|were|had|existed|closed|ended|merged|ran|held|shared|met|left|went)\b/i

const act = /\b(?:Acts?|Regulations?|Order|Rules?|Directive)\s+(?:19|20)\d\d\b/g

/** A year that has passed, other than in the name of an Act. */
const speaksOfYearBefore = (sentence: string, year: number): boolean =>
  [...sentence.replace(act, ' ').matchAll(/\b(?:19|20)\d\d\b/g)].some(([said]) => Number(said) < year)

type Gone = RuleSettings['replaced'][number]

interface Patterns {
  /** Whether a text holds any of the words at all. Most hold none, and need no closer look. */
  readonly any: readonly RegExp[]
  readonly each: readonly { readonly every: RegExp; readonly gone: Gone }[]
}

const patternsMade = new WeakMap<RuleSettings['replaced'], Patterns>()

/** The patterns of the law file, made once. */
function patternsOf(replaced: RuleSettings['replaced']): Patterns {
  const before = patternsMade.get(replaced)
  if (before) return before
  const sources = new Map<string, string[]>()
  for (const { said } of replaced)
    sources.set(said.flags, [...(sources.get(said.flags) ?? []), `(?:${said.source})`])
  const patterns = {
    any: [...sources].map(([flags, some]) => new RegExp(some.join('|'), flags)),
    each: replaced.map(gone => ({ every: new RegExp(gone.said.source, `${gone.said.flags}g`), gone })),
  }
  patternsMade.set(replaced, patterns)
  return patterns
}

/** Whether a text holds words for law or a body that has gone. */
export const speaksOfGone = (text: string, replaced: RuleSettings['replaced']): boolean =>
  patternsOf(replaced).any.some(pattern => pattern.test(text))

interface Said {
  readonly words: string
  readonly index: number
  readonly gone: Gone
}

/** What follows where the words are only the beginning of a company's name. */
const restOfName = /^(?: (?:&|and|of|\p{Lu}[\p{L}&’'-]*)){0,4} (?:Ltd|Limited|plc|PLC|LLP|CIO|CIC|Inc)\b/u

/** Every mention of what has gone, in the order of the text; of two that overlap, the longer. */
function mentions(
  typed: string,
  replaced: RuleSettings['replaced'],
  names: () => readonly RegExp[],
): readonly Said[] {
  // A name may run over the end of a line.
  const text = typed.replace(/\n/g, ' ')
  if (!speaksOfGone(text, replaced)) return []
  // A name is blanked out at its own length, so that what is left stays where it stands.
  const bare = names().reduce((left, name) => left.replace(name, found => ' '.repeat(found.length)), text)
  const found: Said[] = []
  for (const { every, gone } of patternsOf(replaced).each)
    for (const match of bare.matchAll(every))
      if (!restOfName.test(bare.slice(match.index + match[0].length)))
        found.push({ words: match[0], index: match.index, gone })
  return found
    .toSorted((a, b) => a.index - b.index || b.words.length - a.words.length)
    .filter((one, nth, all) => {
      const earlier = all.slice(0, nth)
      return !earlier.some(other => other.index + other.words.length > one.index || other.words === one.words)
    })
}

/** The names of the partners, of the funder and of the partnership itself, longest first. */
function namesIn({ intake }: RuleContext): readonly RegExp[] {
  const names = [
    intake.name,
    intake.board?.name,
    intake.grant?.funder,
    ...(intake.partners ?? []).flatMap(partner => [partner.legal_name, partner.short_name]),
  ]
  return names
    .filter(name => name !== undefined && name.length > 2)
    .toSorted((a, b) => b!.length - a!.length)
    .map(name => new RegExp(`(?<![\\p{L}\\d])${literally(name!)}(?![\\p{L}\\d])`, 'giu'))
}

const isRead = ({ at, text }: FoundText): boolean => {
  const key = at.findLast(step => typeof step === 'string') as string
  return !namesOnly.has(key) && /\s|^\p{Lu}/u.test(text) && text.length > 2
}

/** Choices are words of this form, not of the officer. */
const isChoice = (at: FoundText['at'], text: string): boolean => {
  const path = at.reduce<string>(
    (all, key) => (typeof key === 'number' ? `${all}[]` : all === '' ? key : `${all}.${key}`),
    '',
  )
  return labelOf(path, text) !== text.replaceAll('_', ' ')
}

export const replacedLawRules: readonly Rule[] = [
  {
    code: 'LAW-01',
    severity: 'warning',
    owner: 'legal',
    stage: 'draft',
    source: 'Law in force; interpretation Z20 of the Code',
    requirements: ['R014', 'R088', 'R101', 'Z20'],
    *find(context) {
      const { intake, asAt } = context
      let masks: readonly RegExp[] | undefined
      const names = () => (masks ??= namesIn(context))
      const year = Number(asAt.slice(0, 4))
      const texts = textsUnder(intake, Object.keys(intake) as (keyof Intake)[])
      // Most intakes speak of nothing that has gone, and one long text is read in a fraction of the time of a thousand short ones.
      if (
        !speaksOfGone(texts.map(({ text }) => text.replace(/\n/g, ' ')).join('\n'), context.settings.replaced)
      )
        return
      for (const found of texts) {
        const { at, text } = found
        const said = mentions(text, context.settings.replaced, names)
        if (said.length === 0 || !isRead(found) || isChoice(at, text)) continue
        for (const { words, index, gone } of said) {
          const sentence = sentenceAround(text, index, index + words.length)
          const isPast =
            aboutThePast.has(at.at(-1) as string) ||
            history.test(sentence) ||
            (timeWord.test(sentence) && pastVerb.test(sentence)) ||
            speaksOfYearBefore(sentence, year - 5)
          yield {
            at,
            severity: isPast ? 'note' : gone.severity,
            message: isPast
              ? `The words here speak of '${words}', which seems to be meant as history; today it would be: ${gone.now}`
              : `The words here speak of '${words}'; today say: ${gone.now}`,
            hint: isPast
              ? 'Leave it if it tells of the past. Otherwise use the present name.'
              : `${gone.why} Write the present name, unless the words tell of the past.`,
          }
        }
      }
    },
  },
]
