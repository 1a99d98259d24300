/** Walks a schema made of the field constructors and gives every field with its path pattern and what it inherits. */
import * as z from 'zod'
import type { Owner, Stage } from '../../findings/finding.ts'
import type { ConditionName } from '../condition-names.ts'
import { type Field, fieldOf, unwrap } from '../fields.ts'

/** When a question must be answered: the needs of the field and of every group above it, together. */
export interface Need {
  /** True when the field itself may be left blank. */
  readonly isOptional: boolean
  /** All of these must hold; each holds when any of its conditions does. Empty: always. */
  readonly when: readonly (readonly ConditionName[])[]
}

export interface FieldEntry {
  /** Path pattern: `partners[].legal_name`. An item of a list is `partners[]`. */
  readonly path: string
  readonly field: Field
  readonly owner: Owner
  readonly stage: Stage
  readonly isPrivate: boolean
  /** Source, inherited from the group above where the field has none of its own. */
  readonly code?: string
  readonly need: Need
  readonly type: z.ZodType
  /** The path pattern of the group or list it stands in; empty at the top. */
  readonly parent: string
  /** True for the items of a list, as opposed to a question of its own. */
  readonly isItem: boolean
}

type Inherited = Pick<FieldEntry, 'owner' | 'stage' | 'isPrivate' | 'code' | 'need'>

const atTop: Inherited = {
  owner: 'officer',
  stage: 'sign_off',
  isPrivate: false,
  need: { isOptional: false, when: [] },
}

/** Every field of a group, in the order of the form, groups and lists before what they hold. */
export function listFields(root: z.ZodObject): readonly FieldEntry[] {
  const entries: FieldEntry[] = []
  enterGroup(root, '', atTop, entries)
  return entries
}

function enterGroup(type: z.ZodObject, path: string, above: Inherited, entries: FieldEntry[]): void {
  for (const [key, child] of Object.entries(type.shape)) {
    enter(unwrap(child as z.ZodType), path ? `${path}.${key}` : key, path, above, entries, false)
  }
}

function enter(
  type: z.ZodType,
  path: string,
  parent: string,
  above: Inherited,
  entries: FieldEntry[],
  isItem: boolean,
): void {
  const field = fieldOf(type)
  if (!field) throw new Error(`No field is registered at ${path}`)
  const here = inherit(above, field)
  entries.push({ path, field, type, parent, isItem, ...here })
  if (type instanceof z.ZodObject) enterGroup(type, path, here, entries)
  if (type instanceof z.ZodArray) {
    // That a list may be left out says nothing about what each of its items must hold.
    const need = { isOptional: false, when: here.need.when }
    enter(type.element as z.ZodType, `${path}[]`, path, { ...here, need }, entries, true)
  }
}

function inherit(above: Inherited, field: Field): Inherited {
  const { need = 'always' } = field
  const own = need === 'always' || need === 'optional' ? undefined : typeof need === 'string' ? [need] : need
  const code = field.code ?? above.code
  return {
    owner: field.owner ?? above.owner,
    stage: field.stage ?? above.stage,
    isPrivate: field.isPrivate ?? above.isPrivate,
    ...(code !== undefined && { code }),
    need: {
      isOptional: above.need.isOptional || need === 'optional',
      when: own ? [...above.need.when, own] : above.need.when,
    },
  }
}

/**
 * Must this question be answered, given the conditions and the answers beside it in the same group?
 * Undefined when a condition on which it depends is itself undecided.
 */
export function isNeeded(
  entry: Pick<FieldEntry, 'need' | 'field'>,
  conditions: Readonly<Partial<Record<ConditionName, boolean>>>,
  beside: Readonly<Record<string, unknown>>,
): boolean | undefined {
  if (entry.need.isOptional) return false
  if (entry.field.onlyIf && !entry.field.onlyIf.test(beside)) return false
  const clauses = entry.need.when.map(any =>
    any.some(name => conditions[name])
      ? true
      : any.every(name => conditions[name] === false)
        ? false
        : undefined,
  )
  if (clauses.includes(false)) return false
  return clauses.includes(undefined) ? undefined : true
}
