/** The rule that a partner's id, which belongs in this file, is not given where its name would print. */
import { questionPath } from '../paths.ts'
import { fieldAt, type Intake } from '../schema.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { textsUnder } from './texts.ts'

function* idFaults({ intake }: RuleContext): Generator<Fault> {
  const ids = new Map((intake.partners ?? []).flatMap(({ id }, index) => (id ? [[id, index] as const] : [])))
  for (const { at, text } of textsUnder(intake, Object.keys(intake) as (keyof Intake)[])) {
    const index = ids.get(text)
    const field = index === undefined ? undefined : fieldAt(questionPath(at))?.field
    if (index === undefined || field === undefined || field.isId || field.kind === 'ref') continue
    const { short_name: short, legal_name: name } = intake.partners![index]!
    if (field.kind !== 'text' && field.kind !== 'long') continue
    if (text === short || text === name) continue
    yield {
      at,
      message: `‘${text}’ is the id by which this file knows ${short ?? name ?? 'a partner'}, and here it would print as it stands`,
      related: [{ at: ['partners', index, 'id'], message: 'The partner of that id stands here' }],
    }
  }
}

export const partnerIdRules: readonly Rule[] = [
  {
    code: 'PARTY-13',
    severity: 'warning',
    owner: 'officer',
    stage: 'draft',
    source: 'Code App 4 A',
    requirements: ['R119'],
    find: idFaults,
  },
]
