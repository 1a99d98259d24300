/** Answers and a path into them in, a copy out in which what stands at the path is another; all that is not on the way is shared. */
import type { Key } from './answers.ts'

/** Every item of a list, or a first one where there is none yet. */
export const everyItem = Symbol('every item')

/** A key of a group, a position in a list, or all its positions. */
export type Step = Key | typeof everyItem

/**
 * A copy with what is at a path changed. Groups that are missing on the way are made; a position that a list does not have is
 * left alone.
 * @param change gives what is to stand there; undefined takes the answer away
 */
export function changeAt(
  tree: unknown,
  [step, ...rest]: readonly Step[],
  change: (was: unknown) => unknown,
): unknown {
  if (step === undefined) return change(tree)
  if (typeof step !== 'string') {
    const list: readonly unknown[] = Array.isArray(tree) ? tree : []
    if (step !== everyItem) return step in list ? list.with(step, changeAt(list[step], rest, change)) : tree
    return (list.length > 0 ? list : [undefined]).map(item => changeAt(item, rest, change))
  }
  const group = (tree ?? {}) as Readonly<Record<string, unknown>>
  const next = changeAt(group[step], rest, change)
  if (next !== undefined) return { ...group, [step]: next }
  const { [step]: _, ...others } = group
  return others
}
