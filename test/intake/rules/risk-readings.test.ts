/** Where the Code can be read in two ways, the rules about risks follow the Council's reading and say so. */
import { describe, expect, test } from 'vitest'
import { readAnswers } from '../../../src/intake/read.ts'
import { runRules } from '../../../src/intake/rules/run-rules.ts'
import { asAt, settings } from '../../support/rule-settings.ts'

function findingsOf(risk: string, readings: Readonly<Record<string, string>>) {
  const bytes = new TextEncoder().encode(`risks:\n  - id: weather\n${risk.replace(/^/gm, '    ')}\n`)
  const { value } = readAnswers({ file: 'risk.yaml', bytes })
  return runRules(value!, { ...settings, readings: { ...settings.readings, ...readings } }, asAt)
}

describe('a score of 4 stands in two bands of the Code (Z1)', () => {
  test.each([
    ['medium', 'low'],
    ['low', 'medium'],
  ])('read as %s, a rating of %s is wrong and the message names the reading', (reading, other) => {
    const [finding, ...more] = findingsOf(`residual: 4\nrating: ${other}`, { Z1: reading })
    expect(more).toEqual([])
    expect(finding).toMatchObject({ code: 'RISK-06', place: { path: 'risks[weather].rating' } })
    expect(finding!.message).toContain(`the Council reads it as ${reading} (Z1)`)
    expect(findingsOf(`residual: 4\nrating: ${reading}`, { Z1: reading })).toEqual([])
  })

  test('other scores stand in one band under either reading', () => {
    for (const Z1 of ['medium', 'low']) {
      expect(findingsOf('residual: 6\nrating: medium', { Z1 })).toEqual([])
      const [finding] = findingsOf('residual: 6\nrating: low', { Z1 })
      expect(finding!.message).not.toContain('Z1')
    }
  })
})

describe('the rating may be taken from the residual or from the target score (Z19)', () => {
  const risk = (rating: string) => `residual: 9\ntarget: 3\nrating: ${rating}`

  test.each([
    ['residual', 'high', 'low'],
    ['target', 'low', 'high'],
  ])('taken from the %s score it is %s and not %s', (Z19, right, wrong) => {
    expect(findingsOf(risk(right), { Z19 })).toEqual([])
    const [finding] = findingsOf(risk(wrong), { Z19 })
    expect(finding!.code).toBe('RISK-06')
    expect(finding!.message).toContain(`takes the rating from the ${Z19} score (Z19)`)
  })
})

describe('a percentage on a boundary falls in the upper or the lower level (Z17)', () => {
  const risk = (percentage: number, likelihood: number) =>
    `event: There is a ${percentage}% chance of a flood\nlikelihood: ${likelihood}`

  test.each([
    ['upper', 20, 2, 1],
    ['upper', 50, 3, 2],
    ['upper', 80, 4, 3],
    ['lower', 20, 1, 2],
    ['lower', 50, 2, 3],
    ['lower', 80, 3, 4],
  ])('read into the %s level, %s%% is %s, and %s gets a note', (Z17, percentage, right, other) => {
    expect(findingsOf(risk(percentage, right), { Z17 })).toEqual([])
    const [finding] = findingsOf(risk(percentage, other), { Z17 })
    expect(finding).toMatchObject({ code: 'RISK-17', severity: 'note' })
    expect(finding!.message).toContain(`into the ${Z17} level (Z17)`)
  })

  test.each([
    [19, 1],
    [21, 2],
    [49, 2],
    [51, 3],
    [79, 3],
    [81, 4],
  ])('off the boundary %s%% is %s under either reading', (percentage, level) => {
    for (const Z17 of ['upper', 'lower']) {
      expect(findingsOf(risk(percentage, level), { Z17 })).toEqual([])
      const [finding] = findingsOf(risk(percentage, level === 4 ? 3 : level + 1), { Z17 })
      expect(finding).toMatchObject({ code: 'RISK-17', severity: 'warning' })
    }
  })
})
