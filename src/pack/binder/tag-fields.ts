/**
 * Form fields in; a tag for each where it is read, beside its label, so that a screen reader comes to it there (ISO 14289-1,
 * 7.18.4). The template left a link at each place, which already has a tag: the field takes both over.
 */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFRef,
} from '@cantoo/pdf-lib'
import { InternalError } from '../../findings/finding.ts'

export interface FieldOnPage {
  readonly name: string
  readonly page: PDFPage
  readonly field: PDFDict
  readonly tooltip: string
}

const name = (text: string): PDFName => PDFName.of(text)

/** Tags each field. */
export function tagFields(pack: PDFDocument, fields: readonly FieldOnPage[]): void {
  const { context } = pack
  const elements = elementsByKey(pack)
  for (const { name: own, page, field, tooltip } of fields) {
    const box = boxOf(page, field)
    const link = linkTo(page, own)
    const key = context.lookup(link, PDFDict).get(name('StructParent'))!
    const element = context.lookup(elements.get(key.toString()), PDFDict)
    element.set(name('S'), name('Form'))
    element.set(name('Alt'), PDFHexString.fromText(tooltip))
    element.set(name('K'), context.obj({ Type: 'OBJR', Obj: box, Pg: page.ref }))
    context.lookup(box, PDFDict).set(name('StructParent'), key)
    page.node.removeAnnot(link)
    context.delete(link)
  }
}

/** The element of the structure that each annotation belongs to, by the annotation's key (ISO 32000-1, 14.7.4.4). */
function elementsByKey(pack: PDFDocument): ReadonlyMap<string, PDFRef> {
  const root = pack.catalog.lookup(name('StructTreeRoot'), PDFDict)
  const places = root.lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray).asArray()
  const found = new Map<string, PDFRef>()
  for (let at = 0; at + 1 < places.length; at += 2) {
    const element = places[at + 1]
    if (element instanceof PDFRef) found.set(String(places[at]), element)
  }
  return found
}

/** The link that the template left for a field. */
function linkTo(page: PDFPage, field: string): PDFRef {
  const wanted = `(field:${field})`
  const found = page.node
    .Annots()!
    .asArray()
    .find(
      ref =>
        page.doc.context
          .lookup(ref, PDFDict)
          .lookupMaybe(name('A'), PDFDict)
          ?.get(name('URI'))
          ?.toString() === wanted,
    )
  if (!(found instanceof PDFRef)) throw new InternalError(`The page has no place for the field "${field}".`)
  return found
}

/** The one box of a field. The library keeps it apart from the field. */
function boxOf(page: PDFPage, field: PDFDict): PDFRef {
  const box = field.lookup(name('Kids'), PDFArray).get(0) as PDFRef
  page.doc.context.lookup(box, PDFDict).set(name('F'), page.doc.context.obj(4))
  return box
}
