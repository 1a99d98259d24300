/** Choices and small tests that several sections of the dictionary share. */
import type { OnlyIf } from '../fields.ts'

export const frequencies = {
  weekly: 'weekly',
  monthly: 'monthly',
  quarterly: 'quarterly',
  twice_a_year: 'twice a year',
  yearly: 'yearly',
} as const

export const costBearers = {
  host: 'the Council',
  shared_equally: 'the Partners in equal shares',
  by_contribution: 'the Partners in proportion to their contributions',
  each_own: 'each Partner for its own part',
} as const

export const dbsLevels = {
  none: 'no DBS check',
  basic: 'a basic DBS check',
  standard: 'a standard DBS check',
  enhanced: 'an enhanced DBS check',
  enhanced_barred_children: 'an enhanced DBS check with the children’s barred list',
  enhanced_barred_adults: 'an enhanced DBS check with the adults’ barred list',
  enhanced_barred_both: 'an enhanced DBS check with both barred lists',
} as const

/** Work that the law closes to people on a barred list. */
export const regulatedActivity = {
  none: 'not regulated activity',
  children: 'regulated activity with children',
  adults: 'regulated activity with adults',
  both: 'regulated activity with children and with adults',
} as const

/** Asked only when the answer at `key` beside it is one of `values`. */
export const onlyIf = (words: string, key: string, ...values: readonly unknown[]): OnlyIf => ({
  words,
  test: beside => values.includes(beside[key]),
})

/** Asked only when a list beside it has at least one item. */
export const onlyIfAny = (words: string, key: string): OnlyIf => ({
  words,
  test: beside => Array.isArray(beside[key]) && beside[key].length > 0,
})
