/** A body of which some provisions kept their older wording in; the same with the definitions that its words need out. */
import type { Block, Clause, Definition } from '../../document/nodes.ts'
import { byTerm, ownWords } from '../../provisions/definitions.ts'
import type { Choice, KeepRequest } from './keep-request.ts'
import type { Segment } from './segments.ts'

/** Chooses between the two wordings of a definition that stands in both. */
type Choose = (
  before: readonly Block[],
  after: readonly Block[],
  reprinted: readonly Block[] | undefined,
) => Choice

const isDefinition = (block: Block): block is Definition => block.type === 'definition'

/** The definitions of a body, however deep in its clauses they stand. */
export const definitionsIn = (blocks: readonly Block[]): readonly Definition[] =>
  blocks.flatMap(block =>
    isDefinition(block) ? [block] : block.type === 'clause' ? definitionsIn(block.children) : [],
  )
const byId = (all: readonly Definition[]) => new Map(all.map(one => [one.id, one] as const))

/**
 * Puts the definitions right, and says of each whose wording moved which one stands. Nothing is done where no definition
 * stands in a clause. `forced` holds those that cannot be as they were, and why.
 */
export function withDefinitions(
  segments: readonly Segment[],
  { base, ours, reprinted, isMoved, usedIn }: KeepRequest,
  choose: Choose,
  forced: ReadonlyMap<string, string>,
): { readonly body: readonly Block[]; readonly choices: ReadonlyMap<string, Choice> } {
  const body = segments.flatMap(({ blocks }) => blocks)
  const [was, is] = [byId(definitionsIn(base.body)), byId(definitionsIn(ours.body))]
  const again = reprinted && byId(definitionsIn(reprinted.body))
  const now = new Set(ours.body)
  const picked = [...new Set([...is.keys(), ...was.keys()])].map((id): [string, Choice] => {
    const [old, fresh, why] = [was.get(id), is.get(id), forced.get(id)]
    if (why !== undefined) return [id, { use: 'ours', blocks: fresh ? [fresh] : [], why }]
    if (old && fresh && isMoved(id)) return [id, choose([old], [fresh], again && [again.get(id) ?? fresh])]
    return [id, fresh ? { use: 'ours', blocks: [fresh] } : { use: 'base', blocks: [old!] }]
  })
  const wordsOf = (which: readonly (readonly [string, Choice])[]): string =>
    ownWords(which.flatMap(([, { blocks }]) => blocks))
  const used = usedIn(`${ownWords(plain(body))}\n${wordsOf(picked.filter(([id]) => was.has(id)))}`)
  const keptWords = `${ownWords(plain(body.filter(block => !now.has(block))))}\n${wordsOf(
    picked.filter(([id, { use }]) => use === 'base' && is.has(id)),
  )}`
  // Today's library knows the other forms of a term; of a term that it has no more, its name alone is known.
  const usedInKept = usedIn(keptWords)
  const settled = picked.map(([id, choice]): [string, Choice] => {
    if (forced.has(id) || (was.has(id) && is.has(id))) return [id, choice]
    // One that only the library brought in or took out is wanted where words that stand need it.
    if (is.has(id)) return [id, !isMoved(id) || used.has(id) ? choice : { use: 'base', blocks: [] }]
    const isNeeded = mentions(keptWords, was.get(id)!.term) || usedInKept.has(id)
    return [id, isNeeded ? choice : { use: 'ours', blocks: [] }]
  })
  const standing = settled.flatMap(([, { blocks }]) => blocks.filter(isDefinition)).sort(byTerm)
  return {
    body: body.map(block => (block.type === 'clause' ? refill(block, standing) : block)),
    choices: new Map(settled.filter(([id]) => isMoved(id) || forced.has(id))),
  }
}

const mentions = (words: string, term: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${term.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u').test(
    words,
  )

/** Blocks without the definitions in their clauses. */
const plain = (blocks: readonly Block[]): readonly Block[] =>
  blocks
    .filter(one => !isDefinition(one))
    .map(block => (block.type === 'clause' ? { ...block, children: plain(block.children) } : block))

/** A clause with these definitions where its own stood; itself where it holds none. */
function refill(clause: Clause, definitions: readonly Definition[]): Clause {
  if (definitionsIn([clause]).length === 0) return clause
  const first = clause.children.findIndex(isDefinition)
  if (first < 0)
    return {
      ...clause,
      children: clause.children.map(one => (one.type === 'clause' ? refill(one, definitions) : one)),
    }
  const rest = clause.children.filter(one => !isDefinition(one))
  return { ...clause, children: [...rest.slice(0, first), ...definitions, ...rest.slice(first)] }
}
