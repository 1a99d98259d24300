/** What the content hash takes of a document, and what it leaves out. */
import { expect, test } from 'vitest'
import { contentHash } from '../../src/document/content-hash.ts'
import type { Document, Inline } from '../../src/document/nodes.ts'
import { draftExample } from '../support/draft.ts'

const { document } = draftExample('flood-forum')

/** The agreement with other words in its first clause that has any. */
function saying(children: readonly Inline[], line = 1): Document {
  const from = { template: 'trial.md', line }
  return {
    ...document,
    body: [{ type: 'clause', id: 'trial', level: 1, children: [{ type: 'para', children }], from }],
  }
}
const text = (words: string): Inline => ({ type: 'text', text: words })

test('where a clause comes from does not count', () => {
  expect(contentHash(saying([text('As agreed.')], 7))).toBe(contentHash(saying([text('As agreed.')], 8)))
})

test('a question counts, and who is to answer it does not', () => {
  const gap = (ask: string, comment: string): Inline => ({
    type: 'gap',
    path: 'name',
    reason: 'missing',
    text: ask,
    comment,
  })
  const hash = contentHash(saying([gap('name', 'Ask “Finance”, or "Legal"')]))
  expect(contentHash(saying([gap('name', 'Ask the director')]))).toBe(hash)
  expect(contentHash(saying([gap('title', 'Ask the director')]))).not.toBe(hash)
})

test.each([
  ['the words of a field of ours', ',"path":"a"', ',"path":"b"'],
  ['a stroke before a quotation mark', '\\","from":{"line":1}', '\\","from":{"line":2}'],
  ['half a field', '","comment":"', '","comment":"x'],
])('words that look like %s count', (_, one, other) => {
  expect(contentHash(saying([text(one)]))).not.toBe(contentHash(saying([text(other)])))
})
