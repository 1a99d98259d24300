/** The rule on exemptions from procurement: does the one claimed fit the facts of the partnership? */
import type { Key } from '../answers.ts'
import { formatDate, formatMoney } from '../format.ts'
import { labelOf } from './labels.ts'
import { inWords, type Partner, partnerName } from './partner-names.ts'
import { publicForms } from './party-forms.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

type Exemption = NonNullable<NonNullable<RuleContext['intake']['procurement']>['exemption']>

const at: readonly Key[] = ['procurement', 'exemption']

type Related = NonNullable<Fault['related']>

function* moneyFaults({ intake, conditions }: RuleContext): Generator<Fault> {
  if (!conditions.finance) return
  const total = intake.finance?.total
  const related: Related =
    total === undefined
      ? [{ at: ['finance', 'has_finance'], message: 'Money is involved here' }]
      : [{ at: ['finance', 'total'], message: `The total is ${formatMoney(total)} here` }]
  yield {
    at,
    message: `The exemption is that no money is exchanged, but money is involved${total ? `: ${formatMoney(total)} in all` : ''}`,
    related,
  }
}

function* grantFaults({ intake: { procurement }, conditions }: RuleContext): Generator<Fault> {
  if (procurement?.detailed_specification)
    yield {
      at: ['procurement', 'detailed_specification'],
      message:
        'The exemption is that the Council gives grant, but the money depends on detailed requirements, so it may be a contract',
      related: [{ at, message: 'The exemption stands here' }],
    }
  if (conditions.finance === false)
    yield { at, message: 'The exemption is that the Council gives grant, but no money is involved' }
}

function* lawFaults({ intake: { basis_group, type } }: RuleContext): Generator<Fault> {
  const [where, what]: [Key, string | undefined] =
    basis_group === 'operational_service_delivery'
      ? ['basis_group', 'is said to deliver a service']
      : [
          'type',
          type === 'service_delivery' || type === 'joint_venture'
            ? `is a ${labelOf('type', type)}`
            : undefined,
        ]
  if (what)
    yield {
      at,
      message: `The exemption is that the law permits, requires or encourages the partnership, but it ${what}`,
      related: [{ at: [where], message: 'That stands here' }],
    }
}

const othersThanHost = (partners: readonly Partner[]): readonly (readonly [number, Partner])[] =>
  [...partners.entries()].filter(([, { is_host_council }]) => !is_host_council)

function* publicFaults(context: RuleContext, words: string): Generator<Fault> {
  const { intake } = context
  const outside = othersThanHost(intake.partners ?? []).filter(([, p]) => p.sector && p.sector !== 'public')
  if (outside.length > 0)
    yield {
      at,
      message: `${words}, but ${inWords(outside.map(([, { id }]) => partnerName(intake, id)))} ${outside.length === 1 ? 'is' : 'are'} not in the public sector`,
      related: outside.map(([index, { id }]) => ({
        at: ['partners', index, 'sector'],
        message: `The sector of ${partnerName(intake, id)} stands here`,
      })),
    }
}

function* controlFaults({ intake }: RuleContext): Generator<Fault> {
  const free = othersThanHost(intake.partners ?? []).filter(
    ([, { legal_form: form }]) => form && publicForms.includes(form),
  )
  if (free.length > 0)
    yield {
      at,
      message: `The exemption is that the Council controls the partner, but ${inWords(free.map(([, { id }]) => partnerName(intake, id)))} ${free.length === 1 ? 'is an authority' : 'are authorities'} of ${free.length === 1 ? 'its' : 'their'} own`,
      related: free.map(([index, { id }]) => ({
        at: ['partners', index, 'legal_form'],
        message: `The form of ${partnerName(intake, id)} stands here`,
      })),
    }
}

function* thresholdFaults({ intake, settings, asAt }: RuleContext): Generator<Fault> {
  const { procurement, finance } = intake
  const [sum, sumAt]: [number | undefined, readonly Key[]] =
    procurement?.value === undefined
      ? [finance?.total, ['finance', 'total']]
      : [procurement.value, ['procurement', 'value']]
  const goods = settings.figures.get('procurement-goods-and-services')
  const light = settings.figures.get('procurement-light-touch')
  const day = procurement?.award_date ?? procurement?.agreed_date ?? asAt
  // The figures of an earlier period are not on file.
  if (sum === undefined || !goods || day < goods.from || sum < goods.amount * 100) return
  const others = light && sum < light.amount * 100 ? 'Say in the reason which threshold applies: ' : ''
  yield {
    at,
    message: `The exemption is a value below the threshold, but ${formatMoney(sum)} is not below ${formatMoney(goods.amount * 100)}, the threshold for goods and services from ${formatDate(goods.from)}, which includes VAT`,
    ...(others && light
      ? { hint: `${others}for light-touch services it is ${formatMoney(light.amount * 100)}.` }
      : {}),
    related: [{ at: sumAt, message: 'The sum stands here' }],
  }
}

const checks: Readonly<Partial<Record<Exemption, (context: RuleContext) => Iterable<Fault>>>> = {
  no_exchange_of_funds: moneyFaults,
  grant: grantFaults,
  permitted_by_law: lawFaults,
  public_public_vertical: function* (context) {
    yield* publicFaults(context, 'The exemption is that the Council controls the partner')
    yield* controlFaults(context)
  },
  public_public_horizontal: context =>
    publicFaults(context, 'The exemption is that public bodies cooperate in their public functions'),
  below_threshold_rules_followed: thresholdFaults,
}

export const exemptionRules: readonly Rule[] = [
  {
    code: 'PROC-02',
    severity: 'warning',
    owner: 'procurement',
    stage: 'in_principle',
    source: 'Code 3.1; Procurement Act 2023 s3 and Sch 2',
    requirements: ['R016', 'R017', 'R022'],
    *find(context) {
      const { required, exemption } = context.intake.procurement ?? {}
      if (required || !exemption) return
      yield* checks[exemption]?.(context) ?? []
    },
  },
]
