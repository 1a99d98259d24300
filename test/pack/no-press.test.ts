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
  expect(world.said.err).toMatch(/PDF-01.*sign-off-pack\.pdf was not made.*does not load on this machine/)
})
