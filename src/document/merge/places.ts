/** Merged lines and their numbers in; where each line stands, in words a reader can follow, out. */
import { type Numbering, referenceText } from '../number.ts'
import type { Line } from './lines.ts'

/** The number of a line that has one: `clause 7.2`, `Schedule 4`, `party (2)`. */
function numberOf(key: string, numbering: Numbering): string | undefined {
  const label = numbering.get(key)
  if (!label) return undefined
  const text = referenceText(numbering, key) ?? label.full
  switch (label.series) {
    case 'clause':
      return `clause ${text}`
    case 'party':
    case 'recital':
      return `${label.series} ${text}`
    default:
      return text
  }
}

/** For each line the place it stands at: its own number, or that of the last numbered line before it. */
export function placesOf(lines: readonly Line[], numbering: Numbering): ReadonlyMap<Line | string, string> {
  const places = new Map<Line | string, string>()
  let place = 'the beginning'
  for (const line of lines) {
    if (line.kind.startsWith('cover')) place = 'the cover'
    else if (line.kind === 'execution' || line.kind === 'signing') place = 'the places for signing'
    else if (line.key !== undefined) place = numberOf(line.key, numbering) ?? place
    places.set(line, place)
    if (line.key !== undefined) places.set(line.key, place)
  }
  return places
}
