import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exampleText } from '../support/examples.ts'
import { type TestWorld, testWorld } from '../support/world.ts'

let world: TestWorld
beforeEach(() => {
  world = testWorld()
  world.put('hubs.yaml', exampleText('family-hubs'))
})
afterEach(() => world.remove())

describe('wrong usage', () => {
  test.each([
    [['drft', 'x.yaml'], /Did you mean draft/],
    [['draft'], /missing required argument/],
    [['draft', 'x.yaml', '--outt', 'y'], /unknown option.*\n?.*--out/],
    [['draft', 'x.yaml', '--as-at', '2026-02-31'], /not a date/],
    [['draft', 'x.yaml', '--as-at', 'yesterday'], /not a date/],
    [['draft', 'x.yaml', '--out', ''], /Name a folder/],
    [
      ['draft', 'x.yaml', '--out', 'out/NUL'],
      /Windows keeps the name NUL.*\n?.*Choose another, such as NUL-partnerships/,
    ],
    [['register', '.', '--out', 'aux'], /Windows keeps the name aux/],
    [
      ['pack', 'x.yaml', '--out', '/srv/com1.d'],
      /Windows keeps the name com1\.d.*\n?.*such as com1-partnerships/,
    ],
    [['pack', 'x.yaml', '--out', '/srv/con/x'], /Windows keeps the name con/],
    [['explain', 'hubs.yaml', 'grnt'], /Did you mean grant/],
    [['clauses', 'preview', 'hubs.yaml', 'nothing'], /No provision is known/],
  ])('%j ends with 2 and says what to do', async (argv, why) => {
    expect(await world.run(...argv)).toBe(2)
    expect(world.said.err).toMatch(why)
    expect(world.filesIn('out')).toEqual([])
  })

  test.each([['verify'], ['register']])(
    '%s says of a path below a file that it is no folder',
    async command => {
      expect([1, 2]).toContain(await world.run(command, 'hubs.yaml/x'))
      expect(world.said.err).toContain('hubs.yaml/x is no folder')
    },
  )

  test('a folder that is there already may have any name', async () => {
    world.put('aux/park.yaml', exampleText('flood-forum'))
    expect(await world.run('register', 'aux', '--out', 'aux')).toBe(0)
  })

  test('help and version end well', async () => {
    expect(await world.run('--help')).toBe(0)
    expect(world.said.out).toContain('Exit codes')
    expect(await world.run('--version')).toBe(0)
    expect(world.said.out).toMatch(/^\d+\.\d+\.\d+$/m)
  })
})

test('check writes nothing, and ends with 1 only for errors', async () => {
  world.put('forum.yaml', exampleText('flood-forum'))
  expect(await world.run('check', 'forum.yaml')).toBe(0)
  world.put('bad.yaml', 'name: x\nterm:\n  start: soon\n')
  expect(await world.run('check', 'bad.yaml')).toBe(1)
  expect(world.said.out).toMatch(/ANS-04/)
  expect(world.filesIn('.')).toEqual(['bad.yaml', 'forum.yaml', 'hubs.yaml'])
})

test('schema prints a JSON Schema that an editor can use', async () => {
  expect(await world.run('schema')).toBe(0)
  const schema = JSON.parse(world.said.out)
  expect(schema.$schema).toContain('draft-07')
  expect(schema.properties.partners).toBeDefined()
})

test('preview prints one clause with this agreement’s number', async () => {
  expect(await world.run('clauses', 'preview', 'hubs.yaml', 'disputes')).toBe(0)
  expect(world.said.out).toMatch(/^\d+\. {2}Disputes\n\d+\.1 /)
})

test('explain names the answers that decide a clause and where they stand', async () => {
  expect(await world.run('explain', 'hubs.yaml', 'C21')).toBe(0)
  expect(world.said.out).toMatch(/C21 grant, “[^”]+”: in the agreement \(clause \d+\)/)
  expect(world.said.out).toMatch(/finance\.grant_funded = yes {2}hubs\.yaml:\d+/)
})

test.each([
  ['grant', /^C21 grant,/m],
  ['c21', /^C21 grant,/m],
  ['Vision and objectives', /^C06 objectives,/m],
  ['clause 7.2', /^C09 board,/m],
  ['schedule 1', /^S1 schedule-partners,/m],
  ['secondment', /^C33 secondment,/m],
])('explain knows a clause by the name %s', async (name, heading) => {
  expect(await world.run('explain', 'hubs.yaml', name)).toBe(0)
  expect(world.said.out).toMatch(heading)
})

test('explain says of a name that no clause has what names it takes', async () => {
  expect(await world.run('explain', 'hubs.yaml', 'volunters')).toBe(2)
  expect(world.said.err).toMatch(/Did you mean volunteers\?\nGive its id/)
  expect(await world.run('explain', 'hubs.yaml', '99')).toBe(2)
})

test('a fault of the program is owned up to, without function names', async () => {
  const broken = testWorld({
    library: () => {
      throw new Error('the disk is on fire')
    },
  })
  broken.put('a.yaml', 'name: x\n')
  expect(await broken.run('draft', 'a.yaml')).toBe(70)
  expect(broken.said.err).toContain('Please report it')
  expect(broken.said.err).not.toMatch(/^\s+at /m)
  broken.remove()
})

test('colour is left out where NO_COLOR asks for that', async () => {
  const bright = testWorld({ isTerminal: true, env: { NO_COLOR: '1' } })
  bright.put('bad.yaml', 'nmae: x\n')
  await bright.run('check', 'bad.yaml')
  expect(bright.said.out).not.toContain('\u001b[')
  bright.remove()
})
