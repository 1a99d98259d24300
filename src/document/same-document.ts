/** Two documents or parts of them in; whether they are the same but for the places in the library that they were made from, out. */

/** Whether two values of plain data are equal. Where a block came from does not count. Stops at the first difference. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index]))
  const [one, other] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>]
  const names = (record: Readonly<Record<string, unknown>>): readonly string[] =>
    Object.keys(record).filter(name => name !== 'from' && record[name] !== undefined)
  const known = names(one)
  return known.length === names(other).length && known.every(name => isSame(one[name], other[name]))
}
