import { appendFileSync, cpSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runCommandLine } from '../../src/command-line.ts'
import { buildSmallPrograms } from '../support/built.ts'
import { preparedFor } from '../support/prepared.ts'
import { smallLibrary } from '../support/small-library.ts'
import { copyLibrary, type TestWorld, testWorld } from '../support/world.ts'

const built = await buildSmallPrograms('test/support/worker.ts')
const worker = built.url('worker.js')
afterAll(() => built.remove())
const small = (reference: string, more = '') =>
  `schema_version: 1\nintake_date: 2026-11-01\nreference: ${reference}\nname: Trial ${reference}\n${more}`

let world: TestWorld
beforeEach(() => {
  world = testWorld(smallLibrary())
})
afterEach(() => {
  expect(world.said.err, 'no stack of function names').not.toMatch(/^\s+at /m)
  world.remove()
})

const putSome = (...references: string[]) => {
  for (const reference of references) world.put(`in/${reference}.yaml`, small(reference))
}
const drafted = () => world.filesIn('out').filter(file => file.endsWith('.docx'))

describe('many intakes', () => {
  test('are found by pattern, in order, each once; a pattern without a file is an error', async () => {
    putSome('b', 'a', 'c')
    world.put('in/deep/d.yaml', small('d'))
    world.put('in/notes.txt', 'no intake')
    expect(await world.run('draft', 'in/b.yaml', 'in/**/*.yaml', './in/a.yaml')).toBe(0)
    expect(world.said.err.match(/^\[\d\/4\] \S+/gm)).toEqual([
      '[1/4] in/b.yaml:',
      '[2/4] in/a.yaml:',
      '[3/4] in/c.yaml:',
      '[4/4] in/deep/d.yaml:',
    ])
    expect(await world.run('draft', 'elsewhere/*.yaml', 'in/a.yaml')).toBe(1)
    expect(world.said.err).toContain('RUN-03')
    expect(world.said.err).toContain('No file matches elsewhere/*.yaml.')
    expect(world.said.out).toContain('unchanged')
  })

  test('that links lead to are done once, and a folder that links to itself adds none', async () => {
    putSome('a', 'b')
    symlinkSync('a.yaml', world.path('in/link.yaml'))
    symlinkSync('.', world.path('in/loop'))
    expect(await world.run('draft', 'in/**/*.yaml')).toBe(0)
    expect(world.said.err.match(/^\[\d\/\d\] \S+/gm)).toEqual(['[1/2] in/a.yaml:', '[2/2] in/b.yaml:'])
  })

  test('a name with brackets in it stands for that file', async () => {
    world.put('hubs [draft 2].yaml', small('h'))
    expect(await world.run('draft', 'hubs [draft 2].yaml')).toBe(0)
    expect(drafted()).toEqual(['h/partnership-agreement.docx'])
  })

  test('end in a table of what came of each', async () => {
    putSome('a')
    world.put('in/b.yaml', 'name: [')
    expect(await world.run('draft', 'in/*.yaml')).toBe(1)
    expect(world.said.err).toMatch(/^Intake +Result +Errors +Warnings +Questions$/m)
    expect(world.said.err).toMatch(/^in\/a\.yaml +written +0 +0 +\d+$/m)
    expect(world.said.err).toMatch(/^in\/b\.yaml +nothing written +[1-9]\d* +0 +0$/m)
    expect(world.said.err).toMatch(/^2 intakes: 1 written, 1 nothing written\./m)
  })

  test('show a bar on a terminal, and no line for those that went well', async () => {
    const lines: string[] = []
    let now = 0
    const terminal = testWorld({
      ...smallLibrary(),
      isTerminal: true,
      env: { NO_COLOR: '1' },
      status: line => lines.push(line),
      elapsed: () => (now += 500),
    })
    for (const name of ['a', 'b', 'c']) terminal.put(`${name}.yaml`, small(name))
    expect(await terminal.run('draft', '*.yaml')).toBe(0)
    expect(lines[0]).toMatch(/^\[\.+\] {2}0 of 3/)
    expect(lines.at(-1)).toMatch(/^\[#+\] {2}3 of 3 {2}[\d.]+ a second {2}0 s left$/)
    expect(terminal.said.err).not.toContain('[1/3]')
    terminal.remove()
  })

  test('are told to a machine as one list, whole and in order', async () => {
    putSome('a', 'b')
    world.put('in/c.yaml', 'name: [')
    for (const [command, list] of [
      ['draft', 'documents'],
      ['check', 'intakes'],
    ] as const) {
      expect(await world.run(command, 'in/*.yaml', '--json')).toBe(1)
      const said = JSON.parse(world.said.out)
      expect(said.version).toBe(1)
      expect(said[list].map((entry: { intake: string }) => entry.intake)).toEqual([
        'in/a.yaml',
        'in/b.yaml',
        'in/c.yaml',
      ])
      expect(world.said.err).toBe('')
    }
  })
})

describe('with workers', () => {
  beforeEach(() => {
    world.remove()
    world = testWorld({ ...smallLibrary(), home: built.folder, worker })
  })

  test('one that dies is reported and its intake done by another; one that dies twice over an intake spoils no other', async () => {
    putSome('a', 'b', 'c', 'dies-once', 'dies-always', 'throws', 'z')
    expect(await world.run('draft', 'in/*.yaml', '--jobs', '2')).toBe(70)
    expect(drafted().map(file => file.split('/')[0])).toEqual(['a', 'b', 'c', 'dies-once', 'z'])
    expect(world.said.err).toContain(
      'A worker stopped over in/dies-once.yaml (it ended with code 9); in/dies-once.yaml is tried again.',
    )
    expect(world.said.err).toMatch(/RUN-02.*Two workers stopped over in\/dies-always\.yaml/)
    expect(world.said.err).toMatch(/RUN-01.*in\/throws\.yaml: the disk is on fire/)
    // What was written is the same, byte for byte, as without workers.
    const sound = ['a', 'b', 'c', 'z'].map(name => `in/${name}.yaml`)
    expect(await world.run('draft', ...sound, '--jobs', '1', '--out', 'alone')).toBe(0)
    expect(world.filesIn('alone').length).toBeGreaterThanOrEqual(3 * sound.length)
    for (const file of world.filesIn('alone'))
      expect(world.bytesOf(join('out', file)).equals(world.bytesOf(join('alone', file))), file).toBe(true)
  })

  test('the register is the same, byte for byte, and lists an intake that spoils its workers', async () => {
    putSome('a', 'b', 'c', 'z', 'broken')
    world.put('in/broken.yaml', 'name: [')
    const files = (out: string) =>
      world.filesIn(`${out}/register`).map(file => world.bytesOf(`${out}/register/${file}`))
    expect(await world.run('register', 'in', '--jobs', '1', '--out', 'alone')).toBe(1)
    expect(await world.run('register', 'in', '--jobs', '2', '--out', 'together')).toBe(1)
    expect(files('together')).toEqual(files('alone'))
    putSome('dies-once', 'dies-always', 'throws')
    expect(await world.run('register', 'in', '--jobs', '2', '--json')).toBe(1)
    const { sheets } = JSON.parse(world.said.out)
    expect(sheets.partnerships.map((p: { file: string }) => p.file)).toEqual(
      ['a', 'b', 'c', 'dies-once', 'z'].map(name => `in/${name}.yaml`),
    )
    expect(sheets['left-out'].map((l: { why: string }) => l.why)).toEqual([
      expect.stringMatching(/^line 1: /),
      expect.stringMatching(/^Two workers stopped over in\/dies-always\.yaml/),
      expect.stringMatching(/over in\/throws\.yaml: the disk is on fire$/),
    ])
  })

  test('two intakes with one reference are not written over each other, and the first keeps the folder', async () => {
    putSome('a', 'b')
    world.put('in/0.yaml', small('b', 'area: the first\n'))
    expect(await world.run('draft', 'in/*.yaml', '--jobs', '2')).toBe(1)
    expect(world.said.err).toContain(
      'in/b.yaml would be written into out/b, where in/0.yaml was just written.',
    )
    expect(JSON.parse(world.textOf('out/b/record.json')).intake.file).toBe('in/0.yaml')
  })

  test('a folder that an earlier run gave to another partnership is left to it', async () => {
    world.put('one.yaml', small('A 1'))
    world.put('two.yaml', small('a-1'))
    expect(await world.run('draft', 'one.yaml')).toBe(0)
    expect(await world.run('draft', 'two.yaml')).toBe(1)
    expect(world.said.err).toMatch(/OUT-05.*out\/a-1 holds the documents of another partnership, “A 1”/)
  })
})

describe('a second run', () => {
  const names = ['a', 'b', 'c', 'd']
  /** When each record was last written. */
  const times = (from = world) =>
    Object.fromEntries(
      names.map(n => [n, statSync(from.path(`out/${n}/record.json`), { bigint: true }).mtimeNs]),
    )
  const changed = (before: ReturnType<typeof times>, from = world) => {
    const after = times(from)
    return names.filter(n => after[n] !== before[n])
  }

  /** Where the first run was, and what it said. */
  const first = testWorld(smallLibrary())
  beforeAll(async () => {
    for (const name of names) first.put(`in/${name}.yaml`, small(name))
    expect(await first.run('draft', 'in/*.yaml')).toBe(0)
  })
  afterAll(() => first.remove())
  beforeEach(() => cpSync(first.path(), world.path(), { recursive: true }))

  test('touches nothing when nothing changed, and says so with the questions still open', async () => {
    const before = times()
    const open = /in\/a\.yaml +written +0 +0 +(\d+)/.exec(first.said.err)![1]
    expect(await world.run('draft', 'in/*.yaml')).toBe(0)
    expect(changed(before)).toEqual([])
    expect(world.said.err).toMatch(new RegExp(`in/a\\.yaml +unchanged +0 +0 +${open}$`, 'm'))
  })

  test('does the intake that changed, and the one whose file is gone, and no other', async () => {
    const before = times()
    world.put('in/b.yaml', small('b', 'area: the borough\n'))
    rmSync(world.path('out/c/partnership-agreement.docx'))
    expect(await world.run('draft', 'in/*.yaml')).toBe(0)
    expect(changed(before)).toEqual(['b', 'c'])
    expect(drafted()).toHaveLength(4)
  })

  test('does all again with --force', async () => {
    const before = times()
    expect(await world.run('draft', 'in/*.yaml', '--force')).toBe(0)
    expect(changed(before)).toEqual(names)
  })

  test('another as-at date changes only the drafts that it dates', async () => {
    world.put('in/d.yaml', small('d').replace(/intake_date.*\n/, ''))
    expect(await world.run('draft', 'in/*.yaml', '--as-at', '2026-11-22')).toBe(0)
    const before = times()
    expect(await world.run('draft', 'in/*.yaml', '--as-at', '2026-12-01')).toBe(0)
    expect(changed(before)).toEqual(['d'])
  })

  test('an edited document is found and left alone, though its intake has not changed', async () => {
    appendFileSync(world.path('out/b/partnership-agreement.docx'), 'edited')
    expect(await world.run('draft', 'in/*.yaml')).toBe(3)
    expect(world.said.err).toContain('OUT-02')
    expect(world.said.err).toMatch(/in\/b\.yaml +left alone/)
  })

  test('a change in the library, in the law or in the council’s settings does all again', async () => {
    const own = testWorld()
    copyLibrary(own.path('home'))
    const other: TestWorld = testWorld({
      home: own.path('home'),
      prepared: async () => preparedFor(other.library(), other.data('law.yaml')),
    })
    for (const name of names) other.put(`in/${name}.yaml`, small(name))
    expect(await other.run('draft', 'in/*.yaml')).toBe(0)
    for (const [file, from, to] of [
      ['templates/agreement/d-running/07-risk.md', '\n1. ', '\n1. Now and always. '],
      ['data/council.yaml', 'size: 12', 'size: 13'],
      ['data/law.yaml', 'note: ', 'note: Looked at again. '],
    ] as const) {
      const before = times(other)
      expect(await other.run('draft', 'in/*.yaml')).toBe(0)
      expect(changed(before, other), `before ${file}`).toEqual([])
      const path = own.path('home', file)
      const text = readFileSync(path, 'utf8')
      const next = file.endsWith('law.yaml') ? `${text}\n# Looked at again.\n` : text.replace(from, to)
      expect(next).not.toBe(text)
      writeFileSync(path, next)
      expect(await other.run('draft', 'in/*.yaml')).toBe(0)
      expect(changed(before, other), file).toEqual(names)
    }
    own.remove()
    other.remove()
  })
})

test.each([
  [2, /Stopped after 2 of 4 intakes: 2 written\.[\s\S]*Run the same again to do the rest/],
  [4, /\n4 intakes: 4 written\.[\s\S]*All were done before it stopped\./],
])(
  'a run over four that is interrupted at the %i. ends what it has begun and says what is left',
  async (at, told) => {
    let stop = () => {}
    let said = 0
    const stopped = testWorld({
      ...smallLibrary(),
      onInterrupt: given => {
        stop = given
        return () => undefined
      },
    })
    for (const name of ['a', 'b', 'c', 'd']) stopped.put(`${name}.yaml`, small(name))
    const impatient = {
      ...stopped,
      out: (text: string) => {
        stopped.out(text)
        said++
        if (said === at) stop()
      },
    }
    expect(await runCommandLine(impatient, ['draft', 'a.yaml', 'b.yaml', 'c.yaml', 'd.yaml'])).toBe(130)
    expect(stopped.filesIn('out').filter(file => file.endsWith('.docx'))).toHaveLength(at)
    expect(stopped.said.err).toMatch(told)
    stopped.remove()
  },
)

test('the number of workers must be a number', async () => {
  expect(await world.run('draft', 'a.yaml', '--jobs', 'many')).toBe(2)
  expect(world.said.err).toContain('whole number')
})
