/** `concordat demo`: what a newcomer's first command leaves in the folder, and what it says. */
import { afterAll, expect, test } from 'vitest'
import { testWorld } from '../support/world.ts'

const agreement = 'partnership-agreement.docx'
const world = testWorld()
const shown = (folder: string) => world.filesIn(folder).filter(name => !name.includes('versions/'))
afterAll(() => world.remove())

test('every worked example gets its pack, and the contract outside the Code its note', async () => {
  expect(await world.run('demo')).toBe(0)
  for (const n of ['009', '014', '021', '027'])
    expect(shown(`out/nbc-p-2026-${n}`)).toEqual(
      expect.arrayContaining([agreement, 'risk-register.docx', 'sign-off-checklist.docx', 'record.json']),
    )
  expect(world.said.out.match(/^wrote .*\/out\/.*agreement\.docx$/gm)).toHaveLength(4)
  expect(world.said.err).toMatch(/flood-forum\.yaml: written, every question answered/)
  expect(world.said.err).toMatch(/food-network\.yaml: written, \d+ questions still to answer/)
  expect(shown('out/nbc-p-2026-033').filter(name => name !== 'record.json')).toEqual(['scope-note.docx'])
  expect(world.said.err).toContain('[5/5]')
})
