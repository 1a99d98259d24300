import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { version } from '../src/version.ts'
import { breaches, homes, rooms, type Sources } from './support/house-rules.ts'

const root = new URL('../', import.meta.url)
const sources: Sources = Object.fromEntries(
  readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .map(path => `src/${path.replaceAll('\\', '/')}`)
    .map(path => [path, readFileSync(new URL(path, root), 'utf8')]),
)
const packageFile = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))

describe('the source', () => {
  test('keeps to the rooms, the homes of packages, the names and the lengths', () => {
    expect(Object.keys(sources).length).toBeGreaterThan(50)
    expect(breaches(sources)).toEqual([])
  })

  test('has files with a median under 80 lines, declared questions, codes and rules apart', () => {
    const isDeclared = (path: string) => /^src\/(intake\/(schema|rules)|findings\/codes)\//.test(path)
    const lengths = Object.entries(sources)
      .filter(([path]) => !isDeclared(path))
      .map(([, text]) => text.trimEnd().split('\n').length)
    lengths.sort((a, b) => a - b)
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(80)
  })

  test('has a home for each package it depends on, pinned to one version', () => {
    const { dependencies } = packageFile as { dependencies: Record<string, string> }
    for (const [name, version] of Object.entries(dependencies)) {
      expect(Object.keys(homes), name).toContain(name)
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
    }
  })

  test('has a rule for each room, and no room may import itself in a ring', () => {
    const order = Object.keys(rooms)
    for (const [room, allowed] of Object.entries(rooms))
      for (const other of allowed) expect(rooms[other], `${room} and ${other}`).not.toContain(room)
    expect(order).toContain('findings')
  })

  test('has each room once on the page about the architecture, with what it may import', () => {
    const page = readFileSync(new URL('docs/architecture.md', root), 'utf8')
    const named = [
      ...page
        .slice(page.indexOf('| folder |'), page.indexOf('A renderer'))
        .matchAll(/`src\/([a-z-]+)(?:\.ts)?`/g),
    ]
    expect(named.map(([, room]) => room!).sort()).toEqual(Object.keys(rooms).sort())
    for (const [, room, allowed] of page.matchAll(/^\| `src\/([a-z-]+)` \|.*\| ([a-z, ]+) \|$/gm))
      expect(allowed === 'nothing' ? [] : allowed!.split(', '), room).toEqual(rooms[room!])
  })

  test('names the version of the package', () => expect(version).toBe(packageFile.version))
})

describe('the rules', () => {
  const file = (text: string) => `/** Something. */\n${text}\n`
  const before = breaches(sources)
  const planted = (path: string, text: string) =>
    breaches({ ...sources, [path]: file(text) }).filter(breach => !before.includes(breach))

  test.each([
    ['src/document/stray.ts', `import { x } from '../intake/answers.ts'`, /document may not import intake/],
    [
      'src/intake/stray.ts',
      `import type { x } from '../document/nodes.ts'`,
      /intake may not import document/,
    ],
    ['src/findings/stray.ts', `export { x } from '../document/nodes.ts'`, /findings may not import document/],
    [
      'src/render/stray.ts',
      `const x = await import('../provisions/law.ts')`,
      /render may not import provisions/,
    ],
    ['src/provisions/stray.ts', `import '../render/text.ts'`, /provisions may not import render/],
    ['src/render/stray.ts', `import { x } from '../output/names.ts'`, /render may not import output/],
    [
      'src/commands/stray.ts',
      `import { x } from '../command-line.ts'`,
      /commands may not import command-line/,
    ],
    ['src/command-line-stray.ts', `import { x } from './cli.ts'`, /no rule/],
    ['src/attic/stray.ts', `import { x } from '../findings/finding.ts'`, /no rule/],
    ['src/render/stray.ts', `import { x } from './nowhere.ts'`, /not a source file/],
    ['src/render/stray.ts', `import { Paragraph } from 'docx'`, /whose home is/],
    ['src/provisions/stray.ts', `import H from 'handlebars/runtime.js'`, /whose home is/],
    ['src/intake/stray.ts', `import { parse } from 'yaml'`, /whose home is/],
    ['src/commands/stray.ts', `import { Command } from "commander"`, /whose home is/],
    ['src/provisions/stray.ts', `import { readFileSync } from 'node:fs'`, /whose home is/],
    ['src/render/stray.ts', `import _ from 'lodash'`, /no home/],
    ['src/render/utils.ts', '', /not named after/],
    ['src/render/text-helpers.ts', '', /not named after/],
    ['src/render/TextParts.ts', '', /kebab-case/],
    ['src/render/stray.ts', 'const payload = 1', /says "payload"/],
    ['src/render/stray.ts', '// TODO later', /says "TODO"/],
    ['src/render/stray.ts', 'x\n'.repeat(300), /300 is the limit/],
  ])('find the breach planted in %s: %s', (path, text, message) => {
    expect(planted(path, text)).toEqual([expect.stringMatching(message)])
  })

  test('find imports that go round, however long the way', () => {
    const ring = {
      'src/render/one.ts': file(`import { two } from './two.ts'`),
      'src/render/two.ts': file(`import type { three } from './three.ts'`),
      'src/render/three.ts': file(`import { one } from './one.ts'`),
    }
    expect(breaches(ring)).toEqual([
      'imports go round: src/render/one.ts → src/render/two.ts → src/render/three.ts → src/render/one.ts',
    ])
  })

  test('ask each file to say what it holds', () => {
    expect(breaches({ 'src/render/one.ts': 'export const one = 1\n' })).toEqual([
      'src/render/one.ts does not start by saying what goes in and comes out',
    ])
  })
})
