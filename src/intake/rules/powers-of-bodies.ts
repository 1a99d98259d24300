/** Rules on whose power is whose: the powers relied on, and the law under which each partner shares information. */
import { capital } from './capital.ts'
import { sectionsIn } from './citations.ts'
import { flowsOf } from './information-flow-facts.ts'
import { inWords, type Partner, partnerName, partnerOf } from './partner-names.ts'
import {
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

/** Powers that a partner may well have, but not every body of its kind. Legal's approval in writing settles them. */
function* unconfirmedFaults(context: RuleContext): Generator<Fault> {
  const { intake, settings } = context
  if (intake.approvals?.legal?.written) return
  for (const [index, power] of (intake.legal_basis?.powers ?? []).entries()) {
    const { instrument = '', provision = '' } = power
    for (const partner of relyingOn(power, intake)) {
      const [first] = sectionsIn(provision)
        .flatMap(citation => holdersOf(settings, { id: instrument }, citation))
        .flatMap(holder => {
          const asked = toConfirm(settings, holder, partner, provision)
          return asked ? [{ holder, asked }] : []
        })
      if (first === undefined) continue
      const { holder, asked } = first
      yield {
        at: ['legal_basis', 'powers', index, 'provision'],
        ...(asked.severity ? { severity: asked.severity } : {}),
        message: `${capital(holder.words)} is relied on by ${partnerName(intake, partner.id)}, and not every body of its kind has that power`,
        hint: `${asked.ask}${/[.?]$/.test(asked.ask) ? '' : '.'}`,
      }
    }
  }
}

function* gatewayFaults(context: RuleContext): Generator<Fault> {
  const { intake, settings } = context
  for (const { flow, name, at, takingPart } of flowsOf(intake)) {
    const bases = flow.bases ?? []
    // Whose power that is is asked for first: it may be of the partner that seems to lack one.
    if (bases.some(({ partner, gateway }) => partner === undefined && gateway !== undefined)) continue
    const own = bases.flatMap(({ partner, gateway }, index) =>
      partner !== undefined && gateway !== undefined
        ? [{ text: gateway, ids: [partner], keys: at('bases', index, 'gateway') }]
        : [],
    )
    const others = takingPart.filter(id => own.every(({ ids }) => !ids.includes(id)))
    const shared =
      flow.gateway === undefined ? [] : [{ text: flow.gateway, ids: others, keys: at('gateway') }]
    for (const { text, ids, keys } of [...own, ...shared]) {
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
        at: keys,
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
    source: 'Code App 3',
    requirements: ['R037', 'R101', 'R115'],
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
