/** How large an intake may be, so that none takes for ever or more memory than a machine has, whatever stands in it. */
export const limits = {
  bytes: 1_000_000,
  depth: 64,
  questions: 5_000,
  items: 20_000,
  words: 100_000,
} as const
