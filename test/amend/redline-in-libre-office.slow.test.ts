/** The redlines of all cases, accepted and rejected by LibreOffice: the newer text and the older one, word for word. */
import { beforeAll, describe, expect, test } from 'vitest'
import { hasLibreOffice, libreOfficeNote } from '../render/docx/libreoffice.ts'
import { settledInLibreOffice } from '../support/settle-in-libre-office.ts'
import { amendCase, caseNames } from './cases.ts'

/**
 * The words without the numbers of clauses. Where a paragraph goes, LibreOffice gives the next one its style (Word keeps each
 * its own), and so counts the clauses after it otherwise; and it leaves an empty paragraph before a table that goes.
 */
const words = (text: string): readonly string[] =>
  text
    .split('\n')
    .map(line =>
      line
        .replace(/^\s*(?:\d+(?:\.\d+)*\.?|\([a-z]+\)|\([ivx]+\)|Schedule \d+|[•◦▪])\s*/, '')
        .replace(/\b(clauses?|paragraphs?|Schedules?|and|or|to) \d+(?:\.\d+)*(?:\([a-z]+\))*/g, '$1 #')
        .trim(),
    )
    .filter(line => line !== '')

describe.skipIf(!hasLibreOffice)(`LibreOffice settles the redline${libreOfficeNote}`, () => {
  let texts: Readonly<Record<string, string>>
  beforeAll(async () => {
    const files: Record<string, Parameters<typeof settledInLibreOffice>[0][string]> = {}
    for (const name of caseNames) {
      const { files: made, back } = await amendCase(name, '--accept')
      const redline = made['partnership-agreement-redline.docx']!
      files[`${name}, redline accepted`] = { docx: redline, verdict: 'accept' }
      files[`${name}, redline rejected`] = { docx: redline, verdict: 'reject' }
      files[`${name}, newer`] = { docx: made['partnership-agreement.docx']!, verdict: 'accept' }
      files[`${name}, older`] = { docx: back, verdict: 'reject' }
    }
    texts = settledInLibreOffice(files)
  }, 280_000)

  test.each(caseNames)('of %s into the newer text, all accepted', name => {
    expect(words(texts[`${name}, redline accepted`]!)).toEqual(words(texts[`${name}, newer`]!))
  })

  test.each(caseNames)('of %s into the older text, all rejected', name => {
    expect(words(texts[`${name}, redline rejected`]!)).toEqual(words(texts[`${name}, older`]!))
  })

  test('with every number as it is, where no paragraph went or came whole', () => {
    expect(texts['a-longer-term, redline accepted']).toBe(texts['a-longer-term, newer'])
    expect(texts['a-longer-term, redline rejected']).toBe(texts['a-longer-term, older'])
  })
})
