/** The closed list of finding codes, each with its cure. `docs/findings.md` is generated from it. */
import { binderCodes } from './codes/binder.ts'
import { libraryCodes } from './codes/library.ts'
import { outputCodes } from './codes/output.ts'
import { packCodes } from './codes/pack.ts'
import { readingCodes } from './codes/reading.ts'
import { returnedCodes } from './codes/returned.ts'
import { governanceRuleCodes } from './codes/rules-governance.ts'
import { moneyRuleCodes } from './codes/rules-money.ts'
import { partyRuleCodes } from './codes/rules-parties.ts'
import { peopleRuleCodes } from './codes/rules-people.ts'
import { runningCodes } from './codes/running.ts'

export const codes = {
  ...readingCodes,
  ...libraryCodes,
  ...outputCodes,
  ...packCodes,
  ...runningCodes,
  ...binderCodes,
  ...returnedCodes,
  ...partyRuleCodes,
  ...moneyRuleCodes,
  ...peopleRuleCodes,
  ...governanceRuleCodes,
} as const

export type Code = keyof typeof codes
