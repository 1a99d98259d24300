/** Two covers in, one with every difference in its words marked out. */
import type { Cover, CoverLine, Inline } from '../nodes.ts'
import { align } from './align.ts'
import type { Scene } from './scene.ts'
import { compareInlines } from './words.ts'

const key = (inlines: readonly Inline[]): string => JSON.stringify(inlines)

/** Parties pair by the answer that names them, lines by their labels. The kind of document is the newer one's. */
export function compareCovers(before: Cover, after: Cover, scene: Scene): Cover {
  const words = (was: readonly Inline[], is: readonly Inline[]) => compareInlines(was, is, scene)
  const named = (inlines: readonly Inline[]): string => {
    const [first] = inlines
    return first?.type === 'fact' || first?.type === 'gap' ? first.path : key(inlines)
  }
  const parties = align(before.parties, after.parties, (a, b) =>
    key(a) === key(b) ? 3 : named(a) === named(b) ? 2 : 0,
  ).map((pair): readonly Inline[] => {
    if (!pair.before) return [{ type: 'changed', change: scene.inserted, children: pair.after }]
    if (!pair.after) return [{ type: 'changed', change: scene.deleted, children: pair.before }]
    return words(pair.before, pair.after)
  })
  const lines = align(before.lines, after.lines, (a, b) => (a.label === b.label ? 1 : 0)).map(
    (pair): CoverLine => {
      if (!pair.before) return { ...pair.after, change: scene.inserted }
      if (!pair.after) return { ...pair.before, change: scene.deleted }
      return { ...pair.after, value: words(pair.before.value, pair.after.value) }
    },
  )
  return {
    ...after,
    title: words(before.title, after.title),
    parties,
    lines,
    notice: words(before.notice, after.notice),
  }
}
