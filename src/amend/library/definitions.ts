/** A body of which some provisions kept their older wording in; the same with the definitions that its words need out. */
import type { Block, Clause, Definition } from '../../document/nodes.ts'
import { ownWords } from '../../provisions/definitions.ts'
import type { KeepRequest } from './keep-request.ts'
import type { Segment } from './segments.ts'

/** Chooses between the two wordings of a definition that stands in both. */
type Choose = (
  before: readonly Block[],
  after: readonly Block[],
  reprinted: readonly Block[] | undefined,
) => { readonly blocks: readonly Block[] }

const isDefinition = (block: Block): block is Definition => block.type === 'definition'
const definitionsIn = (blocks: readonly Block[]): readonly Definition[] =>
  blocks.flatMap(block => (block.type === 'clause' ? block.children.filter(isDefinition) : []))
const byId = (all: readonly Definition[]) => new Map(all.map(one => [one.id, one] as const))

/** Puts the definitions right. Nothing is done where no definition stands under a clause. */
export function withDefinitions(
  segments: readonly Segment[],
  { base, ours, reprinted, isMoved, usedIn }: KeepRequest,
  choose: Choose,
): readonly Block[] {
  const body = segments.flatMap(({ blocks }) => blocks)
  const [was, is] = [byId(definitionsIn(base.body)), byId(definitionsIn(ours.body))]
  const again = reprinted && byId(definitionsIn(reprinted.body))
  const plain = (blocks: readonly Block[]) =>
    blocks.map(block =>
      block.type === 'clause'
        ? { ...block, children: block.children.filter(one => !isDefinition(one)) }
        : block,
    )
  const now = new Set(ours.body)
  const keptWords = ownWords(plain(body.filter(block => !now.has(block))))
  const picked = [...new Set([...is.keys(), ...was.keys()])].map(id => {
    const [old, fresh] = [was.get(id), is.get(id)]
    if (old && fresh && isMoved(id))
      return choose([old], [fresh], again && [again.get(id) ?? fresh]).blocks[0] as Definition
    return (fresh ?? old)!
  })
  const used = usedIn(`${ownWords(plain(body))}\n${ownWords(picked.filter(({ id }) => was.has(id)))}`)
  const standing = picked.filter(({ id, term }) =>
    is.has(id) && (was.has(id) || !isMoved(id))
      ? true
      : is.has(id)
        ? used.has(id)
        : mentions(keptWords, term),
  )
  const sorted = [...standing].sort((a, b) => a.term.localeCompare(b.term, 'en'))
  return body.map(block =>
    block.type === 'clause' && definitionsIn([block]).length > 0 ? refill(block, sorted) : block,
  )
}

const mentions = (words: string, term: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${term.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'u').test(
    words,
  )

function refill(clause: Clause, definitions: readonly Definition[]): Clause {
  const first = clause.children.findIndex(isDefinition)
  const rest = clause.children.filter(one => !isDefinition(one))
  return { ...clause, children: [...rest.slice(0, first), ...definitions, ...rest.slice(first)] }
}
