/** A numbered document and the house style in, the bytes of a Word file out. */
import {
  FileChild,
  type IParagraphRunOptions,
  type ISectionOptions,
  Packer,
  PageOrientation,
  Paragraph,
  Document as WordDocument,
} from 'docx'
import type { HouseStyle } from '../../document/house-style.ts'
import type { Memory } from '../../document/memory.ts'
import type { Block, Change, Document } from '../../document/nodes.ts'
import type { Numbering } from '../../document/number.ts'
import type { Rasterise } from '../diagram/rasterise.ts'
import { type Layout, pageRuns } from '../page-runs.ts'
import { renderBlocks } from './blocks.ts'
import { renderContents } from './contents.ts'
import { renderCover, renderTitle } from './cover.ts'
import { type Element, keepPlaces, type Places } from './elements.ts'
import { finishParts, type Parts } from './finish.ts'
import { coverHeader, pageFooter, pageHeader } from './headers.ts'
import { zipParts } from './package.ts'
import { FOOTER_EDGE, HEADER_EDGE, PAGE, TEXT_WIDTH } from './page.ts'
import { stamp } from './paragraph-marks.ts'
import { type Reading, readingOfElements } from './readings.ts'
import { paragraph, type Rendering, startRendering } from './rendering.ts'

const pageOf = (layout: Layout): ISectionOptions['properties'] => ({
  page: {
    // The library swaps the measures itself for landscape.
    size: {
      width: PAGE.width,
      height: PAGE.height,
      orientation: layout === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: PAGE.top,
      right: PAGE.side,
      bottom: PAGE.bottom,
      left: PAGE.side,
      header: HEADER_EDGE,
      footer: FOOTER_EDGE,
    },
  },
})

/**
 * A section's content as the library takes it. The library keeps a section's end in its last paragraph, which must be
 * one of its own; so must the paragraph that Word wants at the very end. This one takes no room on the page.
 */
const closed = (
  content: readonly (Element | FileChild)[],
  { stand }: Places,
  end: SectionEnd = {},
): readonly FileChild[] => [
  ...content.map(part => (part instanceof FileChild ? part : stand(part))),
  new Paragraph({ style: 'SectionEnd', run: end }),
]

/** The change of a section's end, as the library takes it: a schedule that goes takes its pages with it. */
type SectionEnd = Pick<IParagraphRunOptions, 'insertion' | 'deletion'>

function sectionEnd(change: Change | undefined, rendering: Rendering): SectionEnd {
  if (!change) return {}
  const { 'w:id': id, 'w:author': author, 'w:date': date } = stamp(change, rendering.next)
  const marks = { id: Number(id), author: String(author), date: String(date) }
  return change.kind === 'inserted' ? { insertion: marks } : { deletion: marks }
}

/** A section to be: content that shares its pages' layout. */
interface Run {
  readonly layout: Layout
  /** The change of everything in it. */
  readonly change?: Change
  readonly children: readonly Element[]
}

/** The change that a part of the document shares, if all of it came or went. */
function changeOfAll(blocks: readonly Block[]): Pick<Run, 'change'> {
  const change = blocks[0]?.change
  return change && blocks.every(block => block.change?.kind === change.kind) ? { change } : {}
}

/** The changes of the sections' ends. The last end is the document's own and stays, so the one before changes for it. */
function changesOfEnds(pages: readonly Run[]): readonly (Change | undefined)[] {
  const changes = pages.map(({ change }) => change)
  const stays = changes.findLastIndex(change => !change)
  return changes.map((change, index) => (index < stays ? change : changes[index + 1]))
}

/** What stands on the pages of a document, made before the library sees any of it. */
interface Content {
  readonly rendering: Rendering
  /** The cover; or, of a document that has none, the title over its body. */
  readonly front: readonly (Element | FileChild)[]
  readonly contents: readonly Element[]
  readonly body: readonly Run[]
}

function contentOf(rendering: Rendering): Content {
  const { document } = rendering
  const front = document.front === 'heading' ? renderTitle(rendering) : renderCover(rendering)
  const body = pageRuns(document).map(
    ({ layout, blocks }): Run => ({
      layout,
      ...changeOfAll(blocks),
      children: renderBlocks(
        blocks,
        { within: 'agreement', level: 0, bullets: 0, width: TEXT_WIDTH[layout] },
        rendering,
      ),
    }),
  )
  // The list names what the body was found to hold.
  const hasContents = document.front !== 'cover' && document.front !== 'heading'
  const contents = hasContents ? renderContents(rendering) : []
  return { rendering, front, contents, body }
}

