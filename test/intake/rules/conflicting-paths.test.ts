/** Which answers a draft must not print, because another answer says otherwise. */
import { describe, expect, test } from 'vitest'
import { readAnswers } from '../../../src/intake/read.ts'
import { conflictingPaths } from '../../../src/intake/rules/conflicting-paths.ts'
import { runRules } from '../../../src/intake/rules/run-rules.ts'
import { asAt, settings } from '../../support/rule-settings.ts'

const conflictsIn = (text: string) => {
  const { value, findings } = readAnswers({ file: 'a.yaml', bytes: new TextEncoder().encode(text) })
  return conflictingPaths([...findings, ...runRules(value!, settings, asAt)])
}

describe('answers that conflict', () => {
  test('are both marked, so that neither is taken for the right one', () => {
    const paths = conflictsIn(
      'partners:\n  - { id: a, short_name: Ash }\n  - { id: b, short_name: Birch }\naccountable_body:\n  partner: a\ns75:\n  host_partner: b\n',
    )
    expect([...paths.keys()]).toEqual(['s75.host_partner', 'accountable_body.partner'])
    expect(paths.get('accountable_body.partner')![0]!.message).toContain('Two bodies are named')
  })

  test('are known by every finding that names them', () => {
    const paths = conflictsIn(
      'budget_model: aligned\nbackground: The pooled fund grew.\nbanking: An account for the pooled fund.\n',
    )
    expect(paths.get('budget_model')!.map(({ place }) => place!.path)).toEqual(['background', 'banking'])
  })

  test('include one that is disputed', () => {
    const paths = conflictsIn(
      'area: { disputed: [{ value: the town, source: A }, { value: the ward, source: B }] }\n',
    )
    expect([...paths.keys()]).toEqual(['area'])
  })
})

test('an answer that is only wrong, late or unwise is not in conflict', () => {
  const paths = conflictsIn(
    'term: { start: 2026-04-01, end: 2026-03-01 }\nrisks:\n  - { id: rain, residual: 4, target: 6 }\n',
  )
  expect([...paths.keys()]).toEqual([])
})
