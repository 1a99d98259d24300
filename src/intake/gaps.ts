/** Finds the questions that need an answer and have none: takes the answers and the conditions, gives one finding each. */
import type * as z from 'zod'
import type { Finding, Owner, Stage } from '../findings/finding.ts'
import type { Answers, Key } from './answers.ts'
import type { ConditionName } from './condition-names.ts'
import { conditions as conditionTable } from './conditions.ts'
import type { Field } from './fields.ts'
import { type Plan, planOf } from './plan.ts'
import { intakeSchema } from './schema.ts'

type Decided = boolean | undefined
export type Conditions = Readonly<Record<ConditionName, Decided>>

/** Lists that other answers refer into: a partnership without any makes no sense, so `none` is no answer. */
const neverNone = new Set(['partners', 'objectives', 'risks'])

/**
 * Every question that is needed and not answered. A need that hangs on an undecided condition is no gap yet: the
 * question that decides is, whether it is needed for itself or not. Optional groups are asked about once begun.
 */
export function findGaps(
  answers: Answers,
  conditions: Conditions,
  schema: z.ZodType = intakeSchema,
  decidedBy: (name: ConditionName) => readonly string[] = name => conditionTable[name].from,
): readonly Finding[] {
  const search: Search = { answers, conditions, gaps: new Map(), undecided: new Set() }
  const top = planOf(schema)
  visitGroup(search, top.group!, answers.intake, topOf(top))
  for (const name of search.undecided) askWhatDecides(search, schema, decidedBy(name))
  return [...search.gaps.values()].toSorted(
    (a, b) =>
      (a.place?.start.line ?? 0) - (b.place?.start.line ?? 0) ||
      (a.place?.start.column ?? 0) - (b.place?.start.column ?? 0),
  )
}

interface Search {
  readonly answers: Answers
  readonly conditions: Conditions
  /** By written path, so that a question is asked once. */
  readonly gaps: Map<string, Finding>
  readonly undecided: Set<ConditionName>
}

interface At {
  readonly keys: readonly Key[]
  readonly field: Field
  readonly owner: Owner
  readonly stage: Stage
}

function topOf({ field }: Plan): At {
  return { keys: [], field, owner: field.owner ?? 'officer', stage: field.stage ?? 'sign_off' }
}

function stepInto(above: At, key: Key, { field }: Plan): At {
  const keys = [...above.keys, key]
  return { keys, field, owner: field.owner ?? above.owner, stage: field.stage ?? above.stage }
}

function visitGroup(search: Search, questions: ReadonlyMap<string, Plan>, group: unknown, at: At): void {
  const beside = (group ?? {}) as Readonly<Record<string, unknown>>
  for (const [key, plan] of questions) {
    const { need, onlyIf } = plan.field
    const value = beside[key]
    const isBegun = value !== undefined
    if (onlyIf && !onlyIf.test(beside)) continue
    if (need === 'optional' ? isBegun : isNeeded(need, search))
      visit(search, plan, value, stepInto(at, key, plan))
  }
}

/** Whether a need holds; one that waits for an answer does not, and is remembered. */
function isNeeded(need: Field['need'], { conditions, undecided }: Search): boolean {
  if (need === undefined || need === 'always') return true
  if (need === 'optional') return false
  const names = typeof need === 'string' ? [need] : need
  if (names.some(name => conditions[name])) return true
  for (const name of names) if (conditions[name] === undefined) undecided.add(name)
  return false
}

function visit(search: Search, { group, item }: Plan, value: unknown, at: At): void {
  const state = search.answers.stateOf(at.keys)?.state
  const isRefusedNone = state === 'none' && at.keys.length === 1 && neverNone.has(String(at.keys[0]))
  if (state && !isRefusedNone) return
  if (group) {
    visitGroup(search, group, value, at)
    return
  }
  const items = item && Array.isArray(value) ? value : undefined
  if (value === undefined || items?.length === 0) addGap(search, at)
  if (!item?.group) return
  for (const [index, one] of items?.entries() ?? [])
    visitGroup(search, item.group, one, stepInto(at, index, item))
}

function addGap({ answers, gaps }: Search, { keys, field, owner, stage }: At): void {
  const place = answers.placeOf(keys)
  gaps.set(place.path ?? '', {
    code: 'GAP-01',
    severity: 'gap',
    message: field.ask ?? `${field.title}?`,
    ...(field.help === undefined ? {} : { hint: field.help }),
    place,
    owner,
    stage,
    ...(field.code === undefined ? {} : { source: field.code }),
  })
}

/** Asks the first question that decides a condition and has no answer; items of lists are asked about where they stand. */
function askWhatDecides(search: Search, schema: z.ZodType, patterns: readonly string[]): void {
  for (const pattern of patterns) {
    if (pattern.includes('[]')) continue
    const found = followPath(search, schema, pattern.split('.'))
    if (!found) continue
    addGap(search, found)
    return
  }
}

/** The question at a path, if it could be asked now and has no answer. */
function followPath(search: Search, schema: z.ZodType, path: readonly string[]): At | undefined {
  let plan = planOf(schema)
  let at = topOf(plan)
  let value: unknown = search.answers.intake
  for (const key of path) {
    const child = plan.group?.get(key)
    if (!child) return undefined
    at = stepInto(at, key, child)
    const { need, onlyIf } = at.field
    const beside = (value ?? {}) as Readonly<Record<string, unknown>>
    const isWaiting = need !== 'optional' && !isNeeded(need, { ...search, undecided: new Set() })
    if (isWaiting || (onlyIf && !onlyIf.test(beside)) || search.answers.stateOf(at.keys)) return undefined
    value = beside[key]
    plan = child
  }
  // A group is no question; those in it that decide are named after it.
  return value === undefined && !plan.group ? at : undefined
}
