/** A path into the answers in; whether somebody wrote `none` or "not applicable" there or above it, and where, out. */
import type { Key } from '../answers.ts'
import type { RuleContext } from './rule.ts'

export interface SetAside {
  /** Where the words stand. */
  readonly at: readonly Key[]
  /** `none` or `not applicable`, for messages. */
  readonly words: string
  /** The reason given for "not applicable". */
  readonly reason?: string
}

/** How a question was set aside, itself or with a group above it; undefined when it was not. */
export function setAside({ answers }: RuleContext, ...keys: readonly Key[]): SetAside | undefined {
  for (let length = keys.length; length > 0; length--) {
    const at = keys.slice(0, length)
    const state = answers.stateOf(at)
    if (state?.state === 'none') return { at, words: 'none' }
    if (state?.state === 'not_applicable') return { at, words: 'not applicable', reason: state.reason }
  }
  return undefined
}
