/** The papers of each worked example's pack: golden texts to read, and Word files that say the same and pass our checks. */
import { describe, expect, test } from 'vitest'
import type { Inline } from '../../src/document/nodes.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { pageRuns } from '../../src/render/page-runs.ts'
import { renderText } from '../../src/render/text.ts'
import { linesOfText, linesOfWord } from '../agreements/document-lines.ts'
import { examples, settings } from '../support/draft.ts'
import { lintDocx } from '../support/lint-docx.ts'
import { examplePapers } from '../support/pack.ts'

const all = [
  'director-summary',
  'record-of-decision',
  'sign-off-checklist',
  'planning-checklists',
  'risk-register',
  'findings',
  'informed-decision',
  'role-sheets',
  'register-entry',
  'decision-paths',
]

describe.each(examples)('the pack of %s', name => {
  const papers = examplePapers(name)

  test('holds every paper, in the order in which a director reads them', () => {
    expect(papers.map(paper => paper.id)).toEqual(all)
    expect(papers.map(paper => paper.file)).toEqual(all.map(id => `${id}.docx`))
  })

  test.each(all)('reads as it was accepted: %s', async id => {
    const { document, numbering } = papers.find(paper => paper.id === id)!
    // The hash changes with every word of the agreement, whose own golden shows the change.
    const text = renderText(document, numbering).replace(
      /(?<=(?:[Cc]ontent hash|Text approved).*)[0-9a-f]{16}/g,
      '(content hash)',
    )
    await expect(text).toMatchFileSnapshot(`${name}/${id}.txt`)
  })

  test('names no table by the very words of the heading above it', () => {
    const words = (inlines: readonly Inline[]) => inlines.map(one => ('text' in one ? one.text : '')).join('')
    for (const { id, document } of papers)
      for (const [at, block] of document.body.entries()) {
        const heading = document.body.slice(0, at).findLast(one => one.type === 'heading')
        if (block.type === 'table' && heading)
          expect(block.caption.toLowerCase(), id).not.toBe(words(heading.children).toLowerCase())
      }
  })

  test('lets a place to sign follow the table that it is about, and sets the director’s decision apart from the summary', () => {
    const runsOf = (id: string) => pageRuns(papers.find(paper => paper.id === id)!.document).length
    expect(['sign-off-checklist', 'risk-register'].map(runsOf)).toEqual([1, 1])
    expect(runsOf('director-summary')).toBe(2)
  })

  test.each(all)('says the same in Word, and passes our checks of a Word file: %s', id => {
    const { document, numbering } = papers.find(paper => paper.id === id)!
    const docx = renderDocx(document, numbering, settings.style)
    expect(linesOfWord(docx)).toEqual(linesOfText(renderText(document, numbering)))
    expect(lintDocx(docx)).toEqual([])
  })
})
