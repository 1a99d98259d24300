/** One partnership as the register sees it: its answers, what they decide, and what was written from them. */
import type { Finding } from '../findings/finding.ts'
import type { Answers } from '../intake/answers.ts'
import type { ConditionName } from '../intake/condition-names.ts'
import { deriveConditions } from '../intake/conditions.ts'
import { type DerivedAnswers, deriveAnswers } from '../intake/derive.ts'
import { writePath } from '../intake/paths.ts'
import type { Readings } from '../intake/readings.ts'
import { conflictingPaths } from '../intake/rules/conflicting-paths.ts'
import type { Intake } from '../intake/schema.ts'
import { conflictsAmong } from '../provisions/conflicts.ts'
import type { Contact } from '../provisions/contacts.ts'
import { inConflict, type SheetCell } from './sheet.ts'

export type Partner = NonNullable<Intake['partners']>[number]

export interface Entry {
  readonly file: string
  readonly intake: Intake
  readonly stateOf: Answers['stateOf']
  readonly conditions: Readonly<Record<ConditionName, boolean | undefined>>
  readonly derived: DerivedAnswers
  /** What reading and the rules found in the answers. */
  readonly findings: readonly Finding[]
  /** Whether answers conflict about what stands at one of these paths, as documents mark it. */
  readonly isInConflict: (...paths: readonly string[]) => boolean
  /** What the record of the documents made of it says they were made from; absent where none were. */
  readonly drafted?: { readonly templates: string; readonly program: string }
}

/** An intake that is not in the register, and why. */
export interface LeftOut {
  readonly file: string
  readonly why: string
  /** True where it does not belong there, and nothing need be mended. */
  readonly isRight?: boolean
}

export interface RegisterSettings {
  /** The day as at which the register is drawn up, as an ISO date. */
  readonly asAt: string
  readonly council: string
  /** How the Code is read where it can be read two ways: it decides which risks are high. */
  readonly readings: Readings
  /** The edition of the library, the law and the settings in force. */
  readonly templates: string
  readonly isLawInForce: (id: string) => boolean
  readonly lawTitle: (id: string) => string
  /** Whom at the Council to ask, in the order of the Code's list. */
  readonly contacts: readonly Contact[]
  /** How the council's representatives report, for each type of partnership. */
  readonly reportingFor: (type: NonNullable<Intake['type']>) => string | undefined
}

/** Takes an intake that was read into the register. */
export function enter(
  answers: Answers,
  findings: readonly Finding[],
  { readings }: Pick<RegisterSettings, 'readings'>,
  drafted?: Entry['drafted'],
): Entry {
  const { file, intake, stateOf } = answers
  const conflicts = conflictsAmong(conflictingPaths(findings))
  return {
    file,
    intake,
    stateOf,
    conditions: deriveConditions(intake, stateOf),
    derived: deriveAnswers(intake, readings),
    findings,
    isInConflict: (...paths) => paths.some(path => conflicts.at(path).length > 0),
    ...(drafted && { drafted }),
  }
}

/** A cell, or the words that stand in its place where answers conflict about what it rests on. */
export const sure = (entry: Entry, paths: readonly string[], cell: SheetCell): SheetCell =>
  entry.isInConflict(...paths) ? inConflict : cell

/** The paths that answers about a risk's band rest on; with no index, of every risk. */
export const bandPaths = ({ intake }: Pick<Entry, 'intake'>, index?: number): readonly string[] =>
  (intake.risks ?? []).flatMap((_, at) =>
    index === undefined || index === at ? [`${writePath(intake, ['risks', at])}.derived.band`] : [],
  )

/** How a partnership is known: by its reference, or by its file where it has none. */
export const referenceOf = ({ intake, file }: Entry): string => intake.reference ?? file
export const nameOf = ({ intake, file }: Entry): string => intake.name ?? file

/** A partner's short name by the id that the intake gives it. */
export const partnerName = ({ intake }: Entry, id: string | undefined): string | null => {
  const partner = intake.partners?.find(p => p.id === id)
  return partner?.short_name ?? partner?.legal_name ?? id ?? null
}

export const isHost = ({ intake }: Entry, id: string | undefined): boolean =>
  id !== undefined && intake.partners?.find(p => p.id === id)?.is_host_council === true

/** The partners besides the council. */
export const othersOf = ({ intake }: Entry): readonly Partner[] =>
  (intake.partners ?? []).filter(p => p.is_host_council !== true)

export type Life = 'to start' | 'running' | 'ended'

/** Where a partnership is in its life on a day; undefined while nobody has said when it starts. */
export function lifeOf({ intake }: Entry, asAt: string): Life | undefined {
  const { start, end, kind } = intake.term ?? {}
  if (end !== undefined && kind !== 'rolling' && end < asAt) return 'ended'
  if (start === undefined) return undefined
  return start > asAt ? 'to start' : 'running'
}
