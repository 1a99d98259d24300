/** Rules on the scores of a risk: possible, multiplied rightly, in the right order, and rated as the Council reads them. */
import { bandOfScore } from '../derive.ts'
import { ratings } from '../schema/risk.ts'
import { inRisk, isPossibleScore, riskName, risksOf } from './risk-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

function* ratingFaults(context: RuleContext): Generator<Fault> {
  const { Z1: bandOfFour, Z19: from } = context.settings.readings
  for (const [index, risk] of risksOf(context)) {
    const worked = context.derived.risks[index]?.score
    const stated = risk[from]
    const score =
      stated !== undefined && isPossibleScore(stated) ? stated : from === 'residual' ? worked : undefined
    const band = bandOfScore(score, bandOfFour)
    if (!risk.rating || !band || band === risk.rating) continue
    // A wrong product is one mistake, not two.
    if (from === 'residual' && bandOfScore(worked, bandOfFour) === risk.rating) continue
    const reading = [
      score === 4
        ? `the Code puts 4 in two bands, and the Council reads it as ${bandOfFour} (Z1)`
        : undefined,
      from === 'target' || bandOfScore(risk.target, bandOfFour) === risk.rating
        ? `the Council takes the rating from the ${from} score (Z19)`
        : undefined,
    ].filter(words => words !== undefined)
    yield {
      at: inRisk(index, 'rating'),
      message: `${riskName(risk, index)} is rated ${ratings[risk.rating]}, but its ${from} score of ${score} is ${ratings[band]}${reading.length > 0 ? `: ${reading.join(', and ')}` : ''}`,
      related: [
        {
          at: inRisk(index, stated === undefined ? 'impact' : from),
          message: `The score of ${score} stands here`,
        },
      ],
    }
  }
}

const base = { severity: 'warning', owner: 'risk_insurance', stage: 'draft' } as const

export const scoreRules: readonly Rule[] = [
  {
    ...base,
    code: 'RISK-01',
    severity: 'error',
    source: 'Code App 10',
    requirements: ['R152'],
    *find(context) {
      for (const [index, risk] of risksOf(context))
        for (const key of ['residual', 'target'] as const) {
          const score = risk[key]
          if (score !== undefined && !isPossibleScore(score))
            yield {
              at: inRisk(index, key),
              message: `${riskName(risk, index)} has a ${key} score of ${score}, which impact times likelihood cannot give`,
            }
        }
    },
  },
  {
    ...base,
    code: 'RISK-02',
    source: 'Code App 10',
    requirements: ['R152', 'Z19'],
    *find(context) {
      for (const [index, risk] of risksOf(context)) {
        const { impact, likelihood, residual } = risk
        const score = context.derived.risks[index]?.score
        if (residual === undefined || score === undefined || residual === score) continue
        if (isPossibleScore(residual))
          yield {
            at: inRisk(index, 'residual'),
            message: `${riskName(risk, index)} has a residual score of ${residual}, but impact ${impact} times likelihood ${likelihood} is ${score}`,
            related: [
              { at: inRisk(index, 'impact'), message: `The impact is ${impact} here` },
              { at: inRisk(index, 'likelihood'), message: `The likelihood is ${likelihood} here` },
            ],
          }
      }
    },
  },
  {
    ...base,
    code: 'RISK-05',
    source: 'Code App 10',
    requirements: ['R154'],
    *find(context) {
      for (const [index, risk] of risksOf(context)) {
        const { residual, target } = risk
        if (residual !== undefined && target !== undefined && target > residual)
          yield {
            at: inRisk(index, 'target'),
            message: `${riskName(risk, index)} has a target score of ${target}, above its residual score of ${residual}`,
            related: [{ at: inRisk(index, 'residual'), message: 'The residual score stands here' }],
          }
      }
    },
  },
  {
    ...base,
    code: 'RISK-06',
    source: 'Code App 10',
    requirements: ['R153', 'Z1', 'Z18', 'Z19'],
    find: ratingFaults,
  },
]
