/** The cover in, its paragraphs out: logo, kind of document, title, parties, lines and notice. */
import { ImageRun, Paragraph } from 'docx'
import type { HouseStyle } from '../../document/house-style.ts'
import { changeOfLine, joinParties } from '../../document/parties.ts'
import { InternalError } from '../../findings/finding.ts'
import { type Element, element } from './elements.ts'
import { renderInlines, run, runOf } from './inlines.ts'
import { markParagraph } from './paragraph-marks.ts'
import { paragraph, type Rendering } from './rendering.ts'
import { sealAttribute } from './text.ts'
import { trackBlocks } from './tracked.ts'

/** The room a logo may take, in pixels of a 96th of an inch. */
const LOGO_ROOM = { width: 260, height: 95 } as const

const pngSize = (png: Uint8Array): { readonly width: number; readonly height: number } => {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  if (png.length < 24 || view.getUint32(0) !== 0x89504e47)
    throw new InternalError('The logo is not a PNG picture')
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

function logo({ png, altText }: NonNullable<HouseStyle['logo']>): Paragraph {
  const { width, height } = pngSize(png)
  const scale = Math.min(LOGO_ROOM.width / width, LOGO_ROOM.height / height)
  const description = sealAttribute(altText)
  const image = new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { id: '1', name: 'Logo', title: description, description },
  })
  return new Paragraph({ style: 'CoverLogo', children: [image] })
}

function notice(style: string, rendering: Rendering): readonly Element[] {
  const { notice } = rendering.document.cover
  if (notice.length === 0) return []
  const made = paragraph(style, renderInlines(notice, rendering))
  const change = changeOfLine(notice)
  return [change ? markParagraph(made, change, rendering.next) : made]
}

/** Between whom, as the cover of an agreement says it. */
const parties = (rendering: Rendering): readonly Element[] =>
  joinParties(rendering.document.cover.parties).flatMap(line => {
    const { change } = line
    if ('word' in line) {
      const word = paragraph('CoverBetween', [run(line.word)])
      return change ? trackBlocks([word], change, rendering.next) : [word]
    }
    const party = paragraph('CoverParty', renderInlines(line.party, rendering))
    return [change ? markParagraph(party, change, rendering.next) : party]
  })

/** Renders the title of a document that has no cover: what it is, of which partnership, its lines and its notice. */
export function renderTitle(rendering: Rendering): readonly Element[] {
  const { cover } = rendering.document
  return [
    paragraph('PaperTitle', [run(cover.kind)]),
    paragraph('Subtitle', renderInlines(cover.title, rendering)),
    ...coverLines(rendering, 'TitleFirstLine'),
    ...notice('TitleNotice', rendering),
  ]
}

const coverLines = (rendering: Rendering, first: string): readonly Element[] =>
  rendering.document.cover.lines.flatMap(({ label, value, change }, index) => {
    const line = paragraph(index === 0 ? first : 'CoverLine', [
      run(label, 'Label'),
      runOf(undefined, [element('w:tab')]),
      ...renderInlines(value, rendering),
    ])
    return change ? trackBlocks([line], change, rendering.next) : [line]
  })

/** Renders the cover page. */
export function renderCover(rendering: Rendering): readonly (Element | Paragraph)[] {
  const { cover } = rendering.document
  const picture = rendering.style.logo
  return [
    ...(picture ? [logo(picture)] : []),
    paragraph('CoverKind', [run(cover.kind)]),
    paragraph('Title', renderInlines(cover.title, rendering)),
    ...parties(rendering),
    ...coverLines(rendering, 'CoverFirstLine'),
    ...notice('CoverNotice', rendering),
  ]
}
