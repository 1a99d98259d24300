/** Whole packs under hard conditions: killed at a hundred random moments there is never half a pack. */
import { type ChildProcess, execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recover } from '../../src/output/journal.ts'
import { readRecord, sha256 } from '../../src/output/record.ts'
import { home } from '../support/home.ts'

const root = mkdtempSync(join(tmpdir(), 'concordat-packs-'))
const script = join(root, 'keep-packing.mjs')
const tsx = join(home, 'node_modules/tsx/dist/cli.mjs')

/** Packs an example in a process of its own, and gives the folder. */
async function packIn(out: string, name: string): Promise<string> {
  const words = [tsx, 'src/cli.ts', 'pack', `data/intake/${name}.yaml`, '--out', out, '--as-at', '2026-11-22']
  await promisify(execFile)(process.execPath, words, { cwd: home })
  return join(out, readdirSync(out)[0]!)
}
const hashes = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter(name => /\.(docx|pdf)$/.test(name))
      .map(name => [name, sha256(readFileSync(join(folder, name)))]),
  )

let packs: readonly string[] = []
beforeAll(async () => {
  await build({
    entryPoints: [new URL('keep-packing.ts', import.meta.url).pathname],
    outfile: script,
    bundle: true,
    format: 'esm',
    platform: 'node',
  })
  packs = await Promise.all([packIn(join(root, 'a'), 'flood-forum'), packIn(join(root, 'b'), 'food-network')])
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('killed at a hundred random moments, there is one whole pack or the other', async () => {
  const [one, other] = packs.map(hashes)
  let interrupted = 0
  const killAt = async (moment: number) => {
    const out = join(root, `run-${moment}`)
    const folder = join(out, 'pack')
    const child: ChildProcess = fork(script, [out, ...packs], { stdio: 'ignore' })
    const end = once(child, 'exit')
    await Promise.race([once(child, 'message'), end])
    await sleep((moment * 37) % 120)
    child.kill('SIGKILL')
    expect((await end)[1], 'the process ended before it was killed').toBe('SIGKILL')
    for (const [name, hash] of Object.entries(hashes(folder)))
      expect([one![name], other![name]], `${name}, before recovery`).toContain(hash)
    if (readdirSync(folder).some(name => name.startsWith('.concordat-'))) interrupted++
    recover(folder)
    expect([one, other]).toContainEqual(hashes(folder))
    const { files = {} } = readRecord(folder) ?? {}
    for (const [name, hash] of Object.entries(hashes(folder))) expect(files[name]).toBe(hash)
    rmSync(out, { recursive: true })
  }
  // Each spends most of its time waiting for the disk.
  for (let moment = 0; moment < 100; moment += 4)
    await Promise.all([0, 1, 2, 3].map(lane => killAt(moment + lane)))
  // Otherwise the moments would have missed the work, and the test would show nothing.
  expect(interrupted).toBeGreaterThan(50)
})
