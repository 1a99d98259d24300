/**
 * What explain says of a clause is sound and complete: another answer to a question it names changes the clause, and
 * another answer to any question it does not name leaves the clause as it is. Tests for the examples named.
 */
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../src/intake/answers.ts'
import { deriveConditions } from '../../src/intake/conditions.ts'
import { intakeFields } from '../../src/intake/schema.ts'
import { type Change, changesAt } from '../../src/intake/what-if.ts'
import { decide } from '../../src/provisions/decide.ts'
import { explainAll } from '../../src/provisions/explain.ts'
import { type ExampleName, exampleText, readIntakeText, settings } from '../support/draft.ts'

const { library } = settings

/** Which provisions are in, by id, when answers are changed. One that is undecided is not in. */
function provisionsIn({ intake, stateOf }: Answers, changes: readonly Change[]): ReadonlySet<string> {
  const changed = changes.reduce((tree, change) => change.apply(tree), intake)
  const isChanged = (keys: readonly (string | number)[]) =>
    changes.some(({ path }) =>
      path.split('.').every((part, i) => i >= keys.length || part.replace('[]', '') === keys[i]),
    )
  const conditions = deriveConditions(changed, keys => (isChanged(keys) ? undefined : stateOf(keys)))
  return new Set(library.provisions.filter(p => decide(p.when, conditions).is === 'in').map(p => p.id))
}

/** Says so of each example, in tests of its own. */
export function explainsRightly(names: readonly ExampleName[]): void {
  describe.each(names)('%s', name => {
    const answers = readIntakeText(exampleText(name)).value!
    const before = provisionsIn(answers, [])
    const explained = explainAll(library, answers)

    test('the answers that explain says would change a clause do change it', () => {
      for (const { provision, change } of explained) {
        if (change.length === 0) continue
        expect(provisionsIn(answers, change).has(provision.id), provision.id).toBe(!before.has(provision.id))
        for (const one of change)
          expect(
            provisionsIn(
              answers,
              change.filter(c => c !== one),
            ).has(provision.id),
            `${provision.id} without ${one.path}`,
          ).toBe(before.has(provision.id))
      }
    })

    test('no other single answer changes it', () => {
      const named = new Map(explained.map(e => [e.provision.id, e.decidedBy]))
      const wrong = intakeFields
        .filter(({ isItem }) => !isItem)
        .flatMap(({ path }) => changesAt(path, answers.intake))
        .flatMap(change => {
          const after = provisionsIn(answers, [change])
          return library.provisions
            .filter(p => after.has(p.id) !== before.has(p.id))
            .filter(p => !named.get(p.id)!.some(path => isWithin(path, change.path)))
            .map(p => `${p.id}: ${change.path} were ${change.to}`)
        })
      expect(wrong).toEqual([])
    })
  })

  test.each(names)(
    'in %s every clause that is not always there has a change that would turn it, found to be enough',
    name => {
      const answers = readIntakeText(exampleText(name)).value!
      const before = provisionsIn(answers, [])
      for (const { provision, condition, change, decidedBy } of explainAll(library, answers)) {
        if (condition === 'always') continue
        expect(decidedBy.length, provision.id).toBeGreaterThan(0)
        expect(provisionsIn(answers, change).has(provision.id), provision.id).toBe(!before.has(provision.id))
      }
    },
  )
}

/** An answer in a group or a list is a change to that, and to blank a group is a change to all that it holds. */
function isWithin(one: string, other: string): boolean {
  const [outer, inner] = one.length < other.length ? [one, other] : [other, one]
  return inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[]`)
}
