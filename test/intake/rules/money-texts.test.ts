/** Messages about money name the answers as a document prints them, side by side where they conflict. */
import { describe, expect, test } from 'vitest'
import { standsWhole } from '../../../src/document/identity.ts'
import { readAnswers } from '../../../src/intake/read.ts'
import { readYear } from '../../../src/intake/rules/contributions.ts'
import { monthsLater } from '../../../src/intake/rules/months-later.ts'
import { runRules } from '../../../src/intake/rules/run-rules.ts'
import { asAt, settings } from '../../support/rule-settings.ts'

const findingsOf = (text: string) =>
  runRules(readAnswers({ file: 'a.yaml', bytes: new TextEncoder().encode(text) }).value!, settings, asAt)

const partners = 'partners:\n  - { id: a, short_name: Ash }\n  - { id: b, short_name: Birch }\n'

describe('a message', () => {
  test('names every share and what they add up to', () => {
    const text = `${partners}s75:\n  risk_share:\n    - { partner: a, share: 40 }\n    - { partner: b, share: 57.5 }\n`
    const [finding] = findingsOf(text)
    expect(finding!.message).toBe('The shares of the risk add up to 97.5%, not 100%: Ash 40% and Birch 57.5%')
  })

  test('prints money and dates in full', () => {
    const [total] = findingsOf('finance:\n  total: 1234.5\ncontributions:\n  - { amount: 1000 }\n')
    expect(total!.message).toBe('The total is £1,234.50, but the contributions add up to £1,000')
    const late = 'term:\n  start: 2026-11-22\nauthority_to_spend:\n  date: 2026-11-23\n'
    expect(findingsOf(late)[0]!.message).toContain('23 November 2026, after the start on 22 November 2026')
  })

  test('shows both sides of a conflict, each in its place', () => {
    const text = `${partners}accountable_body:\n  partner: a\ns75:\n  host_partner: b\n`
    const conflict = findingsOf(text).find(({ code }) => code === 'AB-03')!
    expect(conflict.place).toMatchObject({ path: 's75.host_partner', start: { line: 7 } })
    expect(conflict.related).toMatchObject([
      { place: { path: 'accountable_body.partner', start: { line: 5 } } },
    ])
    expect(conflict.message).toMatch(/Birch is the host of the fund, and Ash is the accountable body$/)
  })

  test('lists every sign of money beside the answer that denies it', () => {
    const text =
      'finance:\n  has_finance: no\n  total: 5\ndecisions:\n  delegation_limit: 2\ntype: grant_programme\n'
    const conflict = findingsOf(text).find(({ code }) => code === 'FIN-03')!
    expect(conflict.related!.map(({ place }) => place.path)).toEqual([
      'finance.total',
      'decisions.delegation_limit',
      'type',
    ])
  })
})

describe('a name of a hundred thousand letters', () => {
  const long = 'W'.repeat(100_000)

  test('is looked for in no text, and stops no rule', () => {
    const text = `partners:
  - { id: a, short_name: Ash, legal_name: ${long} }
  - { id: b, short_name: Birch, legal_name: ${long} }
accountable_body: { partner: a }
board: { name: ${long}, meetings_per_year: 4 }
grant: { funder: ${long} }
background: Birch is the accountable body. ${long} is the accountable body, and the Board meets twice a year.
`
    const codes = findingsOf(text).map(({ code }) => code)
    expect(codes).toContain('AB-03')
  })

  test('stands whole in a text, or not', () => {
    expect(standsWhole(`The ${long}, which`, long)).toBe(true)
    expect(standsWhole(`The ${long}W, which`, long)).toBe(false)
  })
})

describe('a disputed answer', () => {
  test('is taken as no answer by the rules', () => {
    const disputed = '{ disputed: [{ value: 1000, source: A }, { value: 2000, source: B }] }'
    const text = `finance:\n  total: ${disputed}\ncontributions:\n  - { amount: 3000 }\n`
    expect(findingsOf(text).filter(({ code }) => code.startsWith('FIN'))).toEqual([])
  })
})

describe('a year', () => {
  test.each([
    ['2026/27', '2026-04-01', '2027-03-31'],
    ['2026-27', '2026-04-01', '2027-03-31'],
    ['2026–2027', '2026-04-01', '2027-03-31'],
    ['FY 2026/27', '2026-04-01', '2027-03-31'],
    ['2026', '2026-01-01', '2027-03-31'],
  ])('written as %s runs from %s to %s', (typed, from, to) => {
    expect(readYear(typed)).toMatchObject({ from, to })
  })

  test.each(['the first year', '2027/26', '2026/26', 'Year 1', ''])('is not read out of "%s"', typed => {
    expect(readYear(typed)).toBeUndefined()
  })
})

describe('months later', () => {
  test.each([
    ['2026-11-22', 12, '2027-11-22'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-12-31', 0, '2026-12-31'],
  ])('%s and %s months is %s', (from, months, to) => {
    expect(monthsLater(from, months)).toBe(to)
  })
})
