/** Of two answers that state one fact in two ways a draft prints neither: it marks both places and says where they stand. */
import { describe, expect, test } from 'vitest'
import type { Document } from '../../src/document/nodes.ts'
import { draftText, type ExampleName, exampleText } from '../support/draft.ts'

/** Every mark of a conflict in a document, with its remark. */
function marksIn(document: Document): readonly { path: string; comment: string; text: string }[] {
  const found: { path: string; comment: string; text: string }[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit)
    else if (node && typeof node === 'object') {
      const gap = node as { type?: string; reason?: string; path: string; comment: string; text: string }
      if (gap.type === 'gap' && gap.reason === 'disputed') found.push(gap)
      else Object.values(node).forEach(visit)
    }
  }
  visit(document)
  return found
}

/** An example with one passage changed. */
function changed(name: ExampleName, from: string | RegExp, to: string) {
  const text = exampleText(name)
  const after = text.replace(from, to)
  expect(after).not.toBe(text)
  return draftText(after)
}

test('the complete examples hold no conflict, so nothing is marked', () => {
  for (const name of ['family-hubs', 'flood-forum', 'community-equipment'] as const)
    expect(marksIn(draftText(exampleText(name)).document), name).toEqual([])
})

describe('a total that is not the sum of the contributions', () => {
  const total = /^ {2}total: (\d+)/m
  const { document, text } = changed('family-hubs', total, '  total: 123456')
  const marks = marksIn(document)

  test('is printed neither as stated nor as added up', () => {
    expect(text).not.toContain('£123,456')
    expect(marks.map(m => m.path)).toContain('finance.total')
    expect(marks.some(m => m.path.startsWith('derived.contributions_total'))).toBe(true)
  })

  test('is explained where it is marked, with both places and their lines', () => {
    const { comment } = marks.find(m => m.path === 'finance.total')!
    expect(comment).toContain('Two answers conflict, so neither is printed')
    expect(comment).toMatch(/finance\.total \(line \d+\) and contributions/)
    expect(comment).toContain('To settle it: ')
    expect(text).toContain('two answers conflict')
  })
})

test('where one amount explains a wrong sum, that amount alone is marked; else every amount is, and the rows stay', () => {
  const amounts = (from: RegExp | string, to: string) =>
    marksIn(changed('family-hubs', from, to).document)
      .map(m => m.path)
      .filter(path => /^contributions\[\d+\]\.amount$/.test(path))
  expect(new Set(amounts('amount: 90000', 'amount: 9000'))).toEqual(new Set(['contributions[8].amount']))
  expect(new Set(amounts(/^ {2}total: \d+/m, '  total: 123456')).size).toBeGreaterThan(3)
  const { text } = changed('family-hubs', /^ {2}total: (\d+)/m, '  total: 123456')
  expect(text).toMatch(/2027\/28 \|.*\[Amount: two answers conflict\]|\[Amount: two answers conflict\]/)
})

describe('a rating that is not the band of the score', () => {
  const { document, text } = changed('flood-forum', /^ {4}rating: medium/m, '    rating: high')
  const marks = marksIn(document)

  test('marks the band in the register, and leaves the other risks as they are', () => {
    const risks = new Set(marks.map(m => /^risks\[[^\]]+\]/.exec(m.path)?.[0]))
    expect(risks.size).toBe(1)
    expect(marks.map(m => m.path.replace(/\[.*\]/, ''))).toContain('risks.derived.band')
    expect(text).toMatch(/Medium|High|Low/)
  })
})

test('what is the council’s own is not told to partners in the remark', () => {
  for (const { comment } of marksIn(changed('family-hubs', /^ {2}total: (\d+)/m, '  total: 123456').document))
    expect(comment).not.toMatch(/checklists|consultation|internal_comment/)
})
