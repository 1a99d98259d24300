/** Rules on how information travels: unsafe ways of sending it, and personal data that leaves the United Kingdom. */
import type { Key } from '../answers.ts'
import { flowsOf } from './information-flow-facts.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

/** A way of sending that is unsafe unless words beside it say how it is made safe. `unless` is read in the same clause. */
interface Way {
  readonly said: RegExp
  readonly what: string
  readonly unless?: RegExp
}

const isSecured =
  /\b(?:secured?|encrypt\w*|password|protected|nhs\.?mail|nhs\.net|egress|tls|s\/mime|dcb ?1596|cjsm|portal)\b/i
const ways: readonly Way[] = [
  { said: /\be-?mail(?:s|ed)?\b/i, what: 'ordinary email', unless: isSecured },
  {
    said: /\b(?:by|in the|via|through the|first[- ]class|second[- ]class|ordinary|royal mail) post\b|^post(?:ed)?$|\bposted\b|\b(?:by|in a) letter\b/i,
    what: 'ordinary post',
    unless:
      /\b(?:record(?:ed)?|track(?:ed)?|sign(?:ed)?[- ]for|special delivery|courier|double[- ]envelope\w*|by hand)\b/i,
  },
  {
    said: /\b(?:usb|memory sticks?|pen drives?|flash drives?|cds?|dvds?|discs?|disks?)\b/i,
    what: 'a memory stick or disc',
    unless: /\b(?:encrypt\w*|password|secured?)\b/i,
  },
  { said: /\bfax(?:es|ed)?\b/i, what: 'fax' },
  {
    said: /\b(?:whats ?app|messenger|telegram|snapchat|facebook|signal app)\b/i,
    what: 'a private messaging service',
  },
  { said: /\b(?:text messages?|sms|texted)\b/i, what: 'text message' },
  {
    said: /\b(?:dropbox|we ?transfer|icloud|google drive|gmail|hotmail)\b/i,
    what: 'a private file or mail service',
  },
]

const refused =
  /\b(?:not|never|no|nor|without|rather than|instead of|in place of|except|prohibited|forbidden|banned|avoid\w*)\b/i

/** The unsafe ways that a text allows. What it refuses, or says how to make safe, it does not allow. */
function unsafeIn(text: string): readonly string[] {
  const sentences = text.split(/[.;:](?:\s|$)|\bbut\b/i)
  return ways.filter(way => sentences.some(sentence => allows(sentence, way))).map(({ what }) => what)
}

/** "Email is not used": a refusal that comes after the way. */
const refusedAfter = /^\W*(?:\w+\W+){0,2}(?:(?:is|are) (?:not|never)|not)\b/i

function allows(sentence: string, { said, unless }: Way): boolean {
  const clauses = sentence.split(/,|\bor\b/i)
  return clauses.some((clause, index) => {
    const match = said.exec(clause.trim())
    if (!match) return false
    // A refusal holds for the rest of its sentence: "never by email, post or fax".
    const before = [...clauses.slice(0, index), clause.trim().slice(0, match.index)].join(' ')
    const after = clause.trim().slice(match.index + match[0].length)
    // What makes a way safe may follow after a comma: "by letter, signed for".
    const next = clauses[index + 1] ?? ''
    const isSafe = unless?.test(clause) || (unless?.test(next) && !ways.some(way => way.said.test(next)))
    return !refused.test(before) && !refusedAfter.test(after) && !isSafe
  })
}

function* sendingFaults({ intake }: RuleContext): Generator<Fault> {
  const texts: readonly (readonly [at: readonly Key[], text: string | undefined, where: string])[] = [
    ...flowsOf(intake).map(({ flow, name, at }) => [at('method'), flow.method, name] as const),
    [['info', 'security', 'transfer'], intake.info?.security?.transfer, 'the rules on security'],
    [['info', 'requests', 'form'], intake.info?.requests?.form, 'the rules on requests'],
  ]
  for (const [at, text, where] of texts)
    for (const what of text === undefined ? [] : unsafeIn(text))
      yield { at, message: `In ${where} information may be sent by ${what}, which is not safe enough for it` }
}

const abroad =
  /\b(?:european union|eu|eea|european economic area|ireland|united states|usa|america|india|outside (?:of )?(?:the )?(?:uk|united kingdom)|overseas|abroad|offshore)\b/i
const ended = /\bprivacy shield\b|\bsafe harbou?r\b/i
const europeanClauses = /\b(?:standard contractual clauses|sccs?)\b/i
const ukClauses = /\b(?:addendum|idta|international data transfer)\b/i

function* deniedTransfers({ intake: { info } }: RuleContext): Generator<Fault> {
  if (info?.overseas !== false) return
  const texts: readonly (readonly [readonly Key[], string | undefined])[] = [
    [['info', 'security', 'storage'], info.security?.storage],
    ...(info.processors ?? []).map(
      ({ purpose }, index) => [['info', 'processors', index, 'purpose'], purpose] as const,
    ),
  ]
  for (const [at, text] of texts) {
    const match = text === undefined ? null : abroad.exec(text)
    if (text && match && !refused.test(text.slice(0, match.index)))
      yield {
        at,
        message: `No personal data is said to leave the United Kingdom, yet this answer speaks of "${match[0]}"`,
        hint: 'Answer overseas with true and give the safeguard, or mend this answer. Storage in Europe counts as leaving.',
        related: [{ at: ['info', 'overseas'], message: 'That is answered here' }],
      }
  }
}

function* safeguardFaults(context: RuleContext): Generator<Fault> {
  const { info } = context.intake
  const at = ['info', 'overseas_safeguard']
  if (!info?.overseas) return
  const aside = setAside(context, ...at)
  const safeguard = info.overseas_safeguard ?? ''
  if (aside)
    yield {
      at: aside.at,
      severity: 'error',
      message: `Personal data leaves the United Kingdom, but the safeguard for that is answered ${aside.words}`,
      related: [{ at: ['info', 'overseas'], message: 'That is answered here' }],
    }
  if (ended.test(safeguard))
    yield { at, severity: 'error', message: `The safeguard "${safeguard}" no longer has any effect in law` }
  else if (europeanClauses.test(safeguard) && !ukClauses.test(safeguard))
    yield {
      at,
      message:
        'The European standard contractual clauses by themselves do not cover a transfer from the United Kingdom',
      hint: 'Use the international data transfer agreement, or the United Kingdom’s addendum to the European clauses.',
    }
}

const base = { severity: 'warning', owner: 'information_governance', stage: 'draft' } as const

export const sendingRules: readonly Rule[] = [
  {
    ...base,
    code: 'ISP-08',
    owner: 'ict',
    source: 'Code 11.3; UK GDPR Art 32',
    requirements: ['R094'],
    find: sendingFaults,
  },
  {
    ...base,
    code: 'ISP-16',
    source: 'UK GDPR Chapter V',
    requirements: ['R092', 'R110'],
    *find(context) {
      yield* deniedTransfers(context)
      yield* safeguardFaults(context)
    },
  },
]
