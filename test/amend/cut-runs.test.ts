/**
 * How Word cuts a text into runs and fields is no edit: it does so anywhere, wherever somebody typed or the spelling was checked,
 * and joins what it finds alike. What stands in markup that few files have is read or told all the same.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { mergeWords } from '../../src/document/merge/merge-words.ts'
import { textOf, textTokens, tokensOf } from '../../src/document/merge/tokens.ts'
import { fact } from '../render/docx/builders.ts'
import { readText } from '../support/read-docx.ts'
import { settleDocx } from '../support/settle-docx.ts'
import { first } from '../support/small-agreement.ts'
import { edit } from '../support/word-editor.ts'
import { appended, changeParts, paragraph, plainParagraph, runOf, who } from '../support/word-markup.ts'
import { body } from './odd-edits.ts'
import { amend, later } from './small-amendment.ts'

const RUN = /<w:r>((?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t[^>]*>([^<&]{2,})<\/w:t><\/w:r>/gs
const FIELD = /<w:fldSimple w:instr="([^"]*)">(.*?)<\/w:fldSimple>/gs
const clauseText = 'The Board meets once in each quarter'

/** Every run of the text cut in two, each half with the revision it came from. */
const halved = (xml: string): string =>
  xml.replace(RUN, (_, look, text) => {
    const [from, to] = [text.slice(0, text.length / 2), text.slice(text.length / 2)]
    return `${runOf(from, look)}<w:proofErr w:type="spellStart"/>${runOf(to, look).replace('<w:r>', '<w:r w:rsidR="00AA11BB">')}<w:proofErr w:type="spellEnd"/>`
  })

/** Every field as Word writes it once it was renewed, with words typed into the last letter of one. */
const renewed =
  (typed = '') =>
  (xml: string): string => {
    let number = 0
    return xml.replace(FIELD, (_, instruction, result) => {
      const part = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
      const shown = number++ === 0 ? result.replace('</w:t>', `${typed}</w:t>`) : result
      return `${part('begin')}<w:r><w:instrText>${instruction}</w:instrText></w:r>${part('separate')}${shown}${part('end')}`
    })
  }

/** The parts of a file under the names that Word in a browser gives them. */
function namedAsOnline(docx: Uint8Array): Uint8Array {
  const named = (text: string) => text.replace(/\b(document|styles|comments)\.xml/g, '$12.xml')
  const isRenamed = (name: string) =>
    /^(\[Content_Types\]\.xml|_rels\/.*|word\/_rels\/document.*)$/.test(name)
  return zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(docx)).map(([name, data]) => [
        named(name),
        isRenamed(name) ? strToU8(named(strFromU8(data))) : data,
      ]),
    ),
  )
}

const inText = (change: (xml: string) => string) =>
  body(xml => xml.replace(/<w:body>.*/s, text => change(text)))

test('runs cut anywhere are no edit, nor are numbers in fields that were cut', () => {
  const { text, report } = amend(
    inText(xml => halved(renewed()(xml))),
    later,
  )
  expect(report).toBe('')
  expect(text).toContain('the partner named in clause 2.1')
  expect(text).not.toMatch(/clause 2\.1 ?2\.1/)
})

test('an answer that ends inside a word is no edit where Word knows one word, and none is torn by a word typed beside it', () => {
  const printed = () => ({ text: '', isField: false })
  const say = (name: string) => tokensOf([fact(name, 'a.b'), { type: 'text', text: '’s plan' }], printed)
  const typed = textTokens('Council’s first plan')
  const merged = mergeWords(say('Council'), typed, say('Borough'), { author: 'Concordat', date: '' })
  expect(merged.clashes).toEqual([])
  expect(textOf(merged.tokens)).toBe('Borough’s first plan')
})

test('words typed into the number of a clause stay behind it', () => {
  const { text, report } = amend(inText(renewed(' typedhere')), first)
  expect(text).toMatch(/clause 2\.1 typedhere/)
  expect(report).toContain('BACK-11')
})

test.each<[string, (paragraph: string) => string]>([
  [
    'words that a newer Word alone shows',
    p =>
      `${p}<mc:AlternateContent><mc:Choice>${plainParagraph('typedword')}</mc:Choice></mc:AlternateContent>`,
  ],
  [
    'the same among the words of a paragraph',
    appended(`<mc:AlternateContent><mc:Choice>${runOf('typedword')}</mc:Choice></mc:AlternateContent>`),
  ],
  ['signs over a word', appended(`<w:r><w:ruby><w:rt>${runOf('typedword')}</w:rt></w:ruby></w:r>`)],
  [
    'words that one person struck out around what another inserted',
    appended(`<w:del ${who(1)}><w:ins ${who(2)}><w:r><w:delText>typedword</w:delText></w:r></w:ins></w:del>`),
  ],
])('%s are kept or told', (_, change) => {
  const file = body(xml => paragraph(xml, clauseText, change))
  const { text, report } = amend(file, first)
  expect(`${text}\n${report}`).toContain('typedword')
  expect(text).not.toContain('{+typedword+}')
})

