/** The leaves of a pack in, one PDF out: our pages tagged, pages of others between them, numbered through, with fields to fill in. */
import {
  decodePDFRawStream,
  ParseSpeeds,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib'
import type { HouseStyle } from '../../document/house-style.ts'
import { type Paper, printBook, printStamps } from '../../render/pdf/book.ts'
import type { Press, Printed } from '../../render/pdf/typst.ts'
import { type Asked, addFields } from './fields.ts'
import { mendTags } from './mend-tags.ts'
import { embedStamps, stampPage } from './stamps.ts'

/** A paper of ours, and the pages of somebody else that follow it. */
export interface Leaf {
  readonly paper: Paper
  readonly pages?: PDFDocument
}

export interface Binding {
  readonly title: string
  readonly author: string
  /** Stands at the foot of each page. */
  readonly footer: string
  /** ISO date that stands for "created". */
  readonly date: string
  /** SHA-256 of the intake, so that the pack says what it was made from. */
  readonly intake: string
  readonly leaves: readonly Leaf[]
  /** What each field asks for. Known only once the pages are laid out. */
  readonly asked: () => readonly Asked[]
  /** Why nobody may fill the fields in, and what they show instead. */
  readonly locked?: { readonly reason: string; readonly shown: string }
}

export interface Bound {
  readonly bytes: Uint8Array
  readonly pages: number
  /** Characters that the fonts cannot show; their codes were printed. */
  readonly lacking: readonly string[]
}

/**
 * Binds a pack. The same arguments give the same bytes.
 * @param passed told each stage as it is done, for whoever measures. The pages are laid out by another process: from
 *   "handed over" on there is time for something else.
 */
export async function bind(
  binding: Binding,
  style: HouseStyle,
  press: Press,
  passed: (
    stage: 'handed over' | 'pages' | 'opening them' | 'fields and attachments' | 'PDF file',
  ) => void = () => {},
): Promise<Bound> {
  const { leaves } = binding
  const printed = await printBook(
    {
      title: binding.title,
      author: binding.author,
      keywords: [`intake SHA-256 ${binding.intake}`],
      date: binding.date,
      footer: binding.footer,
      papers: leaves.map(({ paper, pages }) => ({ ...paper, pagesAfter: pages?.getPageCount() ?? 0 })),
    },
    style,
    press,
    () => passed('handed over'),
  )
  passed('pages')
  // Our pages are the document that everything is added to: copied into another, they would lose their tags.
  const pack = await PDFDocument.load(printed.bytes, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  })
  passed('opening them')
  const asked = new Map(binding.asked().map(ask => [ask.name, ask]))
  await addFields(pack, printed.boxes, asked, press.fonts[0]!, binding.locked)
  mendTags(pack)
  await insertPages(pack, binding, printed, press)
  describe(pack, binding, printed.pages)
  passed('fields and attachments')
  const bytes = await pack.save({
    objectsPerTick: Number.POSITIVE_INFINITY,
    updateFieldAppearances: false,
    useObjectStreams: false,
  })
  passed('PDF file')
  return { bytes, pages: pack.getPageCount(), lacking: printed.lacking }
}

/** Puts the pages of others where they belong, each stamped with its number in the pack. */
async function insertPages(
  pack: PDFDocument,
  { leaves, date }: Binding,
  { ends, pages }: Printed,
  press: Press,
): Promise<void> {
  const inserted = leaves.flatMap(({ pages: from }, index) => (from ? [{ from, after: ends[index]! }] : []))
  const total = inserted.reduce((sum, { from }) => sum + from.getPageCount(), pages)
  if (total === pages) return
  const placed: { readonly from: PDFDocument; readonly first: number }[] = []
  let before = 0
  for (const { from, after } of inserted) {
    placed.push({ from, first: after + before + 1 })
    before += from.getPageCount()
  }
  const numbers = placed.flatMap(({ from, first }) => from.getPageIndices().map(index => first + index))
  const words = numbers.map(number => `Pack page ${number} of ${total}`)
  const stamps = await embedStamps(pack, await printStamps(words, date, press), numbers.length)
  for (const { from, first } of placed) {
    const copies = await pack.copyPages(from, from.getPageIndices())
    for (const [index, page] of copies.entries()) {
      pack.insertPage(first - 1 + index, page)
      stampPage(page, stamps[numbers.indexOf(first + index)]!)
    }
  }
}

/** Says what the pack was made from, and has a reader open it with its bookmarks shown. */
function describe(pack: PDFDocument, { intake }: Binding, own: number): void {
  const { catalog, context } = pack
  // Typst's page labels count its own pages alone. Without any, a page's number is its place in the pack.
  catalog.delete(PDFName.of('PageLabels'))
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
  // No tag is suspect, which is what it means to say nothing of it (ISO 32000-1, table 321). Some readers of PDF, poppler 22
  // among them, call the entry an error of syntax where it says no.
  catalog.lookup(PDFName.of('MarkInfo'), PDFDict).delete(PDFName.of('Suspects'))
  if (pack.getPageCount() > own) claimNoMore(pack)
  const information = context.lookup(context.trailerInfo.Info, PDFDict)
  information.set(PDFName.of('IntakeSHA256'), PDFHexString.fromText(intake))
}

/** Takes back what the metadata say of our pages alone: that all are tagged as PDF/UA-1 asks, and how many there are. */
function claimNoMore(pack: PDFDocument): void {
  const { catalog, context } = pack
  const ref = catalog.get(PDFName.of('Metadata')) as PDFRef
  const metadata = context.lookup(ref) as PDFRawStream
  const text = new TextDecoder()
    .decode(decodePDFRawStream(metadata).decode())
    .replace(/<pdfuaid:part>\d+<\/pdfuaid:part>/, '')
    .replace(/(<xmpTPg:NPages>)\d+/, `$1${pack.getPageCount()}`)
  const stream = context.stream(new TextEncoder().encode(text), { Type: 'Metadata', Subtype: 'XML' })
  context.assign(ref, stream)
}
