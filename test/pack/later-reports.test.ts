/** The reports of a review and of the end come with the pack of a signed agreement, filled in as far as answers go. */
import { describe, expect, test } from 'vitest'
import { fieldAt } from '../../src/intake/schema.ts'
import { makePapers } from '../../src/pack/paper.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { renderText } from '../../src/render/text.ts'
import { linesOfText, linesOfWord } from '../agreements/document-lines.ts'
import { draftText, exampleText, settings } from '../support/draft.ts'
import { lintDocx } from '../support/lint-docx.ts'
import { examplePapers, packInput, paperOf } from '../support/pack.ts'

const reports = ['annual-review', 'final-report']
const signed = `${exampleText('family-hubs')}
agreement_date: 2026-11-20
amendments:
  - { reference: v2, date: 2027-09-01, reason: A fifth hub opens., asked_by: the Board, agreed_by: all the Partners }
`.replace(/^review:\n/m, 'review:\n  last_held: 2027-11-20\n')
// Looked at after the first review, for what is still to come is recited nowhere.
const papers = makePapers({ ...packInput(draftText(signed)), asAt: '2027-12-01' })

test('before the agreement is signed there is nothing to review or to end, so neither is made', () => {
  expect(examplePapers('family-hubs').map(({ id }) => id)).not.toEqual(expect.arrayContaining(reports))
})

describe.each(reports)('%s', id => {
  const { document, numbering, isForm } = paperOf(papers, id)
  const text = renderText(document, numbering)

  test('reads as it was accepted', async () => {
    await expect(text).toMatchFileSnapshot(`later-reports/${id}.txt`)
  })

  test('says the same in Word, and passes our checks of a Word file', () => {
    const docx = renderDocx(document, numbering, settings.style)
    // A form is in no state, so its header begins with its name.
    expect(linesOfWord(docx).slice(1)).toEqual(linesOfText(text))
    expect(lintDocx(docx)).toEqual([])
  })

  test('goes to partners, so it holds nothing that is the Council’s own, and is no paper for the director', () => {
    const paths: string[] = []
    const visit = (node: unknown): void => {
      if (Array.isArray(node)) node.forEach(visit)
      else if (node && typeof node === 'object') {
        const { type, path } = node as { type?: string; path: string }
        if (type === 'fact') paths.push(path.replace(/\[[^\]]*\]/g, '[]'))
        Object.values(node).forEach(visit)
      }
    }
    visit(document)
    expect(paths.length).toBeGreaterThan(20)
    expect(paths.filter(path => fieldAt(path)?.field.isPrivate)).toEqual([])
    expect(paths.filter(path => path.startsWith('pack.') && path !== 'pack.review_due')).toEqual([])
    expect(text).not.toContain('For the Council only')
    expect(isForm).toBe(true)
  })
})

test('the next review is due as many months after the last as the agreement says', () => {
  const { document, numbering } = paperOf(papers, 'annual-review')
  expect(renderText(document, numbering)).toContain('| Review due on | 20 November 2028 |')
})
