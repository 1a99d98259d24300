/** One process that makes one pack as the program does, for `bench/run.mjs`: prints how long each stage took, as JSON. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommandLine } from '../src/command-line.ts'
import { realWorld } from '../src/world.ts'

const [intake, asAt] = process.argv.slice(2) as [string, string]
const stages: Record<string, number> = {}
let last = performance.now()
const passed = (stage: string): void => {
  const now = performance.now()
  stages[stage] = now - last
  last = now
}

const out = mkdtempSync(join(tmpdir(), 'concordat-bench-'))
try {
  const quiet = () => undefined
  const world = { ...realWorld(), passed, out: quiet, err: quiet }
  const code = await runCommandLine(world, ['pack', intake, '--as-at', asAt, '--out', out])
  if (code !== 0) throw new Error(`${intake} ended with ${code}`)
  passed('writing')
  const [pdf] = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.pdf'))
  console.log(JSON.stringify({ stages, bytes: statSync(join(out, pdf!)).size }))
} finally {
  rmSync(out, { recursive: true, force: true })
}
