/** What holds of every condition, tried on as many made-up intakes as are asked for. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { constraints } from '../../src/intake/condition-constraints.ts'
import { conditionNames } from '../../src/intake/condition-names.ts'
import { conditions, deriveConditions } from '../../src/intake/conditions.ts'
import type { Intake } from '../../src/intake/schema.ts'
import { intakes, prune } from './deciding-answers.ts'

export function dependsOnWhatItNames(numRuns: number): void {
  fc.assert(
    fc.property(intakes, intake => {
      for (const name of conditionNames) {
        const kept = prune(intake, '', conditions[name].from) as Intake
        expect(conditions[name].test(kept), name).toBe(conditions[name].test(intake))
      }
    }),
    { numRuns, seed: 20_260 },
  )
}

export function keepsConstraints(numRuns: number): void {
  const seen = new Set<string>()
  fc.assert(
    fc.property(intakes, intake => {
      const derived = deriveConditions(intake)
      for (const name of conditionNames) if (derived[name] !== undefined) seen.add(`${name} ${derived[name]}`)
      for (const rule of constraints) expect(breaks(rule, derived), JSON.stringify(rule)).toBe(false)
    }),
    { numRuns, seed: 20_260 },
  )
  const never = conditionNames
    .flatMap(name => [`${name} true`, `${name} false`])
    .filter(value => !seen.has(value))
  expect(never, 'each condition is seen both true and false').toEqual([])
}

export function breaks(
  rule: (typeof constraints)[number],
  derived: ReturnType<typeof deriveConditions>,
): boolean {
  if ('if' in rule) return derived[rule.if] === true && derived[rule.then] !== true
  if ('never' in rule) return rule.never.every(name => derived[name])
  const values = rule.oneOf.map(name => derived[name])
  return !values.includes(undefined) && values.filter(Boolean).length !== 1
}
