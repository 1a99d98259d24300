/** The answers that conflict, with the findings that say so, in; what a document prints in place of each out. */
import type { Finding, Place } from '../findings/finding.ts'
import { writePath } from '../intake/paths.ts'
import { fieldAt, type Intake } from '../intake/schema.ts'

/** Answers that state one fact in two ways. A document marks the places and prints none of them. */
export interface Conflicts {
  /** The findings about the answer at a path, itself or with the group or list it stands in; none where it is undoubted. */
  readonly at: (path: string) => readonly Finding[]
}

export const noConflicts: Conflicts = { at: () => [] }

/** What the papers of a pack work out, with the answers it rests on. A path of answers reaches to every item of a list. */
const workedOut: Readonly<Record<string, readonly string[]>> = {
  'pack.council_side.representatives': ['board.seats', 'members'],
  'pack.council_side.involvement': ['type'],
  'pack.council_side.reporting': ['type'],
  'pack.council_side.route_is_ours': ['type'],
  'pack.council_side.family': ['type'],
  'pack.review_due': ['review.first_date', 'review.frequency_months', 'review.last_held'],
  'pack.council_side.highest_risk': gradesOf('risks[]'),
}

/** The answers by which a risk is graded. */
function gradesOf(risk: string): readonly string[] {
  return ['impact', 'likelihood', 'residual', 'rating'].map(name => `${risk}.${name}`)
}

/** Whether answers conflict about how grave a risk is. */
export const isGradeInDoubt = ({ at }: Conflicts, intake: Intake, index: number): boolean =>
  at(`${writePath(intake, ['risks', index])}.derived.band`).length > 0

/** What a derived answer is worked out from: in doubt when any answer below one of these paths is. */
function sourcesOf(path: string): readonly string[] {
  const paper = workedOut[path]
  if (paper) return paper
  if (path.startsWith('derived.contributions_')) return ['contributions']
  if (/^derived\.(?:total|voting)_seats$|\.derived\.seats$/.test(path)) return ['board.seats']
  const [, risk, key] = /^(risks\[[^\]]+\])\.derived\.(\w+)$/.exec(path) ?? []
  if (risk === undefined) return []
  if (key === 'reference') return []
  return key === 'target_band' ? [`${risk}.target`] : gradesOf(risk)
}

const itemsAside = (path: string): string => path.replace(/\[[^\]]*\]/g, '[]')

/** Whether one path leads to the answer at another, or to something in it. `[]` stands for every item of a list. */
function isWithin(path: string, outer: string): boolean {
  const inner = outer.includes('[]') ? itemsAside(path) : path
  return inner === outer || (inner.startsWith(outer) && /^[.[]/.test(inner.slice(outer.length)))
}

/** Looks conflicts up by path. The path of a group or a list stands for everything in it. */
export function conflictsAmong(byPath: ReadonlyMap<string, readonly Finding[]>): Conflicts {
  if (byPath.size === 0) return noConflicts
  const paths = [...byPath.keys()]
  return {
    at: path => {
      const sources = sourcesOf(path)
      const found = paths.filter(
        known =>
          isWithin(path, known) || sources.some(source => isWithin(known, source) || isWithin(source, known)),
      )
      return [...new Set(found.flatMap(known => byPath.get(known)!))]
    },
  }
}

/**
 * The remark beside the mark: both places, and what is wrong between them. Where one of them is the Council's own
 * business, only that there is another is said, because partners read the draft.
 */
export function remarkOn(findings: readonly Finding[], isOwn: (path: string) => boolean): string {
  return findings
    .map(({ message, place, related = [] }) => {
      const places = [place, ...related.map(side => side.place)].filter(known => known?.path !== undefined)
      if (places.some(known => isPrivate(known) || isOwn(known?.path ?? '')))
        return 'Two answers conflict, so neither is printed; one of them is not for the draft.'
      return `Two answers conflict, so neither is printed: ${message}. In the intake: ${places.map(inWords).join(' and ')}.`
    })
    .join(' ')
}

const inWords = (place: Place | undefined): string => `${place?.path} (line ${place?.start.line})`

const isPrivate = (place: Place | undefined): boolean =>
  fieldAt(itemsAside(place?.path ?? ''))?.isPrivate ?? false
