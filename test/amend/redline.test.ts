/** A redline that would not read as both versions: the part that fails is shown coarser, and only where that fails too is it left out. */
import { describe, expect, test } from 'vitest'
import { type Compare, makeRedline } from '../../src/amend/redline.ts'
import { compareDocuments } from '../../src/document/compare/compare-documents.ts'
import { type Grain, partKey } from '../../src/document/compare/grain.ts'
import type { Document } from '../../src/document/nodes.ts'
import { numberDocument } from '../../src/document/number.ts'
import { readingOfDocument } from '../../src/render/docx/index.ts'
import { readingsOf } from '../../src/render/docx/readings.ts'
import { clause, documentOf, execution, house, p, ref, table, titled } from '../render/docx/builders.ts'
import { markedText } from '../support/marked-text.ts'

const style = house
const signature = { author: 'Northvale Borough Council', date: '2026-11-26', style }
const one = documentOf([titled('first', 'Meetings', 'The Partners meet.')])

test('is left out, with the first line that it would get wrong, where nothing helps', () => {
  const underHeading = { ...one, front: 'heading' as const }
  const { bytes, fault, untracked, coarse } = makeRedline(underHeading, one, signature)
  expect(bytes).toBeUndefined()
  expect(coarse).toEqual([])
  expect(fault).toMatch(/^the older text has “.*” where the redline would give “.*”$/)
  expect(untracked[0]).toMatch(/no redline was written/)
})

test('of sound versions is written, and is nowhere coarse', () => {
  const { bytes, fault, coarse } = makeRedline(
    one,
    documentOf([titled('first', 'Meetings', 'The Partners confer.')]),
    signature,
  )
  expect(bytes).toBeDefined()
  expect(coarse).toEqual([])
  expect(fault).toBeUndefined()
})

test('of a party that signs in another way now is written, and the way that is new opens its block', () => {
  const signed = (words: string) => documentOf([execution('sign-northvale', [words], [['Name']])])
  const { bytes, fault } = makeRedline(
    signed('Signed for Northvale Borough Council by:'),
    signed('Executed as a deed by affixing the common seal in the presence of:'),
    signature,
  )
  expect(fault).toBeUndefined()
  expect(bytes).toBeDefined()
})

describe('where the comparison goes wrong in one part', () => {
  const agreement = (many: string, share: string, rows: [string, string][]): Document =>
    documentOf([
      titled(
        'meetings',
        'Meetings',
        clause('meetings.many', 2, `The Partners meet ${many} times in each year of the term.`),
      ),
      titled(
        'money',
        'Money',
        clause(
          'money.share',
          2,
          p(`Each Partner pays ${share} by the end of June, as clause `, ref('meetings'), ' says.'),
        ),
        table(
          'money.table',
          'Shares',
          [
            ['Partner', 2],
            ['Share', 1],
          ],
          ...rows,
        ),
      ),
      titled('end', 'Ending', clause('end.how', 2, `It ends after ${many} years.`)),
    ])
  const before = agreement('four', '£100', [
    ['Council', '50%'],
    ['Trust', '50%'],
  ])
  const after = agreement('six', '£250', [
    ['Council', '60%'],
    ['Trust', '40%'],
  ])
  const order: readonly Grain[] = ['words', 'paragraphs', 'whole']

  /** A comparison that loses the last word of a part unless it is made at least as coarse as this; of none, whatever the grain. */
  const damaged =
    (id: string, least: Grain | 'never'): Compare =>
    (was, is, by, grainOf) => {
      const marked = compareDocuments(was, is, by, grainOf)
      const isSound = least !== 'never' && order.indexOf(grainOf(`clause ${id}`)) >= order.indexOf(least)
      if (isSound) return marked
      const spoil = (text: string) => text.replace(/ June, as| (?:term|years)\./, '')
      return {
        ...marked,
        body: marked.body.map(block =>
          partKey(block) === `clause ${id}` ? JSON.parse(spoil(JSON.stringify(block))) : block,
        ),
      }
    }
  const linesOf = (document: Document) => readingOfDocument(document, numberDocument(document), style)

  test.each<[string, Grain | 'never', readonly string[]]>([
    ['money', 'paragraphs', ['Clause 2 (Money): each paragraph or row that differs is struck out whole']],
    ['money', 'whole', ['Clause 2 (Money): all of it is struck out as it was']],
    ['meetings', 'paragraphs', ['Clause 1 (Meetings): each paragraph or row that differs']],
    ['end', 'whole', ['Clause 3 (Ending): all of it is struck out']],
  ])('%s is shown by %s, and it is said', (id, least, says) => {
    const { bytes, coarse, fault } = makeRedline(before, after, signature, damaged(id, least))
    expect(coarse).toEqual(says.map(words => expect.stringContaining(words)))
    expect(fault).toMatch(/would give/)
    const { accept, reject } = readingsOf(bytes!)
    expect(accept.lines).toEqual(linesOf(after))
    expect(reject.lines).toEqual(linesOf(before))
  })

  test('the other parts are still marked word by word', () => {
    const { bytes } = makeRedline(before, after, signature, damaged('money', 'paragraphs'))
    const text = markedText(bytes!)
    expect(text).toContain('The Partners meet [-four-]{+six+} times')
    expect(text).toContain('[-Each Partner pays £100 by the end of June')
    expect(text).toMatch(/\| \[-Council-\] \| \[-50%-\] \|\n\| \{\+Council\+\} \| \{\+60%\+\} \|/)
  })

  test('there is none where even the whole would be wrong', () => {
    const { bytes, fault } = makeRedline(before, after, signature, damaged('money', 'never'))
    expect(bytes).toBeUndefined()
    expect(fault).toContain('June')
  })

  test('sound versions compared coarsely give both texts too, at every grain', () => {
    for (const grain of order) {
      const { bytes, fault } = makeRedline(before, after, signature, (was, is, by) =>
        compareDocuments(was, is, by, () => grain),
      )
      expect(fault, grain).toBeUndefined()
      expect(readingsOf(bytes!).reject.lines).toEqual(linesOf(before))
    }
  })
})
