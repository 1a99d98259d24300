/** Rules on whom a flow is about: children, and what its own words say of special categories and offences. */
import type { Key } from '../answers.ts'
import { capital } from './capital.ts'
import { type FoundFlow, flowsOf } from './information-flow-facts.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

const children =
  /\b(?:child(?:ren)?|bab(?:y|ies)|infants?|toddlers?|pupils?|minors|under[- ](?:\d{1,2}|fives|eighteens)s?)\b/i
/** Adults who are only described by the children they have or work with. */
const adultsOnly =
  /\b(?:parents?|carers?|staff|workers?|teachers?|professionals?|practitioners?|volunteers?|adults?|people|those)\s+(?:(?:who|that)\s+)?(?:(?:work|works|working|help|live|care)\s+)?(?:with|of|for|to|without)\s+(?:\w+\s+){0,2}(?:child(?:ren)?|bab(?:y|ies)|pupils?)\b(?:\s+under\s+\w+)?/gi
/** Children named only through their parents, or as what adults once were. */
const throughOthers =
  /\b(?:child(?:ren)?[’']s|pupils?[’']s?|babies[’'])\s+(?:parents?|carers?|famil(?:y|ies)|teachers?)\b|\bas (?:a )?child(?:ren)?\b/gi
const noChildren =
  /\b(?:no|not|never|excluding|except|without|adult)\b[^,;.]{0,20}\b(?:child(?:ren)?|pupils?|babies)\b/gi

/** Words in the list of items that name a special category as good as by name. */
const categories: readonly (readonly [category: string, said: RegExp])[] = [
  [
    'health',
    /\b(?:health (?:needs?|conditions?|history|records?|data)|medical|diagnos[ei]s|medication|disabilit(?:y|ies)|mental health|pregnan\w+|NHS records?)\b/i,
  ],
  ['race', /\b(?:ethnic(?:ity)?|racial)\b|^race$/i],
  ['religion', /\breligio(?:n|us beliefs?)\b|^faith$/i],
  ['union', /\btrade union\b/i],
  ['sex_life_orientation', /\bsexual orientation\b/i],
  ['politics', /\bpolitical (?:opinions?|views?)\b/i],
  ['biometric', /\b(?:biometric\w*|fingerprints?|facial recognition)\b/i],
]
const offences =
  /\b(?:convictions?|offences?|police cautions?|criminal records?|arrests|charges brought|bail)\b/i
const refused = /\b(?:no|not|never|without|except|excluding)\b/i

function firstItem(flow: FoundFlow, said: RegExp): { at: readonly Key[]; text: string } | undefined {
  for (const [index, text] of (flow.flow.items ?? []).entries()) {
    const match = said.exec(text)
    const isRefused =
      match &&
      (refused.test(text.slice(0, match.index)) || /\b(?:not included|left out|excluded)\b/i.test(text))
    if (match && !isRefused) return { at: flow.at('items', index), text }
  }
  return undefined
}

function* contentFaults(context: RuleContext, found: FoundFlow): Generator<Fault> {
  const { flow, name, at } = found
  const isNone = setAside(context, ...at('special_categories'))?.words === 'none'
  const listed: readonly string[] = flow.special_categories ?? []
  if (isNone || listed.length > 0)
    for (const [category, said] of categories) {
      const item = listed.includes(category) ? undefined : firstItem(found, said)
      if (item)
        yield {
          at: item.at,
          message: `${capital(name)} includes "${item.text}", but ${category.replaceAll('_', ' ').replace('sex life orientation', 'sexual orientation')} is not among its special categories`,
          related: [{ at: at('special_categories'), message: 'The special categories are answered here' }],
        }
    }
  const offence = flow.offence_data === false ? firstItem(found, offences) : undefined
  if (offence)
    yield {
      at: offence.at,
      message: `${capital(name)} includes "${offence.text}", but is said to hold no data on offences`,
      related: [{ at: at('offence_data'), message: 'That is answered here' }],
    }
}

const base = { severity: 'warning', owner: 'information_governance', stage: 'draft' } as const

export const subjectRules: readonly Rule[] = [
  {
    ...base,
    code: 'ISP-15',
    source: 'UK GDPR Art 5 and recital 38',
    requirements: ['R092', 'R110'],
    *find({ intake }) {
      for (const { flow, name, at } of flowsOf(intake)) {
        const about = (flow.subjects ?? '')
          .replace(adultsOnly, '')
          .replace(throughOthers, '')
          .replace(noChildren, '')
        if (flow.children === false && children.test(about))
          yield {
            at: at('children'),
            message: `${capital(name)} is said not to be about children, but it is about "${flow.subjects}"`,
            related: [{ at: at('subjects'), message: 'Those concerned stand here' }],
          }
      }
    },
  },
  {
    ...base,
    code: 'ISP-23',
    source: 'UK GDPR Art 9 and 10',
    requirements: ['R092', 'R110'],
    *find(context) {
      for (const flow of flowsOf(context.intake)) yield* contentFaults(context, flow)
    },
  },
]
