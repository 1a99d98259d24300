/** What the pages say, held against the program: nothing they name is missing, and nothing generated is out of date. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { commandLine } from '../src/command-line.ts'
import { checkClauses, previewClauses } from '../src/commands/clauses.ts'
import { exits } from '../src/commands/exits.ts'
import { readIntake } from '../src/commands/read-intake.ts'
import { codes } from '../src/findings/codes.ts'
import { report } from '../src/findings/report.ts'
import { realWorld, type World } from '../src/world.ts'
import { generatedDocs } from '../tools/docs.ts'
import { prepared } from './support/prepared.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const markdownIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith('.md'))
    .map(name => join(folder, name))

const decisions = markdownIn('docs/decisions')
const generated = await generatedDocs(async () => prepared())
const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...markdownIn('docs'), ...decisions]
const written = pages.filter(page => !generated.has(page))

const matches = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(m => m[1]!)
/** What stands between backticks, and each line of the blocks that are typed at a terminal. */
const codeIn = (text: string): readonly string[] => {
  const blocks = matches(text, /```sh\n([\s\S]*?)```/g).flatMap(block => block.split('\n'))
  return [...blocks, ...matches(text.replace(/```[\s\S]*?```/g, ''), /`([^`]+)`/g)].map(c =>
    c.replace(/\s+/g, ' ').trim(),
  )
}
const block = (page: string, kind: string, after: string): string => {
  const text = read(page)
  const from = text.indexOf(after)
  if (from < 0) throw new Error(`${page} no longer says "${after}".`)
  return new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``).exec(text.slice(from))![1]!
}

test.each([...generated])('%s is what npm run docs writes', (path, text) => {
  expect(read(path) === text, `${path} is out of date: run npm run docs`).toBe(true)
})

describe.each(pages)('%s', page => {
  const text = read(page)
  const code = codeIn(text)

  test('links to what exists, and to headings that are there', () => {
    const targets = [...matches(text, /\]\(([^)\s]+)\)/g), ...matches(text, /src="([^"]+)"/g)]
    for (const target of targets.filter(t => !/^[a-z]+:/.test(t))) {
      const [path = '', heading] = target.split('#')
      const file = path === '' ? page : join(dirname(page), path)
      expect(existsSync(join(root, file)), target).toBe(true)
      if (heading !== undefined) expect(headingsOf(read(file)), target).toContain(heading)
    }
  })

  test('names paths that exist', () => {
    const path = /^(?:src|docs|data|templates|test|tools|bench|dist|\.ci)\/[\w./-]*$/
    for (const named of code.filter(c => path.test(c) && !c.startsWith('dist/')))
      expect(existsSync(join(root, named)), named).toBe(true)
    for (const named of code.filter(c => /^[\w-]+\.ts$/.test(c)))
      expect(sourceNames(), named).toContain(named)
  })

  test('names scripts, commands and options that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    for (const script of code.flatMap(c => matches(c, /npm run ([\w:-]+)/g)))
      expect(scripts, script).toHaveProperty([script])
    for (const typed of code.flatMap(c => matches(c, /(?:^|npx )concordat ((?:[\w-].*|--.*))$/g)))
      expect(unknownIn(typed), typed).toEqual([])
  })

  test('names finding codes that exist', () => {
    // The guide's examples of references look like codes.
    const named = page === 'docs/intake.md' ? [] : matches(text, /`([A-Z][A-Z0-9]{1,6}-\d\d)`/g)
    expect(named.filter(code => !(code in codes))).toEqual([])
  })

  test('has nothing in it that belongs to one machine', () => {
    expect(text).not.toMatch(/\/(?:home|root|work|tmp|Users)\/|localhost|127\.0\.0\.1|[A-Z]:\\/)
  })
})

const headingsOf = (text: string): readonly string[] =>
  matches(text, /^#+ (.+)$/gm).map(h =>
    h
      .toLowerCase()
      .replace(/[^a-z0-9 -]/g, '')
      .replaceAll(' ', '-'),
  )

const sourceNames = (): readonly string[] =>
  ['src', 'tools', 'test', 'bench'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      path => path.split(/[\\/]/).at(-1)!,
    ),
  )

/** The commands and options in a typed line that the program does not know. */
function unknownIn(typed: string): readonly string[] {
  let command = commandLine(realWorld(), () => {})
  const unknown: string[] = []
  for (const word of typed.split(' ')) {
    const below = command.commands.find(c => c.name() === word)
    if (below) command = below
    else if (word.startsWith('-')) {
      const isKnown = word === '--help' || word === '--version' || command.options.some(o => o.long === word)
      if (!isKnown) unknown.push(word)
    } else if (command.commands.length > 0) unknown.push(word)
  }
  return unknown
}

describe('the pictures', () => {
  const pictures = readdirSync(join(root, 'docs/pictures'))

  test.each(pictures)('%s is shown in the README, and is small', name => {
    expect(read('README.md')).toContain(`docs/pictures/${name}`)
    expect(statSync(join(root, 'docs/pictures', name)).size).toBeLessThan(150_000)
  })

  test('have words for those who cannot see them', () => {
    const images = read('README.md').match(/<img [^>]*>/g) ?? []
    expect(images.length).toBe(pictures.length)
    for (const image of images) expect(image).toMatch(/ alt="[^"]{20,}"/)
  })
})

describe('the decision records', () => {
  test('are numbered from 0001 in order, each once', () => {
    const numbers = decisions.map(path => /(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1])
    expect(numbers[0]).toBe('0001')
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test.each(decisions)('%s has its number, a status and every section in order', path => {
    const text = read(path)
    expect(text).toMatch(
      new RegExp(`^# ${/\d{4}/.exec(path)![0]} .+\\n\\nStatus: (?:accepted|superseded by \\d{4})\\b`),
    )
    const headings = matches(text, /^## (.+)$/gm)
    expect(headings).toEqual(['Decision', 'Rationale', 'Risks', 'Alternatives considered', 'Consequences'])
    for (const other of matches(text, /\((\d{4})\)/g))
      expect(decisions.join(' '), other).toContain(`${other}-`)
  })
})

