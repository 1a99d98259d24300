/** Runs killed at random moments: whatever the moment, the next run finds whole files of one version and clears up. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recover } from '../../src/output/journal.ts'
import { readRecord, sha256 } from '../../src/output/record.ts'
import { buildPrograms } from '../support/built.ts'
import { home } from '../support/home.ts'
import { fileSizes, writeVersion } from './versions.ts'

const root = mkdtempSync(join(tmpdir(), 'concordat-killed-'))
const script = join(root, 'keep-writing.mjs')
const names = Object.keys(fileSizes)
const everything = [...names, 'record.json'].sort()

beforeAll(async () => {
  await build({
    entryPoints: [new URL('keep-writing.ts', import.meta.url).pathname],
    outfile: script,
    bundle: true,
    format: 'esm',
    platform: 'node',
  })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Tells the parent as soon as the program listens for Ctrl-C, and then holds it up no longer. */
const sayWhenListening = `process.on('newListener', name => {
  if (name === 'SIGINT') process.send('listening', () => process.channel.unref())
})`

/** So many at once: each spends most of its time waiting for the disk. */
const LANES = 4

/** Starts a process that writes one version after another, and kills it after it has begun and some time has passed. */
async function writeAndKill(out: string, milliseconds: number): Promise<void> {
  const child: ChildProcess = fork(script, [out], { stdio: 'ignore' })
  const end = once(child, 'exit')
  await Promise.race([once(child, 'message'), end])
  await sleep(milliseconds)
  child.kill('SIGKILL')
  const [code, signal] = await end
  expect([code, signal], 'the process ended before it was killed').toEqual([null, 'SIGKILL'])
}

/** The version that a file holds throughout, or a word for what is wrong with it. */
function versionOf(folder: string, name: string): number | 'missing' | 'corrupt' {
  if (!existsSync(join(folder, name))) return 'missing'
  const bytes = readFileSync(join(folder, name))
  const isWhole = bytes.length === fileSizes[name] && bytes.subarray(4).equals(bytes.subarray(0, -4))
  return isWhole ? bytes.readUInt32LE(0) : 'corrupt'
}

describe('a run killed at any moment', () => {
  test('never leaves a corrupt file, and after recovery no mixed set and nothing stray', {
    timeout: 60_000,
  }, async () => {
    const runs = 40
    let interrupted = 0
    let finished = 0
    for (let run = 0; run < runs; run += LANES)
      await Promise.all(
        Array.from({ length: LANES }, (_, lane) => run + lane).map(async n => {
          const out = join(root, `run-${n}`)
          const folder = join(out, 'fh-1')
          // Spread over the length of about three sets, so that every step is hit.
          await writeAndKill(out, (n * 37) % 40)
          const found = names.map(name => versionOf(folder, name))
          expect(found, `run ${n}, before recovery`).not.toContain('corrupt')
          if (readdirSync(folder).some(name => !everything.includes(name))) interrupted++
          if (existsSync(join(folder, '.concordat-journal.json'))) finished++

          recover(folder)
          const recovered = new Set(names.map(name => versionOf(folder, name)))
          expect([...recovered], `run ${n}, after recovery`).toHaveLength(1)
          for (const [name, hash] of Object.entries(readRecord(folder)?.files ?? {}))
            expect(sha256(readFileSync(join(folder, name)))).toBe(hash)

          const next = await writeVersion(out, 4_000_000 + n)
          expect(next.findings).toEqual([])
          expect(names.map(name => versionOf(folder, name))).toEqual(names.map(() => 4_000_000 + n))
          expect(readdirSync(folder).sort()).toEqual(everything)
          rmSync(out, { recursive: true })
        }),
      )
    // Without these the moments would have missed the work, and the test would show nothing.
    expect(interrupted).toBeGreaterThan(runs / 2)
    expect(finished).toBeGreaterThan(0)
  })
})

test('interrupted with Ctrl-C at any moment, a run over one intake ends with 130 and says truly what it wrote', async () => {
  const built = await buildPrograms('src/cli.ts')
  const intake = join(home, 'data/intake/flood-forum.yaml')
  const ends: string[] = []
  try {
    for (let moment = 0; moment < 6; moment++) {
      const out = join(root, `stopped-${moment}`)
      const child = fork(join(built.folder, 'cli.js'), ['draft', intake, '--out', out], {
        env: { PATH: process.env.PATH, CONCORDAT_HOME: home },
        execArgv: ['--import', `data:text/javascript,${encodeURIComponent(sayWhenListening)}`],
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      })
      let said = ''
      child.stderr!.on('data', part => {
        said += part
      })
      const end = once(child, 'close')
      await Promise.race([once(child, 'message'), end])
      await sleep(moment * 120)
      child.kill('SIGINT')
      const [code] = await end
      const stands = existsSync(join(out, 'nbc-p-2026-021', 'partnership-agreement.docx'))
      // Whoever presses it when all is done is too late.
      if (code === 0) expect(stands).toBe(true)
      else {
        expect(code, said).toBe(130)
        const last = said.trim().split('\n').at(-1)!
        expect(last).toMatch(
          stands
            ? /^Interrupted, but .* had been written, and is whole\.$/
            : /^Interrupted: nothing was written\.$/,
        )
        ends.push(last)
      }
    }
  } finally {
    built.remove()
  }
  expect(ends).toContain('Interrupted: nothing was written.')
})
