/** Where answers conflict the papers of the pack mark the place and print neither, as the agreement does. */
import { describe, expect, test } from 'vitest'
import type { Document } from '../../src/document/nodes.ts'
import { conflictingPaths } from '../../src/intake/rules/conflicting-paths.ts'
import { makePapers } from '../../src/pack/paper.ts'
import { readinessOf } from '../../src/pack/readiness.ts'
import { conflictsAmong } from '../../src/provisions/conflicts.ts'
import { renderText } from '../../src/render/text.ts'
import { draftText, type ExampleName, exampleText } from '../support/draft.ts'
import { packInput, paperOf } from '../support/pack.ts'

/** The papers of an example with one passage changed, so that two of its answers conflict. */
function changed(name: ExampleName, from: string | RegExp, to: string) {
  const text = exampleText(name)
  const after = text.replace(from, to)
  expect(after).not.toBe(text)
  const input = packInput(draftText(after))
  const papers = makePapers(input)
  return {
    input,
    papers,
    textOf: (id: string) => {
      const { document, numbering } = paperOf(papers, id)
      return renderText(document, numbering)
    },
  }
}

/** The paths of all answers that a document prints. */
function printed(document: Document): readonly string[] {
  const found: string[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit)
    else if (node && typeof node === 'object') {
      const fact = node as { type?: string; path: string }
      if (fact.type === 'fact') found.push(fact.path)
      Object.values(node).forEach(visit)
    }
  }
  visit(document)
  return found
}

/** One conflict of each kind that a paper could print. */
const conflicts: readonly (readonly [string, ExampleName, string | RegExp, string])[] = [
  ['a total that is not the sum', 'family-hubs', /^ {2}total: \d+/m, '  total: 123456'],
  ['a rating that is not the band of the score', 'flood-forum', /^ {4}rating: medium/m, '    rating: high'],
  ['a residual that is not the score', 'flood-forum', /^ {4}residual: \d+/m, '    residual: 16'],
  ['money denied and written down', 'family-hubs', 'has_finance: true', 'has_finance: false'],
  ['a quorum above the seats', 'family-hubs', /^ {2}quorum: \d+/m, '  quorum: 99'],
  [
    'a disputed vision',
    'flood-forum',
    /^vision: .*\n(?: {2}.*\n)*/m,
    'vision:\n  disputed:\n    - { value: A dry town, source: Minutes }\n    - { value: A wet town, source: Letter }\n',
  ],
]

describe.each(conflicts)('%s', (_, name, from, to) => {
  const { input, papers } = changed(name, from, to)

  test('is printed in no paper but the list of findings, which shows both sides', () => {
    const inConflict = conflictsAmong(conflictingPaths(input.findings))
    for (const { id, document } of papers.filter(paper => paper.id !== 'findings'))
      expect(
        printed(document).filter(path => inConflict.at(path).length > 0),
        id,
      ).toEqual([])
  })
})

describe('a total that is not the sum', () => {
  const { input, textOf } = changed('family-hubs', /^ {2}total: \d+/m, '  total: 123456')

  test('is marked where the register, the summary and the informed-decision sheet would print it', () => {
    for (const id of ['register-entry', 'director-summary', 'informed-decision']) {
      const paper = textOf(id).replaceAll('the contributions add up to £2,400,000', '')
      expect(paper, id).toContain('two answers conflict')
      expect(paper, id).not.toContain('£2,400,000')
    }
    expect(textOf('register-entry')).not.toContain('£123,456')
  })

  test('stands in the list of findings with both values', () => {
    expect(textOf('findings')).toContain('The total is £123,456, but the contributions add up to £2,400,000')
  })

  test('keeps the pack from being ready', () => {
    expect(readinessOf(input.findings).reasons.join(' ')).toContain('The total is £123,456')
  })
})

test('a rating that is not the band of the score leaves the risk off the map and unsorted', () => {
  const { textOf } = changed('flood-forum', /^ {4}rating: medium/m, '    rating: high')
  const register = textOf('risk-register')
  expect(register).toMatch(/Not on the map, because its answers conflict: R\d+\./)
  expect(register).toMatch(/Not sorted, because its answers give two grades: R\d+\./)
  expect(textOf('role-sheets')).not.toContain('Highest risk: high')
  expect(textOf('register-entry')).toMatch(/Highest risk.*two answers conflict/)
})

test('a disputed answer that is only a warning still keeps the pack from being ready', () => {
  const { input } = changed(
    'flood-forum',
    /^area: .*\n(?: {2}.*\n)*/m,
    'area:\n  disputed:\n    - { value: The town, source: Minutes }\n    - { value: The valley, source: Letter }\n',
  )
  expect(readinessOf(input.findings).isReady).toBe(false)
})
