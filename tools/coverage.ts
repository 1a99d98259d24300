/**
 * What templates, rules, questions and `data/code/coverage.yaml` say of the Code's requirements in; `docs/coverage.md`
 * out: every number with where it is met and what shows it, and everything that is unmapped, dead or not shown.
 */
import type { Loaded } from '../src/commands/settings.ts'
import { rules } from '../src/intake/rules/run-rules.ts'
import { intakeFields } from '../src/intake/schema.ts'
import type { CoverageFile, Requirement } from './coverage-file.ts'
import { type Entry, entriesOf, exists, findPlace, goldenWith, type Place } from './coverage-places.ts'
import { page, table } from './page.ts'

export interface Coverage {
  readonly page: string
  /** What stands in the way of saying that everything is covered, each in a sentence. */
  readonly faults: readonly string[]
}

const requirementCount = 168

/** The parts of the Code, each with its first requirement. */
const parts: readonly (readonly [first: string, title: string])[] = [
  ['R001', 'Front matter'],
  ['R005', 'Section 1: introduction'],
  ['R012', 'Section 2: why partnerships'],
  ['R015', 'Section 3: what is covered'],
  ['R025', 'Sections 4 to 6: success, challenges and need'],
  ['R035', 'Section 7: agreements'],
  ['R047', 'Section 8: boards, members and the register'],
  ['R056', 'Section 9: money'],
  ['R084', 'Section 10: staff and secondment'],
  ['R091', 'Section 11: sharing information'],
  ['R095', 'Section 12: risk'],
  ['R097', 'Appendix 1: types'],
  ['R104', 'Appendix 2: checklists'],
  ['R111', 'Appendix 3: sign-off'],
  ['R119', 'Appendix 4: heads of terms'],
  ['R130', 'Appendix 5: representatives and reporting'],
  ['R133', 'Appendix 10: risk'],
  ['R157', 'Appendix 11: contacts'],
  ['R158', 'What the Code implies'],
  ['R162', 'Who must do what'],
]

/** Joins everything that carries a requirement number. */
export function coverageOf(loaded: Loaded, file: CoverageFile): Coverage {
  const faults: string[] = []
  const carried = carriedNumbers(loaded)
  const place = (id: string, pointer: string): Place[] => {
    const found = findPlace(pointer, loaded)
    if (!found) faults.push(`${id}: there is no ${pointer}.`)
    return found ? [found] : []
  }
  const row = (id: string, asks: string, pointers: readonly string[], shown: readonly string[]): string[] => {
    const places = [...new Set(pointers)].flatMap(pointer => place(id, pointer))
    for (const path of shown) if (!exists(path)) faults.push(`${id}: there is no ${path}.`)
    const tests = [...new Set([...shown, ...places.flatMap(p => p.shown)])]
    if (places.length === 0) faults.push(`${id}: nothing meets it.`)
    else if (tests.length === 0) faults.push(`${id}: no test shows it.`)
    return [id, asks, listed(places) || 'Not yet', tests.slice(0, 3).map(linked).join('<br>') || 'Not yet']
  }
  const rowsOf = (entry: Requirement): string[][] => {
    const { id, asks, met, shown, outside } = entry
    const pointers = [...(carried.get(id) ?? []), ...met, ...(entry.each ? [entry.each] : [])]
    if (outside !== undefined) return [[id, asks, `Out of scope: ${outside}`, '']]
    const items = itemsOf(entry, faults)
    // What is met item by item is met by all of them together.
    const whole = pointers.length > 0 ? pointers : items.flatMap(item => item.met ?? [])
    return [
      row(id, asks, whole, [...shown, ...items.flatMap(item => item.shown ?? [])]),
      ...items.map((item, i) => {
        const number = numberOf(id, i, entry.lettered)
        if (item.outside !== undefined) return [number, item.asks, `Out of scope: ${item.outside}`, '']
        return row(number, item.asks, item.met ?? pointers, [
          ...(item.shown ?? []),
          ...(item.met ? [] : shown),
        ])
      }),
    ]
  }
  const wanted = Array.from({ length: requirementCount }, (_, i) => `R${String(i + 1).padStart(3, '0')}`)
  const given = file.requirements.map(r => r.id)
  for (const id of wanted)
    if (given.filter(g => g === id).length !== 1) faults.push(`${id}: must be listed once.`)
  const known = [...wanted, ...loaded.interpretations.all.map(i => i.id)]
  for (const id of [...carried.keys(), ...given])
    if (!known.includes(id)) faults.push(`${id}: there is no such number.`)
  const sections = parts.map(([first, title], i) => {
    const next = parts[i + 1]?.[0] ?? 'S'
    const rows = file.requirements.filter(r => r.id >= first && r.id < next).flatMap(rowsOf)
    return `## ${title}\n\n${table(head, rows)}`
  })
  const zRows = loaded.interpretations.all.map(item => {
    const named = file.faults.find(f => f.id === item.id)
    const pointers = [...(carried.get(item.id) ?? []), ...(named?.met ?? [])]
    const [, , met = '', tests = ''] = row(item.id, '', pointers, [
      item.kind === 'choice' ? 'test/intake/rules/readings.test.ts' : 'test/data/interpretations.test.ts',
      ...(named?.shown ?? []),
    ])
    const decided =
      item.kind === 'choice'
        ? ` In force: ${item.in_force}, decided by ${item.decided_by} on ${item.decided_on}.`
        : ''
    return [item.id, item.question, `${item.dealt_with}${decided}`, met, tests]
  })
  const rowCount = sections
    .join('\n')
    .split('\n')
    .filter(line => /^\| R\d/.test(line)).length
  return {
    faults,
    page: page(
      '# What the Code asks, and where it is met',
      `The Code of Practice asks for ${requirementCount} things, ${rowCount} with what they list, and has ${zRows.length} faults of its own. Each stands here by a number that never changes, with where Concordat meets it and what shows that it does. Templates, rules and questions carry these numbers themselves; [data/code/coverage.yaml](../data/code/coverage.yaml) adds what cannot. A test fails when a number has no place, a place is gone, or nothing shows it.`,
      ...sections,
      `## Faults of the Code\n\nHow each is read is the council's to decide, in [data/code/interpretations.yaml](../data/code/interpretations.yaml).\n\n${table(['No.', 'Question', 'What is done', 'Where', 'Shown by'], zRows)}`,
    ),
  }
}

