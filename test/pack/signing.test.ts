/** What the papers say of signatures, held against what the intake records. */
import { describe, expect, test } from 'vitest'
import { renderText } from '../../src/render/text.ts'
import { draftText, exampleText } from '../support/draft.ts'
import { paperOf, papersOf } from '../support/pack.ts'

const forum = exampleText('flood-forum')
const declaration = (text: string): string => {
  const { document, numbering } = paperOf(papersOf(draftText(text)), 'sign-off-checklist')
  const printed = renderText(document, numbering)
  return printed.slice(printed.lastIndexOf('DECLARATION') + 1)
}

describe('the declaration', () => {
  test('has its date only together with the signature that the intake records', () => {
    expect(declaration(forum)).toMatch(/Signature: recorded as given\n.*\n.*\n +Date: 16 November 2026/)
  })

  test('is blank where no signature is recorded: a date belongs to one', () => {
    const unsigned = declaration(forum.replace(/^(declaration: \{.*), date: .* \}$/m, '$1 }'))
    expect(unsigned).toMatch(/Signature:\n +Name: Amara Whitcombe\n.*\n +Date:\n/)
  })

  test('neither is recorded as signed nor dated while the pack is not ready', () => {
    const early = declaration(forum.replace(/^(declaration: \{.*), date: .* \}$/m, '$1, date: 2027-01-04 }'))
    expect(early).toMatch(/Signature: not to be signed yet\n.*\n.*\n +Date:\n/)
  })
})
