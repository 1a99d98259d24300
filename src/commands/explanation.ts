/** One provision's explanation and the answers in; plain data of a fixed shape, for people and for other programs, out. */
import type { Numbering } from '../document/number.ts'
import type { Answers, Key } from '../intake/answers.ts'
import { formatAnswer } from '../intake/format.ts'
import { writePath } from '../intake/paths.ts'
import { fieldAt } from '../intake/schema.ts'
import type { Council } from '../provisions/council.ts'
import type { Explanation } from '../provisions/explain.ts'

/** Why one clause or schedule is in the agreement or not. Every key is always present. */
export interface ToldClause {
  readonly id: string
  readonly catalogue: string
  readonly title: string
  readonly state: 'in' | 'out' | 'undecided'
  /** As the agreement prints it: `12`, `Schedule 3`; null when it is not there. */
  readonly number: string | null
  /** In words; `always` where there is none. */
  readonly condition: string
  readonly decidedBy: readonly DecidingAnswer[]
  /** The fewest other answers that would take it out, or bring it in. Empty when it is always in. */
  readonly change: readonly {
    readonly path: string
    readonly to: string
    /** Through a list of several items: whether one of them is enough. */
    readonly reach: 'one' | 'every' | null
  }[]
  /** Paragraphs of the Code; null where it serves practice and not the Code. */
  readonly code: string | null
  readonly requirements: readonly string[]
  readonly advice: readonly RecordedAdvice[]
}

export interface DecidingAnswer {
  /** The path of the answer, such as `partners[family-voice].sector`. */
  readonly path: string
  /** As a document prints it; null while it is not answered. */
  readonly value: string | null
  readonly file: string | null
  readonly line: number | null
}

export interface RecordedAdvice {
  readonly from: string
  readonly advice: string
  readonly followed: 'yes' | 'partly' | 'no' | 'not_applicable' | null
}

/** Puts an explanation into plain data, with the number that the agreement gives the provision. */
export function tellClause(
  { provision, decision, condition, decidedBy, decidingItems, change }: Explanation,
  answers: Answers,
  numbering: Numbering,
  council: Council,
): ToldClause {
  return {
    id: provision.id,
    catalogue: provision.catalogue,
    title: provision.title,
    state: decision.is,
    number: numbering.get(provision.id)?.full ?? null,
    condition,
    decidedBy: decidedBy.flatMap(path => decidingAnswers(path, answers, decidingItems.get(path) ?? [])),
    change: change.map(({ path, to, reach }) => ({ path, to, reach })),
    code: provision.code ?? null,
    requirements: provision.requirements,
    advice: adviceOn(provision.id, answers, council),
  }
}

/** @param items the positions to tell of in the first list that the path goes through; all, if none is given */
function decidingAnswers(
  path: string,
  answers: Answers,
  items: readonly number[],
): readonly DecidingAnswer[] {
  const places = expand(path.split('.'), answers.intake, []).filter(keys => {
    const position = keys.find(key => typeof key === 'number')
    return items.length === 0 || position === undefined || items.includes(position)
  })
  if (places.length === 0) return [{ path, value: null, file: null, line: null }]
  return places.map(keys => {
    const { file, start } = answers.placeOf(keys)
    return {
      path: writePath(answers.intake, keys),
      value: valueAt(path, keys, answers),
      file,
      line: start.line,
    }
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

function valueAt(path: string, keys: readonly Key[], answers: Answers): string | null {
  const state = answers.stateOf(keys)
  if (state) return state.state.replaceAll('_', ' ')
  const value = keys.reduce<unknown>(
    (here, key) => (here as Record<Key, unknown> | undefined)?.[key],
    answers.intake,
  )
  if (value === undefined) return null
  if (Array.isArray(value))
    return value.length === 0 ? 'none' : `${value.length} item${value.length === 1 ? '' : 's'}`
  const field = fieldAt(path)?.field
  if (typeof value === 'object' || !field) return 'filled in'
  return field.kind === 'choice' || field.kind === 'ref'
    ? String(value)
    : formatAnswer(field, value, () => undefined)
}

/** The advice recorded as shown in a provision. */
function adviceOn(id: string, { intake }: Answers, council: Council): readonly RecordedAdvice[] {
  const rowField = fieldAt('consultation[].row')?.field
  return (intake.consultation ?? [])
    .filter(row => row.shown_in_clause === id)
    .map(row => ({
      from:
        row.row === 'other'
          ? (row.other ?? 'Other')
          : (rowField?.choices?.[row.row ?? ''] ?? row.name ?? council.name),
      advice: (row.advice ?? '').trim().replace(/\s+/g, ' '),
      followed: row.followed ?? null,
    }))
}
