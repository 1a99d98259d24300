/** The program as `npm run build` makes it: it runs from the code that V8 kept, and as well where that code is of no use. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawingsOf, loadRasteriser, pictureName } from '../../src/render/diagram/rasterise.ts'
import { realWorld } from '../../src/world.ts'
import { home } from '../support/home.ts'
import { examplePapers } from '../support/pack.ts'

// Where Node finds the repository's packages.
mkdirSync(join(home, 'out'), { recursive: true })
const folder = mkdtempSync(join(home, 'out', 'built-'))
const env = { ...process.env, CONCORDAT_HOME: home }
const work = mkdtempSync(join(tmpdir(), 'concordat-built-run-'))
const code = join(folder, 'program.draft.code')
const script = join(folder, 'program.cjs')

beforeAll(() => {
  execFileSync(process.execPath, [join(home, 'tools', 'build.mjs'), folder], { env })
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  rmSync(work, { recursive: true, force: true })
})

const run = (...args: string[]) =>
  execFileSync(process.execPath, [join(folder, 'cli.js'), ...args], { cwd: work, env, encoding: 'utf8' })
const forum = join(home, 'data', 'intake', 'flood-forum.yaml')
const agreement = () => {
  run('draft', forum, '--as-at', '2026-11-26', '--force')
  return readFileSync(join(work, 'out', 'nbc-p-2026-021', 'partnership-agreement.docx'))
}
const isTaken = (command = 'draft') => {
  const args = [
    '--import',
    './test/support/register-typescript.mjs',
    'test/support/kept-code.ts',
    command,
    folder,
  ]
  return execFileSync(process.execPath, args, { cwd: home, encoding: 'utf8' }).trim() === 'taken'
}

test('V8 takes the code that the build kept, and without it the program does the same, letter for letter', () => {
  expect(['check', 'draft', 'amend'].filter(command => !isTaken(command))).toEqual([])
  const kept = readFileSync(code)
  const drafted = agreement()

  const ofAnotherVersion = Buffer.from(kept)
  ofAnotherVersion.fill(1, 4, 8)
  writeFileSync(code, ofAnotherVersion)
  expect(isTaken()).toBe(false)
  expect(agreement()).toEqual(drafted)

  truncateSync(code, 1000)
  expect(agreement()).toEqual(drafted)

  rmSync(code)
  expect(agreement()).toEqual(drafted)
  expect(existsSync(code)).toBe(false)
})

test('every text the script holds is in ASCII letters, as it is read', () => {
  expect(readFileSync(script).every(byte => byte < 128)).toBe(true)
  expect(run('check', forum)).toContain('flood-forum.yaml: nothing is missing or wrong.')
})

test('the build draws each decision path once, as a pack would draw it', async () => {
  const documents = examplePapers('flood-forum').map(({ document }) => document)
  const rasterise = await loadRasteriser(documents, { fontFiles: realWorld().fontFiles })
  const drawings = documents.flatMap(drawingsOf)
  expect(drawings).toHaveLength(3)
  for (const drawing of drawings)
    expect(readFileSync(join(folder, `picture-${pictureName(drawing)}.png`))).toEqual(
      Buffer.from(rasterise!(drawing)),
    )
})

describe('a build whose program fails', () => {
  const dist = join(work, 'dist')
  /** A program that ends any command with a code, and what keeping its code comes to. */
  const build = (command: string, code: number) => {
    mkdirSync(dist, { recursive: true })
    writeFileSync(
      join(dist, 'program.cjs'),
      `(function (require, module) { module.exports = {
        realWorld: () => ({ examples: '.' }),
        runCommandLine: async (world, [command]) => (world.err('The reason for ' + command), ${code}),
        codeOfScripts: () => new Map(),
      } })`,
    )
    const tool = ['--import', './test/support/register-typescript.mjs', 'tools/code-cache.ts', command, dist]
    const { status, stderr } = spawnSync(process.execPath, tool, { cwd: home, encoding: 'utf8' })
    return { status, stderr, kept: readdirSync(dist).filter(name => name.endsWith('.code')) }
  }

  test.each([
    ['draft', 70],
    ['check', 70],
    ['all', 2],
  ])('ends with the program’s own message: %s, %d', (command, code) => {
    const { status, stderr, kept } = build(command, code)
    expect(status).toBe(1)
    expect(stderr).toContain(`ended with ${code}:\nThe reason for ${command === 'all' ? 'check' : command}`)
    expect(kept).toEqual([])
  })

  test('does not end for what check finds in an example', () => {
    expect(build('check', 1)).toEqual({ status: 0, stderr: '', kept: ['program.check.code'] })
  })
})
