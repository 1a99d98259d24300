/** The source files in; every breach of the house's structure out: imports that go the wrong way, packages away from home, names, lengths. */

/** Source text by path, such as `src/document/nodes.ts`. */
export type Sources = Readonly<Record<string, string>>

/** What each room may import besides itself. */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  figures: [],
  'xml-entities': [],
  findings: ['figures'],
  document: ['findings'],
  intake: ['findings', 'figures'],
  provisions: ['findings', 'document', 'intake'],
  render: ['findings', 'document', 'xml-entities'],
  output: ['findings'],
  returned: ['findings', 'document', 'xml-entities'],
  amend: ['findings', 'document', 'intake', 'provisions', 'render', 'pack'],
  pack: ['findings', 'document', 'intake', 'provisions', 'render'],
  register: ['findings', 'document', 'intake', 'provisions', 'render'],
  batch: ['figures'],
  pace: [],
  interrupted: [],
  'built-script': ['pace'],
  world: ['provisions', 'built-script', 'pace'],
  version: [],
  commands: [
    'figures',
    'findings',
    'document',
    'intake',
    'provisions',
    'render',
    'output',
    'returned',
    'pack',
    'amend',
    'register',
    'batch',
    'world',
    'version',
    'interrupted',
  ],
  'command-line': ['findings', 'intake', 'commands', 'world', 'version'],
  program: ['commands', 'world', 'command-line', 'built-script'],
  'load-program': ['program', 'built-script', 'pace'],
  cli: ['load-program', 'interrupted'],
  worker: ['load-program'],
}

/** Where each package, and each way outside, may be imported. One that is not listed has no home yet. */
export const homes: Readonly<Record<string, readonly string[]>> = {
  '@cantoo/pdf-lib': ['src/pack/binder/'],
  '@clack/prompts': ['src/commands/new/'],
  // Font files, which `src/world.ts` reads, and Typst, which a process of its own loads: nothing imports them.
  '@expo-google-fonts/arimo': [],
  '@myriaddreamin/typst-ts-node-compiler': [],
  '@resvg/resvg-js': ['src/render/diagram/'],
  commander: ['src/command-line.ts'],
  diff: ['src/document/compare/', 'src/document/merge/', 'src/amend/instructions.ts'],
  docx: ['src/render/docx/'],
  'adm-zip': ['src/render/docx/readings.ts', 'src/returned/container.ts'],
  fflate: ['src/register/workbook.ts', 'src/render/docx/package.ts'],
  handlebars: ['src/provisions/wording/'],
  mdast: ['src/provisions/'],
  'mdast-util-from-markdown': ['src/provisions/wording/'],
  'mdast-util-gfm-table': ['src/provisions/wording/'],
  'micromark-extension-gfm-table': ['src/provisions/wording/'],
  tinyglobby: ['src/batch/'],
  'write-excel-file': ['src/register/workbook.ts'],
  yaml: ['src/intake/yaml-', 'src/provisions/yaml.ts'],
  'js-yaml': ['src/intake/yaml-events.ts'],
  saxes: ['src/returned/'],
  zod: ['src/intake/', 'src/pack/', 'src/provisions/', 'src/output/', 'src/register/', 'src/returned/'],
  'node:buffer': ['src/register/workbook.ts'],
  'node:child_process': ['src/output/libre-office.ts', 'src/render/pdf/typst.ts'],
  'node:crypto': ['src/'],
  'node:module': ['src/world.ts', 'src/load-program.ts'],
  'node:fs': [
    'src/world.ts',
    'src/built-script.ts',
    'src/load-program.ts',
    'src/output/',
    'src/batch/files.ts',
    'src/batch/patterns.ts',
    'src/commands/new/create-file.ts',
  ],
  'node:fs/promises': ['src/output/journal.ts'],
  'node:os': ['src/output/', 'src/commands/batch/'],
  'node:path': ['src/world.ts', 'src/output/', 'src/batch/', 'src/commands/'],
  'node:stream': ['src/register/workbook.ts'],
  'node:url': ['src/world.ts', 'src/built-script.ts', 'src/output/libre-office.ts'],
  'node:util': ['src/commands/', 'src/output/write-set.ts'],
  'node:zlib': ['src/render/docx/package.ts', 'src/pack/binder/field-font.ts'],
  'node:worker_threads': ['src/batch/', 'src/commands/batch/', 'src/pace.ts', 'src/program.ts'],
  'node:vm': ['src/built-script.ts'],
  'node:v8': ['src/pace.ts'],
}

