/** The rule that one body answers for the money: none where one is required, or two named, in answers or in words. */
import type { Key } from '../answers.ts'
import { partnerName } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'
import { literally, textsUnder } from './texts.ts'

/** A partnership that is itself a person in law may be its own accountable body. */
const incorporated: readonly unknown[] = ['company', 'cio', 'llp']

function* missingFault(context: RuleContext): Generator<Fault> {
  const { intake } = context
  const aside = setAside(context, 'accountable_body', 'partner')
  if (!aside || !intake.grant?.accountable_body_required) return
  if (incorporated.includes(intake.legal_basis?.legal_status)) return
  yield {
    at: aside.at,
    message: `The funder requires an accountable body, yet it is answered ${aside.words}`,
    related: [{ at: ['grant', 'accountable_body_required'], message: 'The requirement stands here' }],
  }
}

interface Named {
  readonly at: readonly Key[]
  readonly id: string | undefined
  readonly role: string
}

function* structuredFaults({ intake, conditions }: RuleContext): Generator<Fault> {
  const body: Named = {
    at: ['accountable_body', 'partner'],
    id: intake.accountable_body?.partner,
    role: 'the accountable body',
  }
  const host: Named = {
    at: ['s75', 'host_partner'],
    id: intake.s75?.host_partner,
    role: 'the host of the fund',
  }
  const pool: Named = {
    at: ['pool', 'administrator'],
    id: conditions.pooled ? intake.pool?.administrator : undefined,
    role: 'the administrator of the pool',
  }
  const pairs: readonly (readonly [Named, Named, 'error' | 'warning'])[] = [
    [host, body, 'error'],
    [pool, host, 'error'],
    // A pool beside a grant may have an administrator of its own, so this one is for looking at.
    [pool, body, host.id === undefined ? 'warning' : 'error'],
  ]
  const seen = new Set<Named>()
  for (const [one, other, severity] of pairs) {
    if (one.id === undefined || other.id === undefined || one.id === other.id || seen.has(one)) continue
    seen.add(one)
    yield {
      at: one.at,
      severity,
      message: `Two bodies are named to answer for the money: ${partnerName(intake, one.id)} is ${one.role}, and ${partnerName(intake, other.id)} is ${other.role}`,
      related: [{ at: other.at, message: `${partnerName(intake, other.id)} is named ${other.role} here` }],
    }
  }
}

const places = [
  'background',
  'services',
  'finance',
  'grant',
  'banking',
  'accounting_rules',
  'vat',
  'exit',
] as const

const title = '(accountable body|host authority|lead authority)'
/** A text without one of the titles makes no claim; most have none. */
const hasTitle = new RegExp(title, 'i')
const verb = '(?:is|acts?|will be|will act|serves?|becomes|to act|acting)'
const roleClaim = new RegExp(
  `(?:^|[-\\s])(?:is|acts?|will act|serves?|acting)(?: as)? (?:the )?${title}`,
  'im',
)

function* wordFaults({ intake }: RuleContext): Generator<Fault> {
  const body = intake.accountable_body?.partner
  if (body === undefined) return
  const related = [
    { at: ['accountable_body', 'partner'], message: `${partnerName(intake, body)} is named here` },
  ]
  const texts = textsUnder(intake, places)
    .map(found => ({ ...found, text: found.text.replace(/\s+/g, ' ') }))
    .filter(({ text }) => hasTitle.test(text))
  for (const [index, partner] of (intake.partners ?? []).entries()) {
    if (partner.id === undefined || partner.id === body) continue
    const claimed = roleClaim.exec(partner.role ?? '')?.[1]
    const say = (what: string): string =>
      `${partnerName(intake, body)} is the accountable body, but the words here call ${partnerName(intake, partner.id)} the ${what.toLowerCase()}`
    if (claimed)
      yield { at: ['partners', index, 'role'], severity: 'warning', message: say(claimed), related }
    const names = [
      partner.short_name,
      partner.legal_name,
      ...(partner.is_host_council ? ['the Council'] : []),
    ]
    const spoken = names.filter(name => name !== undefined).map(literally)
    if (spoken.length === 0 || texts.length === 0) continue
    const pattern = new RegExp(
      `(?<![\\p{L}\\d])(?:${spoken.join('|')}) ${verb}(?: as)? (?:the )?${title}(?![\\p{L}])`,
      'iu',
    )
    for (const { at, text } of texts) {
      const found = pattern.exec(text)?.[1]
      if (found) yield { at, severity: 'warning', message: say(found), related }
    }
  }
}

export const oneBodyRules: readonly Rule[] = [
  {
    code: 'AB-03',
    severity: 'error',
    owner: 'finance',
    stage: 'in_principle',
    source: 'Code 9.2',
    requirements: ['R060', 'R066'],
    *find(context) {
      yield* missingFault(context)
      yield* structuredFaults(context)
      yield* wordFaults(context)
    },
  },
]
