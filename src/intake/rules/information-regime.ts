/** Rules on the law-enforcement regime and on crime and disorder: who may use it, and what sections 17A and 115 do and do not do. */
import type { Intake } from '../schema.ts'
import { capital } from './capital.ts'
import { type FoundFlow, flowsOf } from './information-flow-facts.ts'
import { formLabel } from './labels.ts'
import { partnerName, partnerOf } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

type Form = NonNullable<ReturnType<typeof partnerOf>>['legal_form']

/** Forms that have, as bodies of their kind, no functions of law enforcement. For forms not here it depends on the body. */
const neverCompetent: readonly Form[] = [
  'icb',
  'nhs_trust',
  'nhs_ft',
  'company_limited_by_guarantee',
  'cio',
  'charitable_trust',
  'community_benefit_society',
  'partnership_1890',
  'unincorporated_association',
  'university_or_college',
  'school_or_academy_trust',
  'housing_association',
  'individual',
]

const isNeverCompetent = (intake: Intake, id: string | undefined): boolean =>
  neverCompetent.includes(partnerOf(intake, id)?.legal_form)

const isEnforcementBasis = (basis: string | undefined): boolean => basis?.startsWith('part3_') ?? false

const ofCrime =
  /\b(?:crimes?|criminals?|offend(?:ers?|ing)|offences?|enforce\w*|anti-?social|disorder|investigat\w+|prosecut\w+|detect\w*)\b/i

function* regimeFaults({ intake }: RuleContext, { flow, name, at, takingPart }: FoundFlow): Generator<Fault> {
  const regime = { at: at('regime'), message: 'The regime stands here' }
  const bases = flow.bases ?? []
  const isEnforcement = flow.regime === 'part3'
  const hasBothEnds = flow.from !== undefined && (flow.to ?? []).length > 0
  if (isEnforcement && hasBothEnds && takingPart.every(id => isNeverCompetent(intake, id)))
    yield {
      at: at('regime'),
      severity: 'error',
      message: `${capital(name)} is put under the law-enforcement regime, but no partner in it is a competent authority: a body with functions of law enforcement`,
    }
  else if (isEnforcement && bases.length > 0 && bases.every(({ art6 }) => art6 && !isEnforcementBasis(art6)))
    yield {
      at: at('regime'),
      message: `${capital(name)} is put under the law-enforcement regime, but every partner’s basis in it is one of the UK GDPR`,
    }
  for (const [index, { partner, art6 }] of bases.entries()) {
    const place = at('bases', index, 'art6')
    const who = partnerName(intake, partner)
    const form = partnerOf(intake, partner)?.legal_form
    if (isEnforcementBasis(art6) && isNeverCompetent(intake, partner))
      yield {
        at: place,
        message: `${capital(who)} is shown with a basis for law enforcement in ${name}, but it is ${formLabel(form!)}, which is no competent authority`,
        hint: 'Choose a basis of the UK GDPR for this partner, unless Legal knows of a law-enforcement function of its own.',
      }
    else if (isEnforcementBasis(art6) && flow.regime === 'uk_gdpr')
      yield {
        at: place,
        message: `${capital(who)} is shown with a basis for law enforcement in ${name}, but the regime of the flow is the UK GDPR`,
        related: [regime],
      }
    else if (
      form === 'chief_constable' &&
      art6 &&
      !isEnforcementBasis(art6) &&
      flow.offence_data &&
      ofCrime.test(flow.purpose ?? '')
    )
      yield {
        at: place,
        message: `${capital(who)} uses data on offences in ${name} to deal with crime, but is shown under the UK GDPR and not under the law-enforcement regime`,
        related: [regime],
      }
  }
}

const powerToDisclose = /\b(?:sections?|ss?\.?) ?115\b/i
const calledDuty =
  /\b(?:duty|duties|obligation|obliged|required?s?|must)\b(?:(?!\band\b)[^.;,]){0,40}\b(?:sections?|ss?\.?) ?115\b|\b(?:sections?|ss?\.?) ?115\b(?:(?!\band\b)[^.;,]){0,60}\b(?:requires|obliges|duty|must)\b/i
const dutyToShare = /\b(?:sections?|ss?\.?) ?17A\b/i
/** Any other law named beside it: then the duty or the power may be that one. */
const otherLaw =
  /\b(?:section|regulation|article|act|order|common law)s? (?!115\b|17A\b|1998\b)\w+|\bAct (?!1998)\d{4}\b/gi

