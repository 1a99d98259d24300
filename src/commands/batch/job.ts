/** What a command does with one intake, and what it gives back: plain data, for it may have been done by a worker. */
import type { Finding, Outcome, Severity } from '../../findings/finding.ts'
import type { World } from '../../world.ts'
import type { RuleSources } from '../rule-settings.ts'
import type { Loaded } from '../settings.ts'

/** What every command over many intakes may be told. */
export interface BatchOptions {
  /** Where documents are written; left out by a command that writes none. */
  readonly out?: string
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
export interface Desk<O extends BatchOptions = BatchOptions, S extends RuleSources = Loaded> {
  readonly world: World
  readonly settings: S
  readonly options: O
  /** Whether the intake is one of several, so that only the gravest is told at length. */
  readonly isOneOfMany: boolean
  /** Folders that earlier runs wrote, by the hash of the intake; empty when everything is to be done again. */
  readonly known: ReadonlyMap<string, string>
  /** Asks for a folder to write into; gives the intake of this run that has it already, or undefined. */
  readonly claim: (folder: string) => Promise<string | undefined>
}

/** A command's way with one intake. */
export interface Job<O extends BatchOptions = BatchOptions, S extends RuleSources = Loaded> {
  /** What it needs that is the same for every intake, or what is wrong with that. */
  readonly load: (world: World) => Promise<Outcome<S>>
  /** The name under which a machine finds the results. */
  readonly list: string
  /** What else a machine is told before the list. @param found what loading found that does not stop the run */
  readonly head?: (options: O, found: readonly Finding[]) => Readonly<Record<string, unknown>>
  /** Which of the open questions about the Council's own settings a person is told of, once for all intakes; none if left out. */
  readonly isTold?: (finding: Finding, options: O) => boolean
  readonly run: (desk: Desk<O, S>, file: string) => Promise<Done>
}

/** The commands that take many intakes. */
export type JobName = 'check' | 'draft' | 'pack' | 'amend' | 'register'

/** What a worker is told when it starts. */
export interface WorkerData {
  readonly job: JobName
  readonly options: BatchOptions
  readonly known: ReadonlyMap<string, string>
  readonly env: World['env']
  readonly cwd: string
  readonly isTerminal: boolean
}

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, gap: 0, note: 0 }
  for (const { severity } of findings) counts[severity]++
  return counts
}
