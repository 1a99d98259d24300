/**
 * What people really do to a Word file, one thing at a time: whatever they typed is in the next version or in the report, and the
 * next version is sound. The answers change meanwhile.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { findBase } from '../../src/commands/amend/find-base.ts'
import { leftoverFinding, mergeFindings } from '../../src/commands/amend/findings.ts'
import { mergeReturned } from '../../src/commands/amend/merge-returned.ts'
import { contentsTyped, marginsTyped } from '../../src/commands/amend/strangers.ts'
import { remember } from '../../src/document/memory.ts'
import { numberDocument } from '../../src/document/number.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { readReturned } from '../../src/returned/read.ts'
import { house } from '../render/docx/builders.ts'
import { lintDocx } from '../support/lint-docx.ts'
import { markedText } from '../support/marked-text.ts'
import { readText } from '../support/read-docx.ts'
import { type Answers, first, smallAgreement } from '../support/small-agreement.ts'
import { edit, type WordBody } from '../support/word-editor.ts'

const sources = { templates: 'a'.repeat(64), intake: 'b'.repeat(64) }
const drafted = (() => {
  const document = smallAgreement(first)
  return renderDocx(document, numberDocument(document), house, remember(document, sources))
})()

interface Amended {
  readonly docx: Uint8Array
  readonly text: string
  readonly report: string
}

/** The next version from an edited file, and all that is said. */
function amend(old: Uint8Array, answers: Answers): Amended {
  const { value: returned, findings } = readReturned(old, 'old.docx')
  if (!returned) throw new Error(findings[0]?.message)
  const base = findBase(returned, '/nowhere', 'old.docx')!
  const document = smallAgreement(answers)
  const { merged, theirs } = mergeReturned(returned, base, { document, numbering: numberDocument(document) })
  const left = [
    ...returned.leftovers,
    ...contentsTyped(returned, base, theirs),
    ...marginsTyped(returned, base.document),
  ]
  const report = [...mergeFindings(merged, false), ...left.map(leftoverFinding)]
    .map(({ code, message }) => `${code}: ${message}`)
    .join('\n')
  const docx = renderDocx(merged.document, merged.numbering, house, remember(document, sources))
  return { docx, text: `${readText(docx)}\n${markedText(docx)}`, report }
}

/** Changes parts of a file as text. */
function parts(bytes: Uint8Array, changes: Readonly<Record<string, (text: string) => string>>): Uint8Array {
  const files = unzipSync(bytes)
  for (const [name, change] of Object.entries(changes))
    files[name] = strToU8(change(files[name] ? strFromU8(files[name]) : ''))
  return zipSync(files, { level: 1 })
}
const body = (change: (xml: string) => string): Uint8Array => parts(drafted, { 'word/document.xml': change })
const inWord = (work: (body: WordBody) => unknown): Uint8Array => edit(drafted, work)

/** Changes the paragraph that says something. */
function paragraph(xml: string, words: string, change: (paragraph: string) => string): string {
  const at = xml.indexOf(words)
  if (at < 0) throw new Error(`Nothing says “${words}”.`)
  const start = Math.max(xml.lastIndexOf('<w:p>', at), xml.lastIndexOf('<w:p ', at))
  const end = xml.indexOf('</w:p>', at) + '</w:p>'.length
  return xml.slice(0, start) + change(xml.slice(start, end)) + xml.slice(end)
}
const runOf = (text: string, properties = ''): string =>
  `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`
const plainParagraph = (text: string): string => `<w:p>${runOf(text)}</w:p>`
/** A run put in front of the end of a paragraph. */
const appended =
  (run: string) =>
  (xml: string): string =>
    xml.replace(/<\/w:p>$/, `${run}</w:p>`)
const drawing = (alt: string): string =>
  `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="10" cy="10"/><wp:docPr id="77" name="Picture 1" descr="${alt}"/></wp:inline></w:drawing></w:r>`
const textBox = (text: string): string =>
  `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${plainParagraph(text)}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${plainParagraph(text)}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
const who = (id: number, name = 'Jane Aske') =>
  `w:id="${id}" w:author="${name}" w:date="2026-11-24T10:05:00Z"`
const note = (kind: 'footnote' | 'endnote', text: string): string =>
  `<w:${kind}s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:${kind} w:id="2">${plainParagraph(text)}</w:${kind}></w:${kind}s>`
const cellOf = (text: string, more = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${more}</w:tcPr>${plainParagraph(text)}</w:tc>`

