/** `concordat explain`: for each clause and schedule, why it is in the agreement or not, and what would change that. */
import type { Numbering } from '../document/number.ts'
import { suggest } from '../findings/suggest.ts'
import type { Answers, Key } from '../intake/answers.ts'
import { formatAnswer } from '../intake/format.ts'
import { writePath } from '../intake/paths.ts'
import { fieldAt } from '../intake/schema.ts'
import type { Council } from '../provisions/council.ts'
import { type Explanation, explain, explainAll } from '../provisions/explain.ts'
import type { World } from '../world.ts'
import { makeAgreement, readIntake } from './agreement.ts'
import { exits } from './exits.ts'
import { loadSettings } from './settings.ts'
import { describe } from './speech.ts'

/** Explains one provision, by id or catalogue number, or all of them. Gives the exit code. */
export async function explainIntake(world: World, file: string, name: string | undefined): Promise<number> {
  const loaded = await loadSettings(world)
  const read = readIntake(world, file)
  if (!loaded.value || !read.value) {
    const texts = new Map([[file, read.text]])
    world.err(describe(world, [...loaded.findings, ...read.findings], texts, loaded.value?.council))
    return exits.badIntake
  }
  const { library, council } = loaded.value
  const wanted = library.provisions.filter(
    p => name === undefined || p.id === name || p.catalogue.toLowerCase() === name.toLowerCase(),
  )
  if (wanted.length === 0) {
    const near = suggest(
      name ?? '',
      library.provisions.map(p => p.id),
    )
    world.err(`No clause is known as "${name}".${near ? ` Did you mean ${near}?` : ''}`)
    return exits.wrongUsage
  }
  const { numbering } = makeAgreement(loaded.value, read.value, world.today())
  const explanations =
    name === undefined ? explainAll(library, read.value) : wanted.map(p => explain(p, read.value!))
  world.out(explanations.map(e => tellExplanation(e, read.value!, numbering, council)).join('\n\n'))
  return exits.done
}

/** One provision's explanation, in lines. */
function tellExplanation(e: Explanation, answers: Answers, numbering: Numbering, council: Council): string {
  const { provision, decision } = e
  const label = numbering.get(provision.id)?.full
  const where =
    label === undefined ? '' : provision.form === 'schedule' ? ` (${label})` : ` (clause ${label})`
  const state = { in: `in the agreement${where}`, out: 'not in the agreement', undecided: 'not decided yet' }[
    decision.is
  ]
  return [
    `${provision.catalogue} ${provision.id}: ${state}`,
    `  Condition: ${e.condition}`,
    ...e.decidedBy.flatMap(path => decidingLines(path, answers)),
    ...changeLines(e),
    `  Serves: ${[provision.code && `Code ${provision.code}`, ...provision.requirements].filter(Boolean).join('; ') || 'practice, not the Code'}`,
    ...adviceLines(provision.id, answers, council),
  ].join('\n')
}

function changeLines({ decision, change }: Explanation): string[] {
  if (change.length === 0) return []
  const aim = { in: 'It would be left out', out: 'It would come in', undecided: 'It would come in' }[
    decision.is
  ]
  return [`  ${aim} if: ${change.map(c => `${c.path} were ${c.to}`).join(' and ')}`]
}

function decidingLines(path: string, answers: Answers): string[] {
  const places = expand(path.split('.'), answers.intake, [])
  if (places.length === 0) return [`  Decided by: ${path}: not answered`]
  return places.map(keys => {
    const { file, start } = answers.placeOf(keys)
    return `  Decided by: ${writePath(answers.intake, keys)} = ${valueAt(path, keys, answers)}  ${file}:${start.line}`
  })
}

/** The key lists that a path pattern stands for in some answers. */
function expand([part, ...rest]: readonly string[], here: unknown, keys: readonly Key[]): (readonly Key[])[] {
  if (part === undefined) return [keys]
  const name = part.replace('[]', '')
  const below = (here as Record<string, unknown> | undefined)?.[name]
  if (!part.endsWith('[]')) return expand(rest, below, [...keys, name])
  return Array.isArray(below) ? below.flatMap((item, i) => expand(rest, item, [...keys, name, i])) : []
}

function valueAt(path: string, keys: readonly Key[], answers: Answers): string {
  const state = answers.stateOf(keys)
  if (state) return state.state.replaceAll('_', ' ')
  const value = keys.reduce<unknown>(
    (here, key) => (here as Record<Key, unknown> | undefined)?.[key],
    answers.intake,
  )
  if (value === undefined) return 'not answered'
  if (Array.isArray(value))
    return value.length === 0 ? 'none' : `${value.length} item${value.length === 1 ? '' : 's'}`
  const field = fieldAt(path)?.field
  if (typeof value === 'object' || !field) return 'filled in'
  return field.kind === 'choice' || field.kind === 'ref'
    ? String(value)
    : formatAnswer(field, value, () => undefined)
}

/** The advice recorded as shown in a provision. */
function adviceLines(id: string, answers: Answers, council: Council): string[] {
  const rows = (answers.intake.consultation ?? []).filter(row => row.shown_in_clause === id)
  const rowField = fieldAt('consultation[].row')?.field
  return rows.map(row => {
    const who = row.row === 'other' ? row.other : (rowField?.choices?.[row.row ?? ''] ?? council.name)
    return `  Advice: ${who}: ${(row.advice ?? '').trim().replace(/\s+/g, ' ')} (${row.followed === 'yes' ? 'followed' : row.followed === 'partly' ? 'followed in part' : 'not followed'})`
  })
}
