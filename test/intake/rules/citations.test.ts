/** Sections as officers write them: each is found with its law, and a text that rests on more is left open. */
import { describe, expect, test } from 'vitest'
import { isWithin, lawNamedIn, sectionsIn } from '../../../src/intake/rules/citations.ts'

const titles = ['Children Act 2004', 'National Health Service Act 2006', 'Local Government Act 1972']
const said = (text: string): readonly string[] =>
  lawNamedIn(text, titles).citations.map(({ title, from, to }) => `${title} ${from}-${to}`)

describe('sections named in a text', () => {
  test.each([
    ['section 111', ['111-111']],
    ['sections 1 to 5E', ['1-5E']],
    ['ss. 43, 47 and 82', ['43-43', '47-47', '82-82']],
    ['s17(2)(a) and Schedule 4', ['17-17']],
    ['Section 16e', ['16E-16E']],
    ['Part 11 and its constitution', []],
    ['paragraph 18 of Schedule 1', []],
  ])('%s', (text, expected) => {
    expect(sectionsIn(text).map(({ from, to }) => `${from}-${to}`)).toEqual(expected)
  })

  test.each([
    ['section 10 of the Children Act 2004', ['Children Act 2004 10-10']],
    ['Children Act 2004, section 10', ['Children Act 2004 10-10']],
    [
      's.82 NHS Act 2006 and s111 LGA 1972',
      ['National Health Service Act 2006 82-82', 'Local Government Act 1972 111-111'],
    ],
  ])('%s: each with its law', (text, expected) => {
    expect(said(text)).toEqual(expected)
    expect(lawNamedIn(text, titles).isOpen).toBe(false)
  })

  test.each([
    'the Children Act 2004',
    'section 1 of the Harbours Act 1964',
    'section 10 of the Children Act 2004 and the common law',
  ])('%s: may be a power of anybody', text => expect(lawNamedIn(text, titles).isOpen).toBe(true))

  test('5A lies between 1 and 5E, and 51 does not', () => {
    const [run] = sectionsIn('sections 1 to 5E')
    expect(isWithin('5A', run!)).toBe(true)
    expect(isWithin('51', run!)).toBe(false)
    expect(isWithin('5F', run!)).toBe(false)
  })
})
