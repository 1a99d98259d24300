/** A PDF in; the same with its form drawn into its pages, so that it looks as it did and its fields clash with none of ours. */
import { PDFDict, type PDFDocument, PDFName } from '@cantoo/pdf-lib'

/** What kind of form stood there. */
export type FormFound = 'none' | 'fields' | 'xfa'

/** Flattens a document's form in place. A field that cannot be drawn keeps the look that its file gives it. */
export function flattenForm(document: PDFDocument): FormFound {
  const acroForm = PDFName.of('AcroForm')
  if (!document.catalog.has(acroForm)) return 'none'
  const isXfa = document.catalog.lookupMaybe(acroForm, PDFDict)?.has(PDFName.of('XFA')) ?? false
  const form = document.getForm()
  const fields = form.getFields().length
  try {
    // What was filled in stays as the program that filled it drew it.
    form.flatten({ updateFieldAppearances: false })
  } catch {
    // The pages still show each field's own appearance; only the form that ties them together goes.
  }
  document.catalog.delete(acroForm)
  return isXfa ? 'xfa' : fields > 0 ? 'fields' : 'none'
}
