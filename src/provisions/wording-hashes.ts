/** The clause library and the law in; for each template and each defined term the hash of what it makes, the answers aside, out. */
import type { Settings } from './assemble.ts'
import { hashOfText } from './hash.ts'

/** Of a template by its file, of a defined term by the id that its definition has in a document. */
export type WordingHashes = Readonly<Record<string, string>>

/** So many letters tell wordings apart; the whole hash would be a third of what a Word file remembers. */
const LETTERS = 12

/** A batch asks for those of one library again and again. */
const hashesTaken = new WeakMap<
  Settings['library'],
  { readonly law: Settings['law']; readonly hashes: WordingHashes }
>()

/** Whatever of the library can change what one provision says. Its note to the reader and its owner cannot. */
export function wordingHashes({ library, law }: Pick<Settings, 'library' | 'law'>): WordingHashes {
  const before = hashesTaken.get(library)
  if (before?.law === law) return before.hashes
  const hashes = takeHashes(library, law)
  hashesTaken.set(library, { law, hashes })
  return hashes
}

function takeHashes(library: Settings['library'], law: Settings['law']): WordingHashes {
  const hash = (...parts: readonly unknown[]): string => hashOfText(JSON.stringify(parts)).slice(0, LETTERS)
  const cited = (ids: readonly string[]) =>
    ids.map(id => {
      const found = law.instruments.get(id)
      return [found?.title, found?.number, found?.state]
    })
  return Object.fromEntries([
    ...library.provisions.map(p => [
      p.file,
      hash(p.title, p.wording, p.when, p.form, p.layout, cited(p.law)),
    ]),
    ...library.definitions.map(d => [`definition.${d.id}`, hash(d.term, d.text, d.when)]),
  ])
}
