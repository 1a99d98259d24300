/** Pages of an agreement with hostile answers: markup prints as typed, and nothing of a text is lost. */
import { beforeAll, describe, expect, test } from 'vitest'
import { numberDocument } from '../../../src/document/number.ts'
import { COVER_TAB, PAGE, SIGNING_TAB } from '../../../src/render/docx/page.ts'
import { type PrintedBook, printBook } from '../../../src/render/pdf/book.ts'
import { realWorld } from '../../../src/world.ts'
import { asAt, draftText, exampleText, settings } from '../../support/draft.ts'
import { factsOf, hasPoppler, pagesOf, popplerNote, startsAfter } from '../../support/read-pdf.ts'
import { documentOf, table } from '../docx/builders.ts'

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

  test('has what is known of it where Word has it, on the cover and where people sign', () => {
    const fromMargin = (tab: number) => expect.closeTo((PAGE.side + tab) / 20, 0)
    expect(startsAfter(printed.bytes, 'Reference')[0]).toEqual(fromMargin(COVER_TAB))
    const posts = startsAfter(printed.bytes, 'Position')
    expect(posts).toEqual([1, 2, 3, 4].map(() => fromMargin(SIGNING_TAB)))
  })

  test('breaks a word that is wider than its line, and loses none of it', () => {
    // Its pieces may stand on two pages, with the foot of one and the head of the other between.
    const letters = words.replace(/\P{L}/gu, '').replace(/NBCPPackpageofPartnershipagreementDRAFT/g, '')
    expect(letters).toContain(longWord)
  })
})

test.skipIf(!hasPoppler)(`the last row of a table never stands alone on a page${popplerNote}`, async () => {
  const lengths = Array.from({ length: 14 }, (_, n) => 40 + n)
  const document = documentOf(
    lengths.map(length =>
      table(
        `t-${length}`,
        `Table of ${length}`,
        [
          ['Row', 1],
          ['Words', 2],
        ],
        ...Array.from({ length }, (_, n) => [`row ${length}.${n + 1}.`, 'words']),
      ),
    ),
  )
  const { title, author, reference } = document.properties
  const printed = await printBook(
    {
      title,
      author,
      keywords: [],
      date: asAt,
      footer: reference,
      papers: [{ document, numbering: numberDocument(document) }],
    },
    settings.style,
    realWorld().press(),
  )
  const pages = pagesOf(printed.bytes)
  const pageWith = (words: string): number => pages.findIndex(page => page.includes(words))
  for (const length of lengths) {
    const last = pageWith(`row ${length}.${length}.`)
    expect(last).toBeGreaterThan(0)
    expect(pageWith(`row ${length}.${length - 1}.`), `table of ${length}`).toBe(last)
  }
})
