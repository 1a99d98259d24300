/**
 * What people really do to a Word file, one thing at a time: whatever they typed is in the next version or in the report, and the
 * next version is sound. The answers change meanwhile.
 */
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { mergeFindings } from '../../src/commands/amend/findings.ts'
import { remember } from '../../src/document/memory.ts'
import type { Line } from '../../src/document/merge/lines.ts'
import { numberDocument } from '../../src/document/number.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { house } from '../render/docx/builders.ts'
import { hasLibreOffice, libreOfficeNote } from '../render/docx/libreoffice.ts'
import { lintDocx } from '../support/lint-docx.ts'
import { resavedByLibreOffice } from '../support/saved-by-libre-office.ts'
import { type Answers, first, smallAgreement } from '../support/small-agreement.ts'
import { changeParts } from '../support/word-markup.ts'
import { body, edits, sources } from './odd-edits.ts'
import { type Amended, amend, later } from './small-amendment.ts'

describe('whatever was typed is in the next version or in the report after', () => {
  test.each(edits)('%s', (_, file, words) => {
    for (const answers of [first, later]) {
      const { docx, text, report } = amend(file(), answers)
      const comments = strFromU8(unzipSync(docx)['word/comments.xml'] ?? new Uint8Array())
      for (const word of words) expect(`${text}\n${report}\n${comments}`, word).toContain(word)
      expect(
        lintDocx(docx).filter(({ rule }) => !['empty-paragraph', 'heading-order'].includes(rule)),
      ).toEqual([])
    }
  })
})

test('a schedule that was deleted stays deleted, and references to it are told', () => {
  const file = body(xml => {
    const bodyStart = xml.indexOf('<w:body>')
    const heading = xml.indexOf('The hubs', xml.indexOf('Seats on the Board', bodyStart))
    const start = Math.max(xml.lastIndexOf('<w:p>', heading), xml.lastIndexOf('<w:p ', heading))
    const end = xml.indexOf('Signatures', heading)
    const last = Math.max(xml.lastIndexOf('<w:p>', end), xml.lastIndexOf('<w:p ', end))
    return xml.slice(0, start) + xml.slice(last)
  })
  const { text, report } = amend(file, later)
  expect(text).not.toContain('Each hub opens on five days a week')
  expect(report).toMatch(/BACK-11: .*deleted by hand/)
  expect(report).toMatch(/BACK-09: Clause \d+\.\d+: a reference to Schedule \d+ now leads nowhere/)
})

test('an Enter with nothing typed after it is told as an empty paragraph', () => {
  const line: Line = { kind: 'para', level: 0, into: 0, tokens: [] }
  const edit = { kind: 'inserted', line, before: '', after: '', place: 'clause 4.2', paths: [] } as const
  const merged = { edits: [edit], conflicts: [], losses: [], broken: [] }
  expect(mergeFindings(merged, false).map(({ message }) => message)).toEqual([
    'Clause 4.2: An empty paragraph was added by hand.',
  ])
})

test('where styles are lost, nothing is told in quotation marks that hold nothing or the same twice', () => {
  const { report } = amend(
    body(xml => xml.replace(/<w:pStyle[^>]*\/>/g, '')),
    later,
  )
  expect(report).toMatch(/BACK-11: .*Only the spaces were changed by hand in “/)
  expect(report).not.toMatch(/“”|(“[^”]*”) was changed by hand to \1/)
})

test('an invisible mark that turns the order of reading is left out and told, and the words stay', () => {
  const file = body(xml => xml.replace('The Board meets once', '\u202EThe Board now meets once\u202C'))
  const { text, report } = amend(file, later)
  expect(text).toContain('The Board now meets once')
  expect(text).not.toMatch(/[\u202C\u202E]/)
  expect(report).toMatch(/BACK-06: .*turns the order of reading, in “The Board now meets once/)
})

describe('quotation marks that Word curls and blanks that it binds', () => {
  const old: Answers = { ...first, host: `Harrowdale "Old Town" Council's Trust` }
  const asTyped = (text: string) =>
    text
      .replace(/(^|\s)"/g, '$1\u201C')
      .replace(/"/g, '\u201D')
      .replace(/'/g, '\u2019')
      .replace(/ (of|a|the) /g, ' $1\u00A0')
  /** The file as Word leaves it after somebody typed here and there and took it out again. */
  const touched = (more: (xml: string) => string = xml => xml) => {
    const document = smallAgreement(old)
    const docx = renderDocx(document, numberDocument(document), house, remember(document, sources))
    return changeParts(docx, {
      'word/document.xml': xml =>
        more(
          xml.replace(
            /(<w:t[^>]*>)([^<]*)(<\/w:t>)/g,
            (_, open, text, close) =>
              open + asTyped(text.replaceAll('&quot;', '"').replaceAll('&apos;', "'")) + close,
          ),
        ),
    })
  }

  /** The letters of the body, with the blanks as they are. */
  const lettersOf = ({ docx }: Amended) =>
    strFromU8(unzipSync(docx)['word/document.xml']!).replace(/<[^>]*>/g, '')

  test('stay as they are, are told in one line, and clash with no answer that changes in the same paragraph', () => {
    const amended = amend(touched(), { ...old, amount: '£15,750 a year', wording: 1 })
    const { text, report } = amended
    expect(text).toContain('Harrowdale “Old Town” Council’s Trust')
    expect(lettersOf(amended)).toContain('£15,750 a\u00A0year by the\u00A0end of\u00A0June')
    expect(text).toContain('The host keeps strictly to the following rules:')
    expect(report).not.toMatch(/BACK-07|BACK-11/)
    expect(report.match(/BACK-25/g)).toHaveLength(1)
    expect(report).toMatch(/BACK-25: .*differ in \d+ places.*They are kept.*and \d+ more/)
  })

  test('leave a word typed beside them an edit, told without the marks round it', () => {
    const file = touched(xml => xml.replace('against an invoice', 'against a prompt invoice'))
    const { text, report } = amend(file, { ...old, amount: '£15,750 a year' })
    expect(text).toContain('against a prompt invoice from')
    expect(report).toMatch(/BACK-11: Clause \d+\.\d+: “an” was changed by hand to “a prompt”/)
    expect(report).not.toContain('BACK-07')
  })

  test.skipIf(!hasLibreOffice)(
    `mean the same in a file that LibreOffice saved again${libreOfficeNote}`,
    () => {
      const { file } = resavedByLibreOffice({ file: touched() })
      const amended = amend(file!, { ...old, amount: '£15,750 a year' })
      expect(lettersOf(amended)).toContain('Harrowdale “Old Town” Council’s Trust')
      expect(lettersOf(amended)).toContain('£15,750 a\u00A0year by the\u00A0end')
      expect(amended.report).not.toMatch(/BACK-07|BACK-11/)
    },
  )
})
