/** The rule that the risk register, which every partner signs and anybody may ask for, does not tell what one partner confided. */
import type { Key } from '../answers.ts'
import { capital } from './capital.ts'
import { partnerName } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

/** Words that say how far a body lives on the partnership. What would happen if it failed is another matter. */
const dependence =
  /\bdepend(?:s|ed|ent|ence|ency|ing)?\b|\b(?:half|most|all|much|a (?:third|quarter)|\d+ ?%|per cent) of (?:its|their) (?:income|turnover|funding|money)\b/i

function* dependenceFaults({ intake }: RuleContext): Generator<Fault> {
  for (const [at, partner] of (intake.partners ?? []).entries()) {
    if (!partner.depends_on_partnership) continue
    const names = [partner.short_name, partner.legal_name].filter(name => name !== undefined)
    for (const [index, risk] of (intake.risks ?? []).entries()) {
      const whole = `${risk.event ?? ''} ${risk.consequence ?? ''}`
      if (!names.some(name => whole.includes(name))) continue
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

export const riskPrivacyRules: readonly Rule[] = [
  {
    code: 'RISK-23',
    severity: 'warning',
    owner: 'officer',
    stage: 'draft',
    source: 'Code 1.4; 9.3',
    requirements: ['R007', 'R147'],
    find: dependenceFaults,
  },
]