const clauseText = 'The Board meets once in each quarter'
const rulesText = 'the money stands in an account of its own'

/** What is done, and the words that it types. */
const edits: readonly (readonly [what: string, file: () => Uint8Array, words: readonly string[]])[] = [
  [
    'a number typed into a clause heading',
    () => inWord(b => b.paragraphWith('Money and the host').insert(0, '9A. ')),
    ['9A'],
  ],
  [
    'numbering switched off for a heading, and a number typed in its place',
    () =>
      body(xml =>
        paragraph(xml, 'Money and the host', p =>
          p
            .replace('</w:pPr>', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr></w:pPr>')
            .replace('Money and the host', '9B. Money and the host'),
        ),
      ),
    ['9B'],
  ],
  [
    'a clause split in two by Enter, and a word typed at the start of the second half',
    () =>
      inWord(b => {
        const one = b.paragraphWith(clauseText)
        one.insert(24, 'typedhalf ')
        one.split(24)
      }),
    ['typedhalf'],
  ],
  [
    'two paragraphs joined, with a word between',
    () =>
      body(xml => {
        const second = 'it reports to the Board under clause'
        let moved = ''
        const without = paragraph(xml, second, p => {
          moved = p
            .replace(/^<w:p[^>]*>/, '')
            .replace(/<w:pPr>.*?<\/w:pPr>/s, '')
            .replace(/<\/w:p>$/, '')
          return ''
        })
        return paragraph(without, rulesText, appended(runOf(' typedjoin ') + moved))
      }),
    ['typedjoin', 'reports'],
  ],
  [
    'a pasted table with a merged cell and a table in a cell',
    () =>
      body(xml =>
        paragraph(
          xml,
          clauseText,
          p =>
            `${p}<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr>${cellOf('typedspan', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cellOf('typedleft')}<w:tc><w:tcPr/><w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr>${cellOf('typednested')}</w:tr></w:tbl>${plainParagraph('typedbelow')}</w:tc></w:tr></w:tbl>`,
        ),
      ),
    ['typedspan', 'typedleft', 'typednested', 'typedbelow'],
  ],
  [
    'a pasted picture with words for those who cannot see it',
    () => body(xml => paragraph(xml, clauseText, appended(drawing('typedpicture of the hub')))),
    ['typedpicture'],
  ],
  [
    'a text box',
    () => body(xml => paragraph(xml, clauseText, appended(textBox('typedboxed')))),
    ['typedboxed'],
  ],
  [
    'a footnote',
    () =>
      parts(drafted, {
        'word/document.xml': xml =>
          paragraph(xml, clauseText, appended('<w:r><w:footnoteReference w:id="2"/></w:r>')),
        'word/footnotes.xml': () => note('footnote', 'typedfoot of the page'),
      }),
    ['typedfoot'],
  ],
  [
    'an endnote',
    () => parts(drafted, { 'word/endnotes.xml': () => note('endnote', 'typedend of the text') }),
    ['typedend'],
  ],
  [
    'a tracked move of a paragraph, with a word typed in it',
    () =>
      body(xml => {
        const from = 'Nothing in these rules limits'
        let moved = ''
        const struck = paragraph(xml, from, p => {
          moved = p
          const inside = p.replace(
            /<w:pPr>(.*?)<\/w:pPr>/s,
            `<w:pPr>$1<w:rPr><w:moveFrom ${who(801)}/></w:rPr></w:pPr>`,
          )
          return inside.replace(
            /(<\/w:pPr>)(.*)<\/w:p>$/s,
            `$1<w:moveFromRangeStart ${who(802)} w:name="move1"/><w:moveFrom ${who(803)}>$2</w:moveFrom><w:moveFromRangeEnd w:id="802"/></w:p>`,
          )
        })
        const there = moved
          .replace(/<w:bookmark(?:Start|End)[^>]*>/g, '')
          .replace('Nothing in', 'Nothing typedmoved in')
          .replace(/<w:pPr>(.*?)<\/w:pPr>/s, `<w:pPr>$1<w:rPr><w:moveTo ${who(804)}/></w:rPr></w:pPr>`)
          .replace(
            /(<\/w:pPr>)(.*)<\/w:p>$/s,
            `$1<w:moveToRangeStart ${who(805)} w:name="move1"/><w:moveTo ${who(806)}>$2</w:moveTo><w:moveToRangeEnd w:id="805"/></w:p>`,
          )
        return paragraph(struck, clauseText, p => `${p}${there}`)
      }),
    ['typedmoved'],
  ],
  [
    'curly apostrophes and quotation marks made straight, and a word',
    () =>
      body(xml =>
        paragraph(xml, clauseText, p => p.replace('quarter', `"typedquarter" of the Board's year`)),
      ),
    ['"typedquarter"', "Board's"],
  ],
  [
    'blanks made non-breaking, and a word',
    () =>
      body(xml =>
        paragraph(xml, clauseText, p => p.replace('once in each', 'once\u00a0in\u00a0each\u00a0typedspaced')),
      ),
    ['typedspaced'],
  ],
  [
    'a content control taken off, and a word typed where it was',
    () =>
      body(xml =>
        xml
          .replace(
            /<w:sdt><w:sdtPr>(?:(?!<w:docPartObj>).)*?<\/w:sdtPr><w:sdtContent>((?:(?!<w:sdt>).)*?)<\/w:sdtContent><\/w:sdt>/gs,
            '$1',
          )
          .replace('of the Guildhall', 'of the typedguild Guildhall'),
      ),
    ['typedguild'],
  ],
  [
    'words in a header and in a footer',
    () => {
      const names = Object.keys(unzipSync(drafted))
      const header = names.find(name => /^word\/header\d*\.xml$/.test(name))!
      const footer = names.find(name => /^word\/footer\d*\.xml$/.test(name))!
      return parts(drafted, {
        [header]: xml => xml.replace('</w:hdr>', `${plainParagraph('typedhead')}</w:hdr>`),
        [footer]: xml => xml.replace('</w:ftr>', `${plainParagraph('typedfooter')}</w:ftr>`),
      })
    },
    ['typedhead', 'typedfooter'],
  ],
  [
    'comments by two people on the same words',
    () =>
      inWord(b => {
        const one = b.paragraphWith(clauseText)
        one.comment(4, 9, 'Jane Aske', 'typedask of Finance')
        one.comment(4, 15, 'Oluwaseun Brandt', 'typedreply from Finance')
      }),
    ['typedask', 'typedreply', 'Oluwaseun Brandt'],
  ],
  [
    'the name of a partner replaced everywhere',
    () =>
      body(xml => {
        const at = xml.indexOf('<w:body>')
        return (
          xml.slice(0, at) +
          xml.slice(at).replaceAll('Harrowdale Borough Council', 'Typedshire Unitary Council')
        )
      }),
    ['Typedshire', 'Unitary'],
  ],
  [
    'references made plain text, and a word',
    () =>
      body(xml =>
        xml
          .replace(
            /<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:(?:fldChar|instrText)(?:(?!<\/w:r>).)*<\/w:r>/gs,
            '',
          )
          .replace(clauseText, `The Board typedfree meets once in each quarter`),
      ),
    ['typedfree'],
  ],
  [
    'lines broken with Shift and Enter, and a tab',
    () =>
      body(xml =>
        paragraph(
          xml,
          clauseText,
          appended(`<w:r><w:br/></w:r>${runOf('typedline')}<w:r><w:tab/></w:r>${runOf('typedtab')}`),
        ),
      ),
    ['typedline', 'typedtab'],
  ],
  [
    'a clause made plain text by its style, with words added',
    () =>
      body(xml =>
        paragraph(xml, clauseText, p =>
          appended(runOf(' typednormal'))(p.replace(/<w:pPr>.*?<\/w:pPr>/s, '')),
        ),
      ),
    ['typednormal'],
  ],
  [
    'words that are hidden',
    () =>
      body(xml => paragraph(xml, clauseText, appended(runOf(' typedhidden', '<w:rPr><w:vanish/></w:rPr>')))),
    ['typedhidden'],
  ],
  [
    'a formatting change that is tracked, and words beside it',
    () =>
      body(xml =>
        paragraph(
          xml,
          clauseText,
          appended(
            runOf(' typedformat', `<w:rPr><w:b/><w:rPrChange ${who(811)}><w:rPr/></w:rPrChange></w:rPr>`),
          ),
        ),
      ),
    ['typedformat'],
  ],
  [
    'words that one person inserted and another struck out again',
    () =>
      body(xml =>
        paragraph(
          xml,
          clauseText,
          appended(
            `<w:ins ${who(821)}><w:del ${who(822, 'Oluwaseun Brandt')}><w:r><w:delText xml:space="preserve"> typedtwice</w:delText></w:r></w:del></w:ins>`,
          ),
        ),
      ),
    ['typedtwice'],
  ],
  [
    'a date field, a symbol and an equation',
    () =>
      body(xml =>
        paragraph(
          xml,
          clauseText,
          appended(
            `<w:fldSimple w:instr=" DATE "><w:r><w:t>typeddate</w:t></w:r></w:fldSimple><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>typedsum</m:t></m:r></m:oMath>`,
          ),
        ),
      ),
    ['typeddate', 'typedsum'],
  ],
  [
    'a tracked row and a tracked cell',
    () =>
      body(xml => {
        const at = xml.indexOf('</w:tr>', xml.indexOf('Two seats for north'))
        const row = `<w:tr><w:trPr><w:ins ${who(831)}/></w:trPr>${cellOf('typedrow')}${cellOf('typedseats')}${cellOf('typedshare')}</w:tr>`
        return xml.slice(0, at + 7) + row + xml.slice(at + 7)
      }),
    ['typedrow', 'typedseats', 'typedshare'],
  ],
  [
    'a paragraph pasted from another document, with its own list and colours',
    () =>
      body(xml =>
        paragraph(
          xml,
          clauseText,
          p =>
            `${p}<w:p><w:pPr><w:pStyle w:val="MsoListParagraph"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="99"/></w:numPr></w:pPr>${runOf('typedpasted item', '<w:rPr><w:color w:val="FF0000"/><w:u w:val="single"/></w:rPr>')}</w:p>`,
        ),
      ),
    ['typedpasted'],
  ],
  [
    'words in front of the first paragraph of the cover',
    () => body(xml => xml.replace('<w:body>', `<w:body>${plainParagraph('typedcover')}`)),
    ['typedcover'],
  ],
  [
    'words after the last paragraph',
    () =>
      body(xml =>
        xml.replace(/(<w:sectPr(?:(?!<w:sectPr).)*<\/w:body>)/s, `${plainParagraph('typedlast')}$1`),
      ),
    ['typedlast'],
  ],
  [
    'a line typed into the contents list',
    () => body(xml => paragraph(xml, 'Contents', p => `${p}${plainParagraph('typedcontents of it')}`)),
    ['typedcontents'],
  ],
]

const later: Answers = {
  ...first,
  amount: '£15,750 a year',
  host: 'Wendle Vale District Council',
  rows: ['north', 'west', 'far'],
}

describe('whatever was typed is in the next version or in the report after', () => {
  test.each(edits)('%s', (_, file, words) => {
    for (const answers of [first, later]) {
      const { docx, text, report } = amend(file(), answers)
      const comments = strFromU8(unzipSync(docx)['word/comments.xml'] ?? new Uint8Array())
      for (const word of words) expect(`${text}\n${report}\n${comments}`, word).toContain(word)
      expect(
        lintDocx(docx).filter(({ rule }) => !['empty-paragraph', 'heading-order'].includes(rule)),
      ).toEqual([])
    }
  })
})

test('a schedule that was deleted stays deleted, and references to it are told', () => {
  const file = body(xml => {
    const bodyStart = xml.indexOf('<w:body>')
    const heading = xml.indexOf('The hubs', xml.indexOf('Seats on the Board', bodyStart))
    const start = Math.max(xml.lastIndexOf('<w:p>', heading), xml.lastIndexOf('<w:p ', heading))
    const end = xml.indexOf('Signatures', heading)
    const last = Math.max(xml.lastIndexOf('<w:p>', end), xml.lastIndexOf('<w:p ', end))
    return xml.slice(0, start) + xml.slice(last)
  })
  const { text, report } = amend(file, later)
  expect(text).not.toContain('Each hub opens on five days a week')
  expect(report).toMatch(/BACK-11: .*deleted by hand/)
  expect(report).toMatch(/BACK-09: .*leads nowhere/)
})
