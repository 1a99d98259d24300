/** Rules on the type of partnership: whether the other answers fit it, and what follows from it. */
import { labelOf } from './labels.ts'
import { inWords, partnerName } from './partner-names.ts'
import type { Rule, RuleContext } from './rule.ts'

type Type = NonNullable<RuleContext['intake']['type']>
type Basis = NonNullable<RuleContext['intake']['basis_group']>

/** The family to which the Code puts a type. The rest may belong to either. */
const basisOf: Readonly<Partial<Record<Type, Basis>>> = {
  formal_forum: 'permitted_or_required_by_law',
  joint_committee: 'permitted_or_required_by_law',
  management_committee: 'permitted_or_required_by_law',
  place_partnership: 'permitted_or_required_by_law',
  community_safety_partnership: 'permitted_or_required_by_law',
  service_delivery: 'operational_service_delivery',
  joint_venture: 'operational_service_delivery',
}

const basisLabel = (basis: Basis): string => labelOf('basis_group', basis)

const placeTests = {
  brings_sectors_together: 'brings the sectors together',
  non_statutory: 'is a body without statutory or executive powers',
  strategic_and_local: 'works at a strategic level, yet close to its communities',
  aligned_with_authority: 'matches the boundaries of the authority',
} as const

/** Forms of body that may share in a joint committee, or may turn out to. */
const authorities: readonly unknown[] = [
  'council',
  'combined_or_strategic_authority',
  'fire_authority',
  'pcc_or_mayor',
  'other',
]

const typeLabel = (type: Type): string => labelOf('type', type)

const base = { severity: 'warning', owner: 'legal', stage: 'in_principle' } as const

export const typeRules: readonly Rule[] = [
  {
    ...base,
    code: 'SCOPE-03',
    severity: 'note',
    owner: 'procurement',
    stage: 'draft',
    source: 'Code 3.2; 3.4',
    requirements: ['R008', 'R019', 'R022', 'R103'],
    *find({ intake: { procurement, scope, basis_group }, conditions }) {
      // Outside the Code there is no agreement that could give way to the contract.
      if (conditions.out_of_scope) return
      if (scope?.contractor_after_procurement)
        yield {
          at: ['scope', 'contractor_after_procurement'],
          message:
            'A procured contractor works as a partner, so its contract and the contract rules come first and parts of the Code may not apply',
        }
      else if (procurement?.required)
        yield {
          at: ['procurement', 'required'],
          message: 'A partner is chosen by procurement, so its contract and the contract rules come first',
        }
      else if (basis_group === 'operational_service_delivery' && procurement?.required === undefined)
        yield {
          at: ['basis_group'],
          message:
            'The partnership delivers a service, so the contract rules must be followed and come first',
        }
    },
  },
  {
    ...base,
    code: 'SCOPE-05',
    source: 'Code App 1',
    requirements: ['R100'],
    *find({ intake: { place_partnership: tests = {} } }) {
      for (const [key, words] of Object.entries(placeTests))
        if (tests[key as keyof typeof placeTests] === false)
          yield {
            at: ['place_partnership', key],
            message: `It is called a place partnership, but the answer to whether it ${words} is no`,
          }
    },
  },
  {
    ...base,
    code: 'SCOPE-06',
    source: 'Code 3.4; App 1',
    requirements: ['R022', 'R023', 'R024'],
    *find({ intake: { type, basis_group: basis, legal_basis } }) {
      const usual = type && basisOf[type]
      if (type && basis && usual && usual !== basis)
        yield {
          at: ['basis_group'],
          message: `A ${typeLabel(type)} is ${basisLabel(usual)}, but this one is said to be ${basisLabel(basis)}`,
          related: [{ at: ['type'], message: `The type is ${typeLabel(type)} here` }],
        }
      const status = legal_basis?.legal_status
      if (type === 'joint_committee' && status && status !== 'joint_committee')
        yield {
          at: ['legal_basis', 'legal_status'],
          message: `The type is a joint committee, but in law it is ${labelOf('legal_basis.legal_status', status)}`,
          related: [{ at: ['type'], message: 'The type is joint committee here' }],
        }
    },
  },
  {
    ...base,
    code: 'SCOPE-07',
    severity: 'error',
    source: 'Code App 1; Local Government Act 1972 s101, s102',
    requirements: ['R023', 'R098'],
    *find({ intake, conditions }) {
      const partners = intake.partners ?? []
      if (!conditions.joint_committee || partners.length === 0) return
      if (partners.some(partner => partner.legal_form === undefined)) return
      const able = partners.filter(partner => authorities.includes(partner.legal_form))
      if (able.length < 2)
        yield {
          at: ['partners'],
          message:
            able.length === 0
              ? 'A joint committee is made by two or more local authorities, and no partner is one'
              : `A joint committee is made by two or more local authorities, and only ${inWords(able.map(({ id }) => partnerName(intake, id)))} is one`,
        }
    },
  },
  {
    ...base,
    code: 'SCOPE-08',
    severity: 'error',
    stage: 'sign_off',
    source: 'Code App 1',
    requirements: ['R099'],
    *find({ intake: { legal_basis }, conditions }) {
      if (conditions.management_committee && legal_basis?.personal_liability_explained === false)
        yield {
          at: ['legal_basis', 'personal_liability_explained'],
          message: 'The members of the management committee have not been told of their own liability',
        }
    },
  },
]
