import { describe, expect, test } from 'vitest'
import { numberDocument } from '../../src/document/number.ts'
import { toCalendar } from '../../src/register/calendar.ts'
import { toCsv } from '../../src/register/csv.ts'
import { registerDocument } from '../../src/register/document.ts'
import { fieldsOf } from '../../src/register/fields.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { COVER_TAB } from '../../src/render/docx/page.ts'
import { textWidth } from '../../src/render/docx/text-width.ts'
import { renderText } from '../../src/render/text.ts'
import { exampleText, settings } from '../support/draft.ts'
import { hasValidator, validateDocx, validatorNote } from '../support/ooxml.ts'
import { portfolioDay } from '../support/portfolio.ts'
import { registerOf, registerSettings, rowsOf, sheetOf, wording } from '../support/register.ts'
import { hostileNames, portfolio, register } from './intakes.ts'

/** Reads CSV as RFC 4180 has it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('CSV', () => {
  test('reads back as the sheet, dates as 2026-11-22 and money as 1234.50', () => {
    for (const sheet of register.sheets) {
      const [heading, ...rows] = readCsv(toCsv(sheet))
      expect(heading).toEqual(sheet.columns.map(c => c.id))
      const expected = sheet.rows.map(row =>
        row.map((cell, i) => {
          if (cell === null) return ''
          if (sheet.columns[i]!.kind === 'money') return (Number(cell) / 100).toFixed(2)
          return /^[=+\-@]/.test(String(cell)) ? `'${cell}` : String(cell)
        }),
      )
      expect(rows, sheet.id).toEqual(expected)
    }
  })

  test('holds nothing that a spreadsheet would take for a formula', () => {
    const names = readCsv(toCsv(sheetOf(register, 'partnerships'))).map(row => row[1]!)
    for (const name of hostileNames.filter(n => /^[=+\-@]/.test(n))) expect(names).toContain(`'${name}`)
    expect(names.filter(name => /^[=+\-@]/.test(name))).toEqual([])
  })
})

describe('the calendar', () => {
  const text = toCalendar(register.entries, portfolioDay, wording.title)
  const lines = text.split('\r\n')
  const unfolded = text.replaceAll('\r\n ', '')
  const events = unfolded.split('BEGIN:VEVENT').slice(1)
  const propertyOf = (event: string, name: string) =>
    new RegExp(`^${name}[;:](.*)$`, 'm').exec(event)?.[1]?.trim()

  test('has an event for each review, end of a grant and end of a secondment', () => {
    const plans = portfolio.flatMap(p => p.plan ?? [])
    const summaries = events.map(e => propertyOf(e, 'SUMMARY')!)
    expect(summaries.filter(s => s.startsWith('Review due')).length).toBe(rowsOf(register, 'reviews').length)
    for (const plan of plans.filter(p => p.grant))
      expect(
        summaries.some(s => s === `Grant ends: ${plan.name}`),
        plan.name,
      ).toBe(true)
    const seconded = plans.filter(p => p.secondments.length > 0)
    expect(seconded.length).toBeGreaterThan(0)
    for (const { name } of seconded)
      expect(
        summaries.some(s => s.startsWith('Secondment ends') && s.includes(name)),
        name,
      ).toBe(true)
  })

  test('folds no line over 75 octets and ends each with CRLF', () => {
    expect(lines.at(-1)).toBe('')
    for (const line of lines) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(unfolded).toContain(`Long ${'wörd '.repeat(60).trim()}`)
  })

  test('escapes what would end a value, so that no answer becomes a property', () => {
    expect(unfolded).toContain('Ŵyn\\; a\\\\b\\, c: d')
    const names = new Set(unfolded.split('\r\n').map(line => /^[A-Z-]+/.exec(line)?.[0] ?? ''))
    expect([...names].sort()).toEqual(
      [
        '',
        'BEGIN',
        'CALSCALE',
        'DESCRIPTION',
        'DTEND',
        'DTSTAMP',
        'DTSTART',
        'END',
        'PRODID',
        'SUMMARY',
        'TRANSP',
        'UID',
        'VERSION',
        'X-WR-CALNAME',
      ].sort(),
    )
  })

  test('lasts the whole day and knows no clock', () => {
    for (const event of events) {
      const start = propertyOf(event, 'DTSTART')!.replace('VALUE=DATE:', '')
      const end = propertyOf(event, 'DTEND')!.replace('VALUE=DATE:', '')
      expect(start).toMatch(/^\d{8}$/)
      const iso = (d: string) => `${d.slice(0, 4)}-${d.slice(4, 6)}-${d.slice(6)}`
      expect(Date.parse(iso(end)) - Date.parse(iso(start))).toBe(86_400_000)
      expect(propertyOf(event, 'DTSTAMP')).toBe('20261122T000000Z')
    }
  })

  test('gives each event one UID, which outlives a change of its date', () => {
    const uids = events.map(e => propertyOf(e, 'UID')!)
    expect(new Set(uids).size).toBe(uids.length)
    const held = portfolio.find(p => p.plan && !p.plan.lastHeld && p.plan.start < '2026-06-01')!
    const moved = {
      ...held,
      text: held.text.replace('frequency_months: 12', 'frequency_months: 12\n  last_held: 2026-11-20'),
    }
    const ofReview = (text: string) =>
      text
        .replaceAll('\r\n ', '')
        .split('BEGIN:VEVENT')
        .find(e => e.includes(`Review due: ${held.plan!.name}\r`))!
    const before = ofReview(toCalendar(registerOf([held]).entries, portfolioDay, 'R'))
    const after = ofReview(toCalendar(registerOf([moved]).entries, portfolioDay, 'R'))
    expect(propertyOf(after, 'DTSTART')).toBe('VALUE=DATE:20271120')
    expect(propertyOf(after, 'DTSTART')).not.toBe(propertyOf(before, 'DTSTART'))
    expect(propertyOf(after, 'UID')).toBe(propertyOf(before, 'UID'))
  })
})

describe('the Word register', () => {
  const document = registerDocument(register, wording, registerSettings)
  const numbering = numberDocument(document)
  const text = renderText(document, numbering)

  test('has the fields of the Code for each partnership', () => {
    const asked = [
      'Partners',
      'Aims and objectives',
      'How long it lasts',
      'Legal status',
      'Risk',
      'Area',
      'How it decides',
      'Duties of representatives',
      'Meetings',
      'Members’ expenses',
      'What the Council gives',
      'Insurance and indemnity',
      'Financial accountability',
      'Exit strategy',
      // What the register itself is for (8.10), and the registers and logs that stand beside it.
      'New or existing',
      'Benefits expected',
      'Lead officer',
      'Representatives and training',
      'How they report',
      'How its work is evaluated',
      'Risk log',
      'Interests declared',
      'Advice taken',
      'Next review',
      'Information shared',
    ]
    for (const label of asked) {
      const found = text.split('\n').filter(line => line.includes(label))
      expect(found.length, label).toBeGreaterThanOrEqual(register.entries.length)
    }
  })

  test('says whom to ask about each of the nine matters of the Code, as the workbook and the page do', () => {
    const contacts = rowsOf(register, 'contacts')
    expect(contacts.map(c => c.matter)).toEqual(settings.code.contacts.map(c => c.title))
    expect(contacts).toHaveLength(9)
    for (const { matter, role, email } of contacts)
      expect(text).toContain(`| ${matter} | ${role} | ${email} |`)
  })

  test('lists every risk, adviser, benefit and interest, and as representatives the Council’s own alone', () => {
    const hubs = exampleText('family-hubs')
    const member = /^members:\n( +)- (?:\{ )?name: ([^,\n]+)/m.exec(hubs)!
    const text = hubs.replace(
      /^members:\n/m,
      `members:\n${member[1]}- { name: Sal Elsewhere, partner: aldermere }\n`,
    )
    const [entry] = registerOf([{ file: 'hubs.yaml', text }]).entries
    const fields = new Map(fieldsOf(entry!, registerSettings).fields)
    const linesOf = (label: string) => fields.get(label)?.split('\n') ?? []
    expect(linesOf('Risk log')).toHaveLength(entry!.intake.risks!.length)
    expect(linesOf('Advice taken')).toHaveLength(entry!.intake.consultation!.length)
    expect(linesOf('Benefits expected')).toHaveLength(entry!.intake.drivers!.benefits!.length)
    expect(fields.get('Interests declared')).toContain(entry!.intake.conflicts![0]!.person)
    expect(fields.get('Representatives and training')).toContain(member[2]!.trim())
    expect(fields.get('Representatives and training')).not.toContain('Sal Elsewhere')
  })

  test('lets an answer flow on where it was wrapped when typed, and keeps its paragraphs and the items of its lists', () => {
    const text = exampleText('family-hubs').replace(
      /^ {2}strategy: \|\n(?: {4}.*\n)+/m,
      '  strategy: |\n    Each hub goes on,\n    or closes.\n\n    The order is:\n    - Eastfield\n    - Chapel Row\n',
    )
    const [entry] = registerOf([{ file: 'hubs.yaml', text }]).entries
    const fields = new Map(fieldsOf(entry!, registerSettings).fields)
    expect(fields.get('Exit strategy')).toBe(
      'Each hub goes on, or closes.\n\nThe order is:\n- Eastfield\n- Chapel Row',
    )
    expect(fields.get('Vision')).not.toContain('\n')
  })

  test('says as at which day it was drawn up, and prints hostile names as typed', () => {
    expect(text).toContain('22 November 2026')
    for (const name of hostileNames) expect(text.replace(/\s+/g, ' ')).toContain(name.trim())
  })

  test('has a cover whose figures stand clear of their labels', () => {
    const emboldened = 1.09
    for (const { label } of document.cover.lines)
      expect(textWidth(label) * emboldened * settings.style.size * 20, label).toBeLessThan(COVER_TAB)
  })

  test.skipIf(!hasValidator)(`is a valid Word file, the same every time${validatorNote}`, async () => {
    const bytes = renderDocx(document, numbering, settings.style)
    expect(await validateDocx(bytes)).toEqual([])
    expect(Buffer.from(renderDocx(document, numbering, settings.style)).equals(Buffer.from(bytes))).toBe(true)
  })
})
