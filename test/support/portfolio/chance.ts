/** A seed in, the same stream of choices out on every machine: Mulberry32, which is small and good enough for test data. */
export interface Chance {
  /** A whole number from `low` to `high`, both included. */
  readonly int: (low: number, high: number) => number
  /** True this often, from 0 to 1. */
  readonly often: (share: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** Some of a list, each at most once, in a new order. */
  readonly some: <T>(list: readonly T[], count: number) => T[]
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    int,
    often: share => next() < share,
    pick: list => list[int(0, list.length - 1)]!,
    some: (list, count) => {
      const rest = [...list]
      return Array.from(
        { length: Math.min(count, rest.length) },
        () => rest.splice(int(0, rest.length - 1), 1)[0]!,
      )
    },
  }
}
