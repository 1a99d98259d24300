/** Pages of an agreement with hostile answers: markup prints as typed, and nothing of a text is lost. */
import { beforeAll, describe, expect, test } from 'vitest'
import { type PrintedBook, printBook } from '../../../src/render/pdf/book.ts'
import { realWorld } from '../../../src/world.ts'
import { asAt, draftText, exampleText, settings } from '../../support/draft.ts'
import { factsOf, hasPoppler, pagesOf, popplerNote } from '../../support/read-pdf.ts'

describe.skipIf(!hasPoppler)(`an agreement with hostile answers${popplerNote}`, () => {
  const name = "Ŵyn & O'Dowd #evil $x$ *b* <a> @ref [x] {{y}} \\n _i_ `c` //z"
  const longWord = 'Llanfairpwllgwyngyll'.repeat(12)
  let printed: PrintedBook
  let words: string
  beforeAll(async () => {
    const text = exampleText('flood-forum')
      .replace(/^name: .*$/m, `name: '${name.replaceAll("'", "''")}'`)
      .replace(/^vision: [\s\S]*?(?=^\S)/m, `vision: '${longWord} 漢字 😀'\n`)
    const { document, numbering } = draftText(text)
    const { title, author, reference } = document.properties
    printed = await printBook(
      { title, author, keywords: [], date: asAt, footer: reference, papers: [{ document, numbering }] },
      settings.style,
      realWorld().press(),
    )
    words = pagesOf(printed.bytes).join(' ').replace(/\s+/g, ' ')
  })

  test('prints markup of any kind as typed', () => {
    expect(factsOf(printed.bytes).Title).toContain(name)
    expect(words).toContain(name)
  })

  test('shows by its code what the fonts cannot, and says so', () => {
    expect(printed.lacking).toEqual(['漢', '字', '😀'])
    expect(words).toContain('[U+6F22][U+5B57] [U+1F600]')
  })

  test('breaks a word that is wider than its line, and loses none of it', () => {
    expect(words.replace(/\P{L}/gu, '')).toContain(longWord)
  })
})
