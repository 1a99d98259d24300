/** Every rule is known, says who must act and when, on whose authority, and has an intake that breaks it and one that does not. */
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { codes } from '../../../src/findings/codes.ts'
import { owners, stages } from '../../../src/findings/finding.ts'
import { rules } from '../../../src/intake/rules/run-rules.ts'

const severities = ['error', 'warning', 'note']
const casesIn = (folder: string): readonly string[] =>
  readdirSync(new URL(`../../${folder}`, import.meta.url))
const [bad, good] = [casesIn('bad'), casesIn('good')]

describe.each(rules.map(rule => [rule.code, rule] as const))('%s', (code, rule) => {
  test('has a severity, an owner and a stage that there are', () => {
    expect(severities).toContain(rule.severity)
    expect(owners).toContain(rule.owner)
    expect(stages).toContain(rule.stage)
  })

  test('names its authority and the requirements it serves', () => {
    expect(rule.source).toMatch(/\S/)
    expect(rule.requirements.length).toBeGreaterThan(0)
    for (const number of rule.requirements) expect(number).toMatch(/^(?:R\d{3}(?:\.\w+)?|Z\d{1,2})$/)
  })

  test('has a code with a cure, a bad intake and a good one', () => {
    expect(codes[code].cure).toMatch(/[.?]$/)
    expect(
      bad.filter(file => file.startsWith(`${code}-`)),
      `test/bad/${code}-….yaml`,
    ).not.toEqual([])
    expect(
      good.filter(file => file.startsWith(`${code}-`)),
      `test/good/${code}-….yaml`,
    ).not.toEqual([])
  })
})

test('every bad intake is one that a code stands for', () => {
  for (const file of bad) expect(Object.keys(codes), file).toContain(/^[A-Z0-9]+-\d\d/.exec(file)?.[0])
})
