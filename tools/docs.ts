/**
 * The schema, the finding codes and the clause library in; the reference pages written from them out. `npm run docs`
 * writes them, and a test compares them with what is on the disk.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeAgreement } from '../src/commands/agreement.ts'
import { checkContext } from '../src/commands/library-findings.ts'
import { type Loaded, loadSettings } from '../src/commands/settings.ts'
import { contentHash } from '../src/document/content-hash.ts'
import type { CodeEntry } from '../src/findings/codes/entry.ts'
import { codes } from '../src/findings/codes.ts'
import type { ConditionName } from '../src/intake/condition-names.ts'
import { conditions } from '../src/intake/conditions.ts'
import { writeIntakeGuide } from '../src/intake/guide.ts'
import { intakeJsonSchema } from '../src/intake/json-schema.ts'
import { readAnswers } from '../src/intake/read.ts'
import { checkLibrary, type Surveyed } from '../src/provisions/check/check-library.ts'
import type { Template, When } from '../src/provisions/template.ts'
import { realWorld } from '../src/world.ts'
import { coverageOf } from './coverage.ts'
import { readCoverage } from './coverage-file.ts'
import { writeLawToConfirm } from './law-to-confirm.ts'
import { page, table } from './page.ts'

const home = fileURLToPath(new URL('..', import.meta.url))

/**
 * Every generated file by its path from the top of the repository.
 * @param prepared what stands in for proving the library, by default nothing
 */
export async function generatedDocs(
  prepared: ReturnType<typeof realWorld>['prepared'] = async () => undefined,
): Promise<ReadonlyMap<string, string>> {
  const loaded = await loadSettings({ ...realWorld(), prepared })
  if (!loaded.value) throw new Error(loaded.findings.map(f => `${f.place?.file}: ${f.message}`).join('\n'))
  return new Map([
    ['data/intake.schema.json', `${JSON.stringify(intakeJsonSchema(), null, 2)}\n`],
    ['docs/intake.md', writeIntakeGuide()],
    ['docs/findings.md', writeFindingsGuide()],
    ['docs/provisions.md', writeProvisionsIndex(loaded.value)],
    ['docs/law-to-confirm.md', writeLawToConfirm(loaded.value.law)],
    ['docs/coverage.md', coverage(loaded.value).page],
    ...approvedExamples.map(name => approvedAsItReads(loaded.value!, `data/intake/${name}.yaml`)),
  ])
}

/** The worked examples that are to be ready. What was approved in them is the agreement as the library words it now. */
const approvedExamples = ['community-equipment', 'family-hubs', 'flood-forum']

/** An example with the content hash of its own agreement beside each of its approvals. */
function approvedAsItReads(loaded: Loaded, file: string): [path: string, text: string] {
  const bytes = readFileSync(join(home, file))
  const { value } = readAnswers({ file, bytes })
  if (!value) throw new Error(`${file} cannot be read.`)
  const hash = contentHash(makeAgreement(loaded, value, '2026-11-22').document)
  return [file, bytes.toString('utf8').replace(/\bcontent_hash: [0-9a-f]{16}\b/g, `content_hash: ${hash}`)]
}

/** What the Code asks and where it is met, read from the data file and from what carries its numbers. */
export function coverage(loaded: Loaded) {
  const read = readCoverage(readFileSync(join(home, 'data/code/coverage.yaml'), 'utf8'))
  if (!read.value) throw new Error(read.findings.map(f => `${f.place?.start.line}: ${f.message}`).join('\n'))
  return coverageOf(loaded, read.value.data)
}

/** The parts of the list of codes, each with the prefixes that belong in it. Other prefixes stand in the last part. */
const families: readonly (readonly [title: string, prefixes: string])[] = [
  ['Opening the intake file', 'FILE'],
  ['How the file is laid out', 'YAML'],
  ['Single answers', 'ANS TXT'],
  ['Questions without an answer, or with more than one', 'GAP CONF'],
  ['Rules across answers: scope, partners and powers', 'SCOPE PARTY POWER BIND AIM'],
  ['Rules across answers: dates', 'DATE'],
  [
    'Rules across answers: approvals, procurement, signing, subsidy and land',
    'APPR PROC EXEC SUB LAND REORG',
  ],
  ['Rules across answers: money', 'FIN AB GR S75'],
  ['Rules across answers: risks and opportunities', 'RISK OPP'],
  ['Rules across answers: governance', 'GOV'],
  ['Rules across answers: conduct, ending, checklists and law', 'COND EXIT HEAD REV CHK LAW'],
  ['Writing documents', 'OUT'],
  ['The sign-off pack', 'PACK'],
  ['Runs over many intakes', 'RUN'],
  ['The clause library', 'TPL'],
]
const otherRules = 'Rules across answers: everything else'

