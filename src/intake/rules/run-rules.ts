/** Answers and settings in, every finding of every rule out, in the order of the file. */
import { codes } from '../../findings/codes.ts'
import type { Finding } from '../../findings/finding.ts'
import type { Answers } from '../answers.ts'
import { deriveConditions } from '../conditions.ts'
import { deriveAnswers } from '../derive.ts'
import { isConflict } from './conflicting-paths.ts'
import { governanceRules } from './governance.ts'
import { moneyRules } from './money.ts'
import { partyRules } from './parties.ts'
import { peopleRules } from './people.ts'
import { findingOf, type Rule, type RuleContext, type RuleSettings } from './rule.ts'

/** Every rule there is. */
export const rules: readonly Rule[] = [...partyRules, ...moneyRules, ...peopleRules, ...governanceRules]

/** The rules that find answers which state one fact in two ways. */
export const conflictRules = rules.filter(isConflict)
/** All the others. */
export const otherRules = rules.filter(rule => !isConflict(rule))

/** Applies every rule to an intake, or those given. */
export function runRules(
  answers: Answers,
  settings: RuleSettings,
  asAt: string,
  applied: readonly Rule[] = rules,
): readonly Finding[] {
  const { intake } = answers
  const context: RuleContext = {
    answers,
    intake,
    conditions: deriveConditions(intake, answers.stateOf),
    derived: deriveAnswers(intake, settings.readings),
    settings,
    asAt,
  }
  return applied.flatMap(rule =>
    [...rule.find(context)].map(fault => findingOf(rule, fault, answers, codes[rule.code].cure)),
  )
}
