/** `concordat amend` on the command line: what it writes, what it says, and what it leaves alone. */
import { symlinkSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { readText } from '../support/read-docx.ts'
import { edit, jane } from '../support/word-editor.ts'
import { testWorld } from '../support/world.ts'
import {
  agreement,
  amend,
  changeAnswers,
  drafted,
  editBack,
  forum,
  useForum,
  useWorld,
  world,
} from './amend-desk.ts'

useForum()

describe('amending', () => {
  test('without a change of answers or words says that no variation is needed, and writes nothing', async () => {
    const before = world.filesIn('.')
    expect(await amend()).toBe(0)
    expect(world.said.err).toMatch(/BACK-12: No variation needed/)
    expect(world.filesIn('.')).toEqual(before)
  })

  test('finds no edit where questions stand open in bold, as in the totals of a new grant programme', async () => {
    world.remove()
    useWorld(testWorld())
    await world.run('new', 'hubs.yaml', '--type', 'grant_programme')
    await world.run('draft', 'hubs.yaml')
    const exit = await world.run('amend', 'hubs.yaml', '--from', 'out/hubs/partnership-agreement.docx')
    expect([exit, world.said.err]).toEqual([0, expect.stringMatching(/BACK-12: No variation needed/)])
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

  test('flags a variation of a signed agreement while answers conflict, and puts neither answer in it', async () => {
    const signed = `${forum}\nagreement_date: 2026-11-20\n`
    world.put('forum.yaml', signed)
    expect(await world.run('draft', 'forum.yaml')).toBe(0)
    world.put('back.docx', world.bytesOf(agreement))
    world.put('forum.yaml', signed.replace(/^ {4}rating: medium/m, '    rating: high'))
    expect(await amend()).toBe(1)
    expect(world.said.err).toMatch(/CONF-03: .*variation\.docx is not fit to be signed: answers conflict/)
    expect(world.said.err).toContain('RISK-06')
    const varied = world.filesIn('out/nbc-p-2026-021').find(name => name.endsWith('-of-variation.docx'))!
    expect(readText(world.bytesOf(`out/nbc-p-2026-021/${varied}`))).toContain('two answers conflict')
  })

  test.each([agreement, 'link.docx'])(
    'never replaces the file it reads, even in its own place (%s)',
    async from => {
      const before = world.bytesOf(agreement)
      symlinkSync(world.path(agreement), world.path('link.docx'))
      changeAnswers()
      expect(await world.run('amend', 'forum.yaml', '--from', from)).toBe(3)
      expect(world.bytesOf(agreement).equals(before)).toBe(true)
      const beside = world.bytesOf('out/nbc-p-2026-021/partnership-agreement (new).docx')
      expect(readText(beside)).toContain('Osgood')
      await world.run('verify', 'out/nbc-p-2026-021')
      expect(world.said.out).toMatch(/ partnership-agreement\.docx \(of Draft 1, an earlier version\)$/m)
      expect(world.said.out).toMatch(/ partnership-agreement \(new\)\.docx$/m)
    },
  )

  test.each(['partnership-agreement-redline.docx', 'schedule-of-changes.docx', 'from-legal.docx'])(
    'never replaces it in the folder that --out names, were its name that of a paper (%s)',
    async name => {
      const from = `out/nbc-p-2026-021/${name}`
      const before = world.bytesOf('back.docx')
      world.put(from, before)
      changeAnswers()
      const isPaper = name !== 'from-legal.docx'
      const out = ['--out', world.path('elsewhere', '..', 'out')]
      expect(await world.run('amend', 'forum.yaml', '--from', from, ...out)).toBe(isPaper ? 3 : 0)
      expect(world.bytesOf(from).equals(before)).toBe(true)
      expect(readText(world.bytesOf(agreement))).toContain('Osgood')
      if (isPaper) expect(world.filesIn('out')).toContain(`${from.slice(4, -5)} (new).docx`)
    },
  )

  test('never replaces it where it is the one that an earlier run put beside an edited one', async () => {
    const beside = (name: string) => `out/nbc-p-2026-021/partnership-agreement (${name}).docx`
    const typed = edit(world.bytesOf(agreement), body => body.type('The Partners', 'The loyal Partners'))
    world.put(agreement, typed)
    changeAnswers()
    expect(await amend()).toBe(3)
    const before = world.bytesOf(beside('new'))
    world.put('forum.yaml', forum.replaceAll('Osgarth', 'Osborne'))
    expect(await world.run('amend', 'forum.yaml', '--from', beside('new'))).toBe(3)
    expect(world.bytesOf(beside('new')).equals(before)).toBe(true)
    expect(readText(world.bytesOf(beside('new 2')))).toContain('Osborne')
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

  test('the same file twice gives the same bytes, and one version', async () => {
    editBack(body => body.type('The Partners', 'The loyal Partners'))
    await amend()
    const first = world.bytesOf(agreement)
    const { versions } = JSON.parse(world.textOf('out/nbc-p-2026-021/record.json'))
    expect(await amend()).toBe(0)
    expect(JSON.parse(world.textOf('out/nbc-p-2026-021/record.json')).versions).toEqual(versions)
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

  test('--require-clean ends with 1, for that alone', async () => {
    expect(await amend('--require-clean')).toBe(1)
    expect(world.said.err).toMatch(/error BACK-07: .*by hand it says “/)
    world.put('back.docx', drafted.bytesOf('back.docx'))
    editBack(body => body.type('The Partners', 'The loyal Partners', jane))
    expect(await amend('--require-clean', '--out', 'clean')).toBe(0)
  })
})
