import { describe, expect, test } from 'vitest'
import { fieldsOf } from '../../src/register/fields.ts'
import { cellOf } from '../../src/register/sheet.ts'
import { makePortfolio, portfolioDay } from '../support/portfolio.ts'
import { recomputeColumns, recomputeFields, sorted } from '../support/recomputed-columns.ts'
import { pairOf, recompute } from '../support/recomputed-register.ts'
import { registerOf, registerSettings, rowsOf } from '../support/register.ts'
import { figuresOf } from './figures.ts'

const portfolio = makePortfolio(11, 46)
const register = registerOf(portfolio)
const shown = figuresOf(register)
const texts = portfolio.filter(p => p.plan).map(p => p.text)
const again = recompute(texts, portfolioDay)
/** Measures of how alike two partnerships are: no figures of theirs. That the same text is wholly alike is tested below. */
const likeness: readonly string[] = ['duplicates.partners', 'duplicates.aims']

describe('the register shows what the intakes say, worked out a second time:', () => {
  test.each(Object.keys(again) as (keyof typeof again)[])('%s', figure => {
    if (figure === 'duplicates') expect(shown[figure]).toEqual(expect.arrayContaining([...again[figure]]))
    else expect(shown[figure]).toEqual(again[figure])
  })
})

describe('every column of figures or dates is worked out a second time:', () => {
  const columns = register.sheets.flatMap(sheet =>
    sheet.columns
      .filter(c => c.kind !== 'text')
      .map(c => ({ sheet, column: c.id, name: `${sheet.id}.${c.id}` })),
  )
  const worked = recomputeColumns(texts, portfolioDay)

  test.each(columns.filter(({ name }) => !likeness.includes(name)))('$name', ({ sheet, column, name }) => {
    if (name === 'out-of-date.signed') {
      const signed = new Map(rowsOf(register, 'partnerships').map(r => [r.reference, r.signed]))
      for (const row of rowsOf(register, sheet.id)) expect(row.signed).toBe(signed.get(row.reference!))
    } else expect(sorted(sheet.rows.map(row => cellOf(sheet, row, column)))).toEqual(worked[name])
  })
})

test('every figure and date of a partnership in Word is what its intake says', () => {
  for (const { text, plan } of portfolio.filter(p => p.plan)) {
    const entry = register.entries.find(e => e.intake.reference === plan!.reference)!
    const fields = Object.fromEntries(fieldsOf(entry, registerSettings).fields)
    const worked = recomputeFields(
      text,
      portfolioDay,
      entry.derived.risks.find(r => r.score === 4)?.band ?? 'low',
    )
    for (const [field, figures] of Object.entries(worked))
      for (const figure of figures) expect(fields[field], `${plan!.reference}: ${field}`).toContain(figure)
    // And none that is not: each number stands in what was worked out.
    for (const field of ['Meetings', 'Risk', 'Next review', 'Grant', 'How long it lasts'])
      for (const number of fields[field]?.match(/\d[\d,.]*\d|\d/g) ?? [])
        expect(worked[field]!.join(' '), `${plan!.reference}: ${field}`).toContain(number)
  }
})

test('every planted duplicate is found', () => {
  const referenceOf = (file: string) => portfolio.find(p => p.file === file)!.plan!.reference
  const found = rowsOf(register, 'duplicates').map(r =>
    pairOf(String(r.reference), String(r.other_reference)),
  )
  const planted = portfolio.flatMap(p =>
    p.duplicates ? [pairOf(p.plan!.reference, referenceOf(p.duplicates))] : [],
  )
  expect(planted.length).toBe(2)
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
