/** A made-up council's new intake, as text and as read back, for the tests of what `concordat new` starts from. */
import { expect } from 'vitest'
import { type Owner, owners } from '../../src/findings/finding.ts'
import { readAnswers } from '../../src/intake/read.ts'
import type { Intake } from '../../src/intake/schema.ts'
import { starterIntake } from '../../src/intake/starter.ts'

export const council = {
  name: 'Northvale Borough Council',
  short_name: 'the Council',
  address: 'Civic Hall, Market Place, Northvale NV1 1AA',
  owners: Object.fromEntries(owners.map(owner => [owner, `Title of ${owner}`])) as Record<Owner, string>,
  priorities: [{ id: 'best-start', label: 'Every child has the best start in life' }],
}
export const today = '2026-11-22'

export const start = (type?: Intake['type'], facts: Intake = {}): string =>
  starterIntake({ ...(type && { type }), facts, council, today })

export const readBack = (text: string) =>
  readAnswers({ file: 'new.yaml', bytes: new TextEncoder().encode(text) })

export function answersOf(text: string) {
  const { value, findings } = readBack(text)
  expect(findings).toEqual([])
  return value!
}

/** A partnership that only meets. */
export const nothingMoves: Intake = {
  finance: { has_finance: false },
  info: { shares_information: false },
  procurement: { required: false },
  employment: { partnership_staff: false },
  secondments: [],
  volunteers: { used: false },
  clients: { children: false, adults_at_risk: false },
  term: { kind: 'rolling' },
}
