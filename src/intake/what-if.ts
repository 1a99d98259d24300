/** An intake and a question's path in, the intakes with another answer there out: what "if this were answered otherwise" means. */
import * as z from 'zod'
import { changeAt, everyItem, type Step } from './change-at.ts'
import { fieldOf, unwrap } from './fields.ts'
import type { Intake } from './schema.ts'
import { type FieldEntry, fieldAt } from './schema.ts'

/** Another answer to one question. `to` is for people; `apply` gives the intake with it. */
export interface Change {
  readonly path: string
  readonly to: string
  /** Which way it goes: says less, says more, or neither (another choice). */
  readonly direction: 'less' | 'more' | 'other'
  readonly apply: (intake: Intake) => Intake
  /** Where the path goes through a list: the change in each single item of it, by position. */
  readonly single: readonly ((intake: Intake) => Intake)[]
}

type Tree = Readonly<Record<string, unknown>>

/**
 * The other answers a question could have, as far as a condition could tell them apart. Where the path goes through a
 * list, the change is made in every item of it, or in one new item where there is none.
 */
export function changesAt(path: string, intake: Intake): readonly Change[] {
  const entry = fieldAt(path)
  if (!entry) return []
  const keys = path.split('.')
  const steps = keys.flatMap((key): Step[] => (key.endsWith('[]') ? [key.slice(0, -2), everyItem] : [key]))
  const firstList = steps.indexOf(everyItem)
  return alternatives(entry, intake).flatMap(({ value, to, direction }) => {
    const put = (at: readonly Step[]) => (from: Intake) => changeAt(from, at, () => value) as Intake
    const apply = put(steps)
    if (isSame(apply(intake), intake)) return []
    const single = itemsAt(intake, keys).map((_, position) => put(steps.with(firstList, position)))
    return [{ path, to, direction, apply, single }]
  })
}

/** Whether two trees say the same. A changed copy shares all but what lies on the way to the change, which is not walked. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [mine, yours] = [one, other] as [Tree, Tree]
  const keys = Object.keys(mine)
  return (
    keys.length === Object.keys(yours).length &&
    keys.every(key => key in yours && isSame(mine[key], yours[key]))
  )
}

/** The items of the first list that a path goes through; none where it goes through none. */
function itemsAt(intake: Intake, keys: readonly string[]): readonly unknown[] {
  let here: unknown = intake
  for (const key of keys) {
    here = (here as Tree | undefined)?.[key.replace('[]', '')]
    if (key.endsWith('[]')) return Array.isArray(here) ? here : []
  }
  return []
}

type Alternative = Pick<Change, 'to' | 'direction'> & { readonly value: unknown }
const nothing: Alternative = { value: undefined, to: 'left blank', direction: 'less' }

function alternatives(entry: FieldEntry, intake: Intake): Alternative[] {
  const { field, type } = entry
  // Another id would be another item, not another answer.
  if (field.isId) return []
  switch (field.kind) {
    case 'yesNo':
      return [
        { value: true, to: 'yes', direction: 'more' },
        { value: false, to: 'no', direction: 'less' },
      ]
    case 'choice':
      return Object.keys(field.choices ?? {}).map(value => ({
        value,
        to: value,
        direction: 'other' as const,
      }))
    case 'list':
      return [
        { value: [], to: 'none', direction: 'less' },
        {
          value: [sample((type as z.ZodArray).element as z.ZodType)],
          to: 'at least one item',
          direction: 'more',
        },
      ]
    case 'group':
      return [nothing, { value: sample(type), to: 'filled in', direction: 'more' }]
    case 'ref':
      return [
        nothing,
        ...(intake.partners ?? []).flatMap(p =>
          p.id === undefined ? [] : [{ value: p.id, to: p.id, direction: 'other' as const }],
        ),
      ]
    case 'int':
    case 'money':
    case 'pct':
      return [nothing, { value: 1, to: 'more than nothing', direction: 'more' }]
    case 'date':
      return [nothing, { value: '2026-04-01', to: 'filled in', direction: 'more' }]
    default:
      return [nothing, { value: 'x', to: 'filled in', direction: 'more' }]
  }
}

/** The least that counts as an answer of a kind: the first plain question of a group, filled in. */
function sample(type: z.ZodType): unknown {
  const inner = unwrap(type)
  if (!(inner instanceof z.ZodObject)) return 'x'
  const isText = (child: unknown) => ['text', 'long'].includes(fieldOf(child as z.ZodType)?.kind ?? '')
  const [key] = Object.entries(inner.shape).find(([, child]) => isText(child)) ?? []
  return key === undefined ? {} : { [key]: 'x' }
}
