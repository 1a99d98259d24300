/** Parts of a page in; the page as Markdown, saying that it is generated, out. */

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map(c => c.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

/** A page with the remark that tells where to change it. */
export const page = (title: string, ...parts: readonly string[]): string =>
  `${[title, '<!-- Written by `npm run docs`. Change what it is written from, not this page. -->', ...parts].join('\n\n')}\n`
