/** The whole pack as one PDF: numbered through, tagged, bookmarked, with fields that say what they ask, saying what the Word files say. */
import { PDFDict, PDFDocument, type PDFDropdown, PDFName } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { packPdf } from '../../src/commands/pack-pdf.ts'
import type { Diagram } from '../../src/document/nodes.ts'
import { readAttachment } from '../../src/pack/binder/attachment.ts'
import { drawDiagram } from '../../src/render/diagram/drawing.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { realWorld } from '../../src/world.ts'
import { linesOfWord } from '../agreements/document-lines.ts'
import { attached, form, letter, locked } from '../support/attachments.ts'
import { bindExample } from '../support/bind.ts'
import { settings } from '../support/draft.ts'
import { decoded, fieldsOf, metadataOf, openPack, type Pack } from '../support/open-pack.ts'
import { bodyOf, hasHead, headOf, leftOver } from '../support/pdf-words.ts'
import {
  complaintsAbout,
  factsOf,
  hasPoppler,
  letters,
  pagesOf,
  popplerNote,
  reachOf,
  structureOf,
  tagsOf,
} from '../support/read-pdf.ts'

/** One that is ready, and one with questions open and attachments of every kind. */
let ready: Pack
let open: Pack
/** One without attachments. */
let bare: Pick<Pack, 'pdf'>
beforeAll(async () => {
  const sound = [attached('Letter', await (await letter(1)).save())]
  const mixed = [
    attached('Map', await (await letter(2, 90)).save()),
    attached('Missing'),
    attached('Locked', await locked()),
    attached('Damaged', new TextEncoder().encode('%PDF-1.7 and no more')),
    attached('Form', await (await form()).save()),
  ]
  ;[ready, open] = await Promise.all([
    openPack(bindExample('flood-forum', sound)),
    openPack(bindExample('food-network', mixed)),
  ])
  const [summary, other] = ready.papers
  const short = {
    agreement: other!,
    papers: [summary!],
    attachments: [],
    readiness: ready.readiness,
    text: '',
  }
  const { value } = await packPdf(realWorld(), settings, short)
  bare = { pdf: await PDFDocument.load(value!.bytes, { updateMetadata: false }) }
}, 60_000)

describe.skipIf(!hasPoppler)(`the papers in both forms${popplerNote}`, () => {
  /** What the picture of a diagram says, in the order in which it is drawn. */
  const drawnIn = (diagram: Diagram): string =>
    letters([...drawDiagram(diagram).svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, words]) => words).join(''))

  test.each([
    ['ready', () => ready],
    ['not ready', () => open],
  ])(
    'every paper and the agreement say word for word what their Word files say, in a pack that is %s',
    (_, pack) => {
      const { pages, papers, agreement } = pack()
      for (const { document, numbering } of papers) {
        const head = headOf(document)
        const docx = renderDocx(document, numbering, settings.style)
        const bodies = pages.filter(page => hasHead(page, head)).map(page => bodyOf(page, head))
        // The contents of the pack follow the summary and stand in no Word file.
        const own = bodies.filter(body => !body.startsWith('contentsofthepack'))
        const drawn = document.body.filter(block => block.type === 'diagram').map(drawnIn)
        // The state, where there is one, stands at the head of each page.
        const lines = linesOfWord(docx).slice(document.properties.state === '' ? 0 : 1)
        expect(leftOver(own, letters(lines.join('')), document, drawn), head).toBe('')
      }
      const { document, docx } = agreement
      const head = headOf(document)
      const { state } = document.properties
      const cover = pages.findIndex(page =>
        page.startsWith(`${state === '' ? '' : `${state}\n`}${document.cover.kind}`),
      )
      const after = pages.slice(cover + 1).filter(page => hasHead(page, head))
      const bodies = after.map(page => bodyOf(page, head))
      const contents = bodies.findIndex(body => body.startsWith('partaintroduction'))
      expect(bodies[0]).toMatch(/^contents/)
      const own = [bodyOf(pages[cover]!, state === '' ? '' : head), ...bodies.slice(contents)]
      expect(leftOver(own, letters(linesOfWord(docx).join('')), document)).toBe('')
    },
  )
})

