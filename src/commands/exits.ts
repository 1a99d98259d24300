/** What the program's exit codes mean. */
import { INTERRUPTED } from '../interrupted.ts'

export const exits = {
  done: 0,
  /** Errors were found, or an intake cannot be read. */
  badIntake: 1,
  wrongUsage: 2,
  /** A file was left alone because somebody edited it or has it open. */
  leftAlone: 3,
  /** A fault of the program or its library. */
  ourFault: 70,
  interrupted: INTERRUPTED,
} as const
