/** Rules on advice that must come first: HR’s where there are staff, information governance’s where information is shared. */
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
  const steps = [commitmentOf(intake, settings.readings), startOf(intake), ...secondments]
  return conditions.tupe ? [...steps, transfer] : steps
}

/** Faults where an adviser’s row is marked not applicable although there is `reason` to ask, or is dated after a step. */
function* lateAdvice(
  { intake }: RuleContext,
  row: 'hr' | 'information_governance',
  whose: string,
  reason: string,
  steps: readonly Dated[],
): Generator<Fault> {
  for (const [index, item] of (intake.consultation ?? []).entries()) {
    if (item.row !== row) continue
    const at = (key: string): readonly Key[] => ['consultation', index, key]
    if (item.followed === 'not_applicable')
      yield {
        at: at('followed'),
        message: `${whose} advice is marked not applicable, yet ${reason}`,
        hint: 'Ask for the advice, and record it and whether it was followed.',
      }
    const late = lateFault({ at: at('date'), what: `${whose} advice`, date: item.date }, ...steps)
    if (late) yield late
  }
}

const base = { severity: 'warning', stage: 'consultation' } as const

export const adviserRules: readonly Rule[] = [
  {
    ...base,
    code: 'EMP-05',
    owner: 'hr',
    source: 'Code 10.1; 10.6',
    requirements: ['R084', 'R089', 'R168'],
    *find(context) {
      const { conditions } = context
      const reasons = [
        conditions.employed_staff && 'people are employed for the partnership',
        conditions.secondment && 'people are seconded',
        conditions.tupe && 'staff may transfer',
        conditions.volunteers && 'volunteers are used',
      ].filter(words => typeof words === 'string')
      if (reasons.length > 0)
        yield* lateAdvice(context, 'hr', 'HR’s', reasons.join(' and '), staffSteps(context))
    },
  },
  {
    ...base,
    code: 'ISP-25',
    owner: 'information_governance',
    source: 'Code 11.2',
    requirements: ['R092', 'R162'],
    *find(context) {
      const { conditions, intake } = context
      // A partnership under review shares already, and is advised on as it goes.
      const steps = intake.status === 'review_of_existing' ? [] : [startOf(intake)]
      if (conditions.info_sharing)
        yield* lateAdvice(
          context,
          'information_governance',
          'Information governance’s',
          'information is shared',
          steps,
        )
    },
  },
]