describe('a pack with attachments of every kind', () => {
  test('is not ready while one of them cannot be bound', () => {
    expect(open.readiness.reasons.join(' ')).toMatch(/“Missing”.*“Locked”.*“Damaged”/)
  })

  test.skipIf(!hasPoppler)(`has a page for each that says what became of it${popplerNote}`, () => {
    const pages = open.pages.map(page => page.replace(/\s+/g, ' '))
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
    const { pages } = open
    for (const [index, page] of pages.entries())
      expect(page, `page ${index + 1}`).toContain(`Pack page ${index + 1} of ${pages.length}`)
    const contents = pages.find(page => page.includes('Contents of the pack'))!
    const lines = [...contents.matchAll(/^Attachment (\d): .*?(\d+)$/gm)]
    expect(lines).toHaveLength(5)
    for (const [, number, page] of lines)
      expect(pages[Number(page) - 1]).toMatch(new RegExp(`^Attachment ${number} `))
  })

  test('locks its fields, and each says why', () => {
    const fields = fieldsOf(open)
    expect(fields.map(({ name }) => name).slice(0, 5)).toEqual([
      'decision.decision',
      'decision.conditions',
      'decision.name',
      'decision.position',
      'decision.date',
    ])
    expect(fields.some(({ name }) => name.startsWith('declaration.'))).toBe(true)
    for (const { isLocked, tooltip } of fields) {
      expect(isLocked).toBe(true)
      expect(tooltip).toMatch(/Locked: .*“Missing” is missing from the pack/)
    }
  })
})

describe('a pack that is ready', () => {
  test('has fields that may be filled in, with tooltips, in the order of the page', () => {
    const fields = fieldsOf(ready)
    expect(fields.map(({ isLocked }) => isLocked)).toEqual(fields.map(() => false))
    for (const { tooltip, widget } of fields) {
      expect(tooltip).toMatch(/\(.+\)$/)
      expect(decoded(widget.dict, 'TU')).toBe(tooltip)
    }
    const tops = fields.map(({ widget }) => widget.getRectangle().y)
    expect(tops).toEqual(tops.toSorted((a, b) => b - a))
    expect((ready.pdf.getForm().getField('decision.decision') as PDFDropdown).getOptions()).toEqual([
      'Approved',
      'Approved with conditions',
      'Referred back',
      'Not approved',
    ])
  })

  test('is filled in and saved by pdf.js, the reader of Firefox', async () => {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const seen = await getDocument({ data: Uint8Array.from(ready.bytes), verbosity: 0 }).promise
    const fields = (await seen.getFieldObjects()) as unknown as Readonly<
      Record<string, readonly { id: string }[]>
    >
    const answers = {
      'decision.decision': 'Approved with conditions',
      'decision.conditions': 'Report in June.\nSpend £1,200 at most.',
      'decision.name': 'Amara Whitcombe',
    }
    for (const [name, value] of Object.entries(answers))
      seen.annotationStorage.setValue(fields[name]!.at(-1)!.id, { value })
    const again = (await PDFDocument.load(await seen.saveDocument())).getForm()
    expect(again.getDropdown('decision.decision').getSelected()).toEqual([answers['decision.decision']])
    expect(again.getTextField('decision.conditions').getText()).toBe(answers['decision.conditions'])
    expect(again.getTextField('decision.name').getText()).toBe(answers['decision.name'])
    expect(again.getTextField('decision.date').getText()).toBeUndefined()
  })

  test('has a tag for each field, and Tab follows the tags', () => {
    const { pdf } = ready
    const forms = pdf.context
      .enumerateIndirectObjects()
      .flatMap(([, o]) => (o instanceof PDFDict && o.get(PDFName.of('S'))?.toString() === '/Form' ? [o] : []))
    expect(forms.map(form => decoded(form, 'Alt')).sort()).toEqual(
      fieldsOf(ready)
        .map(({ tooltip }) => tooltip)
        .sort(),
    )
    for (const { widget } of fieldsOf(ready)) {
      expect(widget.dict.has(PDFName.of('StructParent'))).toBe(true)
      const held = forms.map(form => form.lookup(PDFName.of('K'), PDFDict).lookup(PDFName.of('Obj')))
      expect(held).toContain(widget.dict)
    }
    const page = pdf.getPages().find(({ node }) => node.Annots()?.size() === 5)!
    expect(page.node.lookup(PDFName.of('Tabs'))!.toString()).toBe('/S')
  })

  test('holds the font that its fields are typed in', () => {
    const resources = ready.pdf.getForm().acroForm.dict.lookup(PDFName.of('DR'), PDFDict)
    const fonts = resources.lookup(PDFName.of('Font'), PDFDict)
    expect(fonts.keys()).toHaveLength(1)
    const font = fonts.lookup(fonts.keys()[0]!, PDFDict)
    expect(font.get(PDFName.of('BaseFont'))!.toString()).toBe('/Arimo')
    expect(font.lookup(PDFName.of('FontDescriptor'), PDFDict).has(PDFName.of('FontFile2'))).toBe(true)
    // Helvetica's width of a digit, which the library counts with.
    expect(font.lookup(PDFName.of('Widths'))!.toString().split(' ')[1 + '0'.charCodeAt(0) - 32]).toBe('556')
  })

  test('shows each diagram as a picture that says what it is', () => {
    const figures = ready.pdf.context
      .enumerateIndirectObjects()
      .flatMap(([, o]) =>
        o instanceof PDFDict && o.get(PDFName.of('S'))?.toString() === '/Figure' ? [o] : [],
      )
    expect(figures.map(figure => decoded(figure, 'Alt')).sort()).toEqual([
      expect.stringMatching(/^Employing staff: /),
      expect.stringMatching(/^Money: .* the same steps follow in words\.$/),
      expect.stringMatching(/^Secondment: /),
    ])
  })

  test('says what it is, in which language, from which intake, and opens with its bookmarks', () => {
    const { pdf } = ready
    expect(pdf.getTitle()).toMatch(/^Sign-off pack: /)
    expect(pdf.getKeywords()).toMatch(/intake SHA-256 [0-9a-f]{64}/)
    const { catalog } = pdf
    expect(catalog.lookup(PDFName.of('Lang'))!.toString()).toBe('(en-GB)')
    expect(catalog.lookup(PDFName.of('PageMode'))!.toString()).toBe('/UseOutlines')
    const outlines = catalog.lookup(PDFName.of('Outlines')) as PDFDict
    expect(outlines.has(PDFName.of('First'))).toBe(true)
  })

  test.skipIf(!hasPoppler)(
    `is tagged, the fields among the tags, and skips no level of heading${popplerNote}`,
    () => {
      expect(factsOf(ready.bytes)).toMatchObject({ Tagged: 'yes', Form: 'AcroForm', JavaScript: 'no' })
      const tags = tagsOf(ready.bytes)
      for (const tag of 'TOC TOCI H1 H2 H3 P L LI Table TH TD Link Figure'.split(' '))
        expect(tags).toContain(tag)
      expect(tags.filter(tag => tag === 'Form')).toHaveLength(5)
      // They stand on their page, before the contents of the pack.
      expect(tags.lastIndexOf('Form')).toBeLessThan(tags.indexOf('TOC'))
      const levels = tags.filter(tag => /^H\d$/.test(tag)).map(tag => Number(tag[1]))
      for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1)
    },
  )
})

