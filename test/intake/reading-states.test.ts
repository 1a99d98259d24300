import { describe, expect, it } from 'vitest'
import { codesOf, read, readGood } from './small-schema.ts'

describe('answers that are no value', () => {
  it('none means explicitly empty for a list, and none for a text', () => {
    const { intake, stateOf } = readGood('tags: none\nalias: None\npartners: []\nstory: none\n')
    expect(intake).toEqual({ tags: [], partners: [] })
    for (const key of ['tags', 'alias', 'partners', 'story'])
      expect(stateOf([key])).toEqual({ state: 'none' })
  })

  it('none is refused where it means nothing', () => {
    expect(codesOf('start: none\n')).toEqual(['ANS-02'])
    expect(codesOf('money:\n  holder: none\n')).toEqual([])
    expect(codesOf('tags:\n  - none\n')).toEqual(['ANS-02'])
  })

  it('not_applicable keeps its reason, for a question, a list and a group', () => {
    const { intake, stateOf } = readGood(
      'start: { not_applicable: It never starts }\ntags:\n  not_applicable: no tags\nmoney:\n  not_applicable: free\n',
    )
    expect(intake).toEqual({})
    expect(stateOf(['start'])).toEqual({ state: 'not_applicable', reason: 'It never starts' })
    expect(stateOf(['tags'])).toEqual({ state: 'not_applicable', reason: 'no tags' })
    expect(stateOf(['money'])).toEqual({ state: 'not_applicable', reason: 'free' })
  })

  it('not applicable needs a reason', () => {
    expect(codesOf('start: { not_applicable: "" }\n')).toEqual(['ANS-02'])
    const { value, findings } = read('start: n/a\n')
    expect(findings.map(({ severity, code }) => [severity, code])).toEqual([['warning', 'ANS-02']])
    expect(value?.intake).toEqual({})
  })

  it('a dispute keeps every value with its source, prints neither, and does not stop the draft', () => {
    const text =
      'cost:\n  disputed:\n    - value: 100\n      source: Bid\n    - { value: 200, source: Board paper }\n'
    const { intake, stateOf, findings } = readGood(text)
    expect(intake).toEqual({})
    const state = stateOf(['cost'])
    expect(state?.state === 'disputed' && state.values.map(({ value, source }) => [value, source])).toEqual([
      ['100', 'Bid'],
      ['200', 'Board paper'],
    ])
    expect(findings).toMatchObject([
      { code: 'CONF-01', severity: 'warning', stage: 'sign_off', owner: 'finance' },
    ])
    expect(findings[0]?.related?.map(({ place }) => place.start.line)).toEqual([3, 5])
  })

  it.each([
    'cost: { disputed: [] }',
    'cost: { disputed: 100 }',
    'cost: { disputed: [ { value: 1, source: a } ] }',
    'cost: { disputed: [ { value: 1, source: a }, { value: 2 } ] }',
    'cost: { disputed: [ { value: 1, source: a }, { source: b } ] }',
    'cost: { disputed: [ { value: 1, source: a }, { value: 2, source: b, who: c } ] }',
    'cost: { disputed: [ 1, 2 ] }',
    'cost: { not_applicable: x, disputed: [] }',
    'tags: [ { not_applicable: x } ]',
  ])('refuses %s', text => {
    const { value, findings } = read(`${text}\n`)
    expect(value).toBeUndefined()
    expect(findings.length).toBeGreaterThan(0)
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['ANS-02']))
  })

  it('reports a bad character inside a reason or a disputed value', () => {
    expect(codesOf('start: { not_applicable: "a\\u202e" }\n')).toEqual(['TXT-01'])
  })
})
