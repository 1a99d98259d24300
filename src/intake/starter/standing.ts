/** Must a question be answered? A field, the conditions and the answers beside it in; yes, perhaps (and when), or no out. */
import type { ConditionName } from '../condition-names.ts'
import { conditions as conditionTable } from '../conditions.ts'
import type { OnlyIf } from '../fields.ts'
import type { Conditions } from '../gaps.ts'
import { type FieldEntry, isNeeded } from '../schema.ts'

export type Beside = Readonly<Record<string, unknown>>

/** `hangsOn`: in words, what is not known yet and would make it needed. Empty: needed, or optional, as it stands. */
export type Standing =
  | { readonly is: 'left out' }
  | { readonly is: 'required' | 'optional'; readonly hangsOn: readonly string[] }

/** How a question stands. What the group above it hangs on is said there and not again. */
export function standingOf(
  entry: FieldEntry,
  above: FieldEntry | undefined,
  conditions: Conditions,
  beside: Beside,
): Standing {
  const { need, field } = entry
  const isCalledFor = isNeeded(
    { need: { isOptional: false, when: need.when }, field: { title: field.title, kind: field.kind } },
    conditions,
    beside,
  )
  const test = field.onlyIf ? tryOnlyIf(field.onlyIf, beside) : true
  if (isCalledFor === false || test === false) return { is: 'left out' }
  const own = need.when.slice(above?.need.when.length ?? 0)
  const labels = own.filter(any => !any.some(name => conditions[name])).map(any => inWords(any, conditions))
  const hangsOn = test === undefined && field.onlyIf ? [...labels, field.onlyIf.words] : labels
  return { is: need.isOptional ? 'optional' : 'required', hangsOn }
}

const inWords = (any: readonly ConditionName[], conditions: Conditions): string =>
  any
    .filter(name => conditions[name] === undefined)
    .map(name => conditionTable[name].label)
    .join(' or ')

/** Whether the test holds; undefined while it does not and an answer that it looks at is missing. */
function tryOnlyIf({ test }: OnlyIf, beside: Beside): boolean | undefined {
  let isWaiting = false
  const watched = new Proxy(beside, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      if (value === undefined) isWaiting = true
      return value
    },
  })
  if (test(watched)) return true
  return isWaiting ? undefined : false
}
