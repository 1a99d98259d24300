/** The places that our pages left for fields in; form fields out, which Adobe Reader and pdf.js can fill. */
import {
  type PDFDocument,
  type PDFDropdown,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFString,
  PDFTextField,
} from '@cantoo/pdf-lib'
import type { FieldBox } from '../../render/pdf/typst.ts'
import { embedFieldFont } from './field-font.ts'
import { tagFields } from './tag-fields.ts'

/** What a field asks for. */
export interface Asked {
  readonly name: string
  /** What a screen reader says, and what stands under the pointer. */
  readonly tooltip: string
  /** The answers to choose from; without them, one line or several of text. */
  readonly choices?: readonly string[]
  readonly lines?: boolean
}

const FONT_SIZE = 11
/** From the printed box to the field in it. */
const INSET = 1.5

/**
 * Adds a field at each place, in the order of the pages, which is the order in which Tab goes through them.
 * @param fontFile what fields are typed in, a TrueType file
 * @param locked why nobody may fill them in; they then show `shown` and refuse to be changed
 */
export async function addFields(
  pack: PDFDocument,
  boxes: readonly FieldBox[],
  asked: ReadonlyMap<string, Asked>,
  fontFile: Uint8Array,
  locked?: { readonly reason: string; readonly shown: string },
): Promise<void> {
  if (boxes.length === 0) return
  const form = pack.getForm()
  const font = form.getDefaultFont()
  const pages = pack.getPages()
  const placed = boxes.map(box => {
    const ask = asked.get(box.name)!
    const page = pages[box.page - 1]!
    const field = ask.choices ? form.createDropdown(box.name) : form.createTextField(box.name)
    if (ask.choices) (field as PDFDropdown).addOptions([...ask.choices])
    if (field instanceof PDFTextField && ask.lines) field.enableMultiline()
    if (locked && field instanceof PDFTextField) field.setText(locked.shown)
    field.addToPage(page, {
      x: box.x + INSET,
      y: page.getHeight() - box.y - box.height + INSET,
      width: box.width - 2 * INSET,
      height: box.height - 2 * INSET,
      // The box is printed on the page; the field itself is clear, so that the box shows in every reader and on paper.
      borderWidth: 0,
      backgroundColor: undefined,
    })
    field.setFontSize(FONT_SIZE)
    // What a field shows was drawn as it was put on the page, before it knew its size.
    if (locked) field.updateAppearances(font)
    const tooltip = locked ? `${ask.tooltip}. Locked: ${locked.reason}` : ask.tooltip
    const { dict } = field.acroField
    const place = field.acroField.getWidgets()[0]!
    // A tooltip belongs to the field (ISO 32000-1, table 220), but pdf.js looks for it at the place on the page.
    for (const holder of [dict, place.dict]) holder.set(PDFName.of('TU'), PDFHexString.fromText(tooltip))
    // The library names a colour for a border that has no width, and pdf.js would draw it round what was typed.
    place.getAppearanceCharacteristics()?.dict.delete(PDFName.of('BC'))
    if (locked) field.enableReadOnly()
    inTabOrder(page)
    return { name: box.name, page, field: dict, tooltip }
  })
  const { dict } = form.acroForm
  dict.set(PDFName.of('Lang'), PDFString.of('en-GB'))
  // Where a reader finds the font by the name that a field gives it (ISO 32000-1, table 218).
  dict.set(PDFName.of('DR'), pack.context.obj({ Font: { [font.name]: font.ref } }))
  dict.set(PDFName.of('DA'), PDFString.of(`/${font.name} ${FONT_SIZE} Tf 0 g`))
  await embedFieldFont(pack, font, fontFile)
  tagFields(pack, placed)
}

/** Tab follows the structure (ISO 14289-1, 7.18.3). */
const inTabOrder = (page: PDFPage): void => page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
