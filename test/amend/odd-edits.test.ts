/**
 * What people really do to a Word file, one thing at a time: whatever they typed is in the next version or in the report, and the
 * next version is sound. The answers change meanwhile.
 */
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { findBase } from '../../src/commands/amend/find-base.ts'
import { leftoverFinding, mergeFindings } from '../../src/commands/amend/findings.ts'
import { mergeReturned } from '../../src/commands/amend/merge-returned.ts'
import { contentsTyped, marginsTyped } from '../../src/commands/amend/strangers.ts'
import { remember } from '../../src/document/memory.ts'
import { numberDocument } from '../../src/document/number.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { readReturned } from '../../src/returned/read.ts'
import { house } from '../render/docx/builders.ts'
import { lintDocx } from '../support/lint-docx.ts'
import { markedText } from '../support/marked-text.ts'
import { readText } from '../support/read-docx.ts'
import { type Answers, first, smallAgreement } from '../support/small-agreement.ts'
import { body, edits, sources } from './odd-edits.ts'

interface Amended {
  readonly docx: Uint8Array
  readonly text: string
  readonly report: string
}

/** The next version from an edited file, and all that is said. */
function amend(old: Uint8Array, answers: Answers): Amended {
  const { value: returned, findings } = readReturned(old, 'old.docx')
  if (!returned) throw new Error(findings[0]?.message)
  const base = findBase(returned, '/nowhere', 'old.docx')!
  const document = smallAgreement(answers)
  const { merged, theirs } = mergeReturned(returned, base, { document, numbering: numberDocument(document) })
  const left = [
    ...returned.leftovers,
    ...contentsTyped(returned, base, theirs),
    ...marginsTyped(returned, base.document),
  ]
  const report = [...mergeFindings(merged, false), ...left.map(leftoverFinding)]
    .map(({ code, message }) => `${code}: ${message}`)
    .join('\n')
  const docx = renderDocx(merged.document, merged.numbering, house, remember(document, sources))
  return { docx, text: `${readText(docx)}\n${markedText(docx)}`, report }
}

const later: Answers = {
  ...first,
  amount: '£15,750 a year',
  host: 'Wendle Vale District Council',
  rows: ['north', 'west', 'far'],
}

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
  expect(report).toMatch(/BACK-09: .*leads nowhere/)
})
