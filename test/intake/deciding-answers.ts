/** The answers that decide conditions: any of them, made by chance, and what is left of an intake when all others are taken out. */
import fc from 'fast-check'
import * as z from 'zod'
import { conditions } from '../../src/intake/conditions.ts'
import { fieldOf, unwrap } from '../../src/intake/fields.ts'
import { type Intake, intakeSchema } from '../../src/intake/schema.ts'

/** The paths of the questions that decide conditions. */
export const deciding = Object.values(conditions).flatMap(({ from }) => from)

/** Any answers to those questions, each of them perhaps missing. */
export const intakes = arbitrary(intakeSchema, '') as fc.Arbitrary<Intake>

function arbitrary(type: z.ZodType, path: string): fc.Arbitrary<unknown> {
  if (type instanceof z.ZodObject) {
    const entries = Object.entries(type.shape as Record<string, z.ZodType>)
      .map(([key, child]) => [key, unwrap(child), path ? `${path}.${key}` : key] as const)
      .filter(([, , inner]) => isRelevant(inner, deciding))
    const record = fc.record(
      Object.fromEntries(entries.map(([key, child, inner]) => [key, arbitrary(child, inner)])),
      { requiredKeys: [] },
    )
    // A group is left out often: those that bring money in by being filled would else nearly always be there.
    return path === ''
      ? record
      : fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 2, arbitrary: record })
  }
  if (type instanceof z.ZodArray)
    return fc.array(arbitrary(type.element as z.ZodType, `${path}[]`), { maxLength: 2 })
  const field = fieldOf(type)
  switch (field?.kind) {
    case 'choice':
      return fc.constantFrom(...Object.keys(field.choices ?? {}))
    case 'yesNo':
      return fc.boolean()
    case 'int':
    case 'money':
    case 'pct':
      return fc.constantFrom(0, 1, 50)
    case 'date':
      return fc.constant('2026-04-01')
    default:
      return fc.constantFrom('a', 'b')
  }
}

/** The answers at the given path patterns, and those inside them. */
export function prune(value: unknown, path: string, patterns: readonly string[]): unknown {
  if (patterns.includes(path)) return value
  if (!isRelevant(path, patterns)) return undefined
  if (Array.isArray(value)) return value.map(item => prune(item, `${path}[]`, patterns) ?? {})
  if (!value || typeof value !== 'object') return undefined
  const entries = Object.entries(value).map(([key, child]) => [
    key,
    prune(child, path ? `${path}.${key}` : key, patterns),
  ])
  return Object.fromEntries(entries.filter(([, child]) => child !== undefined))
}

function isRelevant(path: string, patterns: readonly string[]): boolean {
  const isInside = (inner: string, outer: string) =>
    inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`)
  return path === '' || patterns.some(pattern => isInside(pattern, path) || isInside(path, pattern))
}
