import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { safeName } from '../../src/output/names.ts'
import { exampleText } from '../support/examples.ts'
import { smallLibrary } from '../support/small-library.ts'
import { copyLibrary, type TestWorld, testWorld } from '../support/world.ts'

let world: TestWorld
beforeEach(() => {
  world = testWorld(smallLibrary())
})
afterEach(() => {
  expect(world.said.err, 'no stack of function names').not.toMatch(/^\s+at /m)
  world.remove()
})

const small = (reference: string) => `schema_version: 1\nreference: ${reference}\nname: Trial\n`
const agreement = 'partnership-agreement.docx'
/** The files that people see, without what the program keeps of each version. */
const shown = (folder: string) => world.filesIn(folder).filter(name => !name.includes('versions/'))

describe('drafting', () => {
  test('a half-finished intake still writes, and says what is missing by who must answer', async () => {
    world.put('food.yaml', exampleText('food-network'))
    expect(await world.run('draft', 'food.yaml')).toBe(0)
    expect(world.filesIn('out')).toContain(`nbc-p-2026-027/${agreement}`)
    expect(world.said.err).toMatch(/Head of Digital and ICT \(\d+\)\n {2}Draft\n {4}info\.security\.transfer/)
    expect(world.said.err).toMatch(/\d+ questions still to answer/)
  })

  test('answers that conflict are listed each time, and the draft is written with marks', async () => {
    world.put('forum.yaml', exampleText('flood-forum').replace(/^ {4}rating: medium/m, '    rating: high'))
    for (const time of ['first', 'second']) {
      expect(await world.run('draft', 'forum.yaml'), time).toBe(0)
      expect(world.said.err, time).toMatch(/RISK-06: .*\n {2}forum\.yaml:\d+/)
      expect(world.said.err, time).toContain('mark the place and print neither')
    }
  })

  test.each([
    ['an empty file', '', /YAML-01/],
    ['a list instead of a map', '- one\n- two\n', /YAML-01/],
    ['an answer of more than a megabyte', `name: ${'x'.repeat(1_100_000)}\n`, /FILE-02/],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00, 0xd8]), /FILE-03/],
    ['an impossible date', `${small('A-1')}term:\n  start: 2026-02-31\n`, /:5:10.*\n.*\n.*\^{10}/],
    ['a partner id used twice', `${small('A-1')}partners:\n  - id: a\n  - id: a\n`, /ANS-05/],
    ['an unknown partner', `${small('A-1')}partners:\n  - id: abc\nsecretariat:\n  partner: abd\n`, /ANS-06/],
    ['a misspelt question', `${small('A-1')}nmae: x\n`, /ANS-01.*\n(.*\n)*.*name/],
    ['a key that would poison objects', `${small('A-1')}__proto__:\n  a: 1\n`, /error/],
  ])('%s writes nothing and says why', async (_, text, why) => {
    world.put('bad.yaml', text)
    expect(await world.run('draft', 'bad.yaml')).toBe(1)
    expect(world.said.err).toMatch(why)
    expect(world.said.err).toContain('Nothing was written for bad.yaml')
    expect(world.filesIn('out')).toEqual([])
  })

  test('five hundred partners are drafted or refused, but not dropped in silence', async () => {
    const partners = Array.from(
      { length: 500 },
      (_, i) => `  - id: p${i}\n    legal_name: Partner ${i}\n`,
    ).join('')
    world.put('many.yaml', `${small('A-1')}partners:\n${partners}`)
    const code = await world.run('draft', 'many.yaml')
    expect([0, 1]).toContain(code)
    expect(code === 0 ? world.filesIn('out').length > 0 : /FILE-02|ANS-07/.test(world.said.err)).toBe(true)
  })

  test('one bad intake among several spoils no other', async () => {
    world.put('good.yaml', small('A-1'))
    world.put('bad.yaml', 'name: [')
    world.put('other.yaml', small('A-2'))
    expect(await world.run('draft', 'good.yaml', 'bad.yaml', 'other.yaml')).toBe(1)
    expect(shown('out')).toEqual([
      `a-1/${agreement}`,
      'a-1/record.json',
      `a-2/${agreement}`,
      'a-2/record.json',
    ])
  })

  test('two intakes with one reference are not written over each other', async () => {
    world.put('one.yaml', small('A-1'))
    world.put('two.yaml', small('a 1'))
    expect(await world.run('draft', 'one.yaml', 'two.yaml')).toBe(1)
    expect(world.said.err).toContain('OUT-05')
    expect(world.textOf('out/a-1/record.json')).toContain('one.yaml')
  })

  test('two whose outputs would differ by letter case alone are kept apart, for not every system tells those apart', async () => {
    world.put('one.yaml', small('Hub-A'))
    world.put('two.yaml', small('hub-a'))
    expect(await world.run('draft', 'one.yaml')).toBe(0)
    const before = world.bytesOf(`out/hub-a/${agreement}`)
    expect(await world.run('draft', 'two.yaml')).toBe(1)
    expect(world.said.err).toMatch(/OUT-0\d: .*Hub-A/)
    expect(world.bytesOf(`out/hub-a/${agreement}`)).toEqual(before)
    // Without a reference or a name the file's own name stands in, and that is a name of its own in either case.
    world.put('first/Lunch.yaml', 'schema_version: 1\n')
    world.put('second/lunch.yaml', 'schema_version: 1\n')
    expect(await world.run('draft', 'first/Lunch.yaml')).toBe(0)
    expect(await world.run('draft', 'second/lunch.yaml')).toBe(1)
    expect(world.said.err).toMatch(/OUT-05: .*“Lunch\.yaml”/)
    expect(world.textOf('out/lunch/record.json')).toContain('first/Lunch.yaml')
    const folders = world.filesIn('out').map(path => path.split('/')[0])
    expect(new Set(folders.map(name => name!.toLowerCase())).size).toBe(new Set(folders).size)
  })

  test.each([
    ['NUL.yaml', 'schema_version: 1\n', 'nul-partnership'],
    ['a.yaml', small('Aux'), 'aux-partnership'],
  ])('a name that Windows keeps for itself names no folder: %s', async (file, text, folder) => {
    world.put(file, text)
    expect(await world.run('draft', file)).toBe(0)
    expect(shown(`out/${folder}`)).toEqual([agreement, 'record.json'])
  })

  test('a missing file, and a folder given as a file, are named', async () => {
    expect(await world.run('draft', 'nowhere.yaml')).toBe(1)
    expect(world.said.err).toContain('there is no such file')
    mkdirSync(world.path('folder'))
    expect(await world.run('draft', 'folder')).toBe(1)
    expect(world.said.err).toContain('it is a folder')
  })

  test('says findings as JSON when asked', async () => {
    world.put('food.yaml', exampleText('food-network'))
    expect(await world.run('draft', 'food.yaml', '--json')).toBe(0)
    const said = JSON.parse(world.said.out)
    expect(said.documents[0].intake).toBe('food.yaml')
    expect(said.documents[0].counts.gap).toBeGreaterThan(50)
    expect(said.documents[0].findings[0]).toHaveProperty('place.line')
    expect(world.said.err).toBe('')
  })
})

