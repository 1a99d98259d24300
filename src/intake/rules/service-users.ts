/** The rule that service users are involved at every stage. */
import type { Key } from '../answers.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

const answeredNone = ({ answers }: RuleContext, ...keys: readonly Key[]): boolean =>
  answers.stateOf(keys)?.state === 'none'

function* userFaults(context: RuleContext): Generator<Fault> {
  const { engagement } = context.intake
  if (answeredNone(context, 'engagement', 'stages'))
    yield {
      at: ['engagement', 'stages'],
      message: 'Service users are said to be involved at no stage',
    }
  if (answeredNone(context, 'engagement', 'service_users'))
    yield {
      at: ['engagement', 'service_users'],
      message: 'Service users are said not to be involved at all',
    }
  for (const [index, { stage }] of (engagement?.stages ?? []).entries())
    if (answeredNone(context, 'engagement', 'stages', index, 'how'))
      yield {
        at: ['engagement', 'stages', index, 'how'],
        message: `Service users are said not to be involved at the stage '${stage ?? index + 1}'`,
      }
}

export const serviceUserRules: readonly Rule[] = [
  {
    code: 'GOV-24',
    severity: 'warning',
    owner: 'officer',
    stage: 'in_principle',
    source: 'Code 4.1; 8.3',
    requirements: ['R026', 'R047'],
    find: userFaults,
  },
]
