import { cpSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { exampleText } from '../support/examples.ts'
import { readText } from '../support/read-docx.ts'
import { smallLibrary } from '../support/small-library.ts'
import { edit } from '../support/word-editor.ts'
import { type TestWorld, testWorld } from '../support/world.ts'
import { inspected } from '../support/worn-docx.ts'

const forum = exampleText('flood-forum')
const other = forum.replace('NBC-P-2026-021', 'NBC-P-2026-022').replaceAll('Wendle Valley', 'Upper Sile')
const agreementOf = (number: string) => `out/nbc-p-2026-${number}/partnership-agreement.docx`

/** Where both were drafted and came back, once; each test works in a copy. */
const drafted = testWorld(smallLibrary())
let world: TestWorld
beforeAll(async () => {
  drafted.put('in/forum.yaml', forum)
  drafted.put('in/sile.yaml', other)
  expect(await drafted.run('draft', 'in/*.yaml')).toBe(0)
  // What came back lies in one folder, under names of other people's making.
  for (const [number, name] of [
    ['021', 'back/Agreed form FINAL.docx'],
    ['022', 'back/copy (2).docx'],
  ] as const)
    drafted.put(
      name,
      edit(drafted.bytesOf(agreementOf(number)), body =>
        body.type('The Partners', `The ${number === '021' ? 'loyal' : 'eager'} Partners`),
      ),
    )
  for (const file of ['in/forum.yaml', 'in/sile.yaml'])
    drafted.put(file, drafted.textOf(file).replaceAll('Osgarth', 'Osgood'))
})
afterAll(() => drafted.remove())
beforeEach(() => {
  world = testWorld(smallLibrary())
  cpSync(drafted.path(), world.path(), { recursive: true })
})
afterEach(() => world.remove())

const amend = (from: string, ...more: string[]) => world.run('amend', 'in/*.yaml', '--from', from, ...more)

test('each agreement goes on from its own file of a folder, told by the reference that the file carries', async () => {
  world.put('before/forum.yaml', forum)
  world.put('before/sile.yaml', other)
  expect(await amend('back', '--before', 'before')).toBe(0)
  const [first, second] = ['021', '022'].map(number => readText(world.bytesOf(agreementOf(number))))
  expect(first).toMatch(/The loyal Partners[\s\S]*Osgood/)
  expect(second).toMatch(/The eager Partners[\s\S]*Osgood/)
  expect(first + second!).not.toContain('Osgarth')
  for (const number of ['021', '022'])
    expect(world.filesIn(`out/nbc-p-2026-${number}`)).toContain('schedule-of-changes.docx')
})

test('the output folder itself will do; as ever, the new version stands beside the one it began from', async () => {
  expect(await amend('out')).toBe(3)
  expect(readText(world.bytesOf(agreementOf('022')))).toContain('Osgarth')
  expect(readText(world.bytesOf('out/nbc-p-2026-022/partnership-agreement (new).docx'))).toContain('Osgood')
})

test('an intake without a file is told and spoils no other; with two, none is guessed', async () => {
  world.put('in/third.yaml', forum.replace('NBC-P-2026-021', 'NBC-P-2026-023'))
  world.put('back/copy (3).docx', world.bytesOf('back/copy (2).docx'))
  expect(await amend('back')).toBe(1)
  expect(world.said.err).toMatch(
    /BACK-21: No Word file in back belongs to the partnership of in\/third\.yaml/,
  )
  expect(world.said.err).toMatch(
    /BACK-22: 2 Word files .*sile\.yaml: back\/copy \(2\)\.docx, back\/copy \(3\)\.docx/,
  )
  expect(readText(world.bytesOf(agreementOf('021')))).toMatch(/The loyal Partners/)
  expect(readText(world.bytesOf(agreementOf('022')))).toContain('Osgarth')
})

test('a file of another partnership is never taken, whose reference only begins alike or is not given yet', async () => {
  // A document inspector left nothing but the words, and NBC-P-2026-02 stands in NBC-P-2026-021.
  const short = forum.replace('NBC-P-2026-021', 'NBC-P-2026-02')
  world.put('short.yaml', short)
  world.put('lost/nbc-p-2026-021 signed.docx', inspected(world.bytesOf('back/Agreed form FINAL.docx')))
  expect(await world.run('amend', 'short.yaml', '--from', 'lost')).toBe(1)
  expect(world.said.err).toContain('BACK-21')
  expect(await world.run('amend', 'short.yaml', '--from', 'lost/nbc-p-2026-021 signed.docx')).toBe(1)
  expect(world.said.err).toMatch(/BACK-02: .*“NBC-P-2026-02” stands nowhere/)

  for (const [name, text] of [
    ['a', forum],
    ['b', other],
  ] as const)
    world.put(`new/${name}.yaml`, text.replace(/^reference:.*$/m, ''))
  expect(await world.run('draft', 'new/*.yaml', '--out', 'drafts')).toBe(0)
  const [mine, theirs] = ['wendle-valley', 'upper-sile'].map(
    place => `drafts/${place}-flood-forum/partnership-agreement.docx`,
  )
  world.put('new/a.yaml', world.textOf('new/a.yaml').replaceAll('Osgarth', 'Osgood'))
  expect(await world.run('amend', 'new/a.yaml', '--from', theirs!, '--out', 'drafts')).toBe(1)
  expect(world.said.err).toMatch(/BACK-02: .*Upper Sile Flood Forum”, which has no reference yet/)
  world.put('returned/one.docx', world.bytesOf(theirs!))
  expect(await world.run('amend', 'new/a.yaml', '--from', 'returned', '--out', 'drafts')).toBe(1)
  expect(world.said.err).toContain('BACK-21')
  world.put('returned/other.docx', world.bytesOf(mine!))
  expect(await world.run('amend', 'new/a.yaml', '--from', 'returned', '--out', 'drafts')).toBe(0)
  expect(readText(world.bytesOf(mine!))).toContain('Osgood')
})
