/** Rules on whose power is whose: the powers relied on, and the law under which each partner shares information. */
import type { Key } from '../answers.ts'
import { capital } from './capital.ts'
import { sectionsIn } from './citations.ts'
import { type FoundFlow, flowsOf } from './information-flow-facts.ts'
import { inWords, type Partner, partnerName, partnerOf } from './partner-names.ts'
import {
  doubtedIn,
  type Holder,
  holdersOf,
  lackedAmong,
  lackedIn,
  lookToInWords,
  toConfirm,
  withForm,
} from './power-holders.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

type Power = NonNullable<NonNullable<RuleContext['intake']['legal_basis']>['powers']>[number]

/** Every power of one line that is not one of the partner's. */
function lackedOf({ settings }: RuleContext, power: Power, partner: Partner): readonly Holder[] {
  const { instrument, provision = '', other_instrument: other } = power
  if (instrument === 'other') {
    const found = lackedIn(settings, `${other ?? ''}, ${provision}`, partner)
    return found ? [found] : []
  }
  return sectionsIn(provision)
    .map(citation => holdersOf(settings, { id: instrument ?? '' }, citation))
    .map(holders => lackedAmong(settings, holders, partner))
    .filter(holder => holder !== undefined)
}

/** Who relies on a power: the party named, or everybody. */
const relyingOn = ({ party }: Power, { partners = [] }: RuleContext['intake']): readonly Partner[] =>
  party === undefined ? partners : partners.filter(({ id }) => id === party)

function* powerFaults(context: RuleContext): Generator<Fault> {
  const { intake } = context
  const partners = intake.partners ?? []
  for (const [index, power] of (intake.legal_basis?.powers ?? []).entries()) {
    const { party } = power
    const relying = relyingOn(power, intake)
    const without = relying.filter(partner => lackedOf(context, power, partner).length > 0)
    const [first] = without
    if (first === undefined) continue
    const { words, belongs_to } = lackedOf(context, power, first)[0]!
    const look = lookToInWords(context, without)
    const bodies = inWords(without.map(partner => withForm(context, partner)))
    yield {
      at: ['legal_basis', 'powers', index, party === undefined ? 'provision' : 'party'],
      message:
        party === undefined
          ? `${capital(words)} belongs to ${belongs_to}, but no party is named, so it stands as a power of every partner, among them ${bodies}`
          : `${capital(words)} belongs to ${belongs_to}, but it is relied on by ${bodies}`,
      hint: `${party === undefined ? 'Write one line for each partner that has the power, with its id as the party' : 'Name a power of its own'}${look}.`,
      related: without.map(partner => ({
        at: ['partners', partners.indexOf(partner), 'legal_form'],
        message: 'The legal form stands here',
      })),
    }
  }
}

interface Doubt extends NonNullable<ReturnType<typeof doubtedIn>> {
  readonly partner: Partner
  readonly at: readonly Key[]
}

/** The powers relied on that a partner may well have, but not every body of its kind. */
function* doubtedPowers({ intake, settings }: RuleContext): Generator<Doubt> {
  for (const [index, power] of (intake.legal_basis?.powers ?? []).entries()) {
    const { instrument = '', provision = '' } = power
    for (const partner of relyingOn(power, intake)) {
      const [first] = sectionsIn(provision)
        .flatMap(citation => holdersOf(settings, { id: instrument }, citation))
        .flatMap(holder => {
          const asked = toConfirm(settings, holder, partner, provision)
          return asked ? [{ holder, asked }] : []
        })
      if (first) yield { ...first, partner, at: ['legal_basis', 'powers', index, 'provision'] }
    }
  }
}

/** The same among the legal powers under which information is shared. */
function* doubtedGateways({ intake, settings }: RuleContext): Generator<Doubt> {
  for (const flow of flowsOf(intake))
    for (const { text, ids, at } of gatewaysOf(flow))
      for (const id of ids) {
        const partner = partnerOf(intake, id)
        const doubt = partner && doubtedIn(settings, text, partner)
        if (doubt) yield { ...doubt, partner, at }
      }
}

