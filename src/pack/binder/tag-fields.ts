/** Form fields in; a tag for each in the pack's structure, so that a screen reader comes to them (ISO 14289-1, 7.18.4). */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib'

export interface FieldOnPage {
  readonly page: PDFPage
  readonly field: PDFDict
  readonly tooltip: string
}

const name = (text: string): PDFName => PDFName.of(text)

/** Adds a `Form` element for each field at the end of the structure's top element, in order. */
export function tagFields(pack: PDFDocument, fields: readonly FieldOnPage[]): void {
  const { context } = pack
  const root = pack.catalog.lookup(name('StructTreeRoot'), PDFDict)
  const kids = root.lookup(name('K'), PDFArray)
  const top = kids.get(0) as PDFRef
  const topKids = arrayOf(pack, kids.lookup(0, PDFDict), 'K')
  const places = root.lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray)
  let next = root.lookup(name('ParentTreeNextKey'), PDFNumber).asNumber()
  for (const { page, field, tooltip } of fields) {
    const box = boxOf(page, field)
    const element = context.register(
      context.obj({
        Type: 'StructElem',
        S: 'Form',
        P: top,
        Pg: page.ref,
        Alt: PDFHexString.fromText(tooltip),
        K: context.obj({ Type: 'OBJR', Obj: box, Pg: page.ref }),
      }),
    )
    topKids.push(element)
    places.push(PDFNumber.of(next))
    places.push(element)
    context.lookup(box, PDFDict).set(name('StructParent'), PDFNumber.of(next))
    next++
  }
  root.set(name('ParentTreeNextKey'), PDFNumber.of(next))
}

/** The one box of a field. The library keeps it apart from the field. */
function boxOf(page: PDFPage, field: PDFDict): PDFRef {
  const kids = field.lookup(name('Kids'), PDFArray)
  const box = kids.get(0) as PDFRef
  page.doc.context.lookup(box, PDFDict).set(name('F'), PDFNumber.of(4))
  return box
}

/** An entry that may hold one thing or several, as several. */
function arrayOf(pack: PDFDocument, dict: PDFDict, key: string): PDFArray {
  const held = dict.lookup(name(key))
  if (held instanceof PDFArray) return held
  const array = PDFArray.withContext(pack.context)
  const single = dict.get(name(key))
  if (single) array.push(single)
  dict.set(name(key), array)
  return array
}
