/** A heading and rows of text in, a table of plain text out: columns of even width, numbers to the right. */

/** The lines of the table. A column whose every cell is a number stands to the right. */
export function textTable(heading: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = heading.map((title, i) => Math.max(title.length, ...rows.map(row => row[i]?.length ?? 0)))
  const isNumeric = heading.map((_, i) => rows.every(row => /^[\d,]*$/.test(row[i] ?? '')))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (isNumeric[i] ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd()
  return [line(heading), ...rows.map(line)]
}
