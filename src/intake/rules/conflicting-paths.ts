/** Findings in; the answers that state one fact in two ways, by path, with the findings that say so, out. */
import type { CodeEntry } from '../../findings/codes/entry.ts'
import { type Code, codes } from '../../findings/codes.ts'
import type { Finding } from '../../findings/finding.ts'
import { fieldAt } from '../schema.ts'

const entries: Readonly<Record<Code, CodeEntry>> = codes

/** Whether a finding, or what a rule finds, says that two answers state one fact in two ways. */
export const isConflict = ({ code }: { readonly code: Code }): boolean => entries[code].conflict !== undefined

/**
 * The paths of every answer that conflicts with another, written as findings write them (`finance.total`,
 * `partners[family-voice].role`), each with the findings that name it. A document marks these places and prints none
 * of the answers: which one is right is for people to decide. The path of a group or a list, such as `contributions`,
 * stands for every answer in it, and `contributions[].amount` for the amount in each item. A disputed answer is here too, though its values are in no intake.
 * An answer that is merely at odds with good practice is not here: see `conflict` in the closed list of codes.
 */
export function conflictingPaths(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const paths = new Map<string, Finding[]>()
  for (const finding of findings.filter(isConflict)) {
    const { conflict } = entries[finding.code]
    for (const place of [finding.place, ...(finding.related ?? []).map(side => side.place)]) {
      if (place?.path === undefined) continue
      const isList = fieldAt(place.path)?.field.kind === 'list'
      const path = typeof conflict === 'object' && isList ? `${place.path}[].${conflict.of}` : place.path
      const named = paths.get(path)
      if (!named) paths.set(path, [finding])
      else if (!named.includes(finding)) named.push(finding)
    }
  }
  return paths
}
