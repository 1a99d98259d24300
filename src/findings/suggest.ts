/** Finds the name that somebody probably meant, for unknown questions, choices and ids. */

const maxDistance = 3
const minSimilarity = 0.4

/** The candidate nearest to what was typed, or undefined when none is near enough to be a likely slip. */
export function suggest(typed: string, candidates: Iterable<string>): string | undefined {
  const wanted = simplify(typed)
  if (wanted === '') return undefined
  let best: string | undefined
  let bestDistance = maxDistance + 1
  for (const candidate of candidates) {
    const name = simplify(candidate)
    if (Math.abs(name.length - wanted.length) >= bestDistance) continue
    const distance = editDistance(wanted, name, bestDistance)
    const length = Math.max(wanted.length, name.length)
    if (distance < bestDistance && (length - distance) / length > minSimilarity) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

const simplify = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_')

/**
 * How many letters to add, drop, change or swap with a neighbour to turn one word into the other. Counting stops, at a
 * number above `most`, once that is certain to be passed.
 */
export function editDistance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  let twoAbove: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + change)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (isSwap) cost = Math.min(cost, twoAbove[j - 2]! + 1)
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > most + 1) return least
    twoAbove = above
    above = row
  }
  return above[b.length]!
}
