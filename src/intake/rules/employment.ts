/** Rules on staff of the partnership: who employs them, under whose policies, and whether the answers agree. */
import type { Key } from '../answers.ts'
import { hasAnswer } from '../three-valued.ts'
import { capital } from './capital.ts'
import { formLabel } from './labels.ts'
import { isNamedIn, partnerName, partnerOf } from './partner-names.ts'
import { isWithoutPersonality } from './party-forms.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

const at = (key: string): readonly Key[] => ['employment', key]

/** What a partnership can be in law so that it has a person of its own. */
const bodiesOfItsOwn: readonly unknown[] = ['company', 'cio', 'llp', 'other']

function* employerFaults(context: RuleContext): Generator<Fault> {
  const { intake, conditions } = context
  if (!conditions.employed_staff) return
  const aside = setAside(context, ...at('employer'))
  // A partnership that is a company or other body of its own can itself be the employer.
  const employsItself =
    bodiesOfItsOwn.includes(intake.legal_basis?.legal_status) && aside?.reason !== undefined
  if (aside && !employsItself)
    yield {
      at: aside.at,
      message: `People are employed for the partnership, but the employer is answered ${aside.words}`,
      related: [{ at: at('partnership_staff'), message: 'The staff are answered here' }],
    }
  const employer = partnerOf(intake, intake.employment?.employer)
  if (employer && isWithoutPersonality(employer))
    yield {
      at: at('employer'),
      message: `${capital(partnerName(intake, employer.id))} is to employ the staff, but it is ${employer.legal_form ? formLabel(employer.legal_form) : 'no person in law'}, which cannot employ anybody in its own name`,
      hint: 'Choose a partner that is a person in law, or ask Legal which named people would be the employers.',
    }
}

const base = { owner: 'hr', stage: 'draft' } as const

export const employmentRules: readonly Rule[] = [
  {
    ...base,
    code: 'EMP-01',
    severity: 'error',
    source: 'Code 10.2',
    requirements: ['R085', 'R122'],
    find: employerFaults,
  },
  {
    ...base,
    code: 'EMP-03',
    severity: 'warning',
    source: 'Code 10.3',
    requirements: ['R086'],
    *find(context) {
      const { intake, conditions } = context
      const aside = setAside(context, ...at('policies'))
      if (conditions.employed_staff && aside && aside.at.length > 1)
        yield {
          at: aside.at,
          message: `People are employed for the partnership, but whose employment policies apply is answered ${aside.words}`,
          hint: 'Name them. Where the Council is the employer, its own apply.',
        }
      const { employer, policies } = intake.employment ?? {}
      const host = partnerOf(intake, employer)
      if (!host?.is_host_council || policies === undefined || /\bcouncil/i.test(policies)) return
      const other = intake.partners?.find(partner => partner.id !== employer && isNamedIn(partner, policies))
      if (other)
        yield {
          at: at('policies'),
          message: `The Council is the employer, but the employment policies are those of ${partnerName(intake, other.id)}`,
          related: [{ at: at('employer'), message: 'The employer stands here' }],
        }
    },
  },
  {
    ...base,
    code: 'EMP-04',
    severity: 'error',
    source: 'Code 10.2',
    requirements: ['R085', 'R122'],
    *find(context) {
      if (context.intake.employment?.partnership_staff !== false) return
      for (const [key, what] of [
        ['employer', 'an employer is named'],
        ['posts', 'posts are listed'],
      ] as const)
        if (hasAnswer(context.intake.employment[key]))
          yield {
            at: at(key),
            message: `Nobody is said to be employed for the partnership, yet ${what}`,
            related: [{ at: at('partnership_staff'), message: 'Nobody is said to be employed here' }],
          }
    },
  },
]
