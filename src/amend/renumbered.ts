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
  const moved = new Map(pairs)
  return pairs.filter(([old, now]) => !follows(old, now, moved))
}

/** Whether a number changed only because that of what holds it did: `clause 41.2(a)` follows `clause 41.2`. */
function follows(old: string, now: string, moved: ReadonlyMap<string, string>): boolean {
  const [was, is] = [inSchedule(old), inSchedule(now)]
  if (was.number === is.number && was.schedule !== '') return moved.get(was.schedule) === is.schedule
  const [up, upNow] = [parentOf(was.number), parentOf(is.number)]
  if (up === undefined || upNow === undefined || up.tail !== upNow.tail) return false
  return moved.get(named(up.parent, was.schedule)) === named(upNow.parent, is.schedule)
}

/** `paragraph 2.1 of Schedule 4` is `paragraph 2.1` in `Schedule 4`. */
function inSchedule(name: string): { readonly number: string; readonly schedule: string } {
  const [number, schedule = ''] = name.split(' of ')
  return { number: number!, schedule }
}

const named = (number: string, schedule: string): string =>
  schedule === '' ? number : `${number} of ${schedule}`

/** `clause 41.2(a)` is `(a)` in `clause 41.2`. */
function parentOf(number: string): { readonly parent: string; readonly tail: string } | undefined {
  const [, parent, tail] = /^(.*[\d)])(\([a-z]+\)|\.\d+)$/.exec(number) ?? []
  return parent === undefined || tail === undefined ? undefined : { parent, tail }
}
