import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { numberDocument } from '../../src/document/number.ts'
import { isOutsideTheCode } from '../../src/intake/scope.ts'
import { assembleScopeNote } from '../../src/provisions/scope-note.ts'
import { renderText } from '../../src/render/text.ts'
import { exampleText, readIntakeText, settings } from '../support/draft.ts'
import { type TestWorld, testWorld } from '../support/world.ts'

const outside = exampleText('flood-forum').replace(
  'informal_discussion_group: false',
  'informal_discussion_group: true',
)
const override = `  override_reason: The forum takes on the area plan in 2027.
  override_agreed_by: Marian Oyelaran, Principal Solicitor
  override_date: 2026-02-03
`
const overridden = outside.replace('  commercial_profit: false\n', `  commercial_profit: false\n${override}`)
const edition = { version: 'Draft 1', state: 'DRAFT', date: '2026-11-22' }

function noteOf(text: string): string {
  const document = assembleScopeNote(settings, readIntakeText(text).value!, edition)
  return renderText(document, numberDocument(document))
}

let world: TestWorld
/** The documents of a kind that stand in the partnership's folder. */
const written = (kind: RegExp) =>
  world
    .filesIn('out')
    .filter(name => kind.test(name))
    .map(name => name.split('/').at(-1))
beforeEach(() => {
  world = testWorld()
})
afterEach(() => world.remove())

test('the note reads as a director should read it', async () => {
  await expect(noteOf(outside)).toMatchFileSnapshot('scope-note/scope-note.txt')
})

describe('each thing that puts an arrangement outside', () => {
  test.each([
    [
      'council_direct_control: false',
      'council_direct_control: true',
      'directly controls its budget',
      'A service, working group',
    ],
    [
      'informal_discussion_group: false',
      'informal_discussion_group: true',
      'only an informal group',
      'terms of reference',
    ],
    [
      'outside_body_no_policy_function: false',
      'outside_body_no_policy_function: true',
      'only a seat on',
      'appointments to outside bodies',
    ],
    [
      'commercial_profit: false',
      'commercial_profit: true',
      'carried on together for profit',
      'limited liability partnership',
    ],
    [
      'independent_bodies: true',
      'independent_bodies: false',
      'Fewer than two independent bodies',
      'protocol between the departments',
    ],
    ['common_vision: true', 'common_vision: false', 'share no vision', 'Agreed aims first'],
  ])('%s turned round is named, with what to use instead and nothing else', (from, to, why, instead) => {
    const text = exampleText('flood-forum').replace(from, to)
    const note = noteOf(text)
    expect(note).toContain(why)
    expect(note).toContain(instead)
    expect(note.match(/\(Code 3\.[13]\)/g)).toHaveLength(1)
  })
})

describe('draft', () => {
  test('writes the note and no agreement, and says so', async () => {
    world.put('forum.yaml', outside)
    expect(await world.run('draft', 'forum.yaml')).toBe(0)
    expect(written(/\.docx$/)).toEqual(['scope-note.docx'])
    expect(world.said.err).toContain('The Code does not cover')
  })

  test('writes the agreement when Legal’s override is recorded in full', async () => {
    world.put('forum.yaml', overridden)
    expect(await world.run('draft', 'forum.yaml')).toBe(0)
    expect(written(/\.docx$/)).toEqual(['partnership-agreement.docx'])
  })

  test.each(['override_agreed_by', 'override_date'])('is not moved by an override without %s', async key => {
    world.put('forum.yaml', overridden.replace(new RegExp(`  ${key}: .*\n`), ''))
    await world.run('draft', 'forum.yaml')
    expect(written(/\.docx$/)).toEqual(['scope-note.docx'])
  })

  test('the pack is the note too', async () => {
    world.put('forum.yaml', outside)
    await world.run('pack', 'forum.yaml')
    expect(written(/\.(?:docx|pdf)$/)).toEqual(['scope-note.docx'])
  })
})

test('check says it before anything else', async () => {
  world.put('forum.yaml', outside)
  expect(await world.run('check', 'forum.yaml')).toBe(1)
  expect(world.said.out.split('\n')[2]).toMatch(/^The Code does not cover this arrangement/)
  world.put('forum.yaml', overridden)
  await world.run('check', 'forum.yaml')
  expect(world.said.out).not.toContain('The Code does not cover this arrangement, so')
})

test('where the Council reads the Code to hold for every partnership, an exclusion stops no agreement (Z26)', () => {
  const { readings } = settings.interpretations
  const answers = readIntakeText(outside).value!
  expect(isOutsideTheCode(answers, { ...readings, Z26: 'exclusions_hold' })).toBe(true)
  expect(isOutsideTheCode(answers, { ...readings, Z26: 'every_partnership' })).toBe(false)
  const alone = readIntakeText(outside.replace('independent_bodies: true', 'independent_bodies: false'))
    .value!
  expect(isOutsideTheCode(alone, { ...readings, Z26: 'every_partnership' })).toBe(true)
})

test('tells of an agreement that an earlier run left, each time', async () => {
  world.put('forum.yaml', exampleText('flood-forum'))
  await world.run('draft', 'forum.yaml')
  world.put('forum.yaml', outside)
  for (const time of ['first', 'second']) {
    expect(await world.run('draft', 'forum.yaml'), time).toBe(0)
    expect(world.said.err, time).toMatch(/must not be sent or signed: partnership-agreement\.docx/)
  }
})

describe('the example of a contract with a supplier', () => {
  const example = exampleText('lighting-contract')

  test('gives a note that reads as a director should read it', async () => {
    await expect(noteOf(example)).toMatchFileSnapshot('scope-note/lighting-contract.txt')
  })

  test('is asked nothing that only an agreement needs, and is told why it is outside', async () => {
    world.put('contract.yaml', example)
    expect(await world.run('check', 'contract.yaml')).toBe(1)
    expect(world.said.out).toContain('SCOPE-02')
    expect(world.said.out).not.toContain('Questions to answer')
    expect(await world.run('draft', 'contract.yaml')).toBe(0)
    expect(world.said.err).not.toMatch(/still to answer/)
    world.put('contract.yaml', example.replace(/^directorate: .*\n/m, ''))
    await world.run('check', 'contract.yaml')
    expect(world.said.out).toMatch(/Questions to answer\n +directorate/)
  })
})
