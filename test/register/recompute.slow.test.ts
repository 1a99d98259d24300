import { expect, test } from 'vitest'
import { makePortfolio, portfolioDay } from '../support/portfolio.ts'
import { recompute } from '../support/recomputed-register.ts'
import { registerOf } from '../support/register.ts'
import { figuresOf } from './figures.ts'

test('every figure of a register of 500 partnerships equals its recomputation', { timeout: 240_000 }, () => {
  const portfolio = makePortfolio(1, 500)
  const again = recompute(
    portfolio.filter(p => p.plan).map(p => p.text),
    portfolioDay,
  )
  const { duplicates, ...shown } = figuresOf(registerOf(portfolio))
  expect({ ...shown, duplicates: [] }).toEqual({ ...again, duplicates: [] })
  expect(duplicates).toEqual(expect.arrayContaining([...again.duplicates]))
})
