/**
 * Answers in, the tree a template is filled from out. Every path of the schema is there, answered or not, so that a
 * template can never silently name nothing; each answer is already printed as documents print it.
 */
import type * as z from 'zod'
import type { Owner } from '../findings/finding.ts'
import type { AnswerState, Answers, Key } from '../intake/answers.ts'
import type { Field } from '../intake/fields.ts'
import { formatAnswer } from '../intake/format.ts'
import { itemId, writePath } from '../intake/paths.ts'
import { type Plan, planOf } from '../intake/plan.ts'
import { type Conflicts, noConflicts } from './conflicts.ts'

/** One answer, or the place where it is missing. */
export class Leaf {
  constructor(
    readonly field: Field,
    readonly path: string,
    readonly state: 'answered' | 'none' | 'not_applicable' | 'missing' | 'disputed',
    /** As a document prints it; empty unless answered, none or not applicable. */
    readonly text: string,
    /** The typed value, for choices, yes or no, numbers and references. */
    readonly value: string | number | boolean | undefined,
    readonly owner: Owner,
  ) {}
}

/** A list of answers or of groups. */
export class FactList {
  constructor(
    readonly field: Field,
    readonly path: string,
    readonly state: Leaf['state'],
    readonly items: readonly (Leaf | FactGroup)[],
    readonly owner: Owner,
  ) {}
}

/** A group of answers by key. `self` says which group it is, and cannot be reached from a template. */
export interface FactGroup {
  [key: string]: FactNode
  [self]: { readonly path: string; readonly id?: string }
}
export type FactNode = Leaf | FactList | FactGroup
export const self = Symbol('group')

interface Context {
  /** The state of the group above, when the whole group was set aside. */
  readonly setAside?: AnswerState
  readonly answers: Answers
  /** Short names of partners and the like, by list and id. */
  readonly nameOf: (target: string, id: string) => string | undefined
  readonly conflicts: Conflicts
}

const stateWord = (state: AnswerState | undefined): Leaf['state'] => state?.state ?? 'missing'

/**
 * Builds the tree for a schema over answers.
 * @param schema a group from the intake schema
 * @param values the answers of that group, or undefined
 * @param keys where the group stands in the intake
 */
export function buildFacts(
  schema: z.ZodType,
  values: unknown,
  answers: Answers,
  nameOf: Context['nameOf'],
  conflicts: Conflicts = noConflicts,
  keys: readonly Key[] = [],
): FactGroup {
  const path = writePath(answers.intake, keys)
  const { group } = planOf(schema)
  return buildGroup(group!, values, keys, path, 'officer', { answers, nameOf, conflicts })
}

/** @param path `keys` as they are written */
function buildGroup(
  questions: ReadonlyMap<string, Plan>,
  values: unknown,
  keys: readonly Key[],
  path: string,
  owner: Owner,
  context: Context,
): FactGroup {
  const given = (values ?? {}) as Record<string, unknown>
  const id = itemId(values)
  const group = { [self]: { path, ...(id === undefined ? {} : { id }) } } as FactGroup
  for (const [key, node] of questions)
    group[key] = buildNode(
      node,
      given[key],
      [...keys, key],
      path === '' ? key : `${path}.${key}`,
      owner,
      context,
    )
  return group
}

function buildNode(
  { field, group, item: itemPlan }: Plan,
  value: unknown,
  keys: readonly Key[],
  path: string,
  inherited: Owner,
  context: Context,
): FactNode {
  const owner = field?.owner ?? inherited
  const special = context.answers.stateOf(keys) ?? context.setAside
  if (group)
    return buildGroup(group, value, keys, path, owner, special ? { ...context, setAside: special } : context)
  // Of answers that conflict none prints: the place is marked instead, and so is a "none" that another answer denies. An id
  // only tells items apart.
  const isSaid = value !== undefined || special !== undefined
  const isInConflict = !field?.isId && isSaid && context.conflicts.at(path).length > 0
  if (itemPlan) {
    const items = Array.isArray(value) && !isInConflict ? value : []
    return new FactList(
      field!,
      path,
      isInConflict ? 'disputed' : items.length > 0 ? 'answered' : stateWord(special),
      items.map((item, i) =>
        buildNode(itemPlan, item, [...keys, i], `${path}[${itemId(item) ?? i + 1}]`, owner, context),
      ) as Leaf[],
      owner,
    )
  }
  if (isInConflict) return new Leaf(field!, path, 'disputed', '', undefined, owner)
  if (value === undefined) {
    const text =
      special?.state === 'none'
        ? 'None'
        : special?.state === 'not_applicable'
          ? `Not applicable: ${special.reason}`
          : ''
    return new Leaf(field!, path, stateWord(special), text, undefined, owner)
  }
  const text = formatAnswer(field!, value, context.nameOf)
  return new Leaf(field!, path, 'answered', text, value as string, owner)
}
