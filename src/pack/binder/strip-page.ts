/** A page from somebody else's PDF in; the same page without what acts by itself or points into another file's structure. */
import { PDFArray, PDFDict, PDFName, type PDFPage } from '@cantoo/pdf-lib'

/** Actions that a paper to be signed may carry: going to a place, or to a web page, when a reader asks. */
const HARMLESS = new Set(['/GoTo', '/URI'])

const name = (text: string): PDFName => PDFName.of(text)

/** Strips a page in place. */
export function stripPage({ node }: PDFPage): void {
  node.delete(name('AA'))
  // These number places in the structure of the file that the page came from.
  node.delete(name('StructParents'))
  node.delete(name('B'))
  const annotations = node.lookupMaybe(name('Annots'), PDFArray)
  if (!annotations) return
  for (let index = 0; index < annotations.size(); index++) {
    const annotation = annotations.lookupMaybe(index, PDFDict)
    if (annotation) stripAnnotation(annotation)
  }
}

function stripAnnotation(annotation: PDFDict): void {
  annotation.delete(name('AA'))
  annotation.delete(name('StructParent'))
  const action = annotation.lookupMaybe(name('A'), PDFDict)
  if (!action) return
  const kind = action.get(name('S'))?.toString() ?? ''
  if (!HARMLESS.has(kind)) annotation.delete(name('A'))
  else action.delete(name('Next'))
}
