/** How the Word file is laid out: what stays with what, forms, places to sign, and columns that follow their words. */
import { describe, expect, test } from 'vitest'
import type { Block, Document } from '../../../src/document/nodes.ts'
import { numberDocument } from '../../../src/document/number.ts'
import { columnWidths } from '../../../src/render/docx/column-widths.ts'
import { renderDocx } from '../../../src/render/docx/index.ts'
import { lintDocx } from '../../support/lint-docx.ts'
import { all, child, openDocx, parseXml, valOf, visibleText, type XmlNode } from '../../support/read-docx.ts'
import {
  bullets,
  clause,
  documentOf,
  execution,
  heading,
  house,
  p,
  schedule,
  table,
  titled,
} from './builders.ts'

const rootOf = (...body: Block[]): XmlNode => {
  const document: Document = documentOf(body)
  const file = renderDocx(document, numberDocument(document), house)
  expect(lintDocx(file)).toEqual([])
  return parseXml(openDocx(file).get('word/document.xml')!)
}

/** The words of the paragraphs that Word keeps with the next by their own mark. */
const leading = (root: XmlNode): readonly string[] =>
  all(root, 'w:p')
    .filter(node => child(child(node, 'w:pPr'), 'w:keepNext') !== undefined)
    .map(visibleText)

const styleOf = (node: XmlNode): string | undefined => valOf(child(node, 'w:pPr'), 'w:pStyle')

describe('a sentence stays with what it leads in to', () => {
  test('a list of items, bullets, a table, or whatever follows a colon', () => {
    const root = rootOf(
      titled(
        'a',
        'A',
        clause('a1', 2, 'Items', clause('a1a', 3, 'one;'), clause('a1b', 3, 'two.')),
        clause('a2', 2, 'Points', bullets(['one'], ['two'])),
        clause('a3', 2, 'Table', table('t', 'T', [['X', 1]], ['x'])),
        clause('a4', 2, 'Answer:', p('given.')),
        clause('a5', 2, 'Alone.', p('Another.')),
      ),
      heading('Next', 2),
      table('u', 'U', [['X', 1]], ['x']),
    )
    expect(leading(root)).toEqual(['Items', 'Points', 'Table', 'Answer:'])
  })

  test('and so does the last item before a table that stands beside it', () => {
    const root = rootOf(
      titled(
        'a',
        'A',
        clause('a1', 2, 'First.'),
        clause('a2', 2, 'Last.'),
        table('t', 'T', [['X', 1]], ['x']),
      ),
    )
    expect(leading(root)).toEqual(['Last.'])
  })

  test('a short table stays whole; a long one never leaves a row by itself', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => [`row ${index + 1}`])
    expect(leading(rootOf(table('t', 'T', [['X', 1]], ...rows(3))))).toEqual(['row 1', 'row 2'])
    expect(leading(rootOf(table('t', 'T', [['X', 1]], ...rows(9))))).toEqual(['row 1', 'row 8'])
  })
})

describe('a table of two columns of words is a form', () => {
  const columns = [
    ['Matter', 1],
    ['What is agreed', 3],
  ] as const

  test('its first column labels the second', () => {
    const root = rootOf(table('t', 'T', columns, ['Starts', '1 April 2027']))
    expect(valOf(all(root, 'w:tblPr')[0], 'w:tblStyle')).toBe('FormTable')
    expect(all(root, 'w:tc').map(cell => styleOf(child(cell, 'w:p')!))).toEqual([
      'TableHeader',
      'TableHeader',
      'TableLabel',
      'TableText',
    ])
  })

  test('only what is still to be filled in has room to write', () => {
    const root = rootOf(table('t', 'T', columns, ['Starts', '1 April 2027'], ['Ends', '']))
    expect(all(root, 'w:tr').map(row => all(row, 'w:trHeight').length)).toEqual([0, 0, 1])
  })

  test('figures beside names are no form', () => {
    const money = rootOf(
      table(
        't',
        'T',
        [
          ['Year', 1],
          ['Amount', 1, 'right'],
        ],
        ['2027', '£1'],
      ),
    )
    expect(valOf(all(money, 'w:tblPr')[0], 'w:tblStyle')).toBe('DataTable')
  })
})

