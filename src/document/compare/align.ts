/** Two lists in, their items side by side in an order that holds both out: pairs, and items that only one of them has. */

export type Aligned<T> =
  | { readonly before: T; readonly after: T }
  | { readonly before: T; readonly after?: undefined }
  | { readonly before?: undefined; readonly after: T }

/**
 * Pairs items so that the pairs' worth is greatest, each list in its own order. `worth` of 0 means two items are no pair.
 * An item that moved past others pairs with none, as deleted here and inserted there. What only the old list has comes
 * before what only the new one has. Items that are the `same` at both ends are paired unseen: time and room grow with the
 * square of what is left between.
 */
export function align<T>(
  before: readonly T[],
  after: readonly T[],
  worth: (before: T, after: T) => number,
  same: (before: T, after: T) => boolean = () => false,
): Aligned<T>[] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && same(before[start]!, after[start]!)) start++
  let end = 0
  while (end < shorter - start && same(before.at(-1 - end)!, after.at(-1 - end)!)) end++
  const [lastBefore, lastAfter] = [before.length - end, after.length - end]
  return [
    ...before.slice(0, start).map((item, n) => ({ before: item, after: after[n]! })),
    ...alignBetween(before.slice(start, lastBefore), after.slice(start, lastAfter), worth),
    ...before.slice(lastBefore).map((item, n) => ({ before: item, after: after[lastAfter + n]! })),
  ]
}

function alignBetween<T>(
  before: readonly T[],
  after: readonly T[],
  worth: (before: T, after: T) => number,
): Aligned<T>[] {
  const [n, m] = [before.length, after.length]
  const width = m + 1
  // best[i, j]: the greatest worth of the items from i and j on.
  const best = new Float64Array((n + 1) * width)
  const pair = new Float64Array(n * m)
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--) {
      const own = worth(before[i]!, after[j]!)
      pair[i * m + j] = own
      const paired = own > 0 ? own + best[(i + 1) * width + j + 1]! : 0
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j]!, best[i * width + j + 1]!)
    }
  const out: Aligned<T>[] = []
  let [i, j] = [0, 0]
  while (i < n || j < m) {
    const here = best[i * width + j]!
    const own = i < n && j < m ? pair[i * m + j]! : 0
    if (own > 0 && here === own + best[(i + 1) * width + j + 1]!)
      out.push({ before: before[i++]!, after: after[j++]! })
    else if (i < n && (j === m || here === best[(i + 1) * width + j]!)) out.push({ before: before[i++]! })
    else out.push({ after: after[j++]! })
  }
  return out
}
