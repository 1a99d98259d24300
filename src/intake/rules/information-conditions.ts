/** Rules on special categories of data and on offences: the condition, its paragraph, and the policy document it calls for. */
import type { Intake } from '../schema.ts'
import { capital } from './capital.ts'
import { type FoundFlow, flowsOf, isPublic } from './information-flow-facts.ts'
import { labelOf } from './labels.ts'
import { partnerName } from './partner-names.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'
import { setAside } from './set-aside.ts'

type Condition = NonNullable<NonNullable<NonNullable<Intake['info']>['flows']>[number]['special_condition']>

/** The paragraphs of Schedule 1 to the Data Protection Act 2018 that go with each condition. */
const paragraphsOf: Readonly<Partial<Record<Condition, readonly [first: number, last: number]>>> = {
  article_9_2_b: [1, 1],
  article_9_2_g: [6, 28],
  article_9_2_h: [2, 2],
  article_9_2_i: [3, 3],
  article_9_2_j: [4, 4],
}

/** Paragraphs of Schedule 1 that call for an appropriate policy document, as a rule: 1, and Part 2. */
const callsForPolicy = (paragraph: number): boolean => paragraph === 1 || (paragraph >= 6 && paragraph <= 28)

/** The numbers of the paragraphs that a text names: of "paragraphs 2 and 18(1)" 2 and 18. */
const paragraphsIn = (text: string): readonly number[] =>
  [
    ...text
      .replace(/\b(?:sch(?:edule|\.)?|part|s(?:ection|\.)?|act)\s*\d+/gi, '')
      .matchAll(/(?<![\d(])\d{1,2}(?!\d)/g),
  ].map(([digits]) => Number(digits))

const conditionName = (condition: Condition): string => labelOf('info.flows[].special_condition', condition)

function* conditionFaults(context: RuleContext, { flow, name, at }: FoundFlow): Generator<Fault> {
  const categories = flow.special_categories ?? []
  const special = setAside(context, ...at('special_condition'))
  if (categories.length > 0 && special)
    yield {
      at: special.at,
      message: `${capital(name)} carries special categories of data, but the condition for using them is answered ${special.words}`,
      related: [{ at: at('special_categories'), message: 'The categories stand here' }],
    }
  const hasNone = setAside(context, ...at('special_categories')) !== undefined
  if (flow.special_condition && hasNone)
    yield {
      at: at('special_condition'),
      severity: 'warning',
      message: `${capital(name)} is said to carry no special categories of data, yet a condition for them is given`,
      hint: 'List the categories, or delete the condition.',
      related: [{ at: at('special_categories'), message: 'None is answered here' }],
    }
  const offence = setAside(context, ...at('offence_condition'))
  if (flow.offence_data && offence && flow.regime !== 'part3')
    yield {
      at: offence.at,
      message: `${capital(name)} carries data on offences, but the condition for using it is answered ${offence.words}`,
      related: [{ at: at('offence_data'), message: 'Data on offences is answered here' }],
    }
  if (flow.offence_data === false && flow.offence_condition)
    yield {
      at: at('offence_condition'),
      severity: 'warning',
      message: `${capital(name)} is said to carry no data on offences, yet a condition for it is given`,
      hint: 'Answer offence_data with true, or delete the condition.',
      related: [{ at: at('offence_data'), message: 'That is answered here' }],
    }
}

function* paragraphFaults(
  { intake }: RuleContext,
  { flow, name, at, takingPart }: FoundFlow,
): Generator<Fault> {
  const { special_condition: condition, special_schedule_1: text, offence_condition: offence } = flow
  const range = condition && paragraphsOf[condition]
  const given = text === undefined ? [] : paragraphsIn(text)
  if (condition && range && given.length > 0 && !given.some(n => n >= range[0] && n <= range[1]))
    yield {
      at: at('special_schedule_1'),
      message: `In ${name} the condition is ${conditionName(condition)}, which goes with ${range[0] === range[1] ? `paragraph ${range[0]}` : `one of paragraphs ${range[0]} to ${range[1]}`} of Schedule 1, not with "${text}"`,
      related: [{ at: at('special_condition'), message: 'The condition stands here' }],
    }
  const wrong = offence === undefined ? [] : paragraphsIn(offence)
  if (offence && /\bpara/i.test(offence) && wrong.length > 0 && wrong.every(n => n === 5 || n > 37))
    yield {
      at: at('offence_condition'),
      message: `In ${name} the condition for data on offences is "${offence}", but the conditions are paragraphs 1 to 4 and 6 to 37 of Schedule 1`,
    }
  const authority = takingPart.find(id => isPublic(intake, id))
  if (condition === 'article_9_2_d' && authority !== undefined)
    yield {
      at: at('special_condition'),
      message: `In ${name} the condition is the one for political, religious and similar not-for-profit bodies, which ${partnerName(intake, authority)} is not`,
    }
}

/** Why a flow calls for a policy document; undefined where it does not. */
function policyReason({ flow, at }: FoundFlow) {
  const special = flow.special_schedule_1 === undefined ? [] : paragraphsIn(flow.special_schedule_1)
  if (flow.special_condition && special.some(callsForPolicy))
    return { at: at('special_schedule_1'), message: `The condition stands here: ${flow.special_schedule_1}` }
  for (const [index, { own_condition: own }] of (flow.bases ?? []).entries())
    if (own !== undefined && paragraphsIn(own.replace(/\barticle\s*\d+/gi, '')).some(callsForPolicy))
      return {
        at: at('bases', index, 'own_condition'),
        message: `The condition stands here: ${own}`,
      }
  const offence = flow.offence_condition === undefined ? [] : paragraphsIn(flow.offence_condition)
  if (flow.offence_data && offence.some(callsForPolicy))
    return { at: at('offence_condition'), message: `The condition stands here: ${flow.offence_condition}` }
  if (flow.regime === 'part3' && (flow.special_categories ?? []).length > 0)
    return { at: at('regime'), message: 'Sensitive data under the law-enforcement regime stands here' }
  return undefined
}

const base = { severity: 'error', owner: 'information_governance', stage: 'draft' } as const

export const conditionRules: readonly Rule[] = [
  {
    ...base,
    code: 'ISP-02',
    source: 'UK GDPR Art 9 and 10; DPA 2018 s10 and 11',
    requirements: ['R092', 'R094'],
    *find(context) {
      for (const flow of flowsOf(context.intake)) yield* conditionFaults(context, flow)
    },
  },
  {
    ...base,
    code: 'ISP-10',
    severity: 'warning',
    source: 'DPA 2018 s10 and Sch 1',
    requirements: ['R092', 'R094'],
    *find(context) {
      for (const flow of flowsOf(context.intake)) yield* paragraphFaults(context, flow)
    },
  },
  {
    ...base,
    code: 'ISP-14',
    stage: 'sign_off',
    source: 'DPA 2018 s35, s42 and Sch 1 Part 4',
    requirements: ['R092', 'R094'],
    *find(context) {
      const at = ['info', 'apd_in_place']
      const aside = setAside(context, ...at)
      if (context.intake.info?.apd_in_place !== false && !aside) return
      const found = flowsOf(context.intake).find(flow => policyReason(flow) !== undefined)
      const related = found && policyReason(found)
      if (found && related)
        yield {
          at: aside?.at ?? at,
          message: `${capital(found.name)} needs an appropriate policy document, and there is none`,
          related: [related],
        }
    },
  },
]
