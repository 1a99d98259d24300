import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { numberDocument } from '../../src/document/number.ts'
import type { Answers } from '../../src/intake/answers.ts'
import { conditions, deriveConditions } from '../../src/intake/conditions.ts'
import { readAnswers } from '../../src/intake/read.ts'
import { type Change, changesAt } from '../../src/intake/what-if.ts'
import { assembleAgreement } from '../../src/provisions/assemble.ts'
import { decide } from '../../src/provisions/decide.ts'
import { explainAll } from '../../src/provisions/explain.ts'
import { blemishes } from '../support/blemishes.ts'
import { home } from '../support/home.ts'
import { settings } from '../support/settings.ts'

const edition = { version: 'Draft 1', state: 'DRAFT', date: '2026-11-22' }
const examples = ['family-hubs', 'flood-forum', 'community-equipment', 'food-network']
const read = (name: string): Answers =>
  readAnswers({ file: name, bytes: readFileSync(join(home, 'data', 'intake', `${name}.yaml`)) }).value!
const deciding = [...new Set(Object.values(conditions).flatMap(c => c.from))]

/** Answers with some of them changed. What was set aside before is set aside no more. */
const changed = (answers: Answers, changes: readonly Change[]): Answers => ({
  ...answers,
  intake: changes.reduce((intake, change) => change.apply(intake), answers.intake),
  stateOf: keys =>
    changes.some(c => c.path.startsWith(String(keys[0]))) ? undefined : answers.stateOf(keys),
})
const assemble = (answers: Answers) => {
  const { document } = assembleAgreement(settings, answers, edition)
  return { document, numbering: numberDocument(document) }
}

describe.each(examples)('%s', name => {
  const answers = read(name)
  const singles = deciding.flatMap(path => changesAt(path, answers.intake))
  const conditionsUnder = (change: Change) => {
    const { intake, stateOf } = changed(answers, [change])
    return JSON.stringify(deriveConditions(intake, stateOf))
  }
  // One change for each set of conditions that any change brings about.
  const distinct = [...new Map(singles.map(change => [conditionsUnder(change), change])).values()]

  test('is without blemish, as it stands and with any one deciding answer changed', () => {
    const found = [[], ...distinct.map(c => [c])].flatMap(changes => {
      const { document, numbering } = assemble(changed(answers, changes))
      return blemishes(document, numbering).map(b => `${changes.map(c => `${c.path} ${c.to}`)}: ${b}`)
    })
    expect([...new Set(found)].slice(0, 20)).toEqual([])
  })

  test('is without blemish with any one top-level answer taken away', () => {
    const found = Object.keys(answers.intake)
      .filter(key => key !== 'partners')
      .flatMap(key => {
        const { [key as keyof typeof answers.intake]: _, ...intake } = answers.intake
        const { document, numbering } = assemble({ ...answers, intake })
        return blemishes(document, numbering).map(b => `without ${key}: ${b}`)
      })
    expect(found.slice(0, 20)).toEqual([])
  })

  test('keeps every other block’s name when one answer changes', () => {
    const namesOf = (a: Answers) => new Set(assemble(a).numbering.keys())
    const before = namesOf(answers)
    for (const change of distinct.filter((_, i) => i % 4 === 0)) {
      const after = namesOf(changed(answers, [change]))
      const common = [...before].filter(id => after.has(id)).length
      expect(common, `${change.path} ${change.to}`).toBeGreaterThan(Math.min(before.size, after.size) * 0.55)
    }
  })

  test('another answer to what decides a clause moves it in or out; another answer elsewhere does not', () => {
    for (const { provision, decision, decidedBy, change } of explainAll(settings.library, answers)) {
      const isIn = (changes: readonly Change[]) => {
        const other = changed(answers, changes)
        return decide(provision.when, deriveConditions(other.intake, other.stateOf)).is === 'in'
      }
      if (change.length > 0) expect(isIn(change), provision.id).toBe(decision.is !== 'in')
      if (change.length !== 1) continue
      for (const path of decidedBy)
        expect(
          changesAt(path, answers.intake).some(c => isIn([c]) !== (decision.is === 'in')),
          `${provision.id}: ${path}`,
        ).toBe(true)
      const isPartOf = (a: string, b: string) => a.startsWith(b) || b.startsWith(a)
      for (const other of singles.filter(c => !decidedBy.some(path => isPartOf(path, c.path))))
        expect(isIn([other]), `${provision.id}: ${other.path}`).toBe(decision.is === 'in')
    }
  })
})

test('a partner put in the middle changes no other block’s name', () => {
  const answers = read('flood-forum')
  const partners = answers.intake.partners!
  const more = [
    partners[0]!,
    { ...partners[1]!, id: 'newcomer', legal_name: 'New Parish Council' },
    ...partners.slice(1),
  ]
  const before = [...assemble(answers).numbering.keys()]
  const after = new Set(
    assemble({ ...answers, intake: { ...answers.intake, partners: more } }).numbering.keys(),
  )
  expect(before.filter(id => !after.has(id))).toEqual([])
})
