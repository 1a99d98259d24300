/** The Word file as a whole: valid, clean by our lint, accessible, and saying what the document says. */
import { describe, expect, test } from 'vitest'
import type { Document } from '../../../src/document/nodes.ts'
import { numberDocument } from '../../../src/document/number.ts'
import { renderDocx } from '../../../src/render/docx/index.ts'
import { lintDocx } from '../../support/lint-docx.ts'
import { hasValidator, validateDocx, validatorNote } from '../../support/ooxml.ts'
import {
  all,
  child,
  openDocx,
  parseXml,
  readComments,
  readParagraphs,
  readText,
  valOf,
} from '../../support/read-docx.ts'
import { bullets, clause, documentOf, execution, gap, heading, house, p, table, titled } from './builders.ts'
import { odd } from './odd-documents.ts'
import { everything } from './sample.ts'

const render = (document: Document): Uint8Array => renderDocx(document, numberDocument(document), house)
const bytes = render(everything)
const part = (path: string, of = bytes) => parseXml(openDocx(of).get(path)!)

describe.each(odd)('a document %s', (_name, document, style) => {
  test('passes our lint', () =>
    expect(lintDocx(renderDocx(document, numberDocument(document), style))).toEqual([]))
})

test.skipIf(!hasValidator)(
  `a document with every type of node passes Microsoft's validator${validatorNote}`,
  { timeout: 30_000 },
  async () => {
    expect(await validateDocx(bytes)).toEqual([])
  },
)

