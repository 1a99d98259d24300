/** A heading in, its line of the contents list kept for later out: with how it read before tracked changes, if differently. */
import type { Inline } from '../../document/nodes.ts'
import { wordsOf } from './inlines.ts'
import { type Entry, labelOf, type Reading, type Rendering } from './rendering.ts'

/** Adds a line to the contents list: for a part without a number, `id` is undefined. */
export function enterContents(
  kind: Entry['kind'],
  id: string | undefined,
  title: readonly Inline[],
  bookmark: string,
  rendering: Rendering,
): void {
  const { change, revision, asItWas } = rendering
  const read = (as: Rendering): Reading => {
    const number = id === undefined ? undefined : `${labelOf(id, as).full}${kind === 'clause' ? '.' : ''}`
    return { ...(number && { number }), title: wordsOf(title, as) }
  }
  const now = read(rendering)
  const was = change || !asItWas ? now : read(asItWas)
  const last = rendering.entries.at(-1)
  // What is struck out and stands inserted at once in its place has one line, or the list could end in none that stays.
  if (
    id !== undefined &&
    last?.id === id &&
    last.kind === kind &&
    last.change?.kind === 'deleted' &&
    change?.kind === 'inserted'
  ) {
    const before: Reading = { title: last.title, ...(last.number && { number: last.number }) }
    const isSame = before.number === now.number && before.title === now.title
    rendering.entries[rendering.entries.length - 1] = {
      kind,
      id,
      bookmark,
      ...now,
      ...(!isSame && { was: { ...before, by: change } }),
    }
    return
  }
  const differs = was.number !== now.number || was.title !== now.title
  rendering.entries.push({
    kind,
    ...(id !== undefined && { id }),
    bookmark,
    ...now,
    ...(change && { change }),
    ...(differs && revision && { was: { ...was, by: revision } }),
  })
}
