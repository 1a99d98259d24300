/** The version that a Word file was drafted as, and the next as the intake's record names it, in; the next under a name of its own out. */
import type { Finding } from '../../findings/finding.ts'
import { draftBefore } from '../../provisions/edition.ts'

/** How far an agreement has come: the name of every later version stands higher. */
export function placeOf(label: string): number {
  const draft = /^Draft (\d+)$/.exec(label)
  if (draft) return Number(draft[1])
  // A text for signature stands just above the draft that it was.
  const before = draftBefore(label)
  if (before !== undefined) return placeOf(before) + 0.5
  const variation = /^(Draft of variation|Varied by \w+) (\d+)$/.exec(label)
  const SIGNED = 1_000_000
  if (!variation) return label === 'Signed' ? SIGNED : 0
  return SIGNED + 2 * Number(variation[2]) - (variation[1] === 'Draft of variation' ? 1 : 0)
}

/** What comes after a version when its text changes and nobody has recorded an amendment. */
function labelAfter(label: string): string {
  const draft = draftBefore(label) ?? label
  const [, number] = /^Draft (\d+)$/.exec(draft) ?? []
  if (number !== undefined) return `Draft ${Number(number) + 1}`
  const [, varied] = /^Varied by \w+ (\d+)$/.exec(label) ?? []
  if (varied !== undefined) return `Draft of variation ${Number(varied) + 1}`
  // The draft of a variation stays that until it is signed, whatever changes in it.
  return label === 'Signed' ? 'Draft of variation 1' : draft
}

/** The name that the next version must have, where the record of amendments gives one that is taken. */
export function labelInstead(before: string, recorded: string): string | undefined {
  if (placeOf(recorded) > placeOf(before)) return undefined
  const label = labelAfter(before)
  return label === recorded ? undefined : label
}

export const countedOn = (label: string, before: string, recorded: string): Finding => ({
  code: 'BACK-19',
  severity: 'warning',
  message: `The text is not that of ${before} any more, ${recorded === before ? 'and the intake records no amendment since' : `and the amendments that the intake records reach ${recorded} only`}. So the next version calls itself ${label}, and its history page says that nothing was recorded for it.`,
  hint: 'Record it under “amendments” in the intake: reference, date, reason, asked_by and agreed_by.',
})
