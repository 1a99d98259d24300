/**
 * The whole program with a comparison that goes wrong in one clause when it is made word by word: the redline of that clause is coarse,
 * whoever amends is told, and both texts still come out of it exactly.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { afterAll, expect, test } from 'vitest'
import { asModule } from '../support/built.ts'
import { markedText } from '../support/marked-text.ts'
import { readText } from '../support/read-docx.ts'
import { settleDocx } from '../support/settle-docx.ts'
import { home, testWorld } from '../support/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'concordat-coarse-'))
const world = testWorld()
afterAll(() => {
  world.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** Puts a comparison in place of ours that loses words of the clause on the Board, unless it is made coarsely there. */
const damage: Plugin = {
  name: 'damage',
  setup: ({ onLoad }) =>
    onLoad({ filter: /compare[\\/]compare-documents\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8')
      const sound = source.replace('export function compareDocuments(', 'function soundly(')
      expect(sound).not.toBe(source)
      return {
        loader: 'ts',
        contents: `${sound}
          export const compareDocuments: typeof soundly = (was, is, by, grainOf = () => 'words') => {
            const marked = soundly(was, is, by, grainOf)
            const body = marked.body.map(block =>
              'id' in block && block.id === 'board' && grainOf('clause board') === 'words'
                ? JSON.parse(JSON.stringify(block).replaceAll('in every 12 months', 'in every year'))
                : block)
            return { ...marked, body }
          }`,
      }
    }),
}

test('a redline that would be wrong word by word is coarse there, is written, and the person at the terminal is told', async () => {
  const outfile = join(folder, 'command-line.mjs')
  await build({
    ...asModule,
    entryPoints: ['src/command-line.ts'],
    outfile,
    plugins: [damage],
  })
  const { runCommandLine } = await import(pathToFileURL(outfile).href)
  const forum = readFileSync(join(home, 'data/intake/flood-forum.yaml'), 'utf8')
  world.put('forum.yaml', forum)
  expect(await world.run('draft', 'forum.yaml')).toBe(0)
  const agreement = 'out/nbc-p-2026-021/partnership-agreement.docx'
  const back = world.bytesOf(agreement)
  world.put('back.docx', back)
  world.put(
    'forum.yaml',
    forum.replace(/meetings_per_year: \d+/, 'meetings_per_year: 11').replaceAll('Osgarth', 'Osgood'),
  )
  expect(await runCommandLine(world, ['amend', 'forum.yaml', '--from', 'back.docx'])).toBe(0)
  expect(world.said.err).toMatch(
    /BACK-24: The redline is coarse in places.*Clause 7 \(The Board\): each paragraph/,
  )
  const redline = world.bytesOf('out/nbc-p-2026-021/partnership-agreement-redline.docx')
  expect(markedText(redline)).toMatch(/\[-The Board holds|\[-The forum/)
  expect(readText(settleDocx(redline, 'accept'))).toBe(readText(world.bytesOf(agreement)))
  expect(readText(settleDocx(redline, 'reject'))).toBe(readText(back))
  expect(readText(world.bytesOf('out/nbc-p-2026-021/schedule-of-changes.docx'))).toMatch(
    /What the redline cannot show[\s\S]*Clause 7 \(The Board\): each paragraph/,
  )
})
