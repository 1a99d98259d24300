import { describe, expect, test } from 'vitest'
import { deriveConditions } from '../../src/intake/conditions.ts'
import { findGaps } from '../../src/intake/gaps.ts'
import { conflictRules, runRules } from '../../src/intake/rules/run-rules.ts'
import { readIntakeText } from '../support/draft.ts'
import { makePortfolio, portfolioDay } from '../support/portfolio.ts'
import { settings } from '../support/rule-settings.ts'

const portfolio = makePortfolio(7, 60)
const plans = portfolio.flatMap(p => p.plan ?? [])
const answers = new Map(portfolio.map(({ file, text }) => [file, readIntakeText(text, file)]))

describe('a made-up portfolio', () => {
  test('is the same for the same seed and another for another', () => {
    const few = makePortfolio(7, 10)
    expect(makePortfolio(7, 10)).toEqual(few)
    expect(makePortfolio(8, 10).map(p => p.text)).not.toEqual(few.map(p => p.text))
  })

  test('reads without a finding, save for the files broken on purpose', () => {
    for (const { file, broken } of portfolio) {
      const read = answers.get(file)!
      if (broken) expect(read.value, `${file}: ${broken}`).toBeUndefined()
      else expect(read.findings, file).toEqual([])
    }
  })

  test('leaves open only the approvals and training that each plan leaves open', () => {
    for (const { file, plan } of portfolio.filter(p => p.plan)) {
      const read = answers.get(file)!.value!
      const gaps = findGaps(read, deriveConditions(read.intake, read.stateOf))
      const asked = new Set(gaps.map(gap => gap.place!.path!.split('.').slice(0, 2).join('.')))
      const expected = [
        ...plan!.outstanding.filter(name => name !== 'partners').map(name => `approvals.${name}`),
        ...plan!.councillors.flatMap((c, i) => (c.trained ? [] : [`members[${i + 1}].training_date`])),
      ]
      expect([...asked].sort()).toEqual(expected.sort())
    }
  })

  test('never says one thing in two ways', () => {
    for (const { file } of portfolio.filter(p => p.plan))
      expect(runRules(answers.get(file)!.value!, settings, portfolioDay, conflictRules), file).toEqual([])
  })

  test('holds some of everything', () => {
    expect(portfolio.filter(p => p.broken).length).toBe(1)
    expect(portfolio.filter(p => p.duplicates).length).toBe(3)
    const some = (holds: (plan: (typeof plans)[number]) => boolean) => plans.filter(holds).length
    expect(some(p => (p.lastHeld ?? p.firstReview) < portfolioDay)).toBeGreaterThan(10)
    expect(some(p => p.outstanding.length > 0)).toBeGreaterThan(5)
    expect(some(p => p.grant === undefined)).toBeGreaterThan(25)
    expect(some(p => p.grant !== undefined)).toBeGreaterThan(4)
    expect(some(p => p.grant?.accountableBody === true)).toBeGreaterThan(4)
    expect(some(p => p.secondments.length > 0)).toBeGreaterThan(4)
    expect(some(p => p.dependent !== undefined)).toBeGreaterThan(5)
    expect(some(p => p.staleLaw !== undefined)).toBeGreaterThan(1)
    expect(new Set(plans.map(p => p.name)).size).toBe(plans.length)
  })
})