describe('what stands in the folder already', () => {
  const path = `out/a-1/${agreement}`
  beforeEach(async () => {
    world.put('a.yaml', small('A-1'))
    expect(await world.run('draft', 'a.yaml')).toBe(0)
  })

  test('a second run with the same answers changes nothing', async () => {
    const before = world.bytesOf(path)
    expect(await world.run('draft', 'a.yaml')).toBe(0)
    expect(world.said.out).toMatch(/^unchanged .*out\/a-1\/partnership-agreement\.docx$/m)
    expect(world.bytesOf(path).equals(before)).toBe(true)
  })

  test('new answers replace what we wrote', async () => {
    const before = world.bytesOf(path)
    world.put('a.yaml', `${small('A-1')}area: the borough\n`)
    expect(await world.run('draft', 'a.yaml')).toBe(0)
    expect(world.bytesOf(path).equals(before)).toBe(false)
    expect(shown('out/a-1')).toEqual([agreement, 'record.json'])
  })

  test('what does not bind keeps the name of the file, and the run says what it holds', async () => {
    world.put('m.yaml', `${small('M-1')}legally_binding: none\n`)
    expect(await world.run('draft', 'm.yaml')).toBe(0)
    expect(shown('out/m-1')).toEqual([agreement, 'record.json'])
    expect(world.said.err).toContain(`${agreement} holds a “Memorandum of understanding”`)
  })

  test('an edited file is left alone, the new one stands beside it, and copies do not pile up', async () => {
    writeFileSync(world.path(path), 'edited by hand')
    expect(await world.run('draft', 'a.yaml')).toBe(3)
    expect(world.textOf(path)).toBe('edited by hand')
    expect(world.said.err).toMatch(/OUT-02: .*\n {2}hint: To keep the edits, run concordat amend with --from/)
    expect(await world.run('draft', 'a.yaml')).toBe(3)
    expect(shown('out/a-1')).toEqual(['partnership-agreement (new).docx', agreement, 'record.json'])
  })

  test('a file open in Word is left alone', async () => {
    writeFileSync(world.path('out/a-1/~$rtnership-agreement.docx'), '')
    world.put('a.yaml', `${small('A-1')}area: the borough\n`)
    expect(await world.run('draft', 'a.yaml')).toBe(3)
    expect(world.said.err).toContain('OUT-03')
  })
})

