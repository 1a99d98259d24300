import { describe, expect, it } from 'vitest'
import { editDistance, suggest } from '../../src/findings/suggest.ts'

describe('suggesting the name that was meant', () => {
  const names = ['status', 'start', 'legal_name', 'short_name', 'area']

  it.each([
    ['statuss', 'status'],
    ['sttaus', 'status'],
    ['Legal Name', 'legal_name'],
    ['legal-name', 'legal_name'],
    ['legalname', 'legal_name'],
    ['araa', 'area'],
  ])('%s: %s', (typed, meant) => expect(suggest(typed, names)).toBe(meant))

  it.each(['retention_years', 'xx', '', '___', 'ab'])('says nothing for %j', typed => {
    expect(suggest(typed, names)).toBeUndefined()
  })

  it('counts a swap of neighbours as one slip', () => {
    expect(editDistance('form', 'from')).toBe(1)
    expect(editDistance('', 'abc')).toBe(3)
    expect(editDistance('kitten', 'sitting')).toBe(3)
  })
})
