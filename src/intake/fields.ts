/**
 * The words in which the intake schema is written: one constructor per kind of answer. Each gives a zod type, so that
 * types, validation, JSON Schema, `concordat new` and `docs/intake.md` all come from one place.
 * Every field is optional to zod: an absent answer is a gap to report, never a reason not to draft.
 */
import * as z from 'zod'
import type { Owner, Stage } from '../findings/finding.ts'
import type { ConditionName } from './condition-names.ts'

export type Kind =
  | 'text'
  | 'long'
  | 'int'
  | 'money'
  | 'pct'
  | 'date'
  | 'yesNo'
  | 'choice'
  | 'ref'
  | 'list'
  | 'group'

/** The lists that a `ref` may point into. */
export type RefTarget = 'partners' | 'objectives' | 'risks'

/** When a question depends on its neighbours: the test, and the same in words ("the body has no legal personality"). */
export interface OnlyIf {
  readonly words: string
  readonly test: (beside: Readonly<Record<string, unknown>>) => boolean
}

/** What is known of a question besides its type. */
export interface Question {
  /** Short label, for tables and messages: "Start date". */
  readonly title: string
  /** The question as one would put it to a person, ending in a question mark. Groups and lists may leave it out. */
  readonly ask?: string
  /** More help: what a good answer holds, and why it is asked. */
  readonly help?: string
  /** A good answer, as it would be typed. */
  readonly example?: string | number | boolean
  /** `always`, `optional`, or the condition(s) under which it must be answered (any of them). Default: `always`. */
  readonly need?: 'always' | 'optional' | ConditionName | readonly ConditionName[]
  /** A further test on the answers beside it in the same group: asked only when this gives true. */
  readonly onlyIf?: OnlyIf
  /** Who answers it. Inherited from the group above when left out; `officer` at the top. */
  readonly owner?: Owner
  /** The first stage that cannot be passed without it. Inherited; `sign_off` at the top. */
  readonly stage?: Stage
  /** Source: `Code 9.22`, `R049`, a statute. */
  readonly code?: string
  /** True where the answer is the council's own business and must never reach the partners. Inherited. */
  readonly isPrivate?: boolean
  /** True where an email address is asked for: whatever else stands there prints, with a warning. */
  readonly isEmail?: boolean
}

/** What the registry keeps for each field: the question, its kind, and what the kind needs. */
export interface Field extends Question {
  readonly kind: Kind
  /** For a choice: value to label as printed in a document. */
  readonly choices?: Readonly<Record<string, string>>
  /** For a ref: the list it points into. */
  readonly target?: RefTarget
  /** For a number: its limits. */
  readonly min?: number
  readonly max?: number
  /** True for the id by which an item of a list is known. */
  readonly isId?: boolean
}

const registry = z.registry<Field>()

function register<T extends z.ZodType>(type: T, field: Field): z.ZodOptional<T> {
  registry.add(type, field)
  const optional = type.optional()
  registry.add(optional, field)
  return optional
}

/** The field behind a zod type, or undefined for a type that is no question. */
export function fieldOf(type: z.core.$ZodType): Field | undefined {
  return registry.get(type as z.ZodType)
}

/** One line of text. */
export const text = (title: string, question: Omit<Question, 'title'> = {}) =>
  register(z.string(), { title, ...question, kind: 'text' })

/** The id by which an item of a list is known: lower-case letters, digits and hyphens, kept for ever. */
export const id = (title: string, question: Omit<Question, 'title'> = {}) =>
  register(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), {
    title,
    ask: 'What short id stands for it in this file?',
    help: 'Lower-case letters, digits and hyphens. Keep it for ever: other answers and later versions refer to it.',
    ...question,
    kind: 'text',
    isId: true,
  })

/** Text of several paragraphs; a blank line parts paragraphs and `- ` starts a list item. */
export const long = (title: string, question: Omit<Question, 'title'> = {}) =>
  register(z.string(), { title, ...question, kind: 'long' })

/** A whole number within limits. */
export const int = (
  title: string,
  limits: { min?: number; max?: number },
  question: Omit<Question, 'title'> = {},
) =>
  register(
    z
      .int()
      .min(limits.min ?? 0)
      .max(limits.max ?? 1_000_000_000),
    {
      title,
      ...question,
      kind: 'int',
      min: limits.min ?? 0,
      max: limits.max ?? 1_000_000_000,
    },
  )

/** Pounds sterling, held as whole pence. Typed as 125000, 125,000.50 or £125,000. */
export const money = (title: string, question: Omit<Question, 'title'> = {}) =>
  register(z.int().min(0), { title, ...question, kind: 'money' })

/** A percentage from 0 to 100 with up to two decimals. */
export const pct = (title: string, question: Omit<Question, 'title'> = {}) =>
  register(z.number().min(0).max(100), { title, ...question, kind: 'pct' })

/** A calendar date as ISO text, `2026-04-01`. */
export const date = (title: string, question: Omit<Question, 'title'> = {}) =>
  register(z.iso.date(), { title, ...question, kind: 'date' })

export const yesNo = (title: string, question: Omit<Question, 'title'> = {}) =>
  register(z.boolean(), { title, ...question, kind: 'yesNo' })

/** One of a closed list: value as typed, label as printed. */
export const choice = <const C extends Readonly<Record<string, string>>>(
  title: string,
  choices: C,
  question: Omit<Question, 'title'> = {},
) =>
  register(z.enum(Object.keys(choices) as [keyof C & string, ...(keyof C & string)[]]), {
    title,
    ...question,
    kind: 'choice',
    choices,
  })

/** The id of an item in another list, such as a partner. */
export const ref = (title: string, target: RefTarget, question: Omit<Question, 'title'> = {}) =>
  register(z.string(), { title, ...question, kind: 'ref', target })

/** A list of answers or of groups. An item group with an `id` field is known by that id everywhere. */
export const list = <T extends z.ZodType>(title: string, item: T, question: Omit<Question, 'title'> = {}) =>
  register(z.array(unwrap(item)), { title, ...question, kind: 'list' })

/** A group of questions under one key. */
export const group = <S extends z.ZodRawShape>(
  title: string,
  shape: S,
  question: Omit<Question, 'title'> = {},
) => register(z.strictObject(shape), { title, ...question, kind: 'group' })

/** The type inside an optional, keeping its registered field. */
export function unwrap<T extends z.ZodType>(type: T): T extends z.ZodOptional<infer I> ? I : T {
  return (type instanceof z.ZodOptional ? type.unwrap() : type) as never
}
