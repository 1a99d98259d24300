/** Looks up, for a path into the answers, where it stands in the file and in which state it is. */
import type { Place } from '../../findings/finding.ts'
import type { AnswerState, Key } from '../answers.ts'
import { writePath } from '../paths.ts'
import type { Notes, Spot } from './notes.ts'

interface Located {
  readonly stateOf: (keys: readonly Key[]) => AnswerState | undefined
  readonly placeOf: (keys: readonly Key[]) => Place
}

/** A path as one string. The same place is never both a group and a list, so a number and a name cannot be confused. */
const named = (keys: readonly Key[]): string => keys.join('\0')

/**
 * Indexes the notes of a reading by path. `intake` is what names the items of lists in written paths, and `sections` the
 * keys at the top of the form in its order: a section that the file lacks is placed by the one before it.
 */
export function locate(notes: Notes, intake: unknown, sections: readonly string[]): Located {
  // Most runs ask for few places or none.
  let known: ReadonlyMap<string, Spot> | undefined
  const spotsByName = () => {
    known ??= new Map(notes.spots.map(spot => [named(spot.keys), spot]))
    return known
  }
  const states = new Map<string, AnswerState>(notes.states.map(({ keys, state }) => [named(keys), state]))
  const firstSpot = () =>
    notes.spots
      .filter(({ keys }) => keys.length === 1)
      .reduce<Spot | undefined>((a, b) => (a && a.key.start <= b.key.start ? a : b), undefined)
  const placeOf = (keys: readonly Key[]): Place => {
    const path = writePath(intake, keys)
    const spots = spotsByName()
    for (let length = keys.length; length > 0; length--) {
      const spot = spots.get(named(keys.slice(0, length)))
      if (spot) return notes.lines.placeAt((length === keys.length && spot.value) || spot.key, path)
    }
    const before = sections.slice(0, Math.max(0, sections.indexOf(String(keys[0])))).toReversed()
    const nearest = before.map(key => spots.get(key)).find(spot => spot !== undefined) ?? firstSpot()
    return { ...notes.lines.placeAt(nearest?.key ?? { start: 0, end: 0 }, path), isNearby: true }
  }
  // Most questions have no state, and to write their paths takes longest.
  const lasts = new Set(notes.states.map(({ keys }) => keys.at(-1)))
  const stateOf = (keys: readonly Key[]) => (lasts.has(keys.at(-1)) ? states.get(named(keys)) : undefined)
  return { stateOf, placeOf }
}
