/** The pages of a PDF and what its documents say in, what the pages say otherwise out. */
import type { Block, Document, Table } from '../../src/document/nodes.ts'
import { letters } from './read-pdf.ts'

const tablesOf = (blocks: readonly Block[]): readonly Table[] =>
  blocks.flatMap(block =>
    block.type === 'table'
      ? [block]
      : block.type === 'bullets'
        ? block.items.flatMap(tablesOf)
        : 'children' in block && block.type !== 'heading' && block.type !== 'para'
          ? tablesOf(block.children)
          : [],
  )

const oneBlank = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** What stands at the head of each page of a document but its cover. */
export const headOf = ({ properties, cover }: Document): string =>
  [cover.kind, properties.state].filter(part => part !== '').join(' | ')

/** Whether a page has that at its head. */
export const hasHead = (page: string, head: string): boolean =>
  oneBlank(page.split('\n').find(line => oneBlank(line) !== '') ?? '') === head

/** The letters of a page without what stands at its head and foot. */
export const bodyOf = (page: string, head: string): string =>
  letters(
    page
      .split('\n')
      // Where there is no state, the title of a paper reads as its head does; the head comes first.
      .filter((_, at, lines) => at !== lines.findIndex(one => oneBlank(one) === head))
      .join('\n')
      // What locked fields show is drawn last.
      .replace(/[^\n]*\s*Pack page \d+ of \d+(?:\s*Not to be filled in: the pack is NOT READY)*\s*$/, ''),
  )

/**
 * Takes from the expected letters those of each page in turn and says what is left over on either side; nothing, where
 * both say the same. A table that goes on over the page repeats its header there, which the text says once.
 * @param drawn letters within pictures, which the text says in other places
 */
export function leftOver(
  bodies: readonly string[],
  expected: string,
  { body }: Document,
  drawn: readonly string[] = [],
): string {
  const headers = tablesOf(body).map(({ columns }) => letters(columns.map(c => c.title).join('')))
  let rest = expected
  for (const [index, page] of bodies.entries()) {
    const bare = drawn.reduce((text, words) => text.replace(words, ''), page)
    const ours = ['', ...headers]
      .filter(header => bare.startsWith(header))
      .map(header => bare.slice(header.length))
      .find(text => rest.startsWith(text))
    if (ours === undefined) {
      const at = [...bare].findIndex((letter, place) => letter !== rest[place])
      return `page ${index + 1}: …${bare.slice(Math.max(0, at - 40), at + 60)} instead of …${rest.slice(Math.max(0, at - 40), at + 60)}`
    }
    rest = rest.slice(ours.length)
  }
  return rest
}
