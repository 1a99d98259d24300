/** A pack that was bound in; its pages as text, its fields and its metadata out. */
import {
  decodePDFRawStream,
  type PDFDict,
  PDFDocument,
  type PDFHexString,
  PDFName,
  type PDFRawStream,
} from '@cantoo/pdf-lib'
import type { Bound } from './bind.ts'
import { hasPoppler, pagesOf } from './read-pdf.ts'

export interface Pack extends Bound {
  readonly pages: readonly string[]
  readonly pdf: PDFDocument
}

/** Opens what was bound. */
export async function openPack(bound: Promise<Bound>): Promise<Pack> {
  const done = await bound
  return {
    ...done,
    pages: hasPoppler ? pagesOf(done.bytes) : [],
    pdf: await PDFDocument.load(done.bytes, { updateMetadata: false }),
  }
}

/** The packet of metadata that readers of PDF look into. */
export const metadataOf = (pdf: PDFDocument): string =>
  Buffer.from(
    decodePDFRawStream(pdf.catalog.lookup(PDFName.of('Metadata')) as PDFRawStream).decode(),
  ).toString()

/** A text of a dictionary, by its name. */
export const decoded = (dict: PDFDict, name: string): string =>
  (dict.lookup(PDFName.of(name)) as PDFHexString).decodeText()

/** The fields of the form. */
export const fieldsOf = ({ pdf }: Pack) =>
  pdf
    .getForm()
    .getFields()
    .map(field => ({
      name: field.getName(),
      tooltip: decoded(field.acroField.dict, 'TU'),
      widget: field.acroField.getWidgets()[0]!,
      isLocked: field.isReadOnly(),
    }))
