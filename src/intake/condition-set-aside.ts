/** Questions answered "none" or "not applicable" decide too: answers with their states in, the answers they amount to out. */
import type { AnswerState, Key } from './answers.ts'
import type { Intake } from './schema.ts'

/** A question that was answered "none" or "not applicable" decides as this answer would. */
const setAside: readonly (readonly [path: string, answer: unknown])[] = [
  ['finance.has_finance', false],
  ['finance.grant_funded', false],
  ['procurement.required', false],
  ['employment.partnership_staff', false],
  ['secondments', []],
  ['assets', []],
  ['tupe.expected', 'no'],
  ['volunteers.used', false],
  ['clients.children', false],
  ['clients.adults_at_risk', false],
  ['info.shares_information', false],
  ['info.personal_data', false],
  ['info.flows', []],
  ['project.used', false],
  ['prevent_relevant', false],
  ['reorganisation_expected', false],
]

export type StateOf = (keys: readonly Key[]) => AnswerState | undefined

/** The intake with a plain answer wherever a deciding question was set aside. */
export function settle(intake: Intake, stateOf: StateOf): Intake {
  let settled: Record<string, unknown> = intake
  for (const [path, answer] of setAside) {
    const [top = '', key] = path.split('.')
    if (!isSetAside(stateOf([top])) && !(key && isSetAside(stateOf([top, key])))) continue
    settled = { ...settled, [top]: key ? { ...(settled[top] as object | undefined), [key]: answer } : answer }
  }
  // A grant set aside as a whole is no grant.
  if (isSetAside(stateOf(['grant']))) {
    settled = { ...settled, finance: { ...(settled.finance as object | undefined), grant_funded: false } }
  }
  return settled as Intake
}

const isSetAside = (state: AnswerState | undefined): boolean =>
  state?.state === 'none' || state?.state === 'not_applicable'
