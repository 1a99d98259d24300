/** Pages bound into a pack in; the same pages out, each stamped with its page number in the pack. */
import {
  degrees,
  type PDFDocument,
  type PDFEmbeddedPage,
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
} from '@cantoo/pdf-lib'

/** From the edge of the page to the stamp, in points. */
const MARGIN = 14

/** The pictures of stamps, one a page of `stamps`, embedded in the pack so that they share one font. */
export const embedStamps = (
  pack: PDFDocument,
  stamps: Uint8Array,
  count: number,
): Promise<PDFEmbeddedPage[]> =>
  pack.embedPdf(
    stamps,
    Array.from({ length: count }, (_, index) => index),
  )

/**
 * Puts a stamp at the lower right corner, upright as the page is shown, whichever way it is turned and cropped
 * (ISO 32000-1, 14.11.2 and table 30). It is marked as an artifact, which screen readers pass over.
 */
export function stampPage(page: PDFPage, stamp: PDFEmbeddedPage): void {
  const { x, y, width, height } = page.getCropBox()
  const turned = ((page.getRotation().angle % 360) + 360) % 360
  const along = MARGIN + stamp.width
  const at = {
    0: { x: x + width - along, y: y + MARGIN },
    90: { x: x + width - MARGIN, y: y + height - along },
    180: { x: x + along, y: y + height - MARGIN },
    270: { x: x + MARGIN, y: y + along },
  }[turned] ?? { x: x + width - along, y: y + MARGIN }
  page.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')]))
  page.drawPage(stamp, { ...at, rotate: degrees(turned) })
  page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent))
}
