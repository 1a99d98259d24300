/** What a command does with one intake, and what it gives back: plain data, for it may have been done by a worker. */
import type { Finding, Severity } from '../../findings/finding.ts'
import type { World } from '../../world.ts'
import type { Loaded } from '../settings.ts'

/** What every command over many intakes may be told. */
export interface BatchOptions {
  /** The day that counts as today. */
  readonly asAt: string
  readonly json?: boolean
  /** Do everything again, changed or not. */
  readonly force?: boolean
  /** How many workers; left out, as many as there are cores, if there is work for them. */
  readonly jobs?: number
}

export type Result = 'written' | 'unchanged' | 'left alone' | 'checked' | 'nothing written'

/** What came of one intake. */
export interface Done {
  readonly file: string
  readonly result: Result
  readonly exit: number
  /** Results and messages for a person, as printed; empty for a machine. */
  readonly out: string
  readonly err: string
  readonly counts: Readonly<Record<Severity, number>>
  /** The same for a machine, when asked for. */
  readonly json?: unknown
}

/** What a job works with. */
export interface Desk<O extends BatchOptions = BatchOptions> {
  readonly world: World
  readonly settings: Loaded
  readonly options: O
  /** Whether the intake is one of several, so that only the gravest is told at length. */
  readonly isOneOfMany: boolean
  /** Asks for a folder to write into; gives the intake of this run that has it already, or undefined. */
  readonly claim: (folder: string) => Promise<string | undefined>
}

/** A command's way with one intake. */
export interface Job<O extends BatchOptions = BatchOptions> {
  /** The name under which a machine finds the results. */
  readonly list: string
  readonly run: (desk: Desk<O>, file: string) => Promise<Done>
}

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, gap: 0, note: 0 }
  for (const { severity } of findings) counts[severity]++
  return counts
}
