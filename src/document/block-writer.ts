/** A block in, its JSON out, letter for letter as `JSON.stringify` writes it. A block that stands in many documents is written once. */
import type { Block } from './nodes.ts'

/** What `JSON.stringify` asks of each key and value. */
type Replacer = (key: string, value: unknown) => unknown

/** Texts with commas between them. To put them together with `+` copies none of them yet, as `join` would at each level. */
export const inOneList = (texts: readonly string[]): string =>
  texts.length === 0 ? '' : texts.reduce((all, text) => `${all},${text}`)

/**
 * Makes a writer, which knows the blocks that it wrote.
 * @param replacer what to leave out or write otherwise, as for `JSON.stringify`; it may not change `children`
 * @param finish what happens to the text of a block that holds no other numbered block
 */
export function blockWriter(
  replacer?: Replacer,
  finish: (json: string) => string = json => json,
): (block: Block) => string {
  const known = new WeakMap<Block, string | undefined>()
  const text = (value: unknown): string | undefined => {
    const json = JSON.stringify(value, replacer)
    return json === undefined ? undefined : finish(json)
  }
  const entry = (block: Block, key: string): readonly string[] => {
    const value = block[key as keyof Block] as unknown
    if (key === 'children') return [`"children":[${inOneList((value as readonly Block[]).map(write))}]`]
    const kept = replacer ? replacer(key, value) : value
    const json = text(kept)
    return json === undefined ? [] : [`${JSON.stringify(key)}:${json}`]
  }
  // Clauses and schedules hold blocks of which most stay while one changes.
  const fresh = (block: Block): string =>
    block.type === 'clause' || block.type === 'schedule'
      ? `{${Object.keys(block)
          .flatMap(key => entry(block, key))
          .join(',')}}`
      : text(block)!
  const write = (block: Block): string => {
    const json = known.get(block) ?? fresh(block)
    // What comes once is not worth keeping.
    known.set(block, known.has(block) ? json : undefined)
    return json
  }
  return write
}
