/** A redline that would not read as both versions: it is left out, and everything else is written. */
import { expect, test } from 'vitest'
import { makeRedline } from '../../src/amend/redline.ts'
import { documentOf, execution, house, titled } from '../render/docx/builders.ts'

const style = house
const signature = { author: 'Northvale Borough Council', date: '2026-11-26', style }
const one = documentOf([titled('first', 'Meetings', 'The Partners meet.')])

test('is left out, with the first line that it would get wrong', () => {
  const underHeading = { ...one, front: 'heading' as const }
  const { bytes, fault, untracked } = makeRedline(underHeading, one, signature)
  expect(bytes).toBeUndefined()
  expect(fault).toMatch(/^the older text has “.*” where the redline would give “.*”$/)
  expect(untracked[0]).toMatch(/no redline was written/)
})

test('of sound versions is written', () => {
  const { bytes, fault } = makeRedline(
    one,
    documentOf([titled('first', 'Meetings', 'The Partners confer.')]),
    signature,
  )
  expect(bytes).toBeDefined()
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
