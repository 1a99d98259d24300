/** Everything that the Code asks for, and every fault it has, is known by its number, once. */
import { expect, test } from 'vitest'
import { coverage } from '../tools/docs.ts'
import { settings } from './support/draft.ts'

const { faults, page } = coverage(settings)

test('every requirement and every fault of the Code stands in the page once, and none that there is not', () => {
  expect(faults.filter(fault => /must be listed once|no such number/.test(fault))).toEqual([])
  const numbers = [...page.matchAll(/^\| ([RZ]\d+(?:\.\w+)?) \|/gm)].map(match => match[1])
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers.filter(n => /^R\d+$/.test(n!))).toHaveLength(168)
  expect(numbers.filter(n => /^Z\d+$/.test(n!))).toHaveLength(30)
})
