/** The answers that conflict, with the findings that say so, in; what a document prints in place of each out. */
import type { Finding, Place } from '../findings/finding.ts'
import { fieldAt } from '../intake/schema.ts'

/** Answers that state one fact in two ways. A document marks the places and prints none of them. */
export interface Conflicts {
  /** The findings about the answer at a path, itself or with the group or list it stands in; none where it is undoubted. */
  readonly at: (path: string) => readonly Finding[]
}

export const noConflicts: Conflicts = { at: () => [] }

/** What a derived answer is worked out from: in doubt when any answer below one of these paths is. */
function sourcesOf(path: string): readonly string[] {
  if (path.startsWith('derived.contributions_')) return ['contributions']
  if (/^derived\.(?:total|voting)_seats$|\.derived\.seats$/.test(path)) return ['board.seats']
  const [, risk, key] = /^(risks\[[^\]]+\])\.derived\.(\w+)$/.exec(path) ?? []
  if (risk === undefined) return []
  return key === 'target_band'
    ? [`${risk}.target`]
    : ['impact', 'likelihood', 'residual', 'rating'].map(name => `${risk}.${name}`)
}

/** Looks conflicts up by path. The path of a group or a list stands for everything in it. */
export function conflictsAmong(byPath: ReadonlyMap<string, readonly Finding[]>): Conflicts {
  if (byPath.size === 0) return noConflicts
  const paths = [...byPath.keys()]
  const within = (inner: string, outer: string): boolean =>
    inner === outer || (inner.startsWith(outer) && /^[.[]/.test(inner.slice(outer.length)))
  return {
    at: path => {
      const sources = sourcesOf(path)
      const found = paths.filter(
        known =>
          within(path, known) || sources.some(source => within(known, source) || within(source, known)),
      )
      return [...new Set(found.flatMap(known => byPath.get(known)!))]
    },
  }
}

/**
 * The remark beside the mark: both places, and what is wrong between them. Where one of them is the Council's own
 * business, only that there is another is said, because partners read the draft.
 */
export function remarkOn(findings: readonly Finding[]): string {
  return findings
    .map(({ message, place, related = [] }) => {
      const places = [place, ...related.map(side => side.place)].filter(known => known?.path !== undefined)
      if (places.some(isPrivate))
        return 'Two answers conflict, so neither is printed; one of them is not for the draft.'
      return `Two answers conflict, so neither is printed: ${message}. In the intake: ${places.map(inWords).join(' and ')}.`
    })
    .join(' ')
}

const inWords = (place: Place | undefined): string => `${place?.path} (line ${place?.start.line})`

const isPrivate = (place: Place | undefined): boolean =>
  fieldAt((place?.path ?? '').replace(/\[[^\]]*\]/g, '[]'))?.isPrivate ?? false
