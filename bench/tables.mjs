// Figures in, the tables and words in which the benchmark prints them out.

export const ms = n => `${n.toFixed(0)} ms`
export const mb = n => `${n.toFixed(0)} MB`
export const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]
/** The median with what lay to both sides of it. */
export const spread = list =>
  `${ms(median(list))} (${Math.min(...list).toFixed(0)}–${Math.max(...list).toFixed(0)})`

export function printTable(head, rows) {
  const widths = head.map((h, i) => Math.max(h.length, ...rows.map(r => r[i].length)))
  const line = cells => `| ${cells.map((c, i) => c.padEnd(widths[i])).join(' | ')} |`
  console.log([line(head), line(widths.map(w => '-'.repeat(w))), ...rows.map(line)].join('\n'), '\n')
}