describe('where it writes', () => {
  test('an output folder that is a file, or cannot be made, is refused and nothing is left', async () => {
    world.put('a.yaml', small('A-1'))
    world.put('taken', 'a file')
    expect(await world.run('draft', 'a.yaml', '--out', 'taken')).toBe(1)
    expect(world.said.err).toContain('OUT-01')
    expect(world.textOf('taken')).toBe('a file')
    expect(await world.run('draft', 'a.yaml', '--out', '/proc/concordat')).toBe(1)
    expect(world.said.err).toContain('OUT-01')
  })

  test('a hostile reference stays inside the output folder', async () => {
    for (const reference of ['../../etc/passwd', 'CON', '..', '日本', 'a'.repeat(300), 'C:\\x', '"  "'])
      world.put('a.yaml', small(reference.includes('"') ? reference : `'${reference}'`)) &&
        (await world.run('draft', 'a.yaml'))
    expect(
      world
        .filesIn('.')
        .filter(f => f.endsWith('.docx'))
        .every(f => /^out\/[a-z0-9-]{1,72}\//.test(f)),
    ).toBe(true)
  })

  test('a folder that is a link to elsewhere is refused', async () => {
    world.put('a.yaml', small('A-1'))
    mkdirSync(world.path('elsewhere'))
    mkdirSync(world.path('out'))
    symlinkSync(world.path('elsewhere'), world.path('out/a-1'))
    expect(await world.run('draft', 'a.yaml')).toBe(1)
    expect(world.filesIn('elsewhere')).toEqual([])
  })

  test.each([
    ['Family Hubs 2026/27', 'family-hubs-2026-27'],
    ['St. Helen’s', 'st-helens'],
    ['Ŵyn & Co', 'wyn-co'],
    ['nul', 'nul-partnership'],
    ['日本', 'fallback'],
  ])('%s makes the folder %s', (text, name) => {
    expect(safeName(text, 'fallback')).toBe(name)
  })
})

describe('a fault in the clause library', () => {
  const plant = (file: string, from: string, to: string) => {
    copyLibrary(world.path('own'))
    const path = world.path('own', 'templates', file)
    const text = readFileSync(path, 'utf8')
    expect(text).toContain(from)
    writeFileSync(path, text.replace(from, to))
    const cwd = world.cwd
    const other = testWorld({ home: join(cwd, 'own') })
    other.put('a.yaml', small('A-1'))
    return other
  }

  test.each([
    ['an unclosed block', '1. ', '1. {{#when "grant"}}', /07-risk\.md:\d+.*\n?/],
    ['an unknown helper', '1. ', '1. {{shout name}} ', /"shout" is not a helper/],
    ['three braces', '1. ', '1. {{{name}}} ', /two braces/],
    ['a header that is not as it should be', 'id: risk', 'id: Risk!', /07-risk\.md:2/],
    ['an unknown condition in the header', 'head: D', 'head: D\nwhen: moonlight', /07-risk\.md:\d/],
  ])('%s stops the draft with its file and line', async (_, from, to, why) => {
    const other = plant('agreement/d-running/07-risk.md', from, to)
    try {
      expect(await other.run('draft', 'a.yaml')).toBe(1)
      expect(other.said.err).toContain('07-risk.md')
      expect(other.said.err).toMatch(why)
      expect(other.said.err).not.toMatch(/^\s+at /m)
      expect(other.filesIn('out')).toEqual([])
    } finally {
      other.remove()
    }
  })

  test('an unknown answer in the wording is found by the check of the library', async () => {
    const other = plant('agreement/d-running/07-risk.md', '1. ', '1. {{risk_managment.owner}} ')
    try {
      expect(await other.run('clauses', 'check')).toBe(1)
      expect(other.said.out).toMatch(/TPL-02.*risk_managment/)
      expect(await other.run('draft', 'a.yaml')).toBe(1)
      expect(other.said.err).toMatch(/TPL-02.*risk_managment/)
      expect(other.filesIn('out')).toEqual([])
    } finally {
      other.remove()
    }
  })
})

test('the examples folder can be copied and drafted from anywhere', async () => {
  world.put('forum.yaml', exampleText('flood-forum'))
  expect(await world.run('draft', 'forum.yaml', '--out', 'papers', '--as-at', '2026-11-22')).toBe(0)
  expect(world.filesIn('papers')).toContain(`nbc-p-2026-021/${agreement}`)
})
