/**
 * Answers in; out, which rules could say something else once one answer is taken away. A rule that never looked at the
 * section of that answer, nor at a condition or a derived answer that changes with it, says the same as before.
 */
import type { Answers, Key } from '../../src/intake/answers.ts'
import { deriveConditions } from '../../src/intake/conditions.ts'
import { deriveAnswers } from '../../src/intake/derive.ts'
import type { Rule, RuleSettings } from '../../src/intake/rules/rule.ts'
import { rules } from '../../src/intake/rules/run-rules.ts'

export function rulesByReading(
  answers: Answers,
  settings: RuleSettings,
  asAt: string,
): (changed: Answers, taken: readonly Key[]) => readonly Rule[] {
  const { intake, stateOf } = answers
  const workedOut = ({ intake }: Answers): string =>
    JSON.stringify([deriveConditions(intake, stateOf), deriveAnswers(intake, settings.readings)])
  const before = workedOut(answers)
  const conditions = deriveConditions(intake, stateOf)
  const derived = deriveAnswers(intake, settings.readings)
  const readers = rules.map(rule => {
    const sections = new Set<Key>()
    const watched = new Proxy(intake, {
      get: (target, key) => {
        sections.add(key as string)
        return target[key as keyof typeof target]
      },
      ownKeys: target => {
        for (const key of Object.keys(target)) sections.add(key)
        return Reflect.ownKeys(target)
      },
    })
    const context = {
      answers: { ...answers, intake: watched },
      intake: watched,
      conditions,
      derived,
      settings,
      asAt,
    }
    // It is run to its end, so that everything it reads is known.
    for (const _ of rule.find(context));
    return { rule, sections }
  })
  return (changed, [section]) =>
    workedOut(changed) === before
      ? readers.flatMap(({ rule, sections }) => (sections.has(section!) ? [rule] : []))
      : rules
}
