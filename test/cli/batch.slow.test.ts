/** A whole portfolio by the built program: what a second run touches, Ctrl-C in the middle of many workers, and memory. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Built, buildPrograms } from '../support/built.ts'
import { home } from '../support/home.ts'
import { makePortfolio } from '../support/portfolio.ts'

const count = 60
const root = mkdtempSync(join(tmpdir(), 'concordat-portfolio-'))
const portfolio = makePortfolio(21, count)
const env = { PATH: process.env.PATH, CONCORDAT_HOME: home }
let built: Built | undefined

beforeAll(async () => {
  built = await buildPrograms('src/cli.ts', 'src/worker.ts')
  mkdirSync(join(root, 'in'))
  for (const { file, text } of portfolio) writeFileSync(join(root, 'in', file), text)
})
afterAll(() => {
  built?.remove()
  rmSync(root, { recursive: true, force: true })
})

const start = () =>
  spawn(process.execPath, [join(built!.folder, 'cli.js'), 'draft', 'in/*.yaml', '--jobs', '2'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })

async function run() {
  const child = start()
  let said = ''
  child.stderr.on('data', part => {
    said += part
  })
  const [code] = await once(child, 'exit')
  return { code, said }
}

const folders = () => readdirSync(join(root, 'out'))
const written = () =>
  new Map(folders().map(f => [f, statSync(join(root, 'out', f, 'record.json'), { bigint: true }).mtimeNs]))

/** Every folder holds its record, and each file in it is as the record says. */
function expectWhole() {
  for (const folder of folders()) {
    const names = readdirSync(join(root, 'out', folder)).sort()
    expect(names, folder).toEqual(['partnership-agreement.docx', 'record.json', 'versions'])
    const record = JSON.parse(readFileSync(join(root, 'out', folder, 'record.json'), 'utf8'))
    for (const name of Object.keys(record.files))
      expect(statSync(join(root, 'out', folder, name)).size, `${folder}/${name}`).toBeGreaterThan(0)
  }
}

test('Ctrl-C in the middle of two workers leaves whole files, and the next run does the rest', {
  timeout: 240_000,
}, async () => {
  const child = start()
  const end = once(child, 'exit')
  let said = ''
  for await (const part of child.stderr) {
    said += part
    if (said.includes(`[10/${count}]`) && !child.killed) child.kill('SIGINT')
  }
  expect((await end)[0]).toBe(130)
  expect(said).toContain('Run the same again to do the rest')
  const first = written()
  expect(first.size).toBeGreaterThanOrEqual(10)
  expect(first.size).toBeLessThan(50)
  expectWhole()

  const rest = await run()
  expect(rest.code).toBe(1)
  const all = written()
  expect(all.size).toBe(portfolio.filter(p => p.plan).length)
  for (const [folder, time] of first) expect(all.get(folder), folder).toBe(time)
  expectWhole()
})

test('a rerun touches exactly what changed', { timeout: 240_000 }, async () => {
  await run()
  const before = written()
  const changed = [5, 17, 50].map(i => portfolio[i]!)
  for (const { file, text } of changed)
    writeFileSync(
      join(root, 'in', file),
      text.replace('The bodies that work in', 'All the bodies that work in'),
    )
  const { said } = await run()
  const after = written()
  expect(
    [...after]
      .filter(([folder, time]) => before.get(folder) !== time)
      .map(([folder]) => folder)
      .sort(),
  ).toEqual(changed.map(p => p.plan!.reference.toLowerCase()).sort())
  expect(said).toMatch(new RegExp(`${before.size - 3} unchanged`))
})