test('another file that was put in unopened is told', () => {
  const { report } = amend(
    body(xml => paragraph(xml, clauseText, p => `${p}<w:altChunk/>`)),
    first,
  )
  expect(report).toContain('BACK-06: Not carried over: another file')
})

test('a page that ends between two words parts them, and at the end of a paragraph says nothing', () => {
  const page = '<w:r><w:br w:type="page"/></w:r>'
  const within = body(xml => paragraph(xml, clauseText, appended(`${page}${runOf('typedword')}`)))
  expect(amend(within, first).text).toMatch(/decides\.\s+typedword/)
  const after = body(xml => paragraph(xml, clauseText, appended(page)))
  expect(amend(after, first).report).toBe('')
})

test('a comment is over with its mark, wherever its end went', () => {
  const file = body(xml => xml)
  const commented = edit(file, text =>
    text.paragraphWith(clauseText).comment(4, 9, 'Jane Aske', 'Why typedword?'),
  )
  const endless = changeParts(commented, {
    'word/document.xml': xml => xml.replace(/<w:commentRangeEnd w:id="9\d*"\/>/, ''),
  })
  expect(amend(endless, first).report.match(/Why typedword/g)).toHaveLength(1)
})

test('a comment that begins and ends between paragraphs stays on what it was made on', () => {
  const mark = (name: string) => `<w:comment${name} w:id="5"/>`
  const part = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment ${who(5)}>${plainParagraph('Why typedword?')}</w:comment></w:comments>`
  const file = changeParts(
    body(xml =>
      paragraph(
        xml,
        clauseText,
        p => `${mark('RangeStart')}${appended(`<w:r>${mark('Reference')}</w:r>`)(p)}${mark('RangeEnd')}`,
      ),
    ),
    { 'word/comments.xml': () => part },
  )
  const { text, report } = amend(file, first)
  expect(report.match(/Why typedword/g)).toHaveLength(1)
  expect(text).toMatch(/The Board meets once.*Why typedword/)
})

test('a definition typed as a sentence stays one', () => {
  const added = `<w:p><w:pPr><w:pStyle w:val="Definition"/></w:pPr>${runOf('Site', '<w:rPr><w:rStyle w:val="DefinedTerm"/></w:rPr>')}${runOf(' means a place typedword.')}</w:p>`
  const file = body(xml => paragraph(xml, 'the partner named in clause', p => p + added))
  expect(amend(file, first).text).toMatch(/^Site means a place typedword\.$/m)
})

test('a tick from a font of pictures is a tick in every font, and a sign that no other font has is told', () => {
  const sign = (code: string) => `<w:r><w:sym w:font="Wingdings" w:char="${code}"/></w:r>`
  const file = body(xml => paragraph(xml, clauseText, appended(sign('F0FC') + sign('F04A'))))
  const { text, report } = amend(file, first)
  expect(text).toContain('decides.✓')
  expect(report).toContain('BACK-06: Not carried over: a sign that only the font Wingdings has “F04A”')
})

test('a file whose parts Word in a browser named is read as any other', () => {
  const file = edit(
    body(xml => xml),
    text => text.type('once in each', 'once typedword in each'),
  )
  expect(amend(namedAsOnline(file), first).text).toContain('typedword')
})

describe('words that one person inserted and another struck out again', () => {
  const file = body(xml =>
    paragraph(
      xml,
      clauseText,
      appended(
        `<w:ins ${who(1)}><w:del ${who(2, 'Oluwaseun Brandt')}><w:r><w:delText>typedtwice</w:delText></w:r></w:del></w:ins>`,
      ),
    ),
  )

  test.each(['accept', 'reject'] as const)('are gone when all is settled: %s', verdict => {
    const { docx, report } = amend(file, first, verdict)
    expect(readText(docx)).not.toContain('typedtwice')
    expect(report).toBe('')
  })

  test('stay under both names while they are open', () => {
    const { docx } = amend(file, first)
    const xml = strFromU8(unzipSync(docx)['word/document.xml']!)
    expect(xml).toMatch(
      /<w:ins [^>]*w:author="Jane Aske"[^>]*><w:del [^>]*w:author="Oluwaseun Brandt"[^>]*><w:r>.*?typedtwice/,
    )
    expect(readText(settleDocx(docx, 'reject'))).not.toContain('typedtwice')
  })
})
