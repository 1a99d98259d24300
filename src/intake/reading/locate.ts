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

/** Indexes the notes of a reading by path. `intake` is what names the items of lists in written paths. */
export function locate(notes: Notes, intake: unknown): Located {
  const spots = new Map<string, Spot>(notes.spots.map(spot => [named(spot.keys), spot]))
  const states = new Map<string, AnswerState>(notes.states.map(({ keys, state }) => [named(keys), state]))
  const placeOf = (keys: readonly Key[]): Place => {
    const path = writePath(intake, keys)
    for (let length = keys.length; length > 0; length--) {
      const spot = spots.get(named(keys.slice(0, length)))
      if (spot) return notes.lines.placeAt((length === keys.length && spot.value) || spot.key, path)
    }
    return notes.lines.placeAt({ start: 0, end: 0 }, path)
  }
  return { stateOf: keys => states.get(named(keys)), placeOf }
}
