/** What holds of every comparison of two versions: each property takes how many cases to try. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { acceptAll, firstChange, rejectAll } from '../../../src/document/changes.ts'
import { compareDocuments } from '../../../src/document/compare/compare-documents.ts'
import type { Document } from '../../../src/document/nodes.ts'
import { numberDocument } from '../../../src/document/number.ts'
import { readingOfDocument, renderDocx } from '../../../src/render/docx/index.ts'
import { readingsOf } from '../../../src/render/docx/readings.ts'
import { renderText } from '../../../src/render/text.ts'
import { house } from '../../render/docx/builders.ts'
import { lintDocx } from '../../support/lint-docx.ts'
import { shownIn } from '../../support/read-docx.ts'
import { settleDocx } from '../../support/settle-docx.ts'
import { version } from './documents.ts'

const author = { author: 'Northvale Council', date: '2026-11-26' }
const textOf = (document: Document) => renderText(document, numberDocument(document))
const wordOf = (document: Document) => renderDocx(document, numberDocument(document), house)

/** Two that are the same differ in nothing. */
export function sameVersionsDoNotDiffer(numRuns: number): void {
  fc.assert(
    fc.property(version, one => {
      expect(firstChange(compareDocuments(one, structuredClone(one), author))).toBeUndefined()
    }),
    { numRuns },
  )
}

/** The newer text when all is accepted, and the older when all is rejected. */
export function bothTextsComeBack(numRuns: number): void {
  fc.assert(
    fc.property(version, version, (before, after) => {
      const marked = compareDocuments(before, after, author)
      expect(textOf(acceptAll(marked))).toBe(textOf(after))
      expect(textOf(rejectAll(marked))).toBe(textOf(before))
    }),
    { numRuns },
  )
}

/** The same of the Word file, by a reader that knows nothing of ours and by our own, numbers and references too. */
export function bothWordFilesComeBack(numRuns: number): void {
  fc.assert(
    fc.property(version, version, (before, after) => {
      const redline = wordOf(compareDocuments(before, after, author))
      expect(lintDocx(redline)).toEqual([])
      expect(shownIn(settleDocx(redline, 'accept'))).toEqual(shownIn(wordOf(after)))
      expect(shownIn(settleDocx(redline, 'reject'))).toEqual(shownIn(wordOf(before)))
      const [older, newer] = [before, after].map(one => readingsOf(wordOf(one)).accept.lines)
      const { accept, reject } = readingsOf(redline)
      expect([accept.lines, reject.lines]).toEqual([newer, older])
      expect(readingOfDocument(after, numberDocument(after), house)).toEqual(newer)
    }),
    { numRuns },
  )
}
