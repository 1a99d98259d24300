/** Rules on what is done about a risk: controls, who does them and when, the strategy, and the referral of high risks. */
import { formatDate } from '../format.ts'
import { bandOf, inRisk, type Risk, riskName, risksOf } from './risk-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

/** True when the list of controls is answered and empty; a list not answered yet is a gap. */
function hasNone(
  context: RuleContext,
  index: number,
  risk: Risk,
  key: 'controls_in_place' | 'controls_planned',
) {
  return risk[key]?.length === 0 || setAside(context, 'risks', index, key) !== undefined
}

function* strategyFaults(context: RuleContext): Generator<Fault> {
  for (const [index, risk] of risksOf(context)) {
    const { strategy, residual, target } = risk
    const nonePlanned = hasNone(context, index, risk, 'controls_planned')
    const noneAtAll = nonePlanned && hasNone(context, index, risk, 'controls_in_place')
    const at = inRisk(index, 'strategy')
    const name = riskName(risk, index)
    if ((strategy === 'control' || strategy === 'transfer') && noneAtAll)
      yield {
        at,
        message: `${name} is to be ${strategy === 'control' ? 'controlled' : 'transferred'}, but no control is in place or planned`,
      }
    else if (strategy === 'eliminate' && nonePlanned)
      yield { at, message: `${name} is to be eliminated, but nothing is planned to do so` }
    else if (strategy === 'eliminate' && residual !== undefined && target !== undefined && target >= residual)
      yield {
        at,
        message: `${name} is to be eliminated, but its target score of ${target} is no lower than its residual score of ${residual}`,
        related: [{ at: inRisk(index, 'target'), message: 'The target stands here' }],
      }
  }
}

function* plannedFaults(context: RuleContext): Generator<Fault> {
  for (const [index, risk] of risksOf(context))
    for (const [nth, { text, lead, due }] of (risk.controls_planned ?? []).entries()) {
      const name = `The planned control ${text ? `'${text}'` : nth + 1}`
      const noDate = due === undefined && setAside(context, ...inRisk(index, 'controls_planned', nth, 'due'))
      const noLead = lead === undefined && setAside(context, ...inRisk(index, 'lead'))
      if (noDate) yield { at: noDate.at, message: `${name} has no date: it is answered ${noDate.words}` }
      if (noLead)
        yield {
          at: inRisk(index, 'controls_planned', nth, 'text'),
          message: `${name} has no owner, and nobody leads on the risk itself`,
          related: [{ at: noLead.at, message: `The lead is answered ${noLead.words} here` }],
        }
    }
}

const base = { severity: 'warning', owner: 'risk_insurance', stage: 'draft' } as const

export const controlRules: readonly Rule[] = [
  {
    ...base,
    code: 'RISK-03',
    severity: 'error',
    source: 'Code App 10',
    requirements: ['R153', 'R154'],
    *find(context) {
      for (const [index, risk] of risksOf(context))
        if (bandOf(context, index, risk) === 'high' && hasNone(context, index, risk, 'controls_planned'))
          yield {
            at: inRisk(index, 'controls_planned'),
            message: `${riskName(risk, index)} is High, and no further control is planned`,
          }
    },
  },
  {
    ...base,
    code: 'RISK-04',
    stage: 'sign_off',
    source: 'Code App 10',
    requirements: ['R144', 'R168'],
    *find(context) {
      for (const [index, risk] of risksOf(context))
        for (const key of ['escalated_to', 'escalated_on'] as const) {
          const at = inRisk(index, key)
          // A reason why it need not be referred is a decision, as the Code asks for "where necessary".
          if (bandOf(context, index, risk) !== 'high' || context.answers.stateOf(at)?.state !== 'none')
            continue
          yield { at, message: `${riskName(risk, index)} is High and was referred to nobody` }
          break
        }
    },
  },
  {
    ...base,
    code: 'RISK-08',
    source: 'Code App 10',
    requirements: ['R149', 'R153'],
    *find(context) {
      for (const [index, risk] of risksOf(context))
        if (risk.strategy === 'accept' && bandOf(context, index, risk) === 'high')
          yield { at: inRisk(index, 'strategy'), message: `${riskName(risk, index)} is High and is accepted` }
    },
  },
  {
    ...base,
    code: 'RISK-09',
    source: 'Code App 10',
    requirements: ['R154'],
    *find(context) {
      for (const [index, risk] of risksOf(context)) {
        const { residual, target } = risk
        if (residual === undefined || target === undefined || target >= residual) continue
        if (hasNone(context, index, risk, 'controls_planned'))
          yield {
            at: inRisk(index, 'target'),
            message: `${riskName(risk, index)} is to come down from ${residual} to ${target}, but no control is planned`,
            related: [{ at: inRisk(index, 'controls_planned'), message: 'None is planned here' }],
          }
      }
    },
  },
  {
    ...base,
    code: 'RISK-10',
    source: 'Code App 10',
    requirements: ['R147', 'R154'],
    find: plannedFaults,
  },
  {
    ...base,
    code: 'RISK-11',
    source: 'Code 9.17; App 10',
    requirements: ['R079', 'R154'],
    *find(context) {
      const { asAt, intake } = context
      const end = intake.term?.kind === 'rolling' ? undefined : intake.term?.end
      for (const [index, risk] of risksOf(context))
        for (const [nth, { text, due }] of (risk.controls_planned ?? []).entries()) {
          if (!due || (due >= asAt && (!end || due <= end))) continue
          const name = `The planned control ${text ? `'${text}'` : nth + 1}`
          yield {
            at: inRisk(index, 'controls_planned', nth, 'due'),
            message:
              due < asAt
                ? `${name} was due on ${formatDate(due)}, before ${formatDate(asAt)}`
                : `${name} is due on ${formatDate(due)}, after the partnership ends on ${formatDate(end!)}`,
          }
        }
    },
  },
  { ...base, code: 'RISK-13', source: 'Code App 10', requirements: ['R149'], find: strategyFaults },
  {
    ...base,
    code: 'RISK-14',
    source: 'Code App 10',
    requirements: ['R147'],
    *find(context) {
      for (const [index, risk] of risksOf(context))
        for (const key of ['controls_in_place', 'controls_planned'] as const)
          for (const [nth, { text, partners }] of (risk[key] ?? []).entries()) {
            const at = inRisk(index, key, nth, 'partners')
            if (partners?.length === 0 || setAside(context, ...at))
              yield { at, message: `No partner is involved in the control ${text ? `'${text}'` : nth + 1}` }
          }
    },
  },
]
