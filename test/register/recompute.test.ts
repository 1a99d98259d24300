import { describe, expect, test } from 'vitest'
import { makePortfolio, portfolioDay } from '../support/portfolio.ts'
import { pairOf, recompute } from '../support/recomputed-register.ts'
import { registerOf, registerSettings, rowsOf } from '../support/register.ts'
import { figuresOf } from './figures.ts'

const portfolio = makePortfolio(11, 60)
const register = registerOf(portfolio)
const shown = figuresOf(register)
const again = recompute(
  portfolio.filter(p => p.plan).map(p => p.text),
  portfolioDay,
)

describe('the register shows what the intakes say, worked out a second time:', () => {
  test.each(Object.keys(again) as (keyof typeof again)[])('%s', figure => {
    if (figure === 'duplicates') expect(shown[figure]).toEqual(expect.arrayContaining([...again[figure]]))
    else expect(shown[figure]).toEqual(again[figure])
  })
})

test('every planted duplicate is found', () => {
  const referenceOf = (file: string) => portfolio.find(p => p.file === file)!.plan!.reference
  const found = rowsOf(register, 'duplicates').map(r =>
    pairOf(String(r.reference), String(r.other_reference)),
  )
  const planted = portfolio.flatMap(p =>
    p.duplicates ? [pairOf(p.plan!.reference, referenceOf(p.duplicates))] : [],
  )
  expect(planted.length).toBeGreaterThan(2)
  expect(found).toEqual(expect.arrayContaining(planted))
})

test('the files that cannot be read are listed, and no other', () => {
  expect(rowsOf(register, 'left-out').map(r => r.file)).toEqual(
    portfolio.filter(p => p.broken).map(p => p.file),
  )
})

test('law that has gone is found wherever it was planted', () => {
  const planted = portfolio.filter(p => p.plan?.staleLaw).map(p => p.plan!.reference)
  expect(planted.length).toBeGreaterThan(0)
  const found = rowsOf(register, 'out-of-date').filter(r => r.what === 'Wording')
  expect([...new Set(found.map(r => r.reference))].sort()).toEqual(planted.sort())
})

test('documents made from an earlier library are out of date, those made from this one are not', () => {
  const [one, two] = portfolio.filter(p => p.plan && !p.plan.staleLaw)
  const made = registerOf([one!, two!], {
    [one!.file]: { templates: 'an earlier edition', program: 'concordat 0.0.9' },
    [two!.file]: { templates: registerSettings.templates, program: 'concordat 0.1.0' },
  })
  expect(rowsOf(made, 'out-of-date').map(r => [r.reference, r.what, r.where])).toEqual([
    [one!.plan!.reference, 'Documents', 'concordat 0.0.9'],
  ])
})
