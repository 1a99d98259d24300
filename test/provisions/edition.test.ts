/** What an agreement calls itself, from what is recorded by the day that counts as today: draft, for signature, signed, varied. */
import { describe, expect, test } from 'vitest'
import { makeAgreement } from '../../src/commands/agreement.ts'
import { contentHash } from '../../src/document/content-hash.ts'
import type { Document } from '../../src/document/nodes.ts'
import { asAt, draftExample, draftText, exampleText, readIntakeText, settings } from '../support/draft.ts'

const forum = exampleText('flood-forum')
const declaredOn = (date: string) => forum.replace(/^(declaration: \{.*date: )[\d-]+/m, `$1${date}`)
const statusOf = ({ document }: { readonly document: Document }) => [
  document.properties.version,
  document.properties.state,
]
const signed = draftText(`${forum}\nagreement_date: 2026-11-20\n`)

describe('an agreement', () => {
  test('is for signature, and bears no mark of a draft, once this very text is approved and declared ready', () => {
    expect(statusOf(draftExample('flood-forum'))).toEqual(['Version 1, for signature', ''])
    expect(draftExample('flood-forum').text).not.toContain('This is a draft')
  })

  test('binds to the same under its new name, taken afresh too', () => {
    const { document } = draftExample('flood-forum')
    expect(contentHash(structuredClone(document))).toBe(contentHash(document))
  })

  test.each([
    ['a director has not declared', forum.replace(/^(declaration: \{.*), date: [\d-]+/m, '$1')],
    ['the declaration is dated on a day to come', declaredOn('2026-11-23')],
    [
      'the wording has changed since it was approved',
      forum.replace(/meetings_per_year: \d+/, 'meetings_per_year: 11'),
    ],
    [
      'nobody can tell which text Legal approved',
      forum.replace(/^( {2}legal: .*), content_hash: \w+/m, '$1'),
    ],
    [
      'a question that signing waits for is open',
      forum.replace(/^( {2}reasons:) >-\n(?: {4}.*\n)+/m, '$1\n'),
    ],
  ])('is a draft while %s', (_, text) => {
    expect(text).not.toBe(forum)
    expect(statusOf(draftText(text))).toEqual(['Draft 1', 'DRAFT'])
  })

  test('is a draft while two answers conflict, for its pack is not ready then', () => {
    const inDispute = forum.replace(
      /^( {2}first_date:) \S+$/m,
      '$1\n    disputed:\n      - { value: 2027-11-01, source: minutes }\n      - { value: 2027-12-01, source: email }',
    )
    expect(inDispute).not.toBe(forum)
    const { value, findings } = readIntakeText(inDispute)
    expect(statusOf(makeAgreement(settings, value!, asAt, undefined, findings))).toEqual(['Draft 1', 'DRAFT'])
  })

  test('is signed when its date has come, and what was approved still is', () => {
    expect(statusOf(signed)).toEqual(['Signed', ''])
    expect(signed.text).toContain('This Agreement is dated 20 November 2026 and')
    expect(contentHash(signed.document)).toBe(contentHash(draftExample('flood-forum').document))
  })

  test('is neither signed nor dated by a date that has not come', () => {
    const early = draftText(`${forum}\nagreement_date: 2027-01-04\n`)
    expect(statusOf(early)).toEqual(['Draft 1', 'DRAFT'])
    expect(early.text).not.toContain('4 January 2027')
    expect(early.text).toMatch(/Agreement is dated \.+ and/)
  })

  test('recites no approval that is still to come', () => {
    const early = draftText(forum.replace(/^( {4}- \{ partner: osgarth.*date: )[\d-]+/m, '$12027-01-04'))
    expect(early.text).not.toContain('4 January 2027')
    expect(early.text).not.toMatch(/approved the entry of Osgarth/)
  })

  test('that varies a signed one is for signature by the same rule: this very text declared and approved since', () => {
    const amended = `${forum.replace(/meetings_per_year: \d+/, 'meetings_per_year: 11')}
agreement_date: 2026-11-16
amendments:
  - { reference: v2, date: 2026-12-01, reason: Agreed in talks., asked_by: the Board, agreed_by: all the Partners, asked_on: 2026-11-17 }
`
    const draft = draftText(amended)
    expect(statusOf(draft)).toEqual(['Draft of variation 1', 'DRAFT'])
    const hash = contentHash(draft.document)
    const approved = amended.replace(
      /(legal|finance|director): (\{.*)date: [\d-]+(.*content_hash:) \w+/g,
      `$1: $2date: 2026-11-18$3 ${hash}`,
    )
    expect(statusOf(draftText(approved))).toEqual(['Draft of variation 1', 'DRAFT'])
    const declared = approved.replace(/^(declaration: \{.*date: )[\d-]+/m, '$12026-11-19')
    expect(statusOf(draftText(declared))).toEqual(['Variation 1, for signature', ''])
    expect(statusOf(draftText(declared.replace('meetings_per_year: 11', 'meetings_per_year: 10')))).toEqual([
      'Draft of variation 1',
      'DRAFT',
    ])
  })

  test('has the same name on its cover and in its history', () => {
    const amended = `${forum}
amendments:
  - { reference: v2, date: 2026-11-01, reason: Agreed in talks., asked_by: the Board, agreed_by: all the Partners, asked_on: 2026-10-20 }
`
    const { text } = draftText(amended)
    expect(text).toContain('Version: 2, for signature')
    expect(text).toMatch(/\| Draft 1 \|.*\n\s*\| Version 2, for signature \| 1 November 2026 \|/)
  })
})
