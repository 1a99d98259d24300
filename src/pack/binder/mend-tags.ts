/**
 * The tags of our pages as Typst leaves them in; out, the same with what it cannot say: which rows are no footer, which cells head
 * their row, and which words are the caption of a table (ISO 32000-1, 14.8.4.3.4).
 */
import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, type PDFRef } from '@cantoo/pdf-lib'

const name = (text: string): PDFName => PDFName.of(text)
const [S, K, P, A] = ['S', 'K', 'P', 'A'].map(name) as [PDFName, PDFName, PDFName, PDFName]
const [TABLE, HEAD, BODY, FOOT, TH, TD, SPAN] = ['Table', 'THead', 'TBody', 'TFoot', 'TH', 'TD', 'Span'].map(
  name,
)

/** Mends the tags of every table. */
export function mendTags(pack: PDFDocument): void {
  const { context } = pack
  const isElement = (object: PDFObject | undefined): object is PDFDict =>
    object instanceof PDFDict && object.has(S)
  /** The elements in an element, each with its reference; what is drawn on a page is none of them. */
  const kidsOf = (element: PDFDict): readonly (readonly [PDFRef, PDFDict])[] => {
    const kids = element.lookup(K)
    const all = kids instanceof PDFArray ? kids.asArray() : element.has(K) ? [element.get(K)!] : []
    return all.flatMap(ref => {
      const kid = context.lookup(ref)
      return isElement(kid) ? [[ref as PDFRef, kid] as const] : []
    })
  }
  const attributesIn = (element: PDFDict): readonly PDFDict[] => {
    const attributes = element.lookup(A)
    const all =
      attributes instanceof PDFArray ? attributes.asArray().map(one => context.lookup(one)) : [attributes]
    return all.filter((one): one is PDFDict => one instanceof PDFDict)
  }
  const inTable = (element: PDFDict): PDFDict | undefined =>
    attributesIn(element).find(one => one.get(name('O')) === TABLE)
  const fillOf = (element: PDFDict): string =>
    attributesIn(element)
      .map(one => one.get(name('BackgroundColor'))?.toString() ?? '')
      .join('')

  /** The template keeps the last rows of a table together as its footer; to a reader they are rows like any other. */
  const joinRows = (table: PDFDict): void => {
    const kids = kidsOf(table)
    const [bodyRef, body] = kids.find(([, kid]) => kid.get(S) === BODY) ?? []
    const foot = kids.find(([, kid]) => kid.get(S) === FOOT)
    if (!bodyRef || !body || !foot) return
    const rows = kidsOf(foot[1])
    for (const [, row] of rows) row.set(P, bodyRef)
    body.set(K, context.obj([...kidsOf(body), ...rows].map(([ref]) => ref)))
    table.set(K, context.obj(kids.filter(kid => kid !== foot).map(([ref]) => ref)))
    context.delete(foot[0])
  }

  /** The first cell of a row heads it where it is filled as the heads of the columns are. */
  const headRows = (table: PDFDict): void => {
    const parts = kidsOf(table)
    const rowsOf = (kind: PDFName | undefined) =>
      parts
        .filter(([, part]) => part.get(S) === kind)
        .flatMap(([, part]) => kidsOf(part).map(([, row]) => kidsOf(row)))
    const [head] = rowsOf(HEAD)
    const fill = head?.[0] ? fillOf(head[0][1]) : ''
    for (const cells of rowsOf(BODY)) {
      const cell = cells[0]?.[1]
      if (!cell || fill === '' || cell.get(S) !== TD || fillOf(cell) !== fill) continue
      cell.set(S, TH!)
      inTable(cell)?.set(name('Scope'), name('Row'))
      // With columns and rows headed, a reader finds the heads of a cell by itself; a list would name those of columns alone.
      for (const [, other] of cells) inTable(other)?.delete(name('Headers'))
    }
  }

  /** The words that stand right above a table are its caption. */
  const captioned = (parent: PDFDict): void => {
    const kids = kidsOf(parent)
    const captions = kids.filter(([, kid], at) => kid.get(S) === SPAN && kids[at + 1]?.[1].get(S) === TABLE)
    // What is drawn on the page between the elements would be lost from the list of them.
    const count = parent.lookup(K) instanceof PDFArray ? parent.lookup(K, PDFArray).size() : 1
    if (captions.length === 0 || count > kids.length) return
    for (const caption of captions) {
      const [tableRef, table] = kids[kids.indexOf(caption) + 1]!
      caption[1].set(S, name('Caption'))
      caption[1].set(P, tableRef)
      table.set(K, context.obj([caption[0], ...kidsOf(table).map(([ref]) => ref)]))
    }
    parent.set(K, context.obj(kids.filter(kid => !captions.includes(kid)).map(([ref]) => ref)))
  }

  const visit = (element: PDFDict): void => {
    if (element.get(S) === TABLE) {
      joinRows(element)
      headRows(element)
      return
    }
    for (const [, kid] of kidsOf(element)) visit(kid)
    captioned(element)
  }
  visit(pack.catalog.lookup(name('StructTreeRoot'), PDFDict))
}