/** The sections of a document whose title stands over its body. */
function sectionsUnderHeading(
  { rendering, front, body }: Content,
  places: Places,
): readonly ISectionOptions[] {
  const { document, style } = rendering
  return body.map(({ layout, children }, index) => ({
    properties: pageOf(layout),
    ...(index === 0
      ? { headers: { default: pageHeader(document.properties, style) }, footers: { default: pageFooter() } }
      : {}),
    children: closed(index === 0 ? [...front, ...children] : children, places),
  }))
}

function sectionsOf(content: Content, places: Places): readonly ISectionOptions[] {
  const { rendering, front, contents, body } = content
  const { document, style } = rendering
  if (document.front === 'heading') return sectionsUnderHeading(content, places)
  const pages: readonly Run[] = [
    ...(contents.length > 0 ? [{ layout: 'portrait' as const, children: contents }] : []),
    ...body,
  ]
  const ends = changesOfEnds(pages)
  const coverTop = coverHeader(document.properties, style)
  return [
    {
      properties: pageOf('portrait'),
      headers: coverTop ? { default: coverTop } : {},
      children: closed(front, places),
    },
    // Later sections take over the headers of the one before, so they are written once.
    ...pages.map(({ layout, children }, index) => ({
      properties: pageOf(layout),
      ...(index === 0
        ? { headers: { default: pageHeader(document.properties, style) }, footers: { default: pageFooter() } }
        : {}),
      children: closed(children, places, sectionEnd(ends[index], rendering)),
    })),
  ]
}

/** The contents of documents that were read and not yet rendered: the same document is mostly written next. */
const leftByReading = new WeakMap<Document, Content>()

/**
 * How the Word file of a document without tracked changes would read, from the elements that it would be made of. Writing
 * the file and reading it again says the same and takes several times as long.
 */
export function readingOfDocument(document: Document, numbering: Numbering, style: HouseStyle): Reading {
  const content = contentOf(startRendering(document, numbering, style))
  leftByReading.set(document, content)
  const { front, contents, body } = content
  const end = paragraph('SectionEnd', [])
  // The library makes the logo, in a paragraph of its own.
  const logo = paragraph('CoverLogo', [])
  const isUnderHeading = document.front === 'heading'
  return readingOfElements([
    ...front.map(part => (part instanceof FileChild ? logo : part)),
    ...(isUnderHeading ? [] : [end]),
    ...contents,
    ...(contents.length > 0 ? [end] : []),
    ...body.flatMap(({ children }) => [...children, end]),
  ])
}

const BODY = 'word/document.xml'

/** The compiler behind the library's packer: private in its types, and the only way to the parts without a zip between. */
const compiler = (Packer as unknown as { readonly compiler: { compile(file: WordDocument): Parts } }).compiler

/**
 * Renders a document as a Word file, which carries the memory if one is given. The same arguments give the same parts on
 * any machine, at any time, and the same bytes on one kind of machine.
 * @param rasterise draws diagrams; left out, they stand in words only
 */
export function renderDocx(
  document: Document,
  numbering: Numbering,
  style: HouseStyle,
  memory?: Memory,
  rasterise?: Rasterise,
): Uint8Array {
  const content =
    takeLeft(document, style, rasterise) ?? contentOf(startRendering(document, numbering, style, rasterise))
  const places = keepPlaces()
  const sections = sectionsOf(content, places)
  const file = new WordDocument({
    compatabilityModeVersion: 15,
    // Every style is ours and is written by the finishing pass.
    styles: { importedStyles: [] },
    comments: { children: content.rendering.comments },
    sections,
  })
  const parts = new Map(compiler.compile(file))
  parts.set(BODY, places.fill(String(parts.get(BODY))))
  return zipParts(finishParts(parts, document.properties, style, memory))
}

/** What reading a document left behind, for one use, where it was made in the same way. Ends of sections count on, so marked ones are made anew. */
function takeLeft(
  document: Document,
  style: HouseStyle,
  rasterise: Rasterise | undefined,
): Content | undefined {
  const content = leftByReading.get(document)
  leftByReading.delete(document)
  const isSame = content?.rendering.style === style && !rasterise && !content.rendering.revision
  return isSame ? content : undefined
}
