import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { toWorkbook } from '../../src/register/workbook.ts'
import { hasValidator, validateDocx, validatorNote } from '../support/ooxml.ts'
import { type ReadSheet, readWorkbook } from '../support/read-xlsx.ts'
import { wording } from '../support/register.ts'
import { register } from './intakes.ts'

let bytes: Uint8Array
let read: ReadSheet[]
beforeAll(async () => {
  bytes = await toWorkbook(register.sheets, wording)
  read = readWorkbook(bytes)
})

/** Days since the day that Excel calls 0. */
const serial = (iso: string): number => (Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000

describe('the workbook', () => {
  test('has a sheet for each of the register, under the names in the wording', () => {
    expect(read.map(s => s.name)).toEqual(register.sheets.map(s => wording.sheets[s.id].title))
  })

  test('holds every cell of the register and no other, dates as dates and money as numbers', () => {
    for (const [index, sheet] of register.sheets.entries()) {
      const { rows } = read[index]!
      expect(rows.length, sheet.id).toBe(sheet.rows.length + 1)
      expect(rows[0]!.map(c => c.value)).toEqual(sheet.columns.map(c => c.title))
      sheet.rows.forEach((row, r) => {
        row.forEach((cell, c) => {
          const { value, format, isFormula } = rows[r + 1]![c] ?? { format: '', isFormula: false }
          const { kind, id } = sheet.columns[c]!
          const where = `${sheet.id}, row ${r + 2}, ${id}`
          expect(isFormula, where).toBe(false)
          if (cell === null) expect(value, where).toBeUndefined()
          else if (kind === 'date')
            expect([value, format], where).toEqual([serial(String(cell)), 'd mmm yyyy'])
          else if (kind === 'money') expect([value, format], where).toEqual([Number(cell) / 100, '£#,##0.00'])
          else expect(value, where).toBe(kind === 'text' ? String(cell) : cell)
        })
      })
    }
  })

  test('keeps its headings in sight, in bold, with a filter over every column and row', () => {
    const lastColumn = (n: number) => (n > 26 ? 'A' : '') + String.fromCharCode(64 + (n > 26 ? n - 26 : n))
    for (const [index, sheet] of register.sheets.entries()) {
      const { frozenRows, filter, rows } = read[index]!
      expect(frozenRows, sheet.id).toBe(1)
      expect(filter, sheet.id).toBe(`A1:${lastColumn(sheet.columns.length)}${sheet.rows.length + 1}`)
      expect(rows[0]!.every(c => c.isBold)).toBe(true)
    }
  })

  test('shows every text whole, and prints with the headings, and in a wide sheet the names, on every page', () => {
    const parts = unzipSync(bytes)
    const titles = strFromU8(parts['xl/workbook.xml']!)
    expect(titles).toContain("'Partnerships'!$A:$B,'Partnerships'!$1:$1<")
    expect(titles).toContain("'Reviews due'!$1:$1<")
    for (const [index, sheet] of register.sheets.entries()) {
      const xml = strFromU8(parts[`xl/worksheets/sheet${index + 1}.xml`]!)
      expect(xml, sheet.id).toMatch(/<pageSetup fitToWidth="\d" fitToHeight="0" /)
      expect(xml, sheet.id).toMatch(/<pane (?=.*ySplit="1")[^>]*activePane="bottom(Left|Right)"/)
      const heights = [...xml.matchAll(/<row [^>]*?ht="([\d.]+)"/g)].map(([, height]) => Number(height))
      expect(heights, sheet.id).toHaveLength(sheet.rows.length + 1)
      sheet.rows.forEach((row, r) => {
        const longest = Math.max(
          ...row.map((cell, c) => (sheet.columns[c]!.kind === 'text' ? String(cell).length : 0)),
        )
        // No column is wider than 44 characters, and no line lower than a letter.
        if (longest > 60)
          expect(heights[r + 1], `${sheet.id}, row ${r + 2}`).toBeGreaterThan(Math.min(longest / 50, 20) * 12)
      })
    }
  })

  test.skipIf(!hasValidator)(`is valid by Microsoft’s own schema${validatorNote}`, async () => {
    expect(await validateDocx(bytes, 'register.xlsx')).toEqual([])
  })

  test('is the same bytes for the same register', async () => {
    expect(Buffer.from(await toWorkbook(register.sheets, wording)).equals(Buffer.from(bytes))).toBe(true)
  })
})
