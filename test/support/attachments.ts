/** Attachments of every kind that arrives in practice, made for tests: sound ones, locked, damaged, turned, and with forms. */
import { degrees, PDFDict, PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib'
import type { AttachedFile } from '../../src/pack/attached-file.ts'

/** A letter of so many pages; each says which it is. */
export async function letter(pages: number, turned = 0): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let number = 1; number <= pages; number++) {
    const page = document.addPage([595, 842])
    page.drawText(`Letter, sheet ${number}`, { x: 72, y: 700, size: 14, font })
    page.setRotation(degrees(turned))
  }
  return document
}

/** A form with a field filled in, named as one of ours is. */
export async function form(): Promise<PDFDocument> {
  const document = await letter(1)
  const field = document.getForm().createTextField('decision.name')
  field.setText('Filled in by the funder')
  field.addToPage(document.getPage(0), { x: 72, y: 600, width: 300, height: 24 })
  return document
}

/** A form of the kind that Adobe's designer makes, which holds its pages as XML. */
export async function xfa(): Promise<PDFDocument> {
  // Without this the library takes such a form out as it saves.
  const document = await PDFDocument.load(await (await form()).save(), { preserveXFA: true })
  const acroForm = document.catalog.lookup(PDFName.of('AcroForm'), PDFDict)
  acroForm.set(PDFName.of('XFA'), document.context.register(document.context.stream('<xdp/>')))
  return document
}

/** A page that runs a program when it is opened and when its link is followed. */
export async function active(): Promise<PDFDocument> {
  const document = await letter(1)
  const { context } = document
  const script = context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') })
  const { node } = document.getPage(0)
  node.set(PDFName.of('AA'), context.obj({ O: script }))
  node.set(
    PDFName.of('Annots'),
    context.obj([context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: script })]),
  )
  return document
}

export async function locked(): Promise<Uint8Array> {
  const document = await letter(1)
  await document.encrypt({ userPassword: 'secret', ownerPassword: 'secret' })
  return document.save()
}

/** An attachment as the intake names it, with these bytes. */
export const attached = (title: string, bytes?: Uint8Array): AttachedFile => ({
  title,
  kind: 'Other',
  file: `${title}.pdf`,
  ...(bytes ? { bytes } : { refusal: 'there is no such file' }),
})
