/**
 * Private-use characters that carry what must not be mistaken for wording. The reader refuses them in answers, the
 * loader in templates, so they can only come from here.
 */

/** Opens and closes the number of a token: an answer, a gap, a reference, a label. */
export const tokenOpen = '\uE000'
export const tokenClose = '\uE001'
/** Stands where a block printed nothing, so that a line left empty by it can be taken out. */
export const empty = '\uE002'
export const anyMark = /[\uE000-\uF8FF]/u

export const tokenPattern = /\uE000(\d+)\uE001/g

const listMarker = /^([ \t]*)(1\.|-|##?|\|)([ \t]+)(?![-:][- :|]*$)(.*)$/
const quoteMarker = /^(>[ \t]+)(?!-[ \t])(.*)$/

/**
 * Puts `{{at line "slug"}}` after every list marker, heading mark, first cell and quotation mark, so that each block
 * knows its line and a name that does not change with its number.
 * The slug comes from the item's own opening words; a second item with the same words gets a number, and so does one
 * whose words are somebody's label, for the two would be known by one name.
 */
export function markBlocks(wording: string): string {
  const labels = wording.matchAll(/\{\{\s*id\s+["']([^"']+)["']\s*\}\}/g)
  const seen = new Map<string, number>(Array.from(labels, ([, label]) => [label!, 1]))
  const slugFor = (text: string): string => {
    const wordsOf = (s: string) => s.toLowerCase().match(/[a-z0-9]+/g)
    const words = wordsOf(text.replace(/\{\{[^}]*\}\}/g, ' ')) ??
      wordsOf(text.replaceAll('{{stop}}', '')) ?? ['item']
    const slug = words.slice(0, 5).join('-')
    const count = (seen.get(slug) ?? 0) + 1
    seen.set(slug, count)
    return count === 1 ? slug : `${slug}-${count}`
  }
  return wording
    .split('\n')
    .map((line, i) => {
      const item = listMarker.exec(line)
      if (item) return `${item[1]}${item[2]}${item[3]}{{at ${i + 1} "${slugFor(item[4]!)}"}}${item[4]}`
      const quote = quoteMarker.exec(line)
      if (quote) return `${quote[1]}{{at ${i + 1} "${slugFor(quote[2]!)}"}}${quote[2]}`
      return line
    })
    .join('\n')
}

/** Takes out lines that a block left empty, then the marks that showed where. */
export const dropEmptied = (text: string): string =>
  text.includes(empty)
    ? text
        .split('\n')
        .filter(line => !(line.includes(empty) && line.replaceAll(empty, '').trim() === ''))
        .join('\n')
        .replaceAll(empty, '')
    : text