const longestFile = 300
const bannedFileName = /(?:^|[-/])(?:utils?|helpers?|common|misc|manager|service|types)\.ts$/
const bannedWord = /snippet|payload|whereas|\butils\b|\bTODO\b|\bFIXME\b|\bHACK\b|\bXXX\b/i

/** Every breach, each naming the file. */
export function breaches(sources: Sources): string[] {
  const imports = importsOf(sources)
  return [
    ...imports.flatMap(i => (i.to === undefined ? strangers(i) : wrongWay(i, sources))),
    ...cycles(imports),
    ...Object.entries(sources).flatMap(([path, text]) => ofFile(path, text)),
  ]
}

interface Import {
  readonly from: string
  readonly specifier: string
  /** The file, for an import of our own. */
  readonly to: string | undefined
}

const importPattern = /(?:\bfrom\s+|\bimport\s+|\bimport\(\s*)(['"])([^'"]+)\1/g

function importsOf(sources: Sources): Import[] {
  return Object.entries(sources).flatMap(([from, text]) =>
    [...text.matchAll(importPattern)].map(([, , specifier = '']) => ({
      from,
      specifier,
      to: specifier.startsWith('.') ? new URL(specifier, `file:///${from}`).pathname.slice(1) : undefined,
    })),
  )
}

/** `src/render/docx/blocks.ts` stands in the room `render`; `src/world.ts` is a room of its own. */
const roomOf = (path: string): string => path.split('/')[1]!.replace(/\.ts$/, '')

function wrongWay({ from, to }: Import, sources: Sources): string[] {
  if (!to || !(to in sources)) return [`${from} imports ${to}, which is not a source file`]
  const [here, there] = [roomOf(from), roomOf(to)]
  if (here === there) return []
  const allowed = rooms[here]
  if (!allowed) return [`${from} stands in a room that has no rule`]
  return allowed.includes(there) ? [] : [`${from} imports ${to}: ${here} may not import ${there}`]
}

function strangers({ from, specifier }: Import): string[] {
  const name = specifier.startsWith('@')
    ? specifier.split('/').slice(0, 2).join('/')
    : specifier.split('/')[0]!
  const home = homes[name]
  if (!home) return [`${from} imports ${specifier}, which has no home`]
  return home.some(start => from.startsWith(start))
    ? []
    : [`${from} imports ${specifier}, whose home is ${home.join(', ')}`]
}

function cycles(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to } of imports) if (to) next.set(from, [...(next.get(from) ?? []), to])
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file)
    if (start >= 0) found.push(`imports go round: ${[...trail.slice(start), file].join(' → ')}`)
    if (start >= 0 || done.has(file)) return
    for (const to of next.get(file) ?? []) visit(to, [...trail, file])
    done.add(file)
  }
  for (const file of next.keys()) visit(file, [])
  return found
}

function ofFile(path: string, text: string): string[] {
  const lines = text.trimEnd().split('\n')
  const name = path.split('/').at(-1)!
  const banned = lines.findIndex(line => bannedWord.test(line))
  return [
    ...(lines.length > longestFile ? [`${path} has ${lines.length} lines; ${longestFile} is the limit`] : []),
    ...(bannedFileName.test(path) ? [`${path} is not named after what it holds`] : []),
    ...(/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(name) ? [] : [`${path} is not in kebab-case`]),
    ...(/^(#!.*\n)?\/\*\*/.test(text) ? [] : [`${path} does not start by saying what goes in and comes out`]),
    ...(banned >= 0 ? [`${path}:${banned + 1} says "${bannedWord.exec(lines[banned]!)![0]}"`] : []),
  ]
}
