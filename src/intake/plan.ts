/** A schema in, what it says of each question out, taken out of it once: to ask zod at each answer takes far longer. */
import * as z from 'zod'
import { type Field, fieldOf, type Kind, unwrap } from './fields.ts'

export interface Plan {
  /** Inferred for a type that is no registered question, which keeps a schema's plain zod types readable. */
  readonly field: Field
  /** Of a group: its questions by their names, in the order of the form. */
  readonly group?: ReadonlyMap<string, Plan>
  /** Of a list: its items. */
  readonly item?: Plan
}

const known = new WeakMap<z.ZodType, Plan>()

/** What a schema, or a part of one, says of its questions. */
export function planOf(schema: z.ZodType): Plan {
  const before = known.get(schema)
  if (before) return before
  const plan = makePlan(schema, 'The intake')
  known.set(schema, plan)
  return plan
}

/** @param title what the question is called if it does not say so itself */
function makePlan(schema: z.ZodType, title: string): Plan {
  const type = unwrap(schema)
  const fieldOr = (kind: Kind): Field => fieldOf(schema) ?? fieldOf(type) ?? { title, kind }
  if (type instanceof z.ZodObject) {
    const questions = Object.entries(type.shape).map(
      ([key, child]) => [key, makePlan(child as z.ZodType, key)] as const,
    )
    return { field: fieldOr('group'), group: new Map(questions) }
  }
  if (!(type instanceof z.ZodArray)) return { field: fieldOr('text') }
  const field = fieldOr('list')
  return { field, item: makePlan(type.element as z.ZodType, field.title) }
}
