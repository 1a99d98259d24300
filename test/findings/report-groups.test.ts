/** The report of a check stands in the order of a partnership's life; one person's list is fit for an email. */
import { expect, test } from 'vitest'
import type { Finding } from '../../src/findings/finding.ts'
import { type Owner, owners } from '../../src/findings/finding.ts'
import { reportByStage } from '../../src/findings/report-by-stage.ts'
import { reportForOwner } from '../../src/findings/report-owner.ts'

const at = (line: number, path: string) => ({ file: 'hubs.yaml', path, start: { line, column: 3 } })
const slip: Finding = { code: 'ANS-01', severity: 'warning', message: 'No such question', hint: 'Delete it.' }
const unwritten: Finding = {
  code: 'APPR-01',
  severity: 'error',
  message: 'Legal’s approval was not in writing',
  hint: 'Get it in writing.',
  place: at(4, 'approvals.legal.written'),
  owner: 'legal',
  stage: 'sign_off',
  source: 'Code 7.6',
}
const gap = (path: string, message: string, line: number): Finding => ({
  code: 'GAP-01',
  severity: 'gap',
  message,
  place: at(line, path),
  owner: 'legal',
  stage: 'draft',
})
const asked = [
  gap('liability.caps', 'To what amounts?', 9),
  gap('liability.legal_advice_by', 'Who advised?', 9),
]
const all = [unwritten, ...asked, slip]
const titles = Object.fromEntries(owners.map(o => [o, `The ${o}`])) as Record<Owner, string>

test('the report goes stage by stage, and within a stage person by person; nothing is left out', () => {
  expect(reportByStage(all, { owners: titles })).toBe(`Before anything else: the file
==============================

The officer (1)

  warning ANS-01: No such question
    hint: Delete it.

Before the draft is settled
===========================

The legal (2)

  Questions to answer
    liability.caps — To what amounts? (line 9)
    liability.legal_advice_by — Who advised? (line 9)

Before sign-off
===============

The legal (1)

  error APPR-01: Legal’s approval was not in writing
    hubs.yaml:4:3  approvals.legal.written
    hint: Get it in writing.
    rule: Code 7.6

1 error, 1 warning, 2 questions to answer
`)
  expect(reportByStage([], { owners: titles })).toBe('')
})

const addressed = { person: 'Legal Services', subject: 'Hubs', file: 'hubs.yaml', day: '22 November 2026' }

test('one person’s list says what to do, where and why, in plain lines', () => {
  expect(reportForOwner([unwritten, ...asked], addressed)).toBe(`Legal Services: Hubs

2 things are waiting for you (hubs.yaml, 22 November 2026).

Before the draft is settled

1. Please answer, about liability:
   - To what amounts?
     (liability.caps, line 9)
   - Who advised?
     (liability.legal_advice_by, line 9)

Before sign-off

2. Legal’s approval was not in writing.
   To do: Get it in writing.
   Where: approvals.legal.written, line 4
   Why: Code 7.6; error APPR-01
`)
})

test('a person for whom nothing waits is told so', () => {
  expect(reportForOwner([], addressed)).toBe(
    'Legal Services: Hubs\n\nNothing is waiting for you (hubs.yaml, 22 November 2026).\n',
  )
})

test('no character in an answer can colour or turn round a line of the list', () => {
  const hostile = { ...unwritten, message: 'Legal \u001b[31mred\u202e' }
  const text = reportForOwner([hostile], { ...addressed, subject: 'Hubs\u001b[0m' })
  expect(text).not.toMatch(/[\u001b\u202e]/)
})