test.skipIf(!hasPoppler)(
  `the tables are headed for a screen reader, and what is claimed of the file is true${popplerNote}`,
  () => {
    const structure = structureOf(ready.bytes)
    // Every table has its caption and the heads of its columns; one of questions and answers the heads of its rows too.
    expect(structure).not.toContain('TFoot')
    expect(structure.match(/^ *Caption/gm)!.length).toBe(structure.match(/^ *Table \(block\)/gm)!.length)
    expect(structure.match(/^ *TH(?: .*)?:$\s+\/Scope \/Row$/gm)!.length).toBeGreaterThan(20)
    expect(structure.match(/^ *TH(?: .*)?:$\s+\/Scope \/Column$/gm)!.length).toBeGreaterThan(100)
    expect(factsOf(ready.bytes).Suspects).toBe('no')
    expect(complaintsAbout(ready.bytes)).not.toContain('Suspects')
    // With pages of somebody else in it, untagged, the pack is not PDF/UA-1; without, it says that it is.
    expect(metadataOf(ready.pdf)).not.toContain('pdfuaid:part')
    expect(metadataOf(ready.pdf)).toContain(`<xmpTPg:NPages>${ready.pages.length}<`)
    expect(metadataOf(bare.pdf)).toContain('<pdfuaid:part>1<')
  },
)

test('the same papers give the same bytes, and a long summary still stands on one page', async () => {
  const [summary, other] = ready.papers
  const { body } = summary!.document
  const long = { ...summary!.document, body: [...Array.from({ length: 12 }, () => body[0]!), ...body] }
  const pdfOf = async () =>
    packPdf(realWorld(), settings, {
      // A short paper in the place of the agreement.
      agreement: other!,
      papers: [{ ...summary!, document: long }],
      attachments: [await readAttachment(attached('Form', await (await form()).save()))],
      readiness: ready.readiness,
      text: 'name: Forum',
    })
  const [one, two] = await Promise.all([pdfOf(), pdfOf()])
  expect(one.value!.bytes.length).toBeGreaterThan(100_000)
  expect(Buffer.compare(one.value!.bytes, two.value!.bytes)).toBe(0)
  if (!hasPoppler) return
  const pages = pagesOf(one.value!.bytes).map(page => bodyOf(page, headOf(long)))
  expect(pages[1]).toMatch(/^summaryforthedirector/)
  expect(pages[2]).toMatch(/^thedirectorsdecision/)
  // What stands at the head ends at the margin: the text is set smaller, and goes as far.
  const reach = (from: number, to: number) => reachOf(one.value!.bytes, 2, from, to)
  expect(reach(60, 780)).toBeGreaterThan(reach(0, 60) - 20)
})
