/** The parties of a cover in, the lines that name them out, with the words between: "between" the first, "and" the last. */
import type { Change, Cover, Inline } from './nodes.ts'

export type PartyLine =
  | { readonly party: readonly Inline[]; readonly change?: Change }
  | { readonly word: 'between' | 'and'; readonly change?: Change }

/** The change of a line of the cover that came or went as a whole. */
export const changeOfLine = (party: readonly Inline[]): Change | undefined => {
  const [only, ...others] = party
  return only?.type === 'changed' && others.length === 0 ? only.change : undefined
}

/** The parties in order, each with the word before it. Where parties came or went, the words follow in both readings. */
export function joinParties(parties: Cover['parties']): readonly PartyLine[] {
  const words = (without: Change['kind']): ReadonlyMap<number, 'between' | 'and'> => {
    const there = [...parties.keys()].filter(at => changeOfLine(parties[at]!)?.kind !== without)
    const [first] = there
    const last = there.at(-1)
    return new Map([
      ...(first !== undefined ? [[first, 'between'] as const] : []),
      ...(last !== undefined && last !== first ? [[last, 'and'] as const] : []),
    ])
  }
  const [before, after] = [words('inserted'), words('deleted')]
  const change = parties.map(changeOfLine).find(found => found !== undefined)
  return parties.flatMap((party, at): readonly PartyLine[] => {
    const [was, is] = [before.get(at), after.get(at)]
    const own = changeOfLine(party)
    const line = own ? { party, change: own } : { party }
    if (was === is) return [...(is ? [{ word: is }] : []), line]
    return [
      ...(was && change ? [{ word: was, change: { ...change, kind: 'deleted' as const } }] : []),
      ...(is && change ? [{ word: is, change: { ...change, kind: 'inserted' as const } }] : []),
      line,
    ]
  })
}
