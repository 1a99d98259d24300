/** A document in, the hash of what it binds people to out: the wording of its clauses and schedules, and nothing that only records. */
import { createHash } from 'node:crypto'
import { blockWriter } from './block-writer.ts'
import type { Block, Document, Inline } from './nodes.ts'

/**
 * The content hash: sixteen hex digits. Numbers, layout, the cover, the background and the places for signing do not count,
 * so recording an approval, a new draft or the day of signing changes nothing; a changed word in a clause, an answer or a gap does.
 */
export function contentHash(document: Document): string {
  const before = known.get(document)
  if (before) return before
  const hash = createHash('sha256')
  for (const block of document.body) if (isBinding(block)) hash.update(contentOf(block))
  const made = hash.digest('hex').slice(0, 16)
  known.set(document, made)
  return made
}

/** Says of a document made from another that only what the hash leaves out was changed, so that it need not be taken again. */
export function withSameContent(document: Document, as: Document): Document {
  const hash = known.get(as)
  if (hash !== undefined) known.set(document, hash)
  return document
}

/** Several papers of a pack print the hash of the same agreement. */
const known = new WeakMap<Document, string>()

/** Outside clauses and schedules a paragraph says when the agreement was made and who signs, and a table which versions there were. */
const isBinding = ({ type }: Block): boolean =>
  type === 'party' || type === 'clause' || type === 'definition' || type === 'schedule'

/** Leaves out where things come from, and what a gap's comment says of who is to answer. */
const onlyContent = (key: string, value: unknown): unknown =>
  key === 'from' || key === 'comment' || key === 'path' ? undefined : (value as Inline)

const contentOf = blockWriter(onlyContent)