const head = ['No.', 'It asks for', 'Where it is met', 'Shown by']

/** Requirement numbers with what carries them: rules and provisions by their lists, questions by their source. */
function carriedNumbers({ library }: Loaded): ReadonlyMap<string, readonly string[]> {
  const carried = new Map<string, string[]>()
  const add = (number: string, pointer: string): void => {
    const id = /^[RZ]\d+/.exec(number)![0]
    carried.set(id, [...new Set([...(carried.get(id) ?? []), pointer])])
  }
  for (const { path, field } of intakeFields)
    for (const [number] of (field.code ?? '').matchAll(/\b[RZ]\d+\b/g)) add(number, path)
  for (const { code, requirements } of rules) for (const number of requirements) add(number, code)
  for (const { id, requirements } of [...library.provisions, ...library.papers])
    for (const number of requirements) add(number, id)
  return carried
}

/** `R012.3`, or `R115.c` where the Code letters its items. */
const numberOf = (id: string, index: number, isLettered: boolean): string =>
  `${id}.${isLettered ? String.fromCharCode(97 + index) : index + 1}`

interface Item extends Entry {
  readonly outside?: string
  readonly met?: readonly string[]
  readonly shown?: readonly string[]
}

/** What a requirement lists, with the words of the list it points to where it gives none itself. */
function itemsOf({ id, items, each, lettered }: Requirement, faults: string[]): readonly Item[] {
  if (items === undefined) return []
  if (Array.isArray(items)) return items.map(item => (typeof item === 'string' ? { asks: item } : item))
  const entries = each === undefined ? undefined : entriesOf(each)
  if (!entries) {
    faults.push(`${id}: there is no list at ${each}.`)
    return []
  }
  return Array.from({ length: items }, (_, i) => {
    const number = numberOf(id, i, lettered)
    const entry = entries.find(e => e.code?.split(/[;,] ?/).includes(number)) ?? entries[i]
    if (!entry) faults.push(`${number}: the list at ${each} is too short.`)
    const asks = entry?.asks ?? ''
    return { asks, shown: goldenWith(asks) }
  })
}

const kinds: readonly Place['kind'][] = ['wording', 'rule', 'question', 'command', 'file', 'reading']

/** Places by kind, five of a kind at most, so that a row stays readable. */
const listed = (places: readonly Place[]): string =>
  kinds
    .flatMap(kind => {
      const own = places.filter(p => p.kind === kind).map(p => p.where)
      const more = own.length > 5 ? ` and ${own.length - 5} more` : ''
      return own.length > 0 ? [`${own.slice(0, 5).join(', ')}${more}`] : []
    })
    .join('; ')

const linked = (path: string): string =>
  `[${path.replace(/^test\//, '').replace(/\.(?:test\.ts|yaml|txt)$/, '')}](../${path})`
