/** A rule on the safeguarding condition, paragraph 18 of Schedule 1: for people at risk, and for use without consent. */
import type { Key } from '../answers.ts'
import { capital } from './capital.ts'
import { type FoundFlow, flowsOf } from './information-flow-facts.ts'
import { partnerName } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

const paragraph18 = /\bpara(?:graph|\.)?s?\b[^.;]{0,20}\b18\b/i

function* safeguardingFaults({ intake }: RuleContext, { flow, name, at }: FoundFlow): Generator<Fault> {
  const ofFlow = (['special_schedule_1', 'offence_condition'] as const)
    .filter(key => paragraph18.test(flow[key] ?? ''))
    .map(key => at(key))
  const bases = flow.bases ?? []
  const own = bases.flatMap(({ own_condition }, index) =>
    paragraph18.test(own_condition ?? '') ? [at('bases', index, 'own_condition')] : [],
  )
  const places: readonly (readonly Key[])[] = [...ofFlow, ...own]
  if (places.length === 0) return
  if (flow.children === false && intake.clients?.adults_at_risk === false)
    yield {
      at: places[0]!,
      message: `In ${name} the condition is paragraph 18, which protects children and adults at risk, but the flow is not about children and no adults at risk are served`,
      related: [
        { at: at('children'), message: 'Whether it is about children stands here' },
        { at: ['clients', 'adults_at_risk'], message: 'Adults at risk stand here' },
      ],
    }
  for (const [index, { partner, art6, own_condition }] of bases.entries()) {
    const relies = own_condition === undefined ? ofFlow.length > 0 : paragraph18.test(own_condition)
    if (relies && art6 === 'consent')
      yield {
        at: at('bases', index, 'art6'),
        message: `${capital(partnerName(intake, partner))} relies in ${name} on consent, but the condition is paragraph 18, which is for data that has to be used without consent`,
        related: [{ at: places[0]!, message: 'The condition stands here' }],
      }
  }
}

export const safeguardingConditionRules: readonly Rule[] = [
  {
    code: 'ISP-27',
    severity: 'warning',
    owner: 'information_governance',
    stage: 'draft',
    source: 'DPA 2018 Sch 1 para 18',
    requirements: ['R092', 'R094'],
    *find(context) {
      for (const flow of flowsOf(context.intake)) yield* safeguardingFaults(context, flow)
    },
  },
]
