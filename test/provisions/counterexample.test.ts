import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Constraint } from '../../src/intake/condition-constraints.ts'
import type { ConditionName } from '../../src/intake/condition-names.ts'
import { type Assignment, counterexample, inWords } from '../../src/provisions/check/counterexample.ts'
import {
  and,
  atom,
  condition,
  type Formula,
  keyOf,
  no,
  not,
  or,
  unlessNo,
  yes,
} from '../../src/provisions/check/formula.ts'

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

const atoms = [
  ...names.map(condition),
  atom('choice', 'term.kind', 'fixed'),
  atom('choice', 'term.kind', 'rolling'),
  atom('answered', 'term.end'),
]
const { formula } = fc.letrec<{ formula: Formula }>(tie => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...atoms),
    tie('formula').map(not),
    tie('formula').map(unlessNo),
    fc.array(tie('formula'), { maxLength: 3 }).map(list => and(...list)),
    fc.array(tie('formula'), { maxLength: 3 }).map(list => or(...list)),
  ),
}))

// The same logic once more, as plainly as it can be put: every case written out, three values, no pruning.

type Value = 'yes' | 'no' | 'open'
const worst = (values: readonly Value[], order: readonly Value[]): Value =>
  order.find(v => values.includes(v)) ?? order.at(-1)!

function valueIn(f: Formula, chosen: Assignment): Value {
  switch (f.type) {
    case 'atom': {
      const is = chosen.get(keyOf(f.atom))!
      return is === 'open' ? 'open' : is === (f.atom.value ?? 'yes') ? 'yes' : 'no'
    }
    case 'not':
      return ({ yes: 'no', no: 'yes', open: 'open' } as const)[valueIn(f.of, chosen)]
    case 'unlessNo':
      return valueIn(f.of, chosen) === 'no' ? 'no' : 'yes'
    case 'and':
      return worst(
        f.of.map(one => valueIn(one, chosen)),
        ['no', 'open', 'yes'],
      )
    case 'or':
      return worst(
        f.of.map(one => valueIn(one, chosen)),
        ['yes', 'open', 'no'],
      )
  }
}

const cases: readonly Assignment[] = [
  ...names.map(name => [keyOf({ asks: 'condition', of: name }), ['yes', 'no', 'open']] as const),
  ['choice term.kind', ['fixed', 'rolling', '', 'open']] as const,
  ['answered term.end', ['yes', 'no']] as const,
].reduce<Assignment[]>(
  (all, [key, values]) => all.flatMap(chosen => values.map(value => new Map([...chosen, [key, value]]))),
  [new Map()],
)

const isLawful = (chosen: Assignment): boolean =>
  constraints.every(c => {
    const of = (name: string) => chosen.get(`condition ${name}`)
    if ('if' in c)
      return (of(c.if) !== 'yes' || of(c.then) === 'yes') && (of(c.then) !== 'no' || of(c.if) === 'no')
    const list = 'never' in c ? c.never : c.oneOf
    const noes = list.filter(n => of(n) === 'no').length
    if (list.some(n => of(n) === 'yes')) return noes === list.length - 1
    return 'never' in c || noes < list.length - 1
  })
const lawful = cases.filter(isLawful)

describe('the search for a case against', () => {
  test('agrees with going through every case one by one', () => {
    let found = 0
    fc.assert(
      fc.property(formula, formula, (premise, conclusion) => {
        const isAgainst = (c: Assignment) => valueIn(premise, c) === 'yes' && valueIn(conclusion, c) !== 'yes'
        const against = counterexample(premise, conclusion, constraints)
        expect(against !== undefined).toBe(lawful.some(isAgainst))
        // What is found names enough to be a case against, whatever else holds.
        if (against === undefined) return
        found++
        const like = lawful.filter(c => [...against].every(([key, value]) => c.get(key) === value))
        expect(like.length).toBeGreaterThan(0)
        expect(like.every(isAgainst)).toBe(true)
      }),
      { numRuns: 500 },
    )
    expect(found).toBeGreaterThan(50)
    expect(found).toBeLessThan(450)
  })

  test('follows a chain of constraints through conditions that neither formula names', () => {
    expect(counterexample(condition('grant'), not(condition('no_finance')), constraints)).toBeUndefined()
    expect(counterexample(condition('grant'), condition('pooled'), constraints)).toBeDefined()
  })

  test('counts a case in which an answer is missing', () => {
    const found = counterexample(yes, or(condition('grant'), not(condition('grant'))), constraints)
    expect(found?.get(keyOf({ asks: 'condition', of: 'grant' }))).toBe('open')
  })

  test('knows that one of three must hold, and that all three may be open', () => {
    const three: readonly Constraint[] = [{ oneOf: ['legally_binding', 'partly_binding', 'not_binding'] }]
    const all = [condition('legally_binding'), condition('partly_binding'), condition('not_binding')]
    const none = and(...all.map(not))
    expect(counterexample(none, no, three)).toBeUndefined()
    expect(counterexample(and(not(all[0]!), not(all[1]!)), all[2]!, three)).toBeUndefined()
    expect([...counterexample(yes, or(...all), three)!.values()]).toContain('open')
  })
})

test('a case is put in words', () => {
  const words = (key: string, value: string) => inWords(new Map([[key, value]]))
  expect(words('condition grant', 'no')).toBe('grant does not hold')
  expect(words('condition grant', 'open')).toBe('grant is not decided yet')
  expect(words('choice term.kind', 'fixed')).toBe('term.kind is "fixed"')
  expect(words('choice term.kind', '')).toBe('term.kind is something else')
  expect(words('items risks', 'no')).toBe('risks is "none"')
  expect(words('yes partners[].foi_body', 'open')).toBe('partners[].foi_body is not answered')
  expect(words('inForce health-bill-2026', 'no')).toBe('health-bill-2026 is not in force')
  expect(inWords(new Map())).toBe('always')
})
