/** The papers of each worked example's pack: golden texts to read, and Word files that say the same and pass our checks. */
import { describe, expect, test } from 'vitest'
import type { Block, Inline } from '../../src/document/nodes.ts'
import { fitFirstPage } from '../../src/render/docx/fit-page.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { pageRuns } from '../../src/render/page-runs.ts'
import { renderText } from '../../src/render/text.ts'
import { linesOfText, linesOfWord } from '../agreements/document-lines.ts'
import { draftExample, examples, settings } from '../support/draft.ts'
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
    let heading = ''
    const look = (blocks: readonly Block[]): void => {
      for (const block of blocks) {
        if (block.type === 'heading') heading = words(block.children)
        if ('title' in block && block.title) heading = words(block.title)
        if (block.type === 'table') expect(block.caption.toLowerCase()).not.toBe(heading.toLowerCase())
        else if ('children' in block) look(block.children as readonly Block[])
      }
    }
    for (const { document } of [...papers, draftExample(name)])
      look(document.body.filter(b => b.type !== 'executionBlock'))
  })

  test('keeps the director’s summary to one page in Word too, and its text as large as that allows', () => {
    const { document, numbering } = papers.find(paper => paper.isOnePage)!
    const { size } = settings.style
    expect(fitFirstPage(document, numbering, settings.style).size).toBe(
      name === 'family-hubs' ? size - 0.5 : size,
    )
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
