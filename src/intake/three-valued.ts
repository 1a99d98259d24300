/** Logic with three values, true, false and undecided, for tests on answers of which some may be missing. */

export type Decided = boolean | undefined

export const not = (value: Decided): Decided => (value === undefined ? undefined : !value)

/** True if any is true; false if all are false; else undecided. */
export const either = (...values: readonly Decided[]): Decided =>
  values.includes(true) ? true : values.includes(undefined) ? undefined : false

/** Whether an answer is among the values; undecided when there is no answer. */
export const isOneOf = (answer: string | undefined, ...values: readonly string[]): Decided =>
  answer === undefined ? undefined : values.includes(answer)

/** True if some item passes; false if all fail; undecided while items, or the answers that decide them, are missing. */
export const someItem = <T>(items: readonly T[] | undefined, test: (item: T) => Decided): Decided =>
  items === undefined ? undefined : either(...items.map(test))

/** Whether anything at all is answered inside a group. */
export const hasAnswer = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(hasAnswer)
  if (value && typeof value === 'object') return Object.values(value).some(hasAnswer)
  return value !== undefined && value !== null && value !== ''
}
