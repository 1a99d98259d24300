/** Every fault of the Code is decided in the open: in one file that is complete, and that rules and templates know. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readingIds, suggestedReadings } from '../../src/intake/readings.ts'
import { meaningOf, readInterpretations } from '../../src/provisions/interpretations.ts'

const text = readFileSync(new URL('../../data/code/interpretations.yaml', import.meta.url), 'utf8')
const read = readInterpretations(text)

/** What the reader says of the file with one passage changed. */
function faultsAfter(from: string | RegExp, to: string): readonly string[] {
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  return readInterpretations(changed).findings.map(
    f => `${changed.split('\n')[f.place!.start.line - 1]!.trim()} | ${f.message}`,
  )
}

describe('the file of interpretations', () => {
  test('holds Z1 to Z30, each once and in order, with what is done about it', () => {
    expect(read.findings).toEqual([])
    expect(read.value!.all.map(item => item.id)).toEqual(Array.from({ length: 30 }, (_, i) => `Z${i + 1}`))
    for (const item of read.value!.all) {
      expect(item.question, item.id).toMatch(/\?$/)
      expect(item.dealt_with, item.id).toMatch(/\.$/)
    }
  })

  test('says for each choice what every reading means, who decided and when', () => {
    const choices = read.value!.all.filter(item => item.kind === 'choice')
    expect(choices.map(item => item.id)).toEqual(Object.keys(readingIds))
    for (const { id, readings, decided_by, decided_on } of choices) {
      for (const reading of readings) expect(reading.means, id).toMatch(/\.$/)
      expect(decided_by, id).toMatch(/\w/)
      expect(decided_on, id).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
  })

  test('suggests what the program would suggest without it', () => {
    for (const item of read.value!.all)
      if (item.kind === 'choice')
        expect(item.default, item.id).toBe(suggestedReadings[item.id as keyof typeof suggestedReadings])
  })

  test('gives what the reading in force means', () => {
    expect(meaningOf(read.value!, 'Z1')).toBe('A score of 4 is Medium.')
    const low = readInterpretations(text.replace('in_force: medium', 'in_force: low')).value!
    expect(low.readings.Z1).toBe('low')
    expect(meaningOf(low, 'Z1')).toBe('A score of 4 is Low.')
  })
})

describe('a slip in the file of interpretations', () => {
  test('a reading that nothing knows is refused where it stands', () => {
    const [line, ...more] = faultsAfter('in_force: medium', 'in_force: middling')
    expect(line).toBe('in_force: middling | “middling” is not one of the readings of Z1.')
    expect(more).toEqual([])
    expect(faultsAfter('id: low,', 'id: lower,')).toEqual([
      expect.stringContaining('“lower” is not one of the readings of Z1, each once: medium, low.'),
      expect.stringContaining('The reading “low” of Z1 is missing.'),
    ])
  })

  test('a number that is missing or out of place is refused', () => {
    expect(faultsAfter(/ {2}- id: Z29\n[\s\S]*? {2}- id: Z30/, '  - id: Z30')).toEqual([
      expect.stringContaining('Z30 stands where Z29 is expected.'),
      expect.stringContaining('Z1 to Z30 must each stand here; there are 29.'),
    ])
  })

  test('a choice on which nothing turns, and a fact on which something does, are refused', () => {
    const asSource =
      '  - id: Z30\n    kind: source\n    code: 12\n    question: How often?\n    dealt_with: Asked.\n'
    expect(faultsAfter(/ {2}- id: Z30\n[\s\S]*$/, asSource.replace('12', "'12'"))).toEqual([
      expect.stringContaining('Z30 is a choice: give its readings.'),
    ])
  })

  test('a choice without a decider is refused', () => {
    expect(faultsAfter('    decided_by: Head of Procurement\n', '')).toEqual([
      expect.stringContaining('decided_by'),
    ])
  })
})