describe('places to sign', () => {
  const block = execution(
    'x',
    ['The common seal of the Council is affixed:'],
    [
      ['Seal'],
      ['Name', 'Jo Example'],
      ['Second signature (needed where one person only is named above)'],
      ['Date'],
    ],
  )
  const root = rootOf(p('Before.'), heading('Signatures'), block)
  const lines = all(root, 'w:p').filter(node => /^(Seal|Signing)/.test(styleOf(node) ?? ''))

  test('a seal has a box, what is known needs no line', () => {
    expect(lines.map(styleOf)).toEqual(['SealSpace', 'SigningFact', 'SigningLine', 'SigningLineLast'])
  })

  test('a label too long for its column stands above its line, so that lines are of one length', () => {
    expect(visibleText(lines[2]!)).toMatch(/above\)\n\t$/)
    expect(visibleText(lines[3]!)).toBe('Date\t\t')
  })

  test('they start on a page of their own', () => {
    const paragraphs = all(root, 'w:p')
    const title = paragraphs.findIndex(node => styleOf(node) === 'Heading1')
    expect(all(paragraphs[title - 1]!, 'w:sectPr').length).toBe(1)
  })
})

describe('the last page of a schedule', () => {
  const items = (n: number) =>
    Array.from({ length: n }, (_, index) => clause(`a${index}`, 2, `Item ${index + 1}.`))

  test('holds more than a line or two: the last eight lines stay together', () => {
    const kept = leading(rootOf(schedule('s', 'S', 'portrait', titled('a', 'A', ...items(12)))))
    expect(kept).toEqual(['Item 5.', 'Item 6.', 'Item 7.', 'Item 8.', 'Item 9.', 'Item 10.', 'Item 11.'])
  })

  test('counts long wording by its lines', () => {
    const long = clause('long', 2, 'Wording that goes on and on. '.repeat(20))
    const kept = leading(
      rootOf(schedule('s', 'S', 'portrait', titled('a', 'A', ...items(3), long, clause('z', 2, 'End.')))),
    )
    expect(kept).toEqual([expect.stringMatching(/^Wording/)])
  })

  test('is left alone where a table ends it, or where one page holds all', () => {
    const rows = table('t', 'T', [['X', 1]], ['x'])
    expect(leading(rootOf(schedule('s', 'S', 'portrait', titled('a', 'A', ...items(12)), rows)))).toEqual([
      'Item 12.',
    ])
    expect(leading(rootOf(schedule('s', 'S', 'portrait', titled('a', 'A', ...items(4)))))).toEqual([])
  })
})

describe('columns without given widths follow their words', () => {
  const open = (...rows: string[][]) => {
    const width = 9298
    const columns = rows[0]!.map((_, index) => [`C${index}`, 1] as const)
    return columnWidths(table('t', 'T', columns, ...rows), width, 10, rows)
  }
  const long =
    'The funder refuses or takes back grant because spending was not eligible or was not evidenced in time'

  test('long wording takes the room that short answers leave', () => {
    const [wording, band, date] = open([long, 'High', '15 February 2027'], [long, 'Low', '1 June 2027'])
    expect(wording).toBeGreaterThan(6000)
    expect(band).toBeLessThan(1000)
    expect(date).toBeLessThan(2200)
  })

  test('neither a word nor a day and its month is broken, however much stands beside it', () => {
    const widths = open([long, long, long, long, long, '15 September 2027'])
    // About 12 characters of 10 points, with the edges of the cell.
    expect(widths[5]).toBeGreaterThan(1300)
  })

  test('an email address stays whole where there is room', () => {
    const widths = open(['Northvale', 'Civic Hall, Market Place', 'legal.notices@northvale.example'])
    expect(widths[2]).toBeGreaterThan(2900)
  })

  test('the widths sum to the whole whatever stands in the cells', () => {
    for (const text of ['', 'x'.repeat(500), long.repeat(30), '日本語'.repeat(40)])
      expect(open([text, 'a', ''], ['b', text, text]).reduce((total, one) => total + one)).toBe(9298)
  })
})
