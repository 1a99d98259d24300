/** A drafted agreement, and what people really do to a Word file, one thing at a time. */
import { unzipSync } from 'fflate'
import { remember } from '../../src/document/memory.ts'
import { numberDocument } from '../../src/document/number.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { house } from '../render/docx/builders.ts'
import { first, smallAgreement } from '../support/small-agreement.ts'
import { edit, type WordBody } from '../support/word-editor.ts'
import {
  appended,
  cellOf,
  changeParts,
  drawing,
  note,
  paragraph,
  plainParagraph,
  runOf,
  textBox,
  who,
} from '../support/word-markup.ts'

export const sources = { templates: 'a'.repeat(64), intake: 'b'.repeat(64) }
const drafted = (() => {
  const document = smallAgreement(first)
  return renderDocx(document, numberDocument(document), house, remember(document, sources))
})()

export const body = (change: (xml: string) => string): Uint8Array =>
  changeParts(drafted, { 'word/document.xml': change })
const inWord = (work: (body: WordBody) => unknown): Uint8Array => edit(drafted, work)

const clauseText = 'The Board meets once in each quarter'
const rulesText = 'the money stands in an account of its own'
/** Changes the clause on meetings. */
const atClause = (change: (paragraph: string) => string): Uint8Array =>
  body(xml => paragraph(xml, clauseText, change))

/** What is done, and the words that it types. */
export const edits: readonly (readonly [what: string, file: () => Uint8Array, words: readonly string[]])[] = [
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
      atClause(
        p =>
          `${p}<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr>${cellOf('typedspan', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cellOf('typedleft')}<w:tc><w:tcPr/><w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr>${cellOf('typednested')}</w:tr></w:tbl>${plainParagraph('typedbelow')}</w:tc></w:tr></w:tbl>`,
      ),
    ['typedspan', 'typedleft', 'typednested', 'typedbelow'],
  ],
  [
    'a pasted picture with words for those who cannot see it',
    () => atClause(appended(drawing('typedpicture of the hub'))),
    ['typedpicture'],
  ],
  ['a text box', () => atClause(appended(textBox('typedboxed'))), ['typedboxed']],
  [
    'a footnote',
    () =>
      changeParts(drafted, {
        'word/document.xml': xml =>
          paragraph(xml, clauseText, appended('<w:r><w:footnoteReference w:id="2"/></w:r>')),
        'word/footnotes.xml': () => note('footnote', 'typedfoot of the page'),
      }),
    ['typedfoot'],
  ],
  [
    'an endnote',
    () => changeParts(drafted, { 'word/endnotes.xml': () => note('endnote', 'typedend of the text') }),
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
    () => atClause(p => p.replace('quarter', `"typedquarter" of the Board's year`)),
    ['"typedquarter"', "Board's"],
  ],
  [
    'blanks made non-breaking, and a word',
    () => atClause(p => p.replace('once in each', 'once\u00a0in\u00a0each\u00a0typedspaced')),
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
      return changeParts(drafted, {
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
      atClause(appended(`<w:r><w:br/></w:r>${runOf('typedline')}<w:r><w:tab/></w:r>${runOf('typedtab')}`)),
    ['typedline', 'typedtab'],
  ],
  [
    'a clause made plain text by its style, with words added',
    () => atClause(p => appended(runOf(' typednormal'))(p.replace(/<w:pPr>.*?<\/w:pPr>/s, ''))),
    ['typednormal'],
  ],
  [
    'words that are hidden',
    () => atClause(appended(runOf(' typedhidden', '<w:rPr><w:vanish/></w:rPr>'))),
    ['typedhidden'],
  ],
  [
    'a formatting change that is tracked, and words beside it',
    () =>
      atClause(
        appended(
          runOf(' typedformat', `<w:rPr><w:b/><w:rPrChange ${who(811)}><w:rPr/></w:rPrChange></w:rPr>`),
        ),
      ),
    ['typedformat'],
  ],
  [
    'words that one person inserted and another struck out again',
    () =>
      atClause(
        appended(
          `<w:ins ${who(821)}><w:del ${who(822, 'Oluwaseun Brandt')}><w:r><w:delText xml:space="preserve"> typedtwice</w:delText></w:r></w:del></w:ins>`,
        ),
      ),
    ['typedtwice'],
  ],
  [
    'a date field, a symbol and an equation',
    () =>
      atClause(
        appended(
          `<w:fldSimple w:instr=" DATE "><w:r><w:t>typeddate</w:t></w:r></w:fldSimple><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>typedsum</m:t></m:r></m:oMath>`,
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
      atClause(
        p =>
          `${p}<w:p><w:pPr><w:pStyle w:val="MsoListParagraph"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="99"/></w:numPr></w:pPr>${runOf('typedpasted item', '<w:rPr><w:color w:val="FF0000"/><w:u w:val="single"/></w:rPr>')}</w:p>`,
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