/** Bodies that are no relevant authority under section 115, whatever they do. */
const neverRelevant: readonly Form[] = [
  'company_limited_by_shares',
  'company_limited_by_guarantee',
  'cio',
  'charitable_trust',
  'community_benefit_society',
  'llp',
  'partnership_1890',
  'unincorporated_association',
  'university_or_college',
  'individual',
]

/** The legal power of a partner in a flow: its own, or else the flow's. */
function powerOf({ flow, at }: FoundFlow, id: string | undefined) {
  const index = (flow.bases ?? []).findIndex(
    ({ partner, gateway }) => partner === id && gateway !== undefined,
  )
  return index < 0
    ? { text: flow.gateway ?? '', keys: at('gateway') }
    : { text: flow.bases![index]!.gateway!, keys: at('bases', index, 'gateway') }
}

/** Whether section 115 is the only law that a text names. */
const isPowerAlone = (text: string): boolean => powerToDisclose.test(text) && text.match(otherLaw) === null

function* gatewayFaults({ intake }: RuleContext, found: FoundFlow): Generator<Fault> {
  const { flow, name, at } = found
  const bases = flow.bases ?? []
  const texts = [
    { text: flow.gateway, keys: at('gateway') },
    ...bases.map(({ gateway }, index) => ({ text: gateway, keys: at('bases', index, 'gateway') })),
  ]
  for (const { text = '', keys } of texts) {
    if (powerToDisclose.test(text) && calledDuty.test(text))
      yield {
        at: keys,
        message: `In ${name} section 115 is called a duty, but it is a power to disclose: nobody has to use it`,
      }
    if (dutyToShare.test(text) && !powerToDisclose.test(text))
      yield {
        at: keys,
        message: `${capital(name)} carries personal data and rests on section 17A, but that duty covers only information that identifies nobody`,
      }
  }
  for (const [index, { partner, art6 }] of bases.entries()) {
    const { text, keys } = powerOf(found, partner)
    if (art6 === 'legal_obligation' && isPowerAlone(text) && !calledDuty.test(text))
      yield {
        at: at('bases', index, 'art6'),
        message: `${capital(partnerName(intake, partner))} relies in ${name} on a legal obligation, but section 115, the only law named, is a power and obliges nobody`,
        related: [{ at: keys, message: 'The legal power stands here' }],
      }
  }
  const sending = powerOf(found, flow.from)
  for (const [index, id] of (flow.to ?? []).entries()) {
    const form = partnerOf(intake, id)?.legal_form
    if (form && neverRelevant.includes(form) && isPowerAlone(sending.text))
      yield {
        at: at('to', index),
        message: `In ${name} section 115 is the power to disclose, but it reaches only relevant authorities, and ${partnerName(intake, id)} is ${formLabel(form)}`,
        hint: 'Have Legal name the power that covers this recipient, or confirm that it acts for a relevant authority.',
        related: [{ at: sending.keys, message: 'The legal power stands here' }],
      }
  }
}

const base = { severity: 'warning', owner: 'information_governance', stage: 'draft' } as const

export const regimeRules: readonly Rule[] = [
  {
    ...base,
    code: 'ISP-05',
    source: 'DPA 2018 s30, s31, s35 and Sch 7',
    requirements: ['R092', 'R094'],
    *find(context) {
      for (const flow of flowsOf(context.intake)) yield* regimeFaults(context, flow)
    },
  },
  {
    ...base,
    code: 'CSP-01',
    owner: 'legal',
    source: 'Crime and Disorder Act 1998 s17A and 115',
    requirements: ['R092', 'R101'],
    *find(context) {
      for (const flow of flowsOf(context.intake)) yield* gatewayFaults(context, flow)
    },
  },
  {
    ...base,
    code: 'CSP-02',
    owner: 'legal',
    source: 'Crime and Disorder Act 1998 s17A',
    requirements: ['R101'],
    *find({ intake, conditions }) {
      if (conditions.csp && intake.csp?.s17a === false)
        yield {
          at: ['csp', 's17a'],
          message:
            'This is a community safety partnership, yet the duty to share crime data that identifies nobody is said not to apply',
        }
    },
  },
]
