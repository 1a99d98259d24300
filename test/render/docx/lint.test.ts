/** Our lint, proved on faults planted one by one in a good file: a rule that catches nothing would fail here. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { numberDocument } from '../../../src/document/number.ts'
import { renderDocx } from '../../../src/render/docx/index.ts'
import { lintDocx, lintRules } from '../../support/lint-docx.ts'
import { house } from './builders.ts'
import { everything } from './sample.ts'

const good = renderDocx(everything, numberDocument(everything), house)

/** The good file with one change to one part. The change must find something to change. */
function planted(part: string, from: string | RegExp, to: string): Uint8Array {
  const files = unzipSync(good)
  const before = strFromU8(files[part]!)
  const after = before.replace(from, to)
  if (after === before) throw new Error(`Nothing to change in ${part}`)
  return zipSync({ ...files, [part]: strToU8(after) })
}

const DOCUMENT = 'word/document.xml'
const insertion = '<w:del w:id="900" w:author="A"><w:r><w:t>gone</w:t></w:r></w:del>'

const faults: readonly (readonly [(typeof lintRules)[number], string, string | RegExp, string])[] = [
  ['not-xml', DOCUMENT, '</w:body>', ''],
  ['bookmark-name-twice', DOCUMENT, 'w:name="_c_finance"', 'w:name="_c_BOARD"'],
  ['bookmark-open', DOCUMENT, /<w:bookmarkEnd w:id="3"\/>/, ''],
  ['control-id-twice', DOCUMENT, /(<w:id w:val=")\d+("\/><\/w:sdtPr>.*?<w:id w:val=")\d+/, '$17$27'],
  ['unknown-style', DOCUMENT, 'w:val="ClauseLevel2"', 'w:val="ClauseLevel9"'],
  ['unknown-style', 'word/styles.xml', '<w:basedOn w:val="TableText"/>', '<w:basedOn w:val="Gone"/>'],
  ['unknown-list', 'word/styles.xml', '<w:numId w:val="2"/>', '<w:numId w:val="77"/>'],
  ['unknown-list', DOCUMENT, '<w:pStyle w:val="Party"/>', '<w:numPr><w:numId w:val="{nope-0}"/></w:numPr>'],
  ['field-open', DOCUMENT, '<w:fldChar w:fldCharType="end"/>', ''],
  ['field-open', DOCUMENT, '<w:fldChar w:fldCharType="begin"/>', ''],
  ['field-dirty', DOCUMENT, '<w:fldSimple ', '<w:fldSimple w:dirty="true" '],
  ['field-dirty', 'word/settings.xml', '<w:compat>', '<w:updateFields/><w:compat>'],
  ['comment-open', DOCUMENT, '<w:commentRangeEnd w:id="1"/>', ''],
  ['comment-open', DOCUMENT, '<w:commentReference w:id="1"/>', ''],
  ['comment-missing', 'word/comments.xml', /<w:comment w:id="2".*?<\/w:comment>/, ''],
  ['cell-without-paragraph', DOCUMENT, /(<w:tc><w:tcPr>.*?<\/w:tcPr>)<w:p>.*?<\/w:p>(<\/w:tc>)/, '$1$2'],
  ['table-without-rows', DOCUMENT, /<w:tr>.*?(<\/w:tbl>)/, '$1'],
  ['grid-mismatch', DOCUMENT, /<w:gridCol w:w="\d+"\/>/, ''],
  ['grid-mismatch', DOCUMENT, /<w:tc>.*?<\/w:tc>/, ''],
  ['header-row', DOCUMENT, '<w:tblHeader/>', ''],
  ['table-words', DOCUMENT, /<w:tblCaption w:val="[^"]*"\/>/, ''],
  ['reference-missing', DOCUMENT, ' REF _c_board ', ' REF _c_gone '],
  ['reference-missing', DOCUMENT, 'w:anchor="_c_board"', 'w:anchor="_c_gone"'],
  ['text-deleted', DOCUMENT, '</w:p>', `${insertion}</w:p>`],
  ['no-title', 'docProps/core.xml', /<dc:title>.*?<\/dc:title>/, ''],
  ['no-language', 'docProps/core.xml', 'en-GB', 'de-DE'],
  ['no-language', 'word/settings.xml', 'en-GB', 'de-DE'],
  ['no-language', 'word/styles.xml', 'w:val="en-GB"', 'w:val="de-DE"'],
  ['heading-order', 'word/styles.xml', '<w:outlineLvl w:val="1"/>', '<w:outlineLvl w:val="3"/>'],
  ['empty-paragraph', DOCUMENT, '<w:sdt>', '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr></w:p><w:sdt>'],
  ['picture-words', DOCUMENT, /descr="[^"]*"/, 'descr=""'],
  ['no-content-type', '[Content_Types].xml', /<Override [^>]*header2\.xml"\/>/, ''],
  ['relationship-missing', DOCUMENT, /r:id="[^"]*"/, 'r:id="rId99"'],
  ['stand-in-left', DOCUMENT, 'The Board must', '\uE000The Board must'],
]

test('the good file has no faults', () => expect(lintDocx(good)).toEqual([]))

describe('a planted fault is caught', () => {
  test.each(faults)('%s in %s: %s', (rule, part, from, to) => {
    expect(lintDocx(planted(part, from, to)).map(fault => fault.rule)).toContain(rule)
  })
})

test('every rule of the lint is proved by a planted fault', () => {
  expect([...new Set(faults.map(([rule]) => rule))].sort()).toEqual([...lintRules].sort())
})
