/**
 * Reads a tree against the schema: takes nodes as typed, gives plain data with the values the schema wants, leaving out
 * what is not answered or not right, and notes findings and where everything stands.
 */
import type * as z from 'zod'
import type { Key } from '../answers.ts'
import { type Plan, planOf } from '../plan.ts'
import { showCharacters } from './characters.ts'
import { shorten } from './dates.ts'
import { refusedKeys } from './kinds.ts'
import { type At, type Notes, report } from './notes.ts'
import { refuseForGroup, refuseForList, refuseForScalar, reportTwice, reportUnknown } from './refusals.ts'
import { readScalar } from './scalars.ts'
import { readSpecial } from './special.ts'
import { isNone, specialEntry } from './states.ts'
import { type Mapping, type Node, type Span, typedId } from './tree.ts'

/** The whole intake against its schema. `root` is a mapping: anything else is refused before. */
export function coerceIntake(root: Mapping, schema: z.ZodType, notes: Notes): Record<string, unknown> {
  const plan = planOf(schema)
  const { field } = plan
  const at: At = {
    keys: [],
    path: '',
    field,
    owner: field.owner ?? 'officer',
    stage: field.stage ?? 'sign_off',
  }
  return readGroup(plan, root, at, notes)
}

function readNode(plan: Plan, node: Node, keySpan: Span, at: At, notes: Notes): unknown {
  const { kind } = at.field
  // A `not_applicable` question of a group's own is an ordinary question.
  const special = specialEntry(node)
  const isOwn = special && plan.group?.has(special.key)
  if (special && !isOwn && readSpecial(node, keySpan, at, notes)) return undefined
  if (kind === 'group' && plan.group) {
    if (node.type !== 'mapping') return refuseForGroup(node, [...plan.group.keys()], at, notes)
    const group = readGroup(plan, node, at, notes)
    return Object.keys(group).length > 0 || hasStateUnder(at, notes) ? group : undefined
  }
  if (kind === 'list' && plan.item) return readList(plan.item, node, keySpan, at, notes)
  if (node.type === 'scalar') return readScalar(node, at, notes)
  return refuseForScalar(node, keySpan, at, notes)
}

function readGroup(plan: Plan, node: Mapping, at: At, notes: Notes): Record<string, unknown> {
  const questions = plan.group!
  const group: Record<string, unknown> = {}
  const seen = new Map<string, Span>()
  for (const { key, keySpan, value } of node.entries) {
    const before = seen.get(key)
    if (before) reportTwice(key, keySpan, before, at, notes)
    else seen.set(key, keySpan)
    const child = refusedKeys.has(key) ? undefined : questions.get(key)
    if (!child) reportUnknown(key, keySpan, [...questions.keys()], at, notes)
    if (!child || before) continue
    const within = stepInto(child, key, at.path ? `${at.path}.${key}` : key, at)
    notes.spots.push({
      keys: within.keys,
      key: keySpan,
      ...(value.type === 'scalar' && value.text !== '' ? { value: value.span } : {}),
    })
    const answer = readNode(child, value, keySpan, within, notes)
    if (answer !== undefined) group[key] = answer
  }
  return group
}

function stepInto({ field }: Plan, key: Key, path: string, above: At): At {
  const keys = [...above.keys, key]
  return { keys, path, field, owner: field.owner ?? above.owner, stage: field.stage ?? above.stage }
}

function readList(item: Plan, node: Node, keySpan: Span, at: At, notes: Notes): unknown {
  if (node.type !== 'sequence')
    return refuseForList([...(item.group?.keys() ?? [])], node, keySpan, at, notes)
  if (node.items.length === 0) {
    notes.states.push({ keys: at.keys, state: { state: 'none' } })
    return []
  }
  const items: unknown[] = []
  const ids = new Map<string, Span>()
  node.items.forEach((child, position) => {
    const id = typedId(child)
    const within = stepInto(
      item,
      items.length,
      `${at.path}[${id === undefined ? position + 1 : showCharacters(id)}]`,
      at,
    )
    const marks = { spots: notes.spots.length, states: notes.states.length }
    const start = itemSpan(child)
    notes.spots.push({
      keys: within.keys,
      key: start,
      ...(child.type === 'scalar' ? { value: child.span } : {}),
    })
    if (id !== undefined) checkId(id, child, ids, within, notes)
    if (child.type === 'scalar' && isNone(child)) {
      report(notes, within, child.span, {
        code: 'ANS-02',
        message: `'none' cannot be one item of '${at.field.title}'`,
        hint: 'Delete the item; to say that there are none at all, write none after the colon',
      })
    }
    const answer =
      child.type === 'scalar' && isNone(child) ? undefined : readNode(item, child, start, within, notes)
    if (answer !== undefined) items.push(answer)
    else {
      // An item left out takes its notes with it, since the next item gets its position.
      notes.spots.length = marks.spots
      notes.states.length = marks.states
    }
  })
  return items.length > 0 ? items : undefined
}

const itemSpan = (node: Node): Span => {
  if (node.type !== 'mapping') return node.span
  const first = node.entries.find(({ key }) => key === 'id') ?? node.entries[0]
  return first
    ? {
        start: first.keySpan.start,
        end: Math.max(first.keySpan.end, first.value.type === 'scalar' ? first.value.span.end : 0),
      }
    : node.span
}

function checkId(id: string, node: Node, ids: Map<string, Span>, at: At, notes: Notes): void {
  const span = (node as Mapping).entries.find(({ key }) => key === 'id')!.value.span
  const before = ids.get(id)
  if (!before) {
    ids.set(id, span)
    return
  }
  const line = notes.lines.positionAt(before.start).line
  report(notes, at, span, {
    code: 'ANS-05',
    message: `The id '${shorten(id)}' is used twice in this list; line ${line} has it first`,
    hint: 'Give each item an id of its own, and look at every answer that uses it',
    related: [{ message: 'First used here', place: notes.lines.placeAt(before, at.path) }],
  })
}

const hasStateUnder = (at: At, notes: Notes): boolean =>
  notes.states.some(({ keys }) => keys.length > at.keys.length && at.keys.every((key, i) => keys[i] === key))
