/** A numbered document and the house style in, the bytes of a Word file out. */
import { FileChild } from 'docx'
import type { HouseStyle } from '../../document/house-style.ts'
import type { Memory } from '../../document/memory.ts'
import type { Block, Document } from '../../document/nodes.ts'
import type { Numbering } from '../../document/number.ts'
import type { Rasterise } from '../diagram/rasterise.ts'
import { pageRuns } from '../page-runs.ts'
import { renderBlocks } from './blocks.ts'
import { renderContents } from './contents.ts'
import { renderCover, renderTitle } from './cover.ts'
import { finishParts } from './finish.ts'
import { writeParts } from './frame.ts'
import { zipParts } from './package.ts'
import { TEXT_WIDTH } from './page.ts'
import { type Reading, readingOfElements } from './readings.ts'
import { paragraph, type Rendering, startRendering } from './rendering.ts'
import { type Content, type Run, sectionsOf } from './sections.ts'

/** The change that a part of the document shares, if all of it came or went. */
function changeOfAll(blocks: readonly Block[]): Pick<Run, 'change'> {
  const change = blocks[0]?.change
  return change && blocks.every(block => block.change?.kind === change.kind) ? { change } : {}
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
    takeLeft(document, style, rasterise) ??
    contentOf(forXml(startRendering(document, numbering, style, rasterise)))
  const { revision, comments } = content.rendering
  const isOwn = rasterise !== undefined || revision !== undefined
  const parts = writeParts(sectionsOf(content), comments, style, isOwn)
  return zipParts(finishParts(parts, document.properties, style, memory))
}

/** A rendering that may use again what it did for other documents. What tracked changes mark is made for this one alone. */
const forXml = (rendering: Rendering): Rendering =>
  rendering.revision ? rendering : { ...rendering, reuses: true }

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