/** The list of finding codes, `docs/findings.md`. */
function writeFindingsGuide(): string {
  const entries = Object.entries<CodeEntry>(codes)
  const familyOf = (code: string): string =>
    families.find(([, prefixes]) => prefixes.split(' ').includes(code.replace(/-\d+$/, '')))?.[0] ??
    otherRules
  const titles = families.map(([title]) => title)
  const parts = [...titles.slice(0, -4), otherRules, ...titles.slice(-4)].flatMap(family => {
    const rows = entries
      .filter(([code]) => familyOf(code) === family)
      .map(([code, { means, cure, conflict }]) => [
        `\`${code}\``,
        `${means}.${conflict ? ' The draft marks the places and prints none of the answers.' : ''}`,
        cure,
      ])
    return rows.length > 0 ? [`## ${family}\n\n${table(['Code', 'It means', 'What to do'], rows)}`] : []
  })
  return page(
    '# What the messages mean',
    `Every message carries one of the ${entries.length} codes below. The word before the code says how much it matters:`,
    table(
      ['Word', 'It means'],
      [
        [
          'error',
          'Something is wrong and must be put right. While the intake cannot be read, nothing is written from it.',
        ],
        ['warning', 'Look at it. Documents are written all the same.'],
        ['gap', 'A question has no answer yet. The draft is written, with the question marked in it.'],
        ['note', 'For information.'],
      ],
    ),
    ...parts,
  )
}

/** The index of the clause library, `docs/provisions.md`. */
function writeProvisionsIndex(loaded: Loaded): string {
  const { library } = loaded
  const { value: surveyed = [] } = checkLibrary(library, checkContext(loaded))
  const lawOf = (provision: Template) => lawBehind(provision, surveyed)
  const headings = library.heads.map(({ head, title }) => ({
    title: head === 'X' ? title : `Part ${head}: ${title}`,
    folder: new RegExp(`^templates/agreement/${head.toLowerCase()}-`),
  }))
  headings.push({ title: 'Schedules', folder: /^templates\/schedules\// })
  headings.push({ title: 'Signatures', folder: /^templates\/execution\// })
  const parts = headings.map(({ title, folder }) => {
    const rows = library.provisions
      .filter(p => folder.test(p.file))
      .map(p => [
        p.catalogue,
        `[${p.title}](../${p.file})<br>\`${p.id}\``,
        inWords(p.when),
        [p.head ?? '', p.code ?? '', p.requirements.join(', ')].filter(Boolean).join('; '),
        lawOf(p)
          .map(id => `\`${id}\``)
          .join(', '),
        p.owner,
      ])
    return `## ${title}\n\n${table(['No.', 'Provision and id', 'Part of the agreement', 'Serves', 'Law', 'Owner'], rows)}`
  })
  return page(
    '# The provisions',
    `The clause library holds ${library.provisions.length} provisions and ${library.definitions.length} defined terms. They stand here in the order of the agreement. *Serves* names the head of the Code's Appendix 4 (A to I, or X for what practice adds), the paragraphs of the Code, and the requirement numbers. *Law* names instruments by their ids in [data/law.yaml](../data/law.yaml), whether the wording cites them or only rests on them. [Writing a clause](writing-clauses.md) says how a provision is written.`,
    ...parts,
    `## Defined terms\n\nAn agreement prints those that its own words use.\n\n${termsTable(loaded, surveyed)}`,
    `## Law, and the provisions that rest on it\n\nWhen an instrument changes, these are the provisions to read again.\n\n${lawTable(loaded, lawOf)}`,
  )
}

/** The instruments that a provision cites or names in its header, each once. */
function lawBehind(provision: Template, surveyed: readonly Surveyed[]): readonly string[] {
  const cited = surveyed
    .filter(s => s.provision?.id === provision.id)
    .flatMap(s => s.seen.flatMap(seen => (seen.type === 'law' ? [seen.id] : [])))
  return [...new Set([...cited, ...provision.law])].sort()
}

function termsTable({ library }: Loaded, surveyed: readonly Surveyed[]): string {
  const users = new Map<string, Set<string>>()
  for (const { provision, seen } of surveyed)
    for (const wording of provision ? seen : [])
      for (const term of wording.type === 'text' ? library.terms.find(wording.text) : [])
        users.set(term, (users.get(term) ?? new Set()).add(provision!.id))
  const rows = [...library.definitions]
    .sort((a, b) => a.term.localeCompare(b.term, 'en'))
    .map(({ id, term, also, when }) => {
      const ids = [...(users.get(id) ?? [])].map(user => `\`${user}\``)
      const shown = ids.length > 6 ? `${ids.length} provisions` : ids.join(', ') || 'other definitions only'
      return [term, also.join(', '), when ? `When ${labelOf(when)}` : 'Always', shown]
    })
  return table(['Term', 'Other forms', 'May be used', 'Used in'], rows)
}

function lawTable({ library, law }: Loaded, lawOf: (provision: Template) => readonly string[]): string {
  const rows = [...law.instruments.values()].flatMap(({ id, title, state, checked_on }) => {
    const users = library.provisions.filter(p => lawOf(p).includes(id))
    if (users.length === 0) return []
    return [
      [
        `${title}<br>\`${id}\``,
        state.replaceAll('_', ' '),
        checked_on,
        users.map(p => p.catalogue).join(', '),
      ],
    ]
  })
  return table(['Instrument and id', 'State', 'Checked on', 'Provisions'], rows)
}

const labelOf = (name: ConditionName): string => conditions[name].label

/** A provision's conditions as a sentence. */
function inWords({ all, any, none }: When): string {
  const tests = [
    ...all.map(labelOf),
    ...(any.length > 0 ? [any.map(labelOf).join(' or ')] : []),
    ...none.map(name => `not: ${labelOf(name)}`),
  ]
  return tests.length === 0 ? 'Always' : `When ${tests.join('; and ')}`
}

if (process.env.VITEST === undefined)
  for (const [path, text] of await generatedDocs()) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), text)
    console.log(`wrote ${path}`)
  }
