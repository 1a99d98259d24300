import { describe, expect, it } from 'vitest'
import { type ConditionName, conditionNames } from '../../src/intake/condition-names.ts'
import { deriveConditions } from '../../src/intake/conditions.ts'
import { type Conditions, findGaps } from '../../src/intake/gaps.ts'
import { readAnswers } from '../../src/intake/read.ts'
import { readGood, smallSchema } from './small-schema.ts'

const conditions = (known: Partial<Record<ConditionName, boolean | undefined>>): Conditions => ({
  ...(Object.fromEntries(conditionNames.map(name => [name, false])) as Record<ConditionName, boolean>),
  ...known,
})

const answered = `name: a
story: a
people: 1
cost: 1
share: 1
start: 2026-04-01
open: yes
colour: red
host: a
tags: none
partners:
  - id: a
    name: A
`

const gapsIn = (
  text: string,
  known: Partial<Record<ConditionName, boolean | undefined>>,
  from: readonly string[] = [],
) => findGaps(readGood(text) as never, conditions(known), smallSchema, () => from)
const pathsIn = (...args: Parameters<typeof gapsIn>) => gapsIn(...args).map(({ place }) => place?.path)

describe('finding what is still to answer', () => {
  it('asks nothing of a form that is complete under its conditions', () => {
    expect(pathsIn(answered, {})).toEqual([])
  })

  it('asks every needed question, at the nearest line above, with who answers and what waits for it', () => {
    const gaps = gapsIn(answered.replace('story: a\n', '').replace('    name: A\n', ''), {})
    expect(gaps).toMatchObject([
      {
        code: 'GAP-01',
        severity: 'gap',
        message: 'What happened?',
        owner: 'legal',
        stage: 'draft',
        place: { path: 'story', start: { line: 1 } },
      },
      {
        message: 'What is the partner called?',
        owner: 'officer',
        stage: 'sign_off',
        place: { path: 'partners[a].name', start: { line: 11 } },
      },
    ])
  })

  it('asks inside a group only under the conditions of the group and of the question', () => {
    expect(pathsIn(answered, { finance: true })).toEqual(['money.funder'])
    expect(pathsIn(answered, { finance: true, pooled: true })).toEqual(['money.funder', 'money.holder'])
    expect(pathsIn(answered, { pooled: true })).toEqual([])
  })

  it('asks what decides, while a condition is undecided, and not what hangs on it', () => {
    expect(
      pathsIn(answered, { finance: undefined, pooled: undefined }, ['partners[].name', 'extra', 'alias']),
    ).toEqual(['alias'])
    expect(pathsIn(answered, { finance: true, pooled: undefined }, ['alias'])).toEqual([
      'alias',
      'money.funder',
    ])
    expect(pathsIn(`${answered}alias: b\n`, { finance: undefined }, ['alias'])).toEqual([])
  })

  it('asks for the rest of an optional group once it is begun', () => {
    expect(pathsIn(`${answered}extra:\n  two: x\n`, {})).toEqual(['extra.one'])
  })

  it('counts none, not applicable and a dispute as answered, for a question and for the group above it', () => {
    const dispute = '{ disputed: [ { value: a, source: b }, { value: c, source: d } ] }'
    expect(
      pathsIn(
        answered
          .replace('start: 2026-04-01', 'start: { not_applicable: x }')
          .replace('name: a', `name: ${dispute}`),
        {},
      ),
    ).toEqual([])
    expect(pathsIn(`${answered}money: { not_applicable: free }\n`, { finance: true, pooled: true })).toEqual(
      [],
    )
  })

  it('takes none for an answer, except where there must be one', () => {
    const partners = answered.slice(answered.indexOf('partners'))
    const text = answered.replace(partners, 'partners: none\n').replace('host: a\n', '')
    expect(pathsIn(text, {})).toEqual(['host', 'partners'])
    expect(pathsIn(answered.replace('tags: none\n', ''), {})).toEqual(['tags'])
  })

  it('works on the whole form: an almost empty intake asks for much, and each question once', () => {
    const { value } = readAnswers({ file: 'a.yaml', bytes: new TextEncoder().encode('name: Food network\n') })
    const gaps = findGaps(value!, deriveConditions(value!.intake, value!.stateOf))
    const paths = gaps.map(({ place }) => place?.path)
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths).toEqual(
      expect.arrayContaining(['partners', 'vision', 'finance.has_finance', 'lead_officer.name', 'term.kind']),
    )
    expect(paths).not.toContain('name')
    expect(paths).not.toContain('budget_holder.name')
    for (const { message } of gaps) expect(message).toMatch(/\?$/)
  })
})
