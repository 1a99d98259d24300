/** Whether a provision is part of an agreement, in three values: a missing answer decides nothing. */
import type { ConditionName } from '../intake/condition-names.ts'
import type { When } from './template.ts'

export type Conditions = Readonly<Record<ConditionName, boolean | undefined>>
export type Decision =
  | { readonly is: 'in' }
  | { readonly is: 'out' }
  /** The conditions that wait for an answer. */
  | { readonly is: 'undecided'; readonly by: readonly ConditionName[] }

/** Decides a provision's `when` under the conditions of an intake. */
export function decide(when: When, conditions: Conditions): Decision {
  const values = {
    all: when.all.map(n => conditions[n]),
    any: when.any.map(n => conditions[n]),
    none: when.none.map(n => conditions[n]),
  }
  const anyHolds = when.any.length === 0 || values.any.includes(true)
  const noneCanHold = when.any.length > 0 && values.any.every(v => v === false)
  if (values.all.includes(false) || values.none.includes(true) || noneCanHold) return { is: 'out' }
  if (anyHolds && values.all.every(Boolean) && values.none.every(v => v === false)) return { is: 'in' }
  const open = [...when.all, ...(anyHolds ? [] : when.any), ...when.none].filter(
    n => conditions[n] === undefined,
  )
  return { is: 'undecided', by: open }
}
