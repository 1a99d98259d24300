/** Two sequences of keys in; which items of one are which of the other out. The longest run of common items, in order. */
import { diffArrays } from 'diff'

/** For each item of `a` its place in `b`, or -1. */
export function matched(a: readonly string[], b: readonly string[]): number[] {
  const places = new Array<number>(a.length).fill(-1)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) {
    places[start] = start
    start++
  }
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--
    endB--
    places[endA] = endB
  }
  if (start === endA || start === endB) return places
  let [i, j] = [start, start]
  for (const { added, removed, count } of diffArrays(a.slice(start, endA), b.slice(start, endB))) {
    if (added) j += count
    else if (removed) i += count
    else for (let n = 0; n < count; n++) places[i++] = j++
  }
  return places
}

/** The items of a sequence of numbers that stay when as few as possible are taken out to leave it rising. */
export function rising(numbers: readonly number[]): ReadonlySet<number> {
  const tails: number[] = []
  const before = new Array<number>(numbers.length).fill(-1)
  for (const [index, value] of numbers.entries()) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (numbers[tails[middle]!]! < value) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? tails[low - 1]! : -1
    tails[low] = index
  }
  const kept = new Set<number>()
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) kept.add(numbers[at]!)
  return kept
}
