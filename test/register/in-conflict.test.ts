import { describe, expect, test } from 'vitest'
import { toCsv } from '../../src/register/csv.ts'
import { fieldsOf } from '../../src/register/fields.ts'
import { shownAs } from '../../src/register/html.ts'
import { toWorkbook } from '../../src/register/workbook.ts'
import { exampleText } from '../support/examples.ts'
import { readWorkbook } from '../support/read-xlsx.ts'
import { registerOf, registerSettings, rowsOf, sheetOf, wording } from '../support/register.ts'

const hubs = exampleText('family-hubs')
const change = (text: string, from: string, to: string): string => {
  expect(text).toContain(from)
  return text.replace(from, to)
}
const doubtful = [
  ['total: 2400000', 'total: 2500000'],
  ['    rating: high', '    rating: low'],
  [
    'area: the borough of Northvale',
    'area: { disputed: [{ value: the borough, source: A }, { value: the ward, source: B }] }',
  ],
].reduce((text, [from, to]) => change(text, from!, to!), hubs)

const sure = registerOf([{ file: 'hubs.yaml', text: hubs }])
const register = registerOf([{ file: 'hubs.yaml', text: doubtful }])

describe('a register of answers that conflict', () => {
  test('prints no total that another answer gives otherwise', () => {
    expect(rowsOf(sure, 'partnerships')[0]).toMatchObject({ council_money: 360_000_00 })
    expect(rowsOf(register, 'partnerships')[0]).toMatchObject({
      council_money: 'in conflict',
      grant: 1_860_000_00,
      area: 'in conflict',
    })
    expect(rowsOf(register, 'commitments')[0]).toMatchObject({
      council: 'in conflict',
      grant: 'in conflict',
      others: 'in conflict',
      partnerships: 1,
    })
  })

  test('counts no high risks while the band of one is in doubt, and lists that one first', () => {
    expect(rowsOf(sure, 'partnerships')[0]!.high_risks).toBe(4)
    expect(rowsOf(register, 'partnerships')[0]!.high_risks).toBe('in conflict')
    const [first, second] = rowsOf(register, 'high-risks')
    expect(first!.score).toBe('in conflict')
    expect(second!.score).toBe(9)
  })

  test('says so in the fields of the partnership', () => {
    const fields = new Map(fieldsOf(register.entries[0]!, registerSettings).fields)
    expect(fields.get('What the Council gives')).toBe('In conflict')
    expect(fields.get('Risk')).toBe('In conflict')
    expect(fields.get('Grant')).toContain('£1,860,000')
  })

  test('writes the words in a column of money, for people, for machines and in a workbook', async () => {
    const commitments = sheetOf(register, 'commitments')
    expect(shownAs('in conflict', { kind: 'money' })).toBe('in conflict')
    expect(toCsv(commitments)).toContain('2026-27,in conflict,0.00,in conflict,in conflict,1')
    const workbook = readWorkbook(await toWorkbook(register.sheets, wording))
    expect(JSON.stringify(workbook)).toContain('in conflict')
  })
})
