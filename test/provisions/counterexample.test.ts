import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConditionName } from '../../src/intake/condition-names.ts'
import type { Constraint } from '../../src/intake/conditions.ts'
import { counterexample } from '../../src/provisions/check/counterexample.ts'
import { and, condition, type Formula, keyOf, not, or, yes } from '../../src/provisions/check/formula.ts'

const names = [
  'grant',
  'finance',
  'pooled',
  'aligned',
  'no_finance',
] as const satisfies readonly ConditionName[]
const constraints: readonly Constraint[] = [
  { oneOf: ['finance', 'no_finance'] },
  { if: 'grant', then: 'finance' },
  { if: 'pooled', then: 'finance' },
  { if: 'aligned', then: 'finance' },
  { never: ['pooled', 'aligned'] },
]

const { formula } = fc.letrec<{ formula: Formula }>(tie => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...names).map(condition),
    tie('formula').map(not),
    fc.array(tie('formula'), { minLength: 1, maxLength: 3 }).map(list => and(...list)),
    fc.array(tie('formula'), { minLength: 1, maxLength: 3 }).map(list => or(...list)),
  ),
}))

type Truth = Readonly<Record<string, boolean>>
const holds = (f: Formula, truth: Truth): boolean => {
  switch (f.type) {
    case 'atom':
      return truth[f.atom.of]!
    case 'not':
      return !holds(f.of, truth)
    case 'and':
      return f.of.every(one => holds(one, truth))
    case 'or':
      return f.of.some(one => holds(one, truth))
    case 'unlessNo':
      return holds(f.of, truth)
  }
}
const isLawful = (truth: Truth): boolean =>
  constraints.every(c =>
    'if' in c
      ? !truth[c.if] || truth[c.then]
      : 'never' in c
        ? !(truth[c.never[0]] && truth[c.never[1]])
        : c.oneOf.filter(n => truth[n]).length === 1,
  )
const everyTruth = Array.from({ length: 2 ** names.length }, (_, bits) =>
  Object.fromEntries(names.map((name, i) => [name, Boolean(bits & (1 << i))])),
).filter(isLawful)

describe('the search for a case against', () => {
  test('agrees with going through every lawful case one by one', () => {
    fc.assert(
      fc.property(formula, formula, (premise, conclusion) => {
        const found = counterexample(premise, conclusion, constraints)
        const against = everyTruth.filter(t => holds(premise, t) && !holds(conclusion, t))
        // Where nothing is found, no case exists; where every answer is decided and one exists, one is found.
        if (found === undefined) expect(against).toEqual([])
        if (against.length > 0) expect(found).toBeDefined()
      }),
      { numRuns: 400 },
    )
  })

  test('follows a chain of constraints through conditions that neither formula names', () => {
    expect(counterexample(condition('grant'), not(condition('no_finance')), constraints)).toBeUndefined()
    expect(counterexample(condition('grant'), condition('pooled'), constraints)).toBeDefined()
  })

  test('counts a case in which an answer is missing', () => {
    const found = counterexample(yes, or(condition('grant'), not(condition('grant'))), constraints)
    expect(found?.get(keyOf({ asks: 'condition', of: 'grant' }))).toBe('open')
  })
})
