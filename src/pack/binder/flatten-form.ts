/** A PDF in; the same with its form drawn into its pages, so that it looks as it did and its fields clash with none of ours. */
import { PDFDict, type PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { quietly } from './quietly.ts'

/** What kind of form stood there; `partly` when some of its fields could not be drawn. */
export type FormFound = 'none' | 'fields' | 'partly' | 'xfa'

/** Flattens a document's form in place. A field that cannot be drawn keeps the look that its file gives it. */
export async function flattenForm(document: PDFDocument): Promise<FormFound> {
  const acroForm = PDFName.of('AcroForm')
  if (!document.catalog.has(acroForm)) return 'none'
  const isXfa = document.catalog.lookupMaybe(acroForm, PDFDict)?.has(PDFName.of('XFA')) ?? false
  const form = document.getForm()
  const fields = form.getFields().length
  let isWhole = false
  try {
    // What was filled in stays as the program that filled it drew it.
    const { remarks } = await quietly(() => form.flatten({ updateFieldAppearances: false }))
    isWhole = remarks === 0
  } catch {
    // The pages still show each field's own appearance; only the form that ties them together goes.
  }
  document.catalog.delete(acroForm)
  return isXfa ? 'xfa' : fields === 0 ? 'none' : isWhole ? 'fields' : 'partly'
}
