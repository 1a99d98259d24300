/** Blocks as JSON: letter for letter what JSON.stringify writes, the first time and every other. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockWriter } from '../../src/document/block-writer.ts'
import { version } from './compare/documents.ts'

const withoutFrom = (key: string, value: unknown): unknown => (key === 'from' ? undefined : value)

test.each([
  ['whole', undefined],
  ['without where they come from', withoutFrom],
])('%s', (_, replacer) => {
  const write = blockWriter(replacer)
  fc.assert(
    fc.property(version, ({ body }) => {
      for (const block of [...body, ...body, ...body])
        expect(write(block)).toBe(JSON.stringify(block, replacer))
    }),
    { numRuns: 60 },
  )
})
