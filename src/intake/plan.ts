/** A schema in, what it says of each question out, taken out of it once: to ask zod at each answer takes far longer. */
import * as z from 'zod'
import { type Field, fieldOf, unwrap } from './fields.ts'

export interface Plan {
  /** The type without its optional. */
  readonly type: z.ZodType
  /** Left out by a type that is no registered question. */
  readonly field?: Field
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
  const plan = makePlan(schema)
  known.set(schema, plan)
  return plan
}

function makePlan(schema: z.ZodType): Plan {
  const type = unwrap(schema)
  const field = fieldOf(schema) ?? fieldOf(type)
  const plan = field ? { type, field } : { type }
  if (type instanceof z.ZodObject)
    return {
      ...plan,
      group: new Map(Object.entries(type.shape).map(([key, child]) => [key, makePlan(child as z.ZodType)])),
    }
  if (type instanceof z.ZodArray) return { ...plan, item: makePlan(type.element as z.ZodType) }
  return plan
}
