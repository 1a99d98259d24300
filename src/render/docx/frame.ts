/**
 * The sections of a document in, the parts of its Word file as the docx library writes them out. All but our elements is
 * the same for every document whose sections are alike, so the library writes that once, with places for our elements.
 */
import {
  FileChild,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageOrientation,
  Paragraph,
  Document as WordDocument,
} from 'docx'
import type { HouseStyle } from '../../document/house-style.ts'
import type { Layout } from '../page-runs.ts'
import type { Element } from './elements.ts'
import type { Parts } from './finish.ts'
import { FOOTER_EDGE, HEADER_EDGE, PAGE } from './page.ts'
import { type CutPart, cutAtPlaces, fillPlaces, placeFor } from './places.ts'
import type { Section } from './sections.ts'

/** What the library wrote: parts as they are, and parts cut at the places in them. */
interface Frame {
  readonly parts: Parts
  readonly cut: ReadonlyMap<string, CutPart>
}

/** More shapes than the agreements of a council have. */
const MOST_SHAPES = 50

/** By the style, whose logo is the library's, and by the shape of the sections. */
const known = new WeakMap<HouseStyle, Map<string, Frame>>()

/**
 * Writes the parts.
 * @param isOwn whether the library writes something of this document alone: pictures, tracked ends of sections
 */
export function writeParts(
  sections: readonly Section[],
  comments: readonly Element[],
  style: HouseStyle,
  isOwn: boolean,
): Parts {
  const frames = known.get(style) ?? new Map<string, Frame>()
  known.set(style, frames)
  const shape = JSON.stringify([comments.length > 0, sections.map(shapeOf)])
  const before = isOwn ? undefined : frames.get(shape)
  const frame = before ?? makeFrame(sections, comments.length > 0)
  if (!before && !isOwn) {
    if (frames.size >= MOST_SHAPES) frames.clear()
    frames.set(shape, frame)
  }
  const ours = [
    comments,
    ...sections.flatMap(({ header, footer, content }) => [
      ...(header ? [header] : []),
      ...(footer ? [footer] : []),
      ...inRuns(content).filter(run => !(run instanceof FileChild)),
    ]),
  ] as readonly (readonly Element[])[]
  return new Map([
    ...frame.parts,
    ...[...frame.cut].map(([path, part]) => [path, fillPlaces(part, ours)] as const),
  ])
}

const shapeOf = ({ layout, header, footer, content }: Section): unknown => [
  layout,
  header !== undefined,
  footer !== undefined,
  inRuns(content).map(run => run instanceof FileChild),
]

/** The compiler behind the library's packer: private in its types, and the only way to the parts without a zip between. */
const compiler = (Packer as unknown as { readonly compiler: { compile(file: WordDocument): Parts } }).compiler

/** Of comments the library writes one, in which the place for all of them stands. */
const ONE_COMMENT = { id: 0, author: '', initials: '', date: new Date(0), children: [placeFor(0)] }
const AROUND_COMMENTS = /<w:comment [^>]*>|<\/w:comment>/g
const COMMENTS = 'word/comments.xml'

function makeFrame(sections: readonly Section[], hasComments: boolean): Frame {
  let places = 1
  const next = (): Paragraph => placeFor(places++)
  const file = new WordDocument({
    compatabilityModeVersion: 15,
    // Every style is ours and is written by the finishing pass.
    styles: { importedStyles: [] },
    comments: { children: hasComments ? [ONE_COMMENT] : [] },
    sections: sections.map(
      ({ layout, header, footer, content, end }): ISectionOptions => ({
        properties: pageOf(layout),
        headers: header ? { default: new Header({ children: [next()] }) } : {},
        footers: footer ? { default: new Footer({ children: [next()] }) } : {},
        // The library keeps a section's end in its last paragraph, which must be one of its own; so must the paragraph
        // that Word wants at the very end. This one takes no room on the page.
        children: [
          ...inRuns(content).map(run => (run instanceof FileChild ? run : next())),
          new Paragraph({ style: 'SectionEnd', run: end }),
        ],
      }),
    ),
  })
  const parts = new Map<string, string | Uint8Array>()
  const cut = new Map<string, CutPart>()
  for (const [path, part] of new Map(compiler.compile(file))) {
    const text = path === COMMENTS ? String(part).replace(AROUND_COMMENTS, '') : part
    const pieces = typeof text === 'string' ? cutAtPlaces(text) : undefined
    if (pieces) cut.set(path, pieces)
    else parts.set(path, part)
  }
  return { parts, cut }
}

/** Content with our elements that follow each other taken together. */
function inRuns(content: readonly (Element | FileChild)[]): readonly (readonly Element[] | FileChild)[] {
  const runs: (Element[] | FileChild)[] = []
  for (const part of content) {
    const last = runs.at(-1)
    if (part instanceof FileChild) runs.push(part)
    else if (Array.isArray(last)) last.push(part)
    else runs.push([part])
  }
  return runs
}

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
