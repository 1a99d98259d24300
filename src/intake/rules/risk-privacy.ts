/** Rules on what the register of risks tells partners: nothing that one of them confided, and nothing that the Council keeps to itself. */
import type { Key } from '../answers.ts'
import { isInCouncilRisk, isKeptToCouncil } from '../council-risks.ts'
import { questionPath } from '../paths.ts'
import { fieldAt, type Intake } from '../schema.ts'
import { capital } from './capital.ts'
import { isNamedIn, type Partner, partnerName } from './partner-names.ts'
import { inRisk, riskName, risksOf } from './risk-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { simplify, textsUnder } from './texts.ts'

/** Words that say how far a body lives on the partnership. What would happen if it failed is another matter. */
const dependence =
  /\bdepend(?:s|ed|ent|ence|ency|ing)?\b|\b(?:half|most|all|much|a (?:third|quarter)|\d+ ?%|per cent) of (?:its|their) (?:income|turnover|funding|money)\b/i

function* dependenceFaults({ answers, intake }: RuleContext): Generator<Fault> {
  for (const [at, partner] of (intake.partners ?? []).entries()) {
    if (!partner.depends_on_partnership) continue
    const names = [partner.short_name, partner.legal_name].filter(name => name !== undefined)
    for (const [index, risk] of (intake.risks ?? []).entries()) {
      const whole = `${risk.event ?? ''} ${risk.consequence ?? ''}`
      if (isKeptToCouncil(answers, index) || !names.some(name => whole.includes(name))) continue
      const told = (['event', 'consequence'] as const).find(key => dependence.test(risk[key] ?? ''))
      const keys: readonly Key[] = ['risks', index, told ?? 'event']
      if (told)
        yield {
          at: keys,
          message: `${capital(partnerName(intake, partner.id))} is said here to depend on the partnership, in a register that every partner signs and anybody may ask to see`,
          related: [
            { at: ['partners', at, 'depends_on_partnership'], message: 'This is the Council’s own business' },
          ],
        }
    }
  }
}

/** The risks that are kept to the Council, with their positions and where that is said. */
const keptRisks = (context: RuleContext) =>
  [...risksOf(context)].flatMap(([index, risk]) =>
    isKeptToCouncil(context.answers, index)
      ? [
          {
            index,
            risk,
            saidHere: { at: inRisk(index, 'council_only'), message: 'It is kept to the Council here' },
          },
        ]
      : [],
  )

/** Whoever leads on a risk or controls it knows of it. */
function* sharedWorkFaults(context: RuleContext): Generator<Fault> {
  const { intake } = context
  const { partners = [] } = intake
  // While nobody is known to be the Council, each may be.
  const others = partners.some(({ is_host_council }) => is_host_council)
    ? partners.filter(({ is_host_council }) => !is_host_council)
    : []
  for (const { index, risk, saidHere } of keptRisks(context)) {
    const partFault = (at: readonly Key[], { id }: Partner): Fault => ({
      at,
      message: `${riskName(risk, index)} is kept to the Council, but ${partnerName(intake, id)} has a part in controlling it`,
      related: [saidHere],
    })
    const leader = others.find(partner => isNamedIn(partner, risk.lead ?? ''))
    if (leader)
      yield {
        at: inRisk(index, 'lead'),
        message: `${riskName(risk, index)} is kept to the Council, but somebody from ${partnerName(intake, leader.id)} leads on it`,
        related: [saidHere],
      }
    for (const key of ['controls_in_place', 'controls_planned'] as const)
      for (const [at, { partners: ids = [] }] of (risk[key] ?? []).entries()) {
        const involved = others.find(({ id }) => id !== undefined && ids.includes(id))
        if (involved) yield partFault(inRisk(index, key, at, 'partners'), involved)
      }
    for (const [at, { lead = '' }] of (risk.controls_planned ?? []).entries()) {
      const doer = others.find(partner => isNamedIn(partner, lead))
      if (doer) yield partFault(inRisk(index, 'controls_planned', at, 'lead'), doer)
    }
  }
}

/** The fewest words by which a text is known to be taken from a risk. */
const TELLING = 4

function* toldFaults(context: RuleContext): Generator<Fault> {
  const { answers, intake } = context
  const kept = keptRisks(context)
  if (kept.length === 0) return
  const { risk_ref } = intake.accountable_body ?? {}
  const open = textsUnder(intake, Object.keys(intake) as (keyof Intake)[]).filter(
    ({ at }) => !isInCouncilRisk(answers, at) && !fieldAt(questionPath(at))?.isPrivate,
  )
  for (const { index, risk, saidHere } of kept) {
    if (risk_ref !== undefined && risk_ref === risk.id)
      yield {
        at: ['accountable_body', 'risk_ref'],
        message:
          'The agreement says that the risks of the accountable body’s role stand in the register, but the risk named for it is kept to the Council',
        related: [saidHere],
      }
    const told = [risk.event, risk.consequence]
      .map(words => simplify(words ?? ''))
      .filter(words => words.split(' ').length >= TELLING)
    for (const { at, text } of open)
      if (told.some(words => ` ${simplify(text)} `.includes(` ${words} `)))
        yield {
          at,
          message: `${riskName(risk, index)} is kept to the Council, but this answer, which partners read, says the same`,
          related: [saidHere],
        }
  }
}

const base = { severity: 'warning', owner: 'risk_insurance', stage: 'draft' } as const

export const riskPrivacyRules: readonly Rule[] = [
  {
    ...base,
    code: 'RISK-23',
    owner: 'officer',
    source: 'Code 1.4; 9.3',
    requirements: ['R007', 'R147'],
    find: dependenceFaults,
  },
  {
    ...base,
    code: 'RISK-24',
    source: 'Code 12; App 10',
    requirements: ['R096', 'R147'],
    find: sharedWorkFaults,
  },
  {
    ...base,
    code: 'RISK-25',
    source: 'Code 12; App 10',
    requirements: ['R096'],
    find: toldFaults,
  },
  {
    ...base,
    code: 'RISK-26',
    source: 'Code 12; App 4 D',
    requirements: ['R095', 'R096', 'R122'],
    *find(context) {
      const { risks = [] } = context.intake
      if (risks.length > 0 && keptRisks(context).length === risks.length)
        yield {
          at: ['risks'],
          message: 'Every risk is kept to the Council, so the register that the partners agree is empty',
        }
    },
  },
]
