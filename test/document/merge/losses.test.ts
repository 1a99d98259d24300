/** The last look over a merge: a word or mark that was left behind is told of, however common the word, and nothing else is. */
import { expect, test } from 'vitest'
import type { Line } from '../../../src/document/merge/lines.ts'
import { lossesOf } from '../../../src/document/merge/losses.ts'
import { linesOfDocument, mergeDocuments } from '../../../src/document/merge/merge.ts'
import { textOf, textTokens } from '../../../src/document/merge/tokens.ts'
import type { Change } from '../../../src/document/nodes.ts'
import { numberDocument } from '../../../src/document/number.ts'
import { first, smallAgreement } from '../../support/small-agreement.ts'

const signature = { author: 'Concordat', date: '2026-11-24' }
const document = smallAgreement(first)
const base = linesOfDocument(document, numberDocument(document), true)
const jane = (kind: Change['kind']): Change => ({ kind, author: 'Jane Aske', date: '2026-11-24T10:05:00Z' })

/** The lines with one of them changed. */
const withLine = (is: (line: Line) => boolean, change: (line: Line) => Line): readonly Line[] => {
  const at = base.findIndex(is)
  expect(at).toBeGreaterThanOrEqual(0)
  return base.map((line, index) => (index === at ? change(line) : line))
}
const field = () => ({ text: '', isField: true })
const lossesIn = (theirs: readonly Line[], ours = document) =>
  lossesOf({ base, theirs, ours: base }, ours, [], signature.author, field).map(({ text }) => text)

test('a word that stands elsewhere in the agreement is missed where it was typed', () => {
  const typed = withLine(
    line => textOf(line.tokens).includes('Nothing in these rules'),
    line => ({ ...line, tokens: [...line.tokens, ...textTokens(' The host pays the Board.')] }),
  )
  expect(lossesIn(typed)).toEqual([expect.stringContaining('The host pays the Board.')])
  const { losses, document: merged } = mergeDocuments(document, typed, document, signature, true)
  expect(losses).toEqual([])
  expect(JSON.stringify(merged)).toContain('The host pays the Board.')
})

test('words that nobody touched are missed too', () => {
  const shorter = { ...document, body: document.body.slice(0, -3) }
  expect(lossesIn(base, shorter)).not.toEqual([])
  expect(lossesIn(base)).toEqual([])
})

test.each([
  ['definition', 'a defined term', (line: Line) => line.kind === 'definition'],
  ['signing', 'a signing label', (line: Line) => line.kind === 'signing'],
  ['coverLine', 'a label of the cover', (line: Line) => line.kind === 'coverLine'],
  ['caption', 'a caption', (line: Line) => line.kind === 'caption'],
] as const)(
  'a tracked change that stays open in %s is told of, since it cannot stand there',
  (_, where, is) => {
    const typed = withLine(is, line => ({
      ...line,
      tokens: [
        { ...line.tokens[0]!, change: jane('deleted') },
        ...textTokens('Other', { strong: false, emphasis: false, isTerm: true, change: jane('inserted') }),
        ...line.tokens.slice(1),
      ],
    }))
    const { losses } = mergeDocuments(document, typed, document, signature, true)
    expect(losses).toHaveLength(1)
    expect(losses[0]?.what).toContain(`Jane Aske in ${where}`)
    expect(losses[0]?.text).toMatch(/^struck out: \S+; inserted: Other$/)
  },
)

test('a tracked change that stays open in a column title is told of', () => {
  const typed = withLine(
    line => line.table !== undefined,
    line => ({
      ...line,
      table: {
        ...line.table!,
        columns: line.table!.columns.map((title, index) =>
          index === 0
            ? [
                ...title,
                ...textTokens(' Other', { strong: false, emphasis: false, change: jane('inserted') }),
              ]
            : title,
        ),
      },
    }),
  )
  const { losses } = mergeDocuments(document, typed, document, signature, true)
  expect(losses.map(({ what }) => what)).toEqual([expect.stringContaining('in a column title')])
})
