/** An agreement as a PDF: tagged, titled, in English, saying word for word what the text and the Word file say. */
import { describe, expect, test } from 'vitest'
import type { Block, Document, Table } from '../../../src/document/nodes.ts'
import { printBook } from '../../../src/render/pdf/book.ts'
import { realWorld } from '../../../src/world.ts'
import { asAt, draftExample, draftText, exampleText, settings } from '../../support/draft.ts'
import { factsOf, hasPoppler, letters, pagesOf, popplerNote, tagsOf } from '../../support/read-pdf.ts'

const press = realWorld().press()

const print = ({ document, numbering }: Pick<ReturnType<typeof draftText>, 'document' | 'numbering'>) =>
  printBook(
    {
      title: document.properties.title,
      author: document.properties.author,
      keywords: [],
      date: asAt,
      footer: document.properties.reference,
      papers: [{ document, numbering }],
    },
    settings.style,
    press,
  )

const tablesOf = (blocks: readonly Block[]): readonly Table[] =>
  blocks.flatMap(block =>
    block.type === 'table'
      ? [block]
      : block.type === 'bullets'
        ? block.items.flatMap(tablesOf)
        : 'children' in block && block.type !== 'heading' && block.type !== 'para'
          ? tablesOf(block.children)
          : [],
  )

/**
 * Takes from the expected letters those of each page in turn and gives what is left over on either side. A table that
 * goes on over the page repeats its header there, which the text says once.
 */
function leftOver(pages: readonly string[], expected: string, document: Document): string {
  const headers = tablesOf(document.body).map(({ columns }) => letters(columns.map(c => c.title).join('')))
  let rest = expected
  for (const [index, page] of pages.entries()) {
    const ours = ['', ...headers]
      .filter(header => page.startsWith(header))
      .map(header => page.slice(header.length))
      .find(text => rest.startsWith(text))
    if (ours === undefined) return `page ${index + 1}: ${page.slice(0, 200)} instead of ${rest.slice(0, 200)}`
    rest = rest.slice(ours.length)
  }
  return rest
}

/** The letters of each page without its header and footer. */
const bodies = (bytes: Uint8Array, { properties, cover }: Document): readonly string[] =>
  pagesOf(bytes).map(page => {
    const head = `${cover.kind}   |   ${properties.state}`.replace(/\s+/g, ' ')
    const lines = page.split('\n').filter(line => line.replace(/\s+/g, ' ').trim() !== head)
    return letters(lines.join('\n').replace(/[^\n]*\s*Pack page \d+ of \d+\s*$/, ''))
  })

describe.skipIf(!hasPoppler)(
  `the agreement of the food network, with its questions open${popplerNote}`,
  () => {
    const draft = draftExample('food-network')
    const printed = print(draft)

    test('says word for word what the text says', async () => {
      const { bytes } = await printed
      expect(leftOver(bodies(bytes, draft.document), letters(draft.text), draft.document)).toBe('')
    })

    test('is tagged, with a title and real headings, lists, tables and links', async () => {
      const { bytes, pages } = await printed
      expect(factsOf(bytes)).toMatchObject({
        Title: draft.document.properties.title,
        Author: 'Northvale Borough Council',
        Tagged: 'yes',
        Pages: String(pages),
      })
      const tags = tagsOf(bytes)
      for (const tag of ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Table', 'TH', 'TD', 'Link'])
        expect(tags).toContain(tag)
    })

    test('never skips a level of heading', async () => {
      const levels = tagsOf((await printed).bytes)
        .filter(tag => /^H\d$/.test(tag))
        .map(tag => Number(tag[1]))
      levels.reduce((before, level) => {
        expect(level).toBeLessThanOrEqual(before + 1)
        return level
      }, 0)
    })
  },
)

describe.skipIf(!hasPoppler)(`an agreement with hostile answers${popplerNote}`, () => {
  const name = "Ŵyn & O'Dowd #evil $x$ *b* <a> @ref [x] {{y}} \\n _i_ `c` //z"
  const longWord = 'Llanfairpwllgwyngyll'.repeat(12)
  const text = exampleText('flood-forum')
    .replace(/^name: .*$/m, `name: '${name.replaceAll("'", "''")}'`)
    .replace(/^vision: [\s\S]*?(?=^\S)/m, `vision: '${longWord} 漢字 😀'\n`)
  const printed = print(draftText(text))
  const words = (bytes: Uint8Array) => pagesOf(bytes).join(' ').replace(/\s+/g, ' ')

  test('prints markup of any kind as typed', async () => {
    const { bytes } = await printed
    expect(factsOf(bytes).Title).toContain(name)
    expect(words(bytes)).toContain(name)
  })

  test('shows by its code what the fonts cannot, and says so', async () => {
    const { bytes, lacking } = await printed
    expect(lacking).toEqual(['漢', '字', '😀'])
    expect(words(bytes)).toContain('[U+6F22][U+5B57] [U+1F600]')
  })

  test('breaks a word that is wider than its line, and loses none of it', async () => {
    expect(words((await printed).bytes).replace(/\P{L}/gu, '')).toContain(longWord)
  })
})

test('the same document gives the same bytes', async () => {
  const draft = draftExample('flood-forum')
  const [first, second] = [await print(draft), await print(draft)]
  expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
})
