/** What the papers say of signatures and of advice, held against what the intake records. */
import { describe, expect, test } from 'vitest'
import { renderText } from '../../src/render/text.ts'
import { draftText, exampleText } from '../support/draft.ts'
import { examplePapers, paperOf, papersOf } from '../support/pack.ts'

const forum = exampleText('flood-forum')
const declaration = (text: string): string => {
  const { document, numbering } = paperOf(papersOf(draftText(text)), 'sign-off-checklist')
  const printed = renderText(document, numbering)
  return printed.slice(printed.lastIndexOf('DECLARATION') + 1)
}

describe('the declaration', () => {
  test('has its date only together with the signature that the intake records', () => {
    expect(declaration(forum)).toMatch(
      /Signature: on the signed copy \(the sign-off file, folio 14\)\n.*\n.*\n +Date: 16 November 2026/,
    )
  })

  test('does not say where a signature is that nobody can point to, nor who signed from who approved', () => {
    const elsewhere = declaration(forum.replace(/^(declaration: \{.*), signed_copy: .* \}$/m, '$1 }'))
    expect(elsewhere).toContain(
      'Signature: recorded in the intake, which does not say where the signed copy is',
    )
    const nameless = declaration(forum.replace(/^(declaration: \{).* (date: .*)$/m, '$1 $2'))
    expect(nameless).toMatch(/Signature:\n +Name: Amara Whitcombe\n.*\n +Date:\n/)
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

describe('advice', () => {
  const checklist = (text: string): string => {
    const { document, numbering } = paperOf(papersOf(draftText(text)), 'sign-off-checklist')
    return renderText(document, numbering)
  }

  test('counts as followed only where this agreement has the clause that is said to show it', () => {
    const elsewhere = checklist(forum.replace('shown_in_clause: powers', 'shown_in_clause: overspend'))
    expect(elsewhere).toMatch(
      /\| Said to be followed, but the clause named is not in this agreement \| “overspend” is not in/,
    )
    expect(checklist(forum)).not.toContain('Said to be')
  })

  test('counts as followed only where it is on record', () => {
    const silent = forum.replace('advice: Meet in the valley and in the evening.', 'advice: none')
    expect(checklist(silent)).toContain('Said to be followed, but what was advised is not recorded')
  })
})

test('a band lists the scores that the Council reads into it, each score in one band', () => {
  const { document, numbering } = paperOf(papersOf(draftText(forum)), 'risk-register')
  const printed = renderText(document, numbering)
  expect(printed).toMatch(
    /\| High \| 8, 9, 12 and 16 \|.*\n.*\| Medium \| 4 and 6 \|.*\n.*\| Low \| 1, 2 and 3 \|/,
  )
})

describe('a role sheet', () => {
  const { document, numbering } = paperOf(examplePapers('community-equipment'), 'role-sheets')
  const sheets = renderText(document, numbering).split(/\n(?=[A-Z’ ,]{20,}\n)/)
  const sheetOf = (words: string): string => sheets.find(sheet => sheet.includes(words))!

  test('that several people share says so, and each of them has a place to sign', () => {
    const officers = sheetOf('Represents | Northvale Borough Council')
    expect(officers).toContain('This sheet is for each of the 3 people who hold these seats.')
    expect(officers.match(/Signature:/g)).toHaveLength(3)
  })

  test('says that no councillor is appointed, and asks nothing of an officer that only a councillor has', () => {
    const officers = sheetOf('Represents | Northvale Borough Council')
    expect(officers).toContain(
      '| Who does | Officers; the Council has appointed no councillor to the Board |',
    )
    expect(officers).not.toMatch(/\bward\b|Only elected person/)
    const hubs = paperOf(examplePapers('family-hubs'), 'role-sheets')
    expect(renderText(hubs.document, hubs.numbering)).toContain('| Who does | Councillors and officers |')
  })

  test('asks nobody to speak for the Council who is neither its councillor nor its officer', () => {
    const users = sheetOf('in seats of Northvale Borough Council')
    expect(users).not.toMatch(/Represents|Speak for the Council|to whom I report|When to report/)
    expect(users.match(/Signature:/g)).toHaveLength(2)
  })
})
