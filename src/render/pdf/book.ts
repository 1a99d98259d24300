/** Papers in, one book out: a tagged PDF with contents, page numbers through it, and room left for attachments. */
import { acceptAll } from '../../document/changes.ts'
import type { HouseStyle } from '../../document/house-style.ts'
import type { Document } from '../../document/nodes.ts'
import type { Numbering } from '../../document/number.ts'
import { readable } from '../docx/colours.ts'
import { TEXT_WIDTH } from '../docx/page.ts'
import { keptAtEnd } from '../page-ends.ts'
import { pageRuns } from '../page-runs.ts'
import { sheetBlocks } from './blocks.ts'
import { coverPage, titleBlock } from './front.ts'
import { readGlyphs } from './glyphs.ts'
import { textRuns } from './inlines.ts'
import { points } from './points.ts'
import type { Setting } from './setting.ts'
import type { Sheet, SheetSigningLine } from './sheet.ts'
import { type Press, type Printed, print } from './typst.ts'

/** A document that takes part in a book. */
export interface Paper {
  readonly document: Document
  readonly numbering: Numbering
  /** What the contents and the bookmarks call it; else, what its cover calls its kind. */
  readonly name?: string
  /** One page: its text is set smaller until it fits. */
  readonly onePage?: boolean
  /** Its own contents follow its cover. */
  readonly contents?: boolean
  /** The contents of the book list its parts below it. */
  readonly listsParts?: boolean
  /** Stands in the contents and the bookmarks. Left out: yes. */
  readonly listed?: boolean
  /** The contents of the whole book follow it. */
  readonly bookContents?: boolean
  /** The field for a line of a signing block, if people type there. */
  readonly field?: (label: string) => SheetSigningLine['field']
  /** Pages that another file adds after this paper; they count. */
  readonly pagesAfter?: number
}

export interface Book {
  readonly title: string
  readonly author: string
  readonly keywords: readonly string[]
  /** ISO date. */
  readonly date: string
  /** Stands at the foot of each page. */
  readonly footer: string
  readonly papers: readonly Paper[]
}

export interface PrintedBook extends Printed {
  /** Characters that the fonts cannot show; their codes were printed. */
  readonly lacking: readonly string[]
}

/**
 * Prints a book. The same arguments give the same bytes on any machine that has the same Typst, at any time.
 * @param handed called once another process lays the pages out
 */
export async function printBook(
  book: Book,
  style: HouseStyle,
  press: Press,
  handed?: () => void,
): Promise<PrintedBook> {
  const glyphs = readGlyphs(press.fonts)
  const sheets = book.papers.map((paper, index) => sheet(paper, index, style, glyphs.printable))
  const data = {
    title: glyphs.printable(book.title),
    author: glyphs.printable(book.author),
    keywords: book.keywords,
    footer: glyphs.printable(book.footer),
    house: { size: style.size, colour: readable(style.colour) },
    sheets,
  }
  const { typst, template, fonts } = press
  const printed = await print({
    typst,
    template,
    fonts,
    data,
    date: book.date,
    tagged: true,
    ...(handed ? { handed } : {}),
  })
  return { ...printed, lacking: [...glyphs.lacking] }
}

/** Prints page numbers for pages that others made, one small page each. */
export async function printStamps(
  words: readonly string[],
  date: string,
  { typst, stamps, fonts }: Press,
): Promise<Uint8Array> {
  const [regular] = fonts
  const { bytes } = await print({
    typst,
    template: stamps,
    fonts: [regular!],
    data: { words },
    date,
    tagged: false,
  })
  return bytes
}

function sheet(paper: Paper, index: number, style: HouseStyle, printable: (text: string) => string): Sheet {
  const { numbering } = paper
  const document = acceptAll(paper.document)
  const runs = pageRuns(document)
  const setting: Setting = {
    kept: new Set(runs.flatMap(({ blocks }) => [...keptAtEnd(blocks)])),
    numbering,
    style,
    printable,
    label: id => `${index}:${id}`,
    field: paper.field ?? (() => undefined),
    levels: { last: 0 },
    lists: { paper: paper.listed ?? true, parts: paper.listsParts ?? false },
  }
  const name = paper.name ?? document.cover.kind
  const hasTitle = document.front === 'heading'
  const front = !hasTitle
    ? coverPage(document.cover, document.properties.state, name, setting)
    : titleBlock(document.cover, name, setting)
  const body = runs.map(({ layout, blocks }) => ({
    flipped: layout === 'landscape',
    blocks: sheetBlocks(
      blocks,
      { within: 'agreement', level: 0, bullets: 0, width: points(TEXT_WIDTH[layout]) },
      setting,
    ),
  }))
  const [first, ...rest] = body
  const joined =
    hasTitle && first ? [{ flipped: first.flipped, blocks: [...front, ...first.blocks] }, ...rest] : body
  const { kind } = document.cover
  const { state } = document.properties
  return {
    head: textRuns([kind, state].filter(part => part !== '').join('   |   '), setting),
    ...(hasTitle ? {} : { cover: front }),
    runs: hasTitle && !first ? [{ flipped: false, blocks: front }] : joined,
    onePage: paper.onePage ?? false,
    contents: paper.contents ?? false,
    bookContents: paper.bookContents ?? false,
    pagesAfter: paper.pagesAfter ?? 0,
    id: `paper:${index}`,
  }
}
