/** `concordat amend` on the command line: what it writes, what it says, and what it leaves alone. */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readText } from '../support/read-docx.ts'
import { edit } from '../support/word-editor.ts'
import { home, type TestWorld, testWorld } from '../support/world.ts'

const agreement = 'out/nbc-p-2026-021/partnership-agreement.docx'
const forum = readFileSync(`${home}/data/intake/flood-forum.yaml`, 'utf8')

let world: TestWorld
beforeEach(async () => {
  world = testWorld()
  world.put('forum.yaml', forum)
  expect(await world.run('draft', 'forum.yaml')).toBe(0)
  world.put('back.docx', world.bytesOf(agreement))
})
afterEach(() => world.remove())

const amend = (...more: string[]) => world.run('amend', 'forum.yaml', '--from', 'back.docx', ...more)
const changeAnswers = () => world.put('forum.yaml', forum.replaceAll('Osgarth', 'Osgood'))
const editBack = (work: Parameters<typeof edit>[1]) =>
  world.put('back.docx', edit(world.bytesOf('back.docx'), work))

describe('amending', () => {
  test('without a change of answers or words says that no variation is needed, and writes nothing', async () => {
    const before = world.filesIn('.')
    expect(await amend()).toBe(0)
    expect(world.said.err).toMatch(/BACK-12: No variation needed/)
    expect(world.filesIn('.')).toEqual(before)
  })

  test('keeps what was typed into the file, brings in the new answers, and says where', async () => {
    editBack(body =>
      body.type('The Partners', 'The loyal Partners').addAfter('ClauseLevel2', 'Legal typed this.'),
    )
    changeAnswers()
    expect(await amend()).toBe(0)
    const text = readText(world.bytesOf(agreement))
    expect(text).toContain('The loyal Partners')
    expect(text).toMatch(/^\d+\.\d+ Legal typed this\.$/m)
    expect(text).toContain('Osgood')
    expect(text).not.toContain('Osgarth')
    expect(world.said.err).toMatch(/BACK-11: Recital \(\w\): “loyal” was added by hand/)
    expect(world.said.err).toMatch(/BACK-11: Clause \d+\.\d+: “Legal typed this\.” was added by hand/)
  })

  test('never replaces the file it reads, even where its own place is', async () => {
    const before = world.bytesOf(agreement)
    changeAnswers()
    expect(await world.run('amend', 'forum.yaml', '--from', agreement)).toBe(3)
    expect(world.bytesOf(agreement).equals(before)).toBe(true)
    const beside = world.bytesOf('out/nbc-p-2026-021/partnership-agreement (new).docx')
    expect(readText(beside)).toContain('Osgood')
  })

  test('leaves a file that holds edits alone when the next draft knows nothing of them', async () => {
    editBack(body => body.type('The Partners', 'The loyal Partners'))
    expect(await amend()).toBe(0)
    expect(await world.run('draft', 'forum.yaml')).toBe(3)
    expect(world.said.err).toContain('OUT-06')
    expect(readText(world.bytesOf(agreement))).toContain('The loyal Partners')
  })

  test('from a second copy of the same version stands beside the first, and says so', async () => {
    world.put(
      'other.docx',
      edit(world.bytesOf('back.docx'), body => body.type('The Partners', 'The eager Partners')),
    )
    editBack(body => body.type('The Partners', 'The loyal Partners'))
    expect(await amend()).toBe(0)
    expect(await world.run('amend', 'forum.yaml', '--from', 'other.docx')).toBe(3)
    expect(world.said.err).toContain('BACK-08')
    expect(readText(world.bytesOf(agreement))).toContain('The loyal Partners')
    const beside = readText(world.bytesOf('out/nbc-p-2026-021/partnership-agreement (new).docx'))
    expect(beside).toContain('The eager Partners')
  })

  test('the same file twice gives the same bytes', async () => {
    editBack(body => body.type('The Partners', 'The loyal Partners'))
    await amend()
    const first = world.bytesOf(agreement)
    expect(await amend()).toBe(0)
    expect(world.said.out).toMatch(/^unchanged /m)
    expect(world.bytesOf(agreement).equals(first)).toBe(true)
  })
})

describe('where an edit and an answer meet', () => {
  beforeEach(() => {
    editBack(body => body.type('Osgarth Parish Council', 'Osgarth Town Council'))
    changeAnswers()
  })

  test('both stand in the file, marked, and the report gives both', async () => {
    expect(await amend()).toBe(0)
    expect(world.said.err).toMatch(/warning BACK-07: .*by hand it says “/)
    expect(world.filesIn('out/nbc-p-2026-021')).toContain('partnership-agreement.docx')
  })

  test('--require-clean ends with 1', async () => {
    expect(await amend('--require-clean')).toBe(1)
  })
})
