/** The program as a process of its own: interrupted, cut off from its reader, and started by way of a link. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { buildSmallPrograms } from '../support/built.ts'

const built = await buildSmallPrograms('src/cli.ts')
const root = mkdtempSync(join(tmpdir(), 'concordat-process-'))
const program = join(built.folder, 'cli.js')
const env = { PATH: process.env.PATH, CONCORDAT_HOME: built.folder }
afterAll(() => {
  built.remove()
  rmSync(root, { recursive: true, force: true })
})

const small = (reference: string) => `schema_version: 1\nreference: ${reference}\nname: Trial\n`

/** Waits until the program has said something. */
const said = (child: ChildProcess, what: RegExp): Promise<void> =>
  new Promise((resolve, reject) => {
    let text = ''
    child.stderr!.on('data', part => {
      text += part
      if (what.test(text)) resolve()
    })
    child.on('exit', () => reject(new Error(`It ended first: ${text}`)))
  })

test('Ctrl-C midway ends it with 130; every file that stands is whole and nothing is left half-written', async () => {
  const files = Array.from({ length: 60 }, (_, i) => `intake-${i}.yaml`)
  for (const [i, file] of files.entries()) writeFileSync(join(root, file), small(`S-${i}`))
  const child = spawn(process.execPath, [program, 'draft', ...files], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const end = once(child, 'exit')
  await said(child, /\[4\/60\]/)
  child.kill('SIGINT')
  expect(await end).toEqual([130, null])

  const folders = readdirSync(join(root, 'out'))
  expect(folders.length).toBeGreaterThanOrEqual(3)
  expect(folders.length).toBeLessThan(60)
  for (const folder of folders) {
    expect(readdirSync(join(root, 'out', folder))).toEqual([
      'partnership-agreement.docx',
      'record.json',
      'versions',
    ])
    const record = JSON.parse(readFileSync(join(root, 'out', folder, 'record.json'), 'utf8'))
    expect(readdirSync(join(root, 'out', folder, 'versions'))).toEqual([`${record.versions[0].model}.json`])
    expect(record.reference.toLowerCase()).toBe(folder)
  }
  const again = spawnSync(process.execPath, [program, 'draft', ...files.slice(0, 3)], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  expect(again.status).toBe(0)
  expect(again.stdout.match(/^unchanged /gm)).toHaveLength(3)
})

/** Starts the program with a script that presses Ctrl-C once the program listens for it and something holds; gives how it ended. */
async function pressed(when: string, ...argv: string[]) {
  const press = `const press = setInterval(() => {
    if (process.listenerCount('SIGINT') === 0 || !(${when})) return
    clearInterval(press)
    process.kill(process.pid, 'SIGINT')
    setTimeout(() => {}, 2000)
  }, 1)`
  const loader = `data:text/javascript,${encodeURIComponent(`import { existsSync } from 'node:fs'; ${press}`)}`
  const child = spawn(process.execPath, ['--import', loader, program, ...argv], { cwd: root, env })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', part => {
      said += part
    })
  const [code] = await once(child, 'close')
  return { code, said }
}

/** Presses Ctrl-C whenever a file is about to be forced to the disk, which then takes a while. */
const pressedWhileWriting = `
import { open } from 'node:fs/promises'
const file = await open(process.execPath)
const files = Object.getPrototypeOf(file)
await file.close()
files.sync = () => new Promise(resolve => process.kill(process.pid, 'SIGINT') && setTimeout(resolve, 40))`

test('Ctrl-C while a set is being written waits for the whole set, and names what it wrote', () => {
  writeFileSync(join(root, 'one.yaml'), small('HELD'))
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(pressedWhileWriting)}`,
      program,
      'draft',
      'one.yaml',
    ],
    { cwd: root, env, encoding: 'utf8' },
  )
  expect(status).toBe(130)
  expect(stderr).toMatch(/Interrupted.*partnership-agreement\.docx/s)
  expect(readdirSync(join(root, 'out', 'held')).sort()).toEqual([
    'partnership-agreement.docx',
    'record.json',
    'versions',
  ])
})

test('Ctrl-C before a command has written anything says so in one line', async () => {
  writeFileSync(join(root, 'lone.yaml'), small('LONE'))
  const commands = [
    ...['check', 'draft', 'pack', 'explain'].map(name => [name, 'lone.yaml']),
    ['amend', 'lone.yaml', '--from', 'lone.docx'],
    ['register', '.'],
    ['verify', '.'],
    ['new', 'other.yaml'],
    ['clauses', 'check'],
  ]
  const ends = await Promise.all(commands.map(argv => pressed('true', ...argv)))
  expect(ends).toEqual(commands.map(() => ({ code: 130, said: 'Interrupted: nothing was written.\n' })))
  expect(existsSync(join(root, 'out', 'lone'))).toBe(false)
})

test('Ctrl-C after one intake was written names what stands', async () => {
  writeFileSync(join(root, 'written.yaml'), small('W-1'))
  const { code, said } = await pressed("existsSync('out/w-1/record.json')", 'draft', 'written.yaml')
  expect(code).toBe(130)
  expect(said.trim().split('\n').at(-1)).toMatch(
    /^Interrupted, but .*w-1.partnership-agreement\.docx had been written, and is whole\.$/,
  )
  expect(readdirSync(join(root, 'out', 'w-1')).sort()).toEqual([
    'partnership-agreement.docx',
    'record.json',
    'versions',
  ])
})

test('a reader of its messages who goes away stops no document', async () => {
  writeFileSync(join(root, 'lonely.yaml'), small('L-1'))
  const child = spawn(process.execPath, [program, 'draft', 'lonely.yaml'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout.destroy()
  child.stderr.destroy()
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(readdirSync(join(root, 'out', 'l-1'))).toEqual([
    'partnership-agreement.docx',
    'record.json',
    'versions',
  ])
})

test('a reader that stops reading is no fault', async () => {
  const child = spawn(process.execPath, [program, 'schema'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = once(child, 'exit')
  let err = ''
  child.stderr.on('data', part => {
    err += part
  })
  child.stdout.destroy()
  expect(await end).toEqual([0, null])
  expect(err).toBe('')
})

test('it runs by way of a link, as npm installs it, and its exit code is the command’s', () => {
  symlinkSync(program, join(root, 'concordat.mjs'))
  const run = (...argv: string[]) =>
    spawnSync(process.execPath, [join(root, 'concordat.mjs'), ...argv], { cwd: root, env, encoding: 'utf8' })
  expect(run('--version')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  const wrong = run('drfat')
  expect(wrong.status).toBe(2)
  expect(wrong.stderr).toContain('Did you mean draft?')
})
