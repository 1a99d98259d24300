/** Rules on the register as a whole: nothing twice, nothing forgotten, and words that fit the likelihood scored. */

import { suggest } from '../../findings/suggest.ts'
import type { Readings } from '../readings.ts'
import { partnerName } from './partner-names.ts'
import { inRisk, riskName, risksOf } from './risk-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { simplify } from './texts.ts'

function* doubleFaults(context: RuleContext): Generator<Fault> {
  const first = new Map<string, number>()
  for (const [index, risk] of risksOf(context)) {
    const event = simplify(risk.event ?? '')
    if (event === '') continue
    const before = first.get(event)
    if (before === undefined) first.set(event, index)
    else
      yield {
        at: inRisk(index, 'event'),
        message: `${riskName(risk, index)} is in the register twice`,
        related: [{ at: inRisk(before, 'event'), message: 'It stands here first' }],
      }
  }
}

const aboutAPartner = /\bpartner|\bcharit|\borgani[sz]ation|\bbody\b|\bbodies\b|\bassociation\b|\bsociety\b/i
const aboutFailure =
  /\bfail|\binsolv|\bdepend|\bsurviv|\bclos(?:e|es|ure)|\bcollaps|\bfinancial difficult|\bcannot carry on|\bwinds? up/i

function* dependenceFaults(context: RuleContext): Generator<Fault> {
  const { intake } = context
  const risks = intake.risks ?? []
  if (risks.length === 0 || risks.some(({ event }) => event === undefined)) return
  const texts = risks.map(risk => `${risk.event} ${risk.consequence ?? ''} ${risk.internal_comment ?? ''}`)
  if (texts.some(text => aboutAPartner.test(text) && aboutFailure.test(text))) return
  for (const [index, partner] of (intake.partners ?? []).entries()) {
    if (!partner.depends_on_partnership) continue
    const names = [partner.short_name, partner.legal_name].filter(name => name !== undefined)
    if (texts.some(text => names.some(name => simplify(text).includes(simplify(name))))) continue
    yield {
      at: ['partners', index, 'depends_on_partnership'],
      message: `${partnerName(intake, partner.id)} depends on the partnership for its survival, and no risk in the register is about that`,
      related: [{ at: ['risks'], message: 'The register stands here' }],
    }
  }
}

const kinds = ['legal', 'procurement', 'financial', 'personnel', 'reputation', 'service_delivery'] as const

function* kindFaults({ intake, answers }: RuleContext): Generator<Fault> {
  const rows = intake.relationship_risks ?? []
  if (rows.length === 0 || rows.some((_, i) => answers.stateOf(['relationship_risks', i, 'kind']))) return
  const given = rows.map(({ kind }) => kind)
  const missing = kinds.filter(kind => !given.includes(kind))
  if (missing.length > 0 && !given.includes(undefined))
    yield {
      at: ['relationship_risks'],
      message: `Of the six kinds of risk of entering the partnership, these have no answer: ${missing.join(', ').replaceAll('_', ' ')}`,
    }
  for (const [index, kind] of given.entries()) {
    const first = given.indexOf(kind)
    if (kind && first < index)
      yield {
        at: ['relationship_risks', index, 'kind'],
        message: `The kind ${kind.replaceAll('_', ' ')} is answered twice`,
        related: [{ at: ['relationship_risks', first, 'kind'], message: 'It is answered here first' }],
      }
  }
}

const chance =
  /(?:likelihood|chance|probability|risk) of (?:about |some |around )?(\d{1,3})\s?%|(\d{1,3})\s?% (?:likelihood|chance|probability|likely)/i
const levels = ['unlikely', 'possible', 'probable', 'almost certain'] as const

/** The level of a percentage. One on a boundary falls in the upper or the lower level, as the Council reads the Code. */
function levelOf(percentage: number, reading: Readings['Z17']): number {
  const passed = [20, 50, 80].filter(edge => (reading === 'lower' ? percentage > edge : percentage >= edge))
  return 1 + passed.length
}

function* percentageFaults(context: RuleContext): Generator<Fault> {
  const reading = context.settings.readings.Z17
  for (const [index, risk] of risksOf(context))
    for (const key of ['event', 'consequence', 'internal_comment'] as const) {
      const [words, after, before] = chance.exec(risk[key] ?? '') ?? []
      if (words === undefined || risk.likelihood === undefined) continue
      const percentage = Number(after ?? before)
      const level = levelOf(percentage, reading)
      if (percentage > 100 || level === risk.likelihood) continue
      const isBoundary = [20, 50, 80].includes(percentage)
      const isNeighbour = risk.likelihood === levelOf(percentage, reading === 'upper' ? 'lower' : 'upper')
      const note = isBoundary
        ? `: ${percentage}% is on a boundary, and the Council reads it into the ${reading} level (Z17)`
        : ''
      yield {
        at: inRisk(index, 'likelihood'),
        ...(isBoundary && isNeighbour ? { severity: 'note' as const } : {}),
        message: `${riskName(risk, index)} is scored ${risk.likelihood} (${levels[risk.likelihood - 1]}), but '${words}' is ${level} (${levels[level - 1]})${note}`,
        related: [{ at: inRisk(index, key), message: 'The percentage stands here' }],
      }
    }
}

/** A prompt that the Code's lists do not hold would count for nothing in the risk register, and so would a second answer. */
function* promptFaults({ intake, settings: { riskPrompts } }: RuleContext): Generator<Fault> {
  const rows = intake.risk_prompts ?? []
  for (const [index, { prompt }] of rows.entries()) {
    if (prompt === undefined) continue
    const at = ['risk_prompts', index, 'prompt']
    const first = rows.findIndex(row => row.prompt === prompt)
    if (first < index)
      yield {
        at,
        message: `The prompt ${prompt} is answered twice, and only the first answer counts`,
        hint: 'Delete one of the two.',
        related: [{ at: ['risk_prompts', first, 'prompt'], message: 'It is answered here first' }],
      }
    if (riskPrompts.includes(prompt)) continue
    const near = suggest(prompt, riskPrompts)
    yield {
      at,
      message: `"${prompt}" is none of the Code’s risk prompts, so the risk register leaves the answer out${near ? `. Did you mean ${near}?` : ''}`,
    }
  }
}

const base = { severity: 'warning', owner: 'risk_insurance', stage: 'draft' } as const

export const registerRules: readonly Rule[] = [
  { ...base, code: 'RISK-12', source: 'Code App 10', requirements: ['R142', 'Z16'], find: doubleFaults },
  { ...base, code: 'RISK-15', source: 'Code 1.4', requirements: ['R007'], find: dependenceFaults },
  {
    ...base,
    code: 'RISK-16',
    owner: 'officer',
    stage: 'in_principle',
    source: 'Code 1.4',
    requirements: ['R006'],
    find: kindFaults,
  },
  {
    ...base,
    code: 'RISK-17',
    source: 'Code App 10',
    requirements: ['R150', 'Z17'],
    find: percentageFaults,
  },
  {
    ...base,
    code: 'RISK-20',
    stage: 'sign_off',
    source: 'Code App 10',
    requirements: ['R142'],
    *find({ intake }) {
      for (const [index, { prompt, state }] of (intake.risk_prompts ?? []).entries())
        if (state === 'relevant')
          yield {
            at: ['risk_prompts', index, 'state'],
            message: `The prompt ${prompt ?? index + 1} is relevant, and no risk in the register deals with it yet`,
          }
    },
  },
  {
    ...base,
    code: 'RISK-22',
    stage: 'sign_off',
    source: 'Code App 10',
    requirements: ['R142'],
    find: promptFaults,
  },
]
