/** Rules on the accountable body: is it fit for the role, was it nominated, and on what terms does it act? */
import { formatMoney } from '../format.ts'
import { lateFault, startOf } from './date-order.ts'
import { partnerName, partnerOf } from './partner-names.ts'
import type { Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

/** Legal forms that are no person in law. */
const withoutPersonality: readonly unknown[] = [
  'charitable_trust',
  'partnership_1890',
  'unincorporated_association',
]

const bodyOf = ({ intake }: RuleContext) => intake.accountable_body ?? {}

/** The body's name, for messages. */
const nameOf = (context: RuleContext): string => {
  const { partner } = bodyOf(context)
  return partner === undefined ? 'The accountable body' : partnerName(context.intake, partner)
}

const base = { severity: 'warning', owner: 'finance', stage: 'draft' } as const

export const accountableBodyRules: readonly Rule[] = [
  {
    ...base,
    code: 'AB-01',
    severity: 'error',
    owner: 'legal',
    stage: 'in_principle',
    source: 'Code 9.2; 9.5(a)',
    requirements: ['R062', 'R065', 'Z2'],
    *find(context) {
      const at = ['accountable_body', 'partner']
      const partner = partnerOf(context.intake, bodyOf(context).partner)
      if (partner?.legal_personality === false || withoutPersonality.includes(partner?.legal_form))
        yield {
          at,
          message: `${nameOf(context)} is to be the accountable body, but is no person in law`,
          related: [
            {
              at: [
                'partners',
                context.intake.partners!.indexOf(partner!),
                partner?.legal_personality === false ? 'legal_personality' : 'legal_form',
              ],
              message: 'This answer says so',
            },
          ],
        }
    },
  },
  {
    ...base,
    code: 'AB-02',
    severity: 'error',
    stage: 'sign_off',
    source: 'Code 9.5(a)',
    requirements: ['R065', 'R161', 'Z2'],
    *find(context) {
      const { partner, nominated_date: date } = bodyOf(context)
      if (partner === undefined) return
      for (const [key, what] of [
        ['nominated_by', 'who nominated it'],
        ['nominated_date', 'when it was nominated'],
      ] as const) {
        const aside = setAside(context, 'accountable_body', key)
        if (aside)
          yield {
            at: aside.at,
            message: `${nameOf(context)} is the accountable body, yet ${what} is answered ${aside.words}`,
          }
      }
      const nomination = { at: ['accountable_body', 'nominated_date'], what: 'the nomination', date }
      const late = lateFault(nomination, startOf(context.intake))
      if (late) yield { ...late, severity: 'warning' }
    },
  },
  {
    ...base,
    code: 'AB-04',
    stage: 'in_principle',
    source: 'Code 9.6',
    requirements: ['R065', 'R068'],
    *find(context) {
      const aside = setAside(context, 'accountable_body', 'risk_assessment_done')
      const isCouncil = context.conditions.council_is_accountable_body
      if (bodyOf(context).risk_assessment_done === false || (aside && aside.at.length > 1))
        yield {
          at: aside?.at ?? ['accountable_body', 'risk_assessment_done'],
          message: `The risks of acting as accountable body have not been assessed${isCouncil ? ', and the Council may agree to the role only after that' : ''}`,
          ...(isCouncil ? { severity: 'error' as const } : {}),
        }
    },
  },
  {
    ...base,
    code: 'AB-05',
    source: 'Code 9.3',
    requirements: ['R063'],
    *find(context) {
      const { cashflow_limit: limit } = bodyOf(context)
      const grant = context.intake.grant?.amount
      const at = ['accountable_body', 'cashflow_limit']
      const aside = setAside(context, ...at)
      if (aside && aside.at.length > 1)
        yield {
          at,
          message: `Nothing limits what ${nameOf(context)} pays out ahead of grant: the limit is answered ${aside.words}`,
        }
      if (limit !== undefined && grant !== undefined && limit > grant)
        yield {
          at,
          message: `${nameOf(context)} may pay out ${formatMoney(limit)} ahead of grant, more than the whole grant of ${formatMoney(grant)}`,
          related: [{ at: ['grant', 'amount'], message: 'The grant stands here' }],
        }
    },
  },
  {
    ...base,
    code: 'AB-06',
    severity: 'error',
    stage: 'sign_off',
    source: 'Code 9.5(a)',
    requirements: ['R065', 'Z2'],
    *find(context) {
      const at = ['accountable_body', 'capability_confirmed']
      const aside = setAside(context, ...at)
      if (bodyOf(context).capability_confirmed === false || (aside && aside.at.length > 1))
        yield {
          at,
          message: `It is not confirmed that ${nameOf(context)} can meet the legal obligations of an accountable body`,
        }
    },
  },
  {
    ...base,
    code: 'AB-09',
    source: 'Code 9.4',
    requirements: ['R064'],
    *find(context) {
      const { refusal_right: mayRefuse, services } = bodyOf(context)
      if (mayRefuse === false)
        yield {
          at: ['accountable_body', 'refusal_right'],
          message: `${nameOf(context)} would have to carry out decisions that are unlawful, outside the grant or without funds`,
        }
      const aside = setAside(context, 'accountable_body', 'services')
      if ((aside && aside.at.length > 1) || services?.length === 0)
        yield {
          at: ['accountable_body', 'services'],
          message: `${nameOf(context)} provides no staff, facilities or systems, though the role needs them`,
        }
    },
  },
  {
    ...base,
    code: 'AB-10',
    severity: 'note',
    source: 'Code 9.3; 9.16',
    requirements: ['R063', 'R078'],
    *find(context) {
      if (!context.conditions.council_is_accountable_body) return
      if (bodyOf(context).ineligible_cost_rule === 'accountable_body_bears')
        yield {
          at: ['accountable_body', 'ineligible_cost_rule'],
          message: 'The Council alone bears every cost that the funder refuses, whoever caused it',
        }
      if (context.intake.grant?.clawback_rule === 'accountable_body_bears')
        yield {
          at: ['grant', 'clawback_rule'],
          message: 'The Council alone repays grant that is clawed back, whoever caused it',
        }
    },
  },
]
