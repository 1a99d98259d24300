/** The HR row of the sign-off checklist and the dates of everything done with staff in; faults when HR was asked too late out. */
import type { Key } from '../answers.ts'
import { commitmentOf, type Dated, lateFault, startOf } from './date-order.ts'
import type { Fault, Rule, RuleContext } from './rule.ts'

/** Everything about staff that must wait for HR’s advice. */
function staffSteps({ intake, conditions, settings }: RuleContext): readonly Dated[] {
  const secondments = (intake.secondments ?? []).map(({ secondee_or_post, start }, index) => ({
    at: ['secondments', index, 'start'],
    what: `the start of the secondment of ${secondee_or_post ?? `item ${index + 1}`}`,
    date: start,
  }))
  const transfer = { at: ['tupe', 'date'], what: 'the transfer of staff', date: intake.tupe?.date }
  return [
    commitmentOf(intake, settings.readings),
    startOf(intake),
    ...secondments,
    ...(conditions.tupe ? [transfer] : []),
  ]
}

function* lateAdvice(context: RuleContext): Generator<Fault> {
  const { intake, conditions } = context
  const reasons = [
    conditions.employed_staff && 'people are employed for the partnership',
    conditions.secondment && 'people are seconded',
    conditions.tupe && 'staff may transfer',
    conditions.volunteers && 'volunteers are used',
  ].filter(words => typeof words === 'string')
  if (reasons.length === 0) return
  for (const [index, item] of (intake.consultation ?? []).entries()) {
    if (item.row !== 'hr') continue
    const at = (key: string): readonly Key[] => ['consultation', index, key]
    if (item.followed === 'not_applicable')
      yield {
        at: at('followed'),
        message: `HR’s advice is marked not applicable, yet ${reasons.join(' and ')}`,
        hint: 'Ask HR about them, and record the advice and whether it was followed.',
      }
    const late = lateFault({ at: at('date'), what: 'HR’s advice', date: item.date }, ...staffSteps(context))
    if (late) yield late
  }
}

export const staffAdviceRules: readonly Rule[] = [
  {
    code: 'EMP-05',
    severity: 'warning',
    owner: 'hr',
    stage: 'consultation',
    source: 'Code 10.1; 10.6',
    requirements: ['R084', 'R089', 'R168'],
    find: lateAdvice,
  },
]
