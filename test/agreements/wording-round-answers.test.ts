/** The words round answers: lists end as a sentence does, a stop stands once, and a row says what it is about though the rest is open. */
import { beforeAll, expect, test } from 'vitest'
import { parseDocument, type YAMLMap } from 'yaml'
import { draftText, exampleText } from '../support/draft.ts'
import { lintDocx } from '../support/lint-docx.ts'
import { readCase, showParts, withAnswers } from './cases.ts'

let text = ''
beforeAll(() => {
  const answers = parseDocument(`
decisions:
  reserved_matters: ['a prosecution that would cost more than £100,000.', 'closing a depot, sluice etc.']
  unanimous_matters: [a change to the shares of cost, a new member]
complaints:
  stages: ['an answer from the flood manager.', 'a review by the complaints officer.', 'the Ombudsman.']
services_excluded: [work on private land]
info:
  shares_information: true
  personal_data: true
  flows:
    - { id: thefts, from: council, to: [osgarth], purpose: to find thieves of pumps, regime: part3, special_categories: none, offence_data: true }
    - { id: injuries, from: osgarth, to: [council], purpose: to prosecute assaults, regime: part3, special_categories: [health], offence_data: true }
risks:
  - id: attendance
    controls_in_place: { disputed: [{ value: reminders, source: an email }, { value: none, source: the minutes }] }
`).contents as YAMLMap
  const { document, numbering } = draftText(withAnswers(readCase('joint-committee').intake, answers))
  text = showParts(document, numbering, [
    'powers',
    'services',
    'decisions',
    'complaints',
    'schedule-risk',
    'schedule-information',
  ])
})

test('a list of answers ends as a sentence does, with “and” before its last item', () => {
  expect(text).toContain('(d)  Wendle Bridge: the Local Government Act 1972, section 111;\n')
  expect(text).toContain('(e)  Upper Wendle IDB: the Land Drainage Act 1991, sections 1 and 14; and\n')
  expect(text).toContain('(f)  Millrace Residents: its rules, adopted on 14 May 2019, rule 3.\n')
})

test('a list of one answer ends with a full stop', () => {
  expect(text).toContain('(a)  work on private land.\n')
})

test('the full stop of an answer gives way to the mark of its list, and one that shortens a word stays', () => {
  expect(text).toContain('(a)  a prosecution that would cost more than £100,000;\n')
  expect(text).toContain('(b)  closing a depot, sluice etc.;\n')
  expect(text).toContain('(b)  a review by the complaints officer; and\n    (c)  the Ombudsman.\n')
})

test('what a joint committee may not decide unanimously is left to its authorities', () => {
  expect(text).toMatch(/Each of these is a Reserved Matter.*written agreement of every Partner.*:\n/)
  expect(text).toContain('(a)  a change to the shares of cost; and\n    (b)  a new member.\n')
  expect(text).not.toContain('at a meeting or in writing:')
})

test('a row whose controls are disputed still says which risk they are to control', () => {
  expect(text).toMatch(
    /\| A member body stops coming \| \[Controls in place: more than one answer is recorded\] \|/,
  )
})

test('only a flow that holds special categories is said to be sensitive processing', () => {
  const [thefts, injuries] = text.split('Flow: ').slice(1)
  expect(thefts).toContain('| Special categories | none |')
  expect(thefts).not.toContain('Sensitive processing')
  expect(injuries).toContain('Sensitive processing')
})

test('where the Law makes some Partners take part, it is the others who may be expelled', () => {
  const answers = parseDocument('type: community_safety_partnership').contents as YAMLMap
  const { document, numbering } = draftText(withAnswers(exampleText('family-hubs'), answers))
  const clause = showParts(document, numbering, ['expulsion'])
  expect(clause).toContain('A Partner that the Law requires to take part cannot be expelled.')
  expect(clause).toContain('Any other Partner may be expelled only as this clause provides.')
})

test('a sentence that ends in an answer ends with one stop, whatever the answer ends with', () => {
  const answers = parseDocument(`
procurement: { exemption_reason: money is grant from an outside funder }
audit: { wording: 'May any record be seen? Yes!' }
vat:
  funding_effect: |
    These costs:
    - rent
    - fuel
`).contents as YAMLMap
  const { document, numbering } = draftText(withAnswers(exampleText('family-hubs'), answers))
  const clauses = showParts(document, numbering, ['procurement', 'audit', 'vat'])
  expect(clauses).toContain('The facts relied on are: money is grant from an outside funder.\n')
  expect(clauses).toContain('also require: May any record be seen? Yes!\n')
  expect(clauses).toMatch(/the position is: These costs:\n.*rent\n.*fuel\n32\.4/)
})

test('a background that a list opens is led in to, so that words stand beside the letter of the recital', () => {
  const background = (typed: string) =>
    draftText(
      exampleText('flood-forum').replace(/^background: [\s\S]*?(?=^\S)/m, `background: |\n${typed}\n`),
    )
  const list = background('  - The valley floods.\n  - Nobody has a plan.')
  expect(showParts(list.document, list.numbering, ['background'])).toMatch(
    /^\(A\) {2}This Agreement is made against this background:\n +- {2}The valley floods\.\n +- {2}Nobody has a plan\.\n\(B\)/m,
  )
  expect(lintDocx(list.docx)).toEqual([])
  const words = background('  The valley floods.\n\n  - Nobody has a plan.')
  expect(showParts(words.document, words.numbering, ['background'])).toMatch(
    /^\(A\) {2}The valley floods\.\n/m,
  )
  // A redline knows it for the same recital, as it does that of an agreement drafted before the words were there.
  for (const { numbering } of [list, words]) expect(numbering.get('background._background')?.text).toBe('(A)')
})
