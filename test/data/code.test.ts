/** The Code's lists in `data/code/`: complete, sound, and in the words of today's law. */
import { describe, expect, test } from 'vitest'
import { readCode } from '../../src/provisions/code.ts'
import { realWorld } from '../../src/world.ts'
import { settings } from '../support/draft.ts'

const { code, law, library } = settings
const world = realWorld()
const textOf = (name: string) => world.data(`code/${name}.yaml`)
const questions = code.checklists.flatMap(set => set.questions)
const prompts = code.prompts.flatMap(group => group.prompts)

describe('the lists of the Code', () => {
  test('hold what the Code counts', () => {
    expect(code.consultees.map(row => row.row)).toHaveLength(12)
    expect(code.consultees.filter(row => row.written).map(row => row.row)).toEqual(['legal', 'finance'])
    expect(code.checklists.map(set => set.questions.length)).toEqual([12, 6, 14])
    expect(code.prompts.map(group => group.prompts.length)).toEqual([21, 26, 12, 14, 12, 14, 6, 9])
    expect(code.prompts[0]!.prompts.every(prompt => prompt.control)).toBe(true)
    expect([code.duties.length, code.contacts.length, code.paths.length]).toEqual([10, 9, 3])
  })

  test('number the questions of each set from 1', () => {
    for (const { questions } of code.checklists)
      expect(questions.map(q => q.number)).toEqual(questions.map((_, index) => index + 1))
  })

  test('name only provisions that the library has', () => {
    const known = library.provisions.map(p => p.id)
    for (const { shown_in } of [...questions, ...prompts])
      expect(known).toEqual(expect.arrayContaining([...shown_in]))
  })

  test('join prompts that ask the same in pairs that know each other', () => {
    for (const { id, same_as } of prompts)
      if (same_as) expect(prompts.find(p => p.id === same_as)?.same_as, `${id} and ${same_as}`).toBe(id)
  })

  test('name no law or body that has gone', () => {
    const words = JSON.stringify(code)
    expect(law.replaced.filter(({ said }) => said.test(words)).map(({ id }) => id)).toEqual([])
  })
})

describe('a list with a slip in it', () => {
  const faultsIn = (name: string, change: (text: string) => string) =>
    readCode(n => (n === name ? change(textOf(n)) : textOf(n))).findings.map(
      f => `${f.place?.file}: ${f.message}`,
    )

  test.each([
    [
      'a prompt like one that is not there',
      'risk-prompts',
      'same_as: stakeholder-3',
      'same_as: stakeholder-99',
    ],
    ['a path that leads nowhere', 'decision-paths', 'to: money', 'to: mony'],
    ['a key that nothing reads', 'consultees', 'written: true', 'writen: true'],
  ])('is refused with its file named: %s', (_, name, from, to) => {
    const faults = faultsIn(name, text => text.replace(from, to))
    expect(faults.length).toBeGreaterThan(0)
    expect(faults[0]).toContain(`data/code/${name}.yaml`)
  })
})
