import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isKeptByWindows, safeName } from '../../src/output/names.ts'
import { anyCharacter } from '../support/any-character.ts'

describe('a folder name', () => {
  test.each([
    ['FH-2026/01', 'fh-2026-01'],
    ['St. Helen’s', 'st-helens'],
    ['Gŵyr a Llŷn', 'gwyr-a-llyn'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\Windows\\System32', 'c-windows-system32'],
    ['CON', 'con-partnership'],
    ['lpt1', 'lpt1-partnership'],
    ['con.txt', 'con-txt'],
    ['COM¹', 'com1-partnership'],
    ['Nul.', 'nul-partnership'],
    ['a\u0000b', 'a-b'],
  ])('of %j is %j', (reference, name) => {
    expect(safeName(reference, 'partnership')).toBe(name)
  })

  test.each(['', '..', '日本', '---', ' \n', 'Ł'])('falls back when nothing of %j is left', reference => {
    expect(safeName(reference, 'partnership')).toBe('partnership')
  })

  test('of any text is one short, plain step into a folder, and naming it again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: anyCharacter, maxLength: 100 }), fc.string({ maxLength: 100 })),
        text => {
          const name = safeName(text, 'partnership')
          expect(name).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,68}[a-z0-9])?$/)
          expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/)
          expect(safeName(name, 'x')).toBe(name)
        },
      ),
    )
  })
})

test('what Windows keeps for itself is known by its first part, in any letters', () => {
  const kept = ['CON', 'nul', 'Aux.yaml', 'prn .txt', 'COM1', 'lpt9.a.b', 'com²']
  expect(kept.filter(name => !isKeptByWindows(name))).toEqual([])
  const free = ['console', 'com', 'com10', 'nul-partnership', 'a.con', '', '..', 'out']
  expect(free.filter(isKeptByWindows)).toEqual([])
})
