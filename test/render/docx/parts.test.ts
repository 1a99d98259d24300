/** The small parts of the Word renderer, each by itself. */
import { describe, expect, test } from 'vitest'
import { bookmarkName } from '../../../src/document/bookmarks.ts'
import { contrastOnWhite, readable } from '../../../src/render/docx/colours.ts'
import { columnWidths } from '../../../src/render/docx/column-widths.ts'
import { controlTag, createAllocator } from '../../../src/render/docx/ids.ts'
import { clip, legalText, sealText, unsealText } from '../../../src/render/docx/text.ts'
import { table } from './builders.ts'

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0)

describe('column widths', () => {
  test('sum to the width of the text, whatever the shares', () => {
    for (const shares of [[1], [1, 1, 1], [4, 2, 2, 1], [0.1, 7, 13], [0, 0, 5]]) {
      const widths = columnWidths(
        table(
          't',
          'T',
          shares.map(share => ['A', share]),
        ),
        9026,
        11,
      )
      expect(sum(widths)).toBe(9026)
      expect(Math.min(...widths)).toBeGreaterThan(0)
    }
  })

  test('follow the shares where the words have room', () => {
    expect(
      columnWidths(
        table('t', 'T', [
          ['A', 1],
          ['B', 3],
        ]),
        8000,
        11,
      ),
    ).toEqual([2000, 6000])
  })

  test('leave room for the longest word of a header and for figures, at the cost of wide columns', () => {
    const widths = columnWidths(
      table(
        't',
        'T',
        [
          ['Likelihood', 1],
          ['Risk', 20],
          ['£', 1, 'right'],
        ],
        ['3', 'x', '£1,234,500.00'],
      ),
      9026,
      11,
      [['3', 'x', '£1,234,500.00']],
    )
    expect(widths[0]).toBeGreaterThan(1300)
    expect(widths[2]).toBeGreaterThan(1500)
    expect(sum(widths)).toBe(9026)
  })

  test('fall back to the shares when no width would do', () => {
    const columns = Array.from({ length: 12 }, () => ['Incomprehensibilities', 1] as const)
    const widths = columnWidths(table('t', 'T', columns), 9026, 11)
    expect(sum(widths)).toBe(9026)
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThanOrEqual(1)
  })
})

describe('bookmark names', () => {
  const ids = ['a', 'a-b', 'a_b', 'A-B', 'a.b', 'x'.repeat(60), `${'x'.repeat(60)}y`, 'partners[é].name', '']

  test('are what Word allows', () => {
    for (const id of ids) expect(bookmarkName(id)).toMatch(/^_[A-Za-z0-9_]{1,39}$/)
  })

  test('differ for different ids, though Word ignores case', () => {
    expect(new Set(ids.map(id => bookmarkName(id).toLowerCase())).size).toBe(ids.length)
  })

  test('show a plain id as it is', () => expect(bookmarkName('exit-plan')).toBe('_c_exit_plan'))
})

test('control tags stay within Word’s 64 characters and differ', () => {
  const long = ['x'.repeat(80), `${'x'.repeat(80)}y`].map(controlTag)
  expect(long[0]).not.toBe(long[1])
  for (const tag of long) expect(tag.length).toBeLessThanOrEqual(64)
  expect(controlTag('exit')).toBe('clause:exit')
})

test('a control number already taken is moved on', () => {
  const next = createAllocator()
  expect(next.control('a')).not.toBe(next.control('a'))
})

describe('text', () => {
  test('what XML cannot hold is shown, not dropped', () => {
    expect(legalText('a\u0000b\uFFFEc\uD83Dd')).toBe('a[U+0000]b[U+FFFE]c[U+D83D]d')
  })

  test('whole pairs, tabs and line ends stay', () => expect(legalText('😀\t\r\n\u00a0')).toBe('😀\t\n\u00a0'))

  test('sealing hides every brace from the library and unsealing brings it back', () => {
    const typed = '{{a}} {clauses-0}'
    expect(sealText(typed)).not.toContain('{')
    expect(unsealText(sealText(typed))).toBe(typed)
  })

  test('clipping never halves a character', () => expect(clip('ab😀', 3)).toBe('ab'))
})

test('a pale house colour is darkened until it can be read', () => {
  expect(readable('005E78')).toBe('005E78')
  for (const pale of ['FFFF00', 'FFFFFF', '00B5E2'])
    expect(contrastOnWhite(readable(pale))).toBeGreaterThanOrEqual(7)
})
