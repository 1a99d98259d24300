/** Where the library that lays pages out does not load, the Word papers are written all the same, and a message says why there is no PDF. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { realWorld } from '../../src/world.ts'
import { type TestWorld, testWorld } from '../support/world.ts'

let world: TestWorld
beforeAll(() => {
  world = testWorld({ press: () => ({ ...realWorld().press(), typst: '/nowhere/typst.js' }) })
})
afterAll(() => world.remove())

test('a pack without its PDF', async () => {
  world.put('forum.yaml', 'schema_version: 1\nreference: NBC-1\nname: Forum\n')
  expect(await world.run('pack', 'forum.yaml')).toBe(0)
  const files = world.filesIn('out').map(name => name.split(/[\\/]/).at(-1))
  expect(files).toContain('sign-off-checklist.docx')
  expect(files).not.toContain('sign-off-pack.pdf')
  expect(world.said.err).not.toContain('OUT-07')
  expect(world.said.err).toMatch(/PDF-01.*sign-off-pack\.pdf was not made.*does not load on this machine/)
})

test('a PDF of an earlier run is said to be old, by the run and by whoever verifies it', async () => {
  world.put('forum.yaml', 'schema_version: 1\nreference: NBC-2\nname: Forum\n')
  world.put('out/nbc-2/sign-off-pack.pdf', '%PDF-1.7')
  expect(await world.run('pack', 'forum.yaml')).toBe(0)
  expect(world.said.err).toMatch(/OUT-07.*sign-off-pack\.pdf is of an earlier run/)
  expect(world.textOf('out/nbc-2/sign-off-pack.pdf')).toBe('%PDF-1.7')
  await world.run('verify', 'out/nbc-2')
  expect(world.said.out).toContain('sign-off-pack.pdf is of an earlier run')
})
