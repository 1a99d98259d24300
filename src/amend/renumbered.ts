/** Two versions in; out, the provisions that stand in both under another number, as reference texts. */
import type { Document } from '../document/nodes.ts'
import { numberDocument, referenceText } from '../document/number.ts'

/**
 * The old and the new number of each clause, schedule, party and recital that has another, in the order of the newer
 * text. What stands in a renumbered clause follows it and is not listed, nor is what only counts on beside it.
 */
export function renumberedIn(before: Document, after: Document): readonly (readonly [string, string])[] {
  const [was, is] = [numberDocument(before), numberDocument(after)]
  const name = (text: string, series: string): string =>
    series === 'clause'
      ? `clause ${text}`
      : series === 'party' || series === 'recital'
        ? `${series} ${text}`
        : text
  const pairs = [...is].flatMap(([id, { series }]) => {
    const [old, now] = [referenceText(was, id), referenceText(is, id)]
    return old === undefined || old === now ? [] : [[name(old, series), name(now!, series)] as const]
  })
  const moved = new Set(pairs.map(([old]) => old))
  return pairs.filter(([old, now]) => {
    const [up, upNow] = [parentOf(old), parentOf(now)]
    return !(up !== undefined && moved.has(up) && old.slice(up.length) === now.slice(upNow!.length))
  })
}

/** `clause 41.2(a)` stands in `clause 41.2`, and `paragraph 2 of Schedule 4` in `Schedule 4`. */
function parentOf(name: string): string | undefined {
  const within = /^paragraph .* of (Schedule \d+)$/.exec(name)
  if (within) return undefined
  return /^(.*\d)(?:\([a-z]+\)|\.\d+)$/.exec(name)?.[1] ?? /^(.*\))\([a-z]+\)$/.exec(name)?.[1]
}