describe('what a reader sees', () => {
  const text = readText(bytes)

  test('the clauses print as a lawyer would read them', () => {
    const from = text.indexOf('2. The Board\n2.1')
    expect(text.slice(from, text.indexOf('B Vision and objectives', from))).toBe(`2. The Board
2.1 The Partners set up a Board, which meets four times a year. Its terms of reference are in Schedule 1.
2.2 The Board must:
(a) agree an annual plan before each financial year starts, after asking each Partner for its views and giving each at least twenty working days to reply;
(b) report:
(i) each quarter, on spending; and
(ii) each year, on results.
The report is public.
(c) keep the register in Schedule 2 up to date, as paragraph 2.1(b) of Schedule 1 requires.
A member who cannot attend may send the substitute named in clause 2.2(b)(i).
2.3 Each member brings:
• experience of families;
• as a parent, or
• as a professional;
• authority to decide for the Partner.
`)
  })

  test('the contents list every part, clause and schedule, with its number, in order', () => {
    const entries = readParagraphs(bytes).filter(one => /^TOC\d$/.test(one.style))
    expect(entries.map(one => one.text)).toEqual([
      'Parties',
      'Background',
      'A Introduction',
      '1.\tDefinitions and interpretation',
      '2.\tThe Board',
      'B Vision and objectives',
      '3.\tMoney',
      '4.\tEnding',
      'Schedule 1\tTerms of reference of the Partnership Board and its working groups',
      'Schedule 2\tRisk register',
      'Schedule 3\tContacts',
      'Execution',
    ])
  })

  test('text after (a), (b), (c) goes back to the depth of the item it belongs to', () => {
    const after = readParagraphs(bytes).find(one => one.text.startsWith('A member who cannot'))
    expect(after).toMatchObject({ style: 'ClauseText2', label: '' })
  })

  test('a table keeps its caption, header, rows and the alignment of its columns', () => {
    expect(text).toContain(`Contributions by partner and year
Partner | 2026-27 | 2027-28 | In kind
Northbridge City Council | £250,000.00 | £260,000.00 | Office space`)
    const styles = readParagraphs(bytes).filter(one => one.cell?.[0] === 0 && one.cell[1] <= 1)
    expect(styles.map(one => one.style)).toEqual([
      'TableHeader',
      'TableHeaderNumber',
      'TableHeaderNumber',
      'TableHeaderCentre',
      'TableText',
      'TableNumber',
      'TableNumber',
      'TableCentre',
    ])
  })

  test('an execution block is tied together and is let go after its last line', () => {
    const styles = readParagraphs(bytes).map(one => one.style)
    const from = styles.indexOf('ExecutionOpening')
    expect(styles.slice(from, from + 6)).toEqual([
      'ExecutionOpening',
      'SigningLine',
      'SigningFact',
      'SigningLine',
      'SigningLineLast',
      'ExecutionOpening',
    ])
    const stylesheet = all(part('word/styles.xml'), 'w:style')
    const keepsNext = (id: string) => {
      const style = stylesheet.find(node => node.attributes['w:styleId'] === id)
      const mark = child(child(style, 'w:pPr'), 'w:keepNext')
      return mark !== undefined && mark.attributes['w:val'] !== '0'
    }
    expect(['ExecutionText', 'SigningLine', 'SigningLineLast', 'ExecutionTextLast'].map(keepsNext)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  test('a block with no lines to sign is let go after its text', () => {
    const file = render(documentOf([execution('x', ['One', 'Two'], []), execution('y', ['Only'], [])]))
    const styles = readParagraphs(file).map(one => one.style)
    expect(styles.filter(style => style.startsWith('Execution'))).toEqual([
      'ExecutionOpening',
      'ExecutionTextLast',
      'ExecutionOpeningLast',
    ])
  })
})

describe('gaps', () => {
  test('each stands in brackets, marked, under a comment that says what to ask', () => {
    const root = part('word/document.xml')
    const marked = all(root, 'w:r').filter(run => valOf(child(run, 'w:rPr'), 'w:rStyle') === 'Gap')
    const comments = readComments(bytes)
    expect(marked.length).toBe(comments.size)
    expect(comments.get('0')).toBe(
      'Ask: Who is the director responsible?. Answered by Finance. Intake: council.director',
    )
    expect(readText(bytes)).toContain('The Budget Holder is [Who holds the budget?].')
  })

  test('comments are by Concordat on the document’s own date, also inside tables and bullets', () => {
    const file = render(
      documentOf([
        titled(
          'a',
          'A',
          bullets([p(gap('one', 'a.one'))]),
          table('t', 'T', [['A', 1]], [p(gap('two', 'a.two'))]),
        ),
      ]),
    )
    const comments = all(part('word/comments.xml', file), 'w:comment')
    expect(comments.map(node => node.attributes['w:author'])).toEqual(Array(3).fill('Concordat'))
    expect(new Set(comments.map(node => node.attributes['w:date']))).toEqual(
      new Set(['2026-11-22T00:00:00.000Z']),
    )
    expect(all(all(part('word/document.xml', file), 'w:tc')[1]!, 'w:commentRangeStart').length).toBe(1)
    expect(lintDocx(file)).toEqual([])
  })

  test('a question that stands in several places is commented once, at the first', () => {
    const file = render(documentOf([titled('a', 'A', p(gap('one', 'a.one')), p(gap('one', 'a.one')))]))
    const asked = [...readComments(file).values()].filter(text => text.includes('a.one'))
    expect(asked.length).toBe(1)
    expect(readText(file).match(/\[one\]/g)?.length).toBe(2)
  })

  test('a gap in a clause’s title stands in the contents too, once commented', () => {
    const file = render(documentOf([titled('a', gap('the name'))]))
    expect(readText(file).match(/\[the name\]/g)?.length).toBe(2)
    expect([...readComments(file).values()].filter(text => text.includes('the name')).length).toBe(1)
  })
})

describe('pages', () => {
  const sections = all(part('word/document.xml'), 'w:sectPr').map(node => ({
    orientation: child(node, 'w:pgSz')!.attributes['w:orient'],
    width: child(node, 'w:pgSz')!.attributes['w:w'],
    headers: all(node, 'w:headerReference').length,
  }))

  test('a landscape schedule has its own landscape pages, and what follows is upright again', () => {
    expect(sections.map(one => one.orientation)).toEqual([
      'portrait',
      'portrait',
      'portrait',
      'portrait',
      'landscape',
      'portrait',
      'portrait',
    ])
    expect(sections[4]!.width).toBe('16838')
  })

  test('every kind of header carries the watermark of the state; a final document has none', () => {
    const watermarks = (file: Uint8Array) =>
      [...openDocx(file)].filter(
        ([path, xml]) => path.startsWith('word/header') && xml.includes('string="DRAFT"'),
      ).length
    expect(watermarks(bytes)).toBe(2)
    const final = render({ ...everything, properties: { ...everything.properties, state: '' } })
    expect([...openDocx(final).values()].join('')).not.toContain('v:shape')
  })

  test('the header says reference, version and state; the footer counts pages', () => {
    const parts = openDocx(bytes)
    expect(parts.get('word/header2.xml')).toContain('NCC-2026-014   |   Version 0.1   |   DRAFT')
    expect(parts.get('word/footer1.xml')).toMatch(/Page .* PAGE .* of .* NUMPAGES /)
  })
})

describe('identity', () => {
  test('each level-1 clause and schedule paragraph stands in a content control with its id', () => {
    const tags = all(part('word/document.xml'), 'w:tag').map(node => node.attributes['w:val'])
    expect(tags).toEqual([
      'clause:definitions',
      'clause:board',
      'clause:finance',
      'clause:ending',
      'clause:terms.members',
      'clause:terms.meetings',
      'clause:contacts.who',
      'clause:contacts.how',
    ])
  })

  test('control ids come from the clause ids, not from their place', () => {
    const idOf = (body: Document['body']) =>
      all(part('word/document.xml', render(documentOf(body))), 'w:sdtPr')
        .filter(node => valOf(node, 'w:tag') === 'clause:ending')
        .map(node => valOf(node, 'w:id'))
    const ending = titled('ending', 'Ending')
    expect(idOf([ending])).toEqual(idOf([titled('first', 'First'), heading('Part'), ending]))
  })
})

test('two clauses without a title are numbered but stay out of the contents', () => {
  const file = render(documentOf([clause('a', 1, 'First.'), clause('b', 1, 'Second.')]))
  expect(readText(file)).toMatch(/1\. First\.\n2\. Second\.$/)
  expect(readText(file)).not.toContain('Contents')
})

test('the file’s properties are the document’s, and say nothing else', () => {
  const core = openDocx(bytes).get('docProps/core.xml')!
  expect(core).toContain('<dc:title>Family Hubs Partnership: partnership agreement</dc:title>')
  expect(core).toContain('<dc:creator>Northbridge City Council</dc:creator>')
  expect(core).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2026-11-22T00:00:00Z</dcterms:created>')
  expect(core).toContain('<dc:language>en-GB</dc:language>')
})