test('no word that the glossary forbids stands in the source', () => {
  const forbidden = matches(read('docs/glossary.md'), /^\|.*\|.*\| ([a-z, ]+) \|$/gm)
    .flatMap(cell => cell.split(', '))
    .filter(word => word !== 'do not say')
  expect(forbidden.length).toBeGreaterThan(15)
  const source = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    // What a package calls its own functions is not for us to choose.
    .map(path => `${path} ${read(join('src', path))}`.replaceAll('evictCache', ''))
  // Names such as `readPayload` are taken apart into their words.
  const words = new Set(
    source.flatMap(text => text.match(/[A-Z]?[a-z]+|[A-Z]+/g) ?? []).map(w => w.toLowerCase()),
  )
  expect(forbidden.filter(word => words.has(word))).toEqual([])
})

describe('what the pages show', () => {
  const plainWorld = (changes: Partial<World> = {}): { world: World; said: string[] } => {
    const said: string[] = []
    const world: World = {
      ...realWorld(),
      cwd: root,
      env: {},
      isTerminal: false,
      out: line => void said.push(line),
      err: line => void said.push(line),
      prepared: async () => undefined,
      ...changes,
    }
    return { world, said }
  }

  test('the message of a wrong intake is the one the program gives', () => {
    const after = '## When an intake is wrong'
    const text = block('README.md', 'yaml', after)
    const { world } = plainWorld({ read: () => new TextEncoder().encode(text) })
    const { findings } = readIntake(world, 'hubs.yaml')
    expect(block('README.md', 'text', after)).toBe(
      report(findings, { texts: new Map([['hubs.yaml', text]]) }),
    )
  })

  test('the exit codes are those of the program', () => {
    const rows = matches(read('README.md'), /^\| (\d+) \|/gm).map(Number)
    expect(rows).toEqual(Object.values(exits))
  })

  describe('the change to a clause, from start to finish', () => {
    const page = 'docs/writing-clauses.md'
    const start = '## A change, from start to finish'
    const changed = (addition: string): Partial<World> => ({
      library: () =>
        realWorld()
          .library()
          .map(f =>
            f.path.endsWith('/05-disputes.md') ? { ...f, text: `${f.text.trimEnd()}\n${addition}` } : f,
          ),
    })

    test('is refused at first, in the words of the page', async () => {
      const { world, said } = plainWorld(changed(block(page, 'markdown', start)))
      expect(await checkClauses(world)).toBe(exits.badIntake)
      const shown = block(page, 'text', start)
      // The line number moves with the clause.
      const steady = (text: string): string =>
        text
          .replace(/\d+:(\d+)$/m, 'n:$1')
          .replace(/^ +\d* ?\|/gm, '|')
          .trim()
      expect(steady(said.join('\n'))).toBe(steady(shown))
    })

    test('is right inside its condition, and prints as the page says', async () => {
      const { world, said } = plainWorld(changed(block(page, 'markdown', 'So the item belongs inside')))
      expect(await checkClauses(world)).toBe(exits.done)
      expect(said.pop()).toContain('nothing wrong')
      const shown = block(page, 'text', '**Read it as it will print.**').trim().split('\n')
      await previewClauses(world, 'data/intake/family-hubs.yaml', 'disputes')
      expect(said.join('\n').split('\n').slice(-shown.length).map(withoutNumbers)).toEqual(
        shown.map(withoutNumbers),
      )
      expect(shown.at(-1)).toContain('must keep the Funder informed')
    })
  })

  /** Numbers of clauses change as the library grows; the wording is what the page is about. */
  const withoutNumbers = (line: string): string => line.replace(/\d+(?:\.\d+)?/g, 'n')
})

test('written pages keep to one spelling of what must be typed', () => {
  for (const page of written) {
    expect(read(page), page).not.toMatch(/npm ci(?!`)/)
    expect(read(page), page).not.toMatch(/TODO|FIXME/)
  }
  expect(read('README.md')).toContain('\nnpm install && npm run demo\n')
  expect(read('README.md')).toContain('\nnpm install && npm test\n')
})
