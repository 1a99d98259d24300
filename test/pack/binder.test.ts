/** The whole pack as one PDF: numbered through, tagged, bookmarked, with fields that say what they ask, the same every time. */
import { type PDFDict, PDFDocument, type PDFDropdown, type PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { attached, form, letter, locked } from '../support/attachments.ts'
import { type Bound, bindExample } from '../support/bind.ts'
import { factsOf, hasPoppler, pagesOf, popplerNote, tagsOf } from '../support/read-pdf.ts'

const fieldsOf = (pack: PDFDocument) =>
  pack
    .getForm()
    .getFields()
    .map(field => ({
      name: field.getName(),
      tooltip: (field.acroField.dict.lookup(PDFName.of('TU')) as PDFHexString).decodeText(),
      isLocked: field.isReadOnly(),
    }))

describe('a pack with attachments of every kind', () => {
  let bound: Bound
  let pack: PDFDocument
  beforeAll(async () => {
    bound = await bindExample('flood-forum', [
      attached('Map', await (await letter(2, 90)).save()),
      attached('Missing'),
      attached('Locked', await locked()),
      attached('Damaged', new TextEncoder().encode('%PDF-1.7 and no more')),
      attached('Form', await (await form()).save()),
    ])
    pack = await PDFDocument.load(bound.bytes, { updateMetadata: false })
  })

  test('is not ready while one of them cannot be bound', () => {
    expect(bound.readiness.reasons).toHaveLength(3)
    expect(bound.readiness.reasons.join(' ')).toMatch(/“Missing”.*“Locked”.*“Damaged”/)
  })

  test.skipIf(!hasPoppler)(`has a page for each that says what became of it${popplerNote}`, () => {
    const pages = pagesOf(bound.bytes).map(page => page.replace(/\s+/g, ' '))
    const pageOf = (words: string) => pages.findIndex(page => page.startsWith(words)) + 1
    expect(pages[0]).toMatch(/^NOT READY/)
    const at = [1, 2, 3, 4, 5].map(number => pageOf(`Attachment ${number} `))
    expect(at.every(number => number > 0)).toBe(true)
    // Two pages follow the first, one the last.
    expect(at.map(number => number - at[0]!)).toEqual([0, 3, 4, 5, 6])
    expect(pages.length).toBe(at[4]! + 1)
    expect(pages[at[1]! - 1]).toContain('there is no such file')
    expect(pages[at[2]! - 1]).toContain('locked with a password')
    expect(pages[at[3]! - 1]).toContain('damaged')
    expect(pages.at(-1)).toContain('Filled in by the funder')
  })

  test.skipIf(!hasPoppler)(`numbers every page, and its contents give those numbers${popplerNote}`, () => {
    const pages = pagesOf(bound.bytes)
    for (const [index, page] of pages.entries())
      expect(page, `page ${index + 1}`).toContain(`Pack page ${index + 1} of ${pages.length}`)
    const contents = pages.find(page => page.includes('Contents of the pack'))!
    const lines = [...contents.matchAll(/^Attachment (\d): .*?(\d+)$/gm)]
    expect(lines).toHaveLength(5)
    for (const [, number, page] of lines)
      expect(pages[Number(page) - 1]).toMatch(new RegExp(`^Attachment ${number} `))
  })

  test('locks its fields, and each says why', () => {
    const fields = fieldsOf(pack)
    expect(fields.map(({ name }) => name)).toEqual([
      'decision.decision',
      'decision.conditions',
      'decision.name',
      'decision.position',
      'decision.date',
      'declaration.date',
    ])
    for (const { isLocked, tooltip } of fields) {
      expect(isLocked).toBe(true)
      expect(tooltip).toMatch(/Locked: .*“Missing” is missing from the pack/)
    }
  })
})

describe('a pack that is ready', () => {
  let bytes: Uint8Array
  let pack: PDFDocument
  beforeAll(async () => {
    const bound = await bindExample('flood-forum', [attached('Letter', await (await letter(1)).save())])
    expect(bound.readiness.reasons).toEqual([])
    bytes = bound.bytes
    pack = await PDFDocument.load(bytes, { updateMetadata: false })
  })

  test('has fields that may be filled in, with tooltips, in the order of the page', () => {
    const fields = fieldsOf(pack)
    expect(fields.map(({ isLocked }) => isLocked)).toEqual(fields.map(() => false))
    for (const { tooltip } of fields) expect(tooltip).toMatch(/\(.+\)$/)
    const form = pack.getForm()
    const tops = form.getFields().map(field => field.acroField.getWidgets()[0]!.getRectangle().y)
    expect(tops).toEqual(tops.toSorted((a, b) => b - a))
    expect((form.getField('decision.decision') as PDFDropdown).getOptions()).toEqual([
      'Approved',
      'Approved with conditions',
      'Referred back',
      'Not approved',
    ])
  })

  test('can be filled in and saved by another program', async () => {
    const copy = await PDFDocument.load(bytes)
    copy.getForm().getTextField('decision.name').setText('Amara Whitcombe')
    const again = await PDFDocument.load(await copy.save())
    expect(again.getForm().getTextField('decision.name').getText()).toBe('Amara Whitcombe')
  })

  test('has a tag for each field, and Tab follows the tags', () => {
    const root = pack.catalog.lookup(PDFName.of('StructTreeRoot')) as PDFDict
    expect(root.lookup(PDFName.of('ParentTreeNextKey'))!.toString()).toMatch(/^\d+$/)
    for (const field of pack.getForm().getFields()) {
      const widget = field.acroField.getWidgets()[0]!.dict
      expect(widget.has(PDFName.of('StructParent'))).toBe(true)
    }
    const page = pack.getPages().find(({ node }) => node.Annots()?.size() === 5)!
    expect(page.node.lookup(PDFName.of('Tabs'))!.toString()).toBe('/S')
  })

  test('says what it is, in which language, from which intake, and opens with its bookmarks', () => {
    expect(pack.getTitle()).toMatch(/^Sign-off pack: /)
    expect(pack.getKeywords()).toMatch(/intake SHA-256 [0-9a-f]{64}/)
    const { catalog } = pack
    expect(catalog.lookup(PDFName.of('Lang'))!.toString()).toBe('(en-GB)')
    expect(catalog.lookup(PDFName.of('PageMode'))!.toString()).toBe('/UseOutlines')
    const outlines = catalog.lookup(PDFName.of('Outlines')) as PDFDict
    expect(outlines.has(PDFName.of('First'))).toBe(true)
  })

  test.skipIf(!hasPoppler)(`is tagged, the fields among the tags${popplerNote}`, () => {
    expect(factsOf(bytes)).toMatchObject({ Tagged: 'yes', Form: 'AcroForm', JavaScript: 'no' })
    const tags = tagsOf(bytes)
    for (const tag of ['TOC', 'TOCI', 'H1', 'Table', 'Link', 'Form']) expect(tags).toContain(tag)
    expect(tags.filter(tag => tag === 'Form')).toHaveLength(5)
  })

  test('comes out byte for byte the same', async () => {
    const again = await bindExample('flood-forum', [attached('Letter', await (await letter(1)).save())])
    expect(Buffer.compare(again.bytes, bytes)).toBe(0)
  })
})
