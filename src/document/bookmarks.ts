/** Ids of numbered blocks in, the names of their bookmarks in Word out, and back. */
import { createHash } from 'node:crypto'

/** Word's limit for a bookmark's name. */
const NAME_LIMIT = 40

/** Digests made before: a redline is rendered from documents that share nearly all of their ids. */
const digests = new Map<string, string>()
/** More ids than a dozen agreements have. A run over many intakes begins again then. */
const MOST_DIGESTS = 20_000

/** The SHA-256 of an id, in hexadecimal. */
export function digestOf(id: string): string {
  const before = digests.get(id)
  if (before) return before
  if (digests.size >= MOST_DIGESTS) digests.clear()
  const made = createHash('sha256').update(id).digest('hex')
  digests.set(id, made)
  return made
}

/** The bookmark of a numbered block. A leading `_` keeps it out of Word's list of bookmarks. */
export function bookmarkName(id: string): string {
  const plain = `_c_${id.replaceAll('-', '_')}`
  if (/^[a-z0-9-]+$/.test(id) && plain.length <= NAME_LIMIT) return plain
  // Word ignores case and allows only letters, digits and `_`, so any other id is told apart by a hash of the whole.
  return `${plain.replace(/[^A-Za-z0-9_]/g, '_').slice(0, NAME_LIMIT - 11)}_${digestOf(id).slice(0, 10)}`
}

/** The id of a numbered item that somebody added by hand, from what tells it apart. */
export const idByHand = (seed: string): string => `by-hand-${digestOf(seed).slice(0, 8)}`

/** The id of an item added by hand in an earlier version, from its bookmark. */
export function idOfHandBookmark(name: string): string | undefined {
  const found = /^_c_by_hand_([0-9a-f]{8})$/i.exec(name)
  return found ? `by-hand-${found[1]!.toLowerCase()}` : undefined
}