/** Legal's approval in writing settles them. What is asked of a partner's power once is not asked again for a flow. */
function* unconfirmedFaults(context: RuleContext): Generator<Fault> {
  const { intake } = context
  if (intake.approvals?.legal?.written) return
  const asked = new Set<string>()
  const questionOf = ({ holder, partner }: Doubt) => `${partner.id} ${holder.words}`
  const fault = ({ holder, asked: { ask, severity }, partner, at }: Doubt): Fault => ({
    at,
    ...(severity ? { severity } : {}),
    message: `${capital(holder.words)} is relied on by ${partnerName(intake, partner.id)}, and not every body of its kind has that power`,
    hint: `${ask}${/[.?]$/.test(ask) ? '' : '.'}`,
  })
  for (const doubt of doubtedPowers(context)) {
    asked.add(questionOf(doubt))
    yield fault(doubt)
  }
  for (const doubt of doubtedGateways(context)) {
    if (asked.has(questionOf(doubt))) continue
    asked.add(questionOf(doubt))
    yield fault(doubt)
  }
}

/** The legal powers of a flow, each with the partners that rely on it: those that give their own, and all others. */
function gatewaysOf({ flow, at, takingPart }: FoundFlow) {
  const bases = flow.bases ?? []
  // Whose power that is is asked for first: it may be of the partner that seems to lack one.
  if (bases.some(({ partner, gateway }) => partner === undefined && gateway !== undefined)) return []
  const own = bases.flatMap(({ partner, gateway }, index) =>
    partner !== undefined && gateway !== undefined
      ? [{ text: gateway, ids: [partner], at: at('bases', index, 'gateway') }]
      : [],
  )
  const others = takingPart.filter(id => own.every(({ ids }) => !ids.includes(id)))
  const shared = flow.gateway === undefined ? [] : [{ text: flow.gateway, ids: others, at: at('gateway') }]
  return [...own, ...shared]
}

function* gatewayFaults(context: RuleContext): Generator<Fault> {
  const { intake, settings } = context
  for (const found of flowsOf(intake)) {
    const { name } = found
    for (const { text, ids, at } of gatewaysOf(found)) {
      // CSP-01 says of that section that it carries no personal data at all.
      if (/\b17A\b/i.test(text)) continue
      const unbound = ids
        .map(id => partnerOf(intake, id))
        .filter(partner => partner !== undefined)
        .filter(partner => lackedIn(settings, text, partner) !== undefined)
      const [first] = unbound
      if (first === undefined) continue
      const { words, belongs_to } = lackedIn(settings, text, first)!
      const look = lookToInWords(context, unbound)
      yield {
        at,
        message: `In ${name} information is shared under ${words}, which concerns ${belongs_to} and does not reach ${inWords(unbound.map(partner => withForm(context, partner)))}`,
        hint: `Give each of them a legal power of its own, as gateway beside its lawful basis${look}.`,
        related: unbound.map(partner => ({
          at: ['partners', intake.partners!.indexOf(partner), 'legal_form'],
          message: 'The legal form stands here',
        })),
      }
    }
  }
}

export const bodyPowerRules: readonly Rule[] = [
  {
    code: 'POWER-04',
    severity: 'warning',
    owner: 'legal',
    stage: 'in_principle',
    source: 'Code App 1; App 2 (4); App 3',
    requirements: ['R037', 'R101', 'R115'],
    find: powerFaults,
  },
  {
    code: 'POWER-05',
    severity: 'note',
    owner: 'legal',
    stage: 'sign_off',
    source: 'Code 11.2; App 3',
    requirements: ['R037', 'R092', 'R101', 'R115'],
    find: unconfirmedFaults,
  },
  {
    code: 'ISP-26',
    severity: 'warning',
    owner: 'information_governance',
    stage: 'draft',
    source: 'Code 11.2; UK GDPR Art 6(3)',
    requirements: ['R092', 'R094', 'R101'],
    find: gatewayFaults,
  },
]
