/** One partnership as the register sees it: its answers, what they decide, and what was written from them. */
import type { Finding } from '../findings/finding.ts'
import type { Answers } from '../intake/answers.ts'
import type { ConditionName } from '../intake/condition-names.ts'
import { deriveConditions } from '../intake/conditions.ts'
import { type DerivedAnswers, deriveAnswers } from '../intake/derive.ts'
import { writePath } from '../intake/paths.ts'
import type { Readings } from '../intake/readings.ts'
import { conflictingPaths, isConflict } from '../intake/rules/conflicting-paths.ts'
import type { Intake } from '../intake/schema.ts'
import { conflictsAmong } from '../provisions/conflicts.ts'
import type { Contact } from '../provisions/contacts.ts'
import { inConflict, type SheetCell } from './sheet.ts'

export type Partner = NonNullable<Intake['partners']>[number]

/** The approvals that an intake may set aside, by their paths under `approvals`. */
const approvalPaths = [
  'in_principle',
  'legal',
  'finance',
  'director',
  'executive',
  'accountable_body',
  'accountable_body.finance',
  'accountable_body.legal',
  'accountable_body.executive',
] as const
export type ApprovalPath = (typeof approvalPaths)[number]

/** What of a partnership the register is made from: plain data, for it may have been read by a worker, and is held until the end. */
export interface EntryData {
  readonly file: string
  readonly intake: Intake
  /** The approvals that do not apply, with a reason in the intake. */
  readonly setAside: readonly ApprovalPath[]
  readonly conditions: Readonly<Record<ConditionName, boolean | undefined>>
  readonly derived: DerivedAnswers
  /** What reading and the rules found that the register tells: conflicts, law that has gone, dependent partners without a risk. */
  readonly findings: readonly Finding[]
  /** What the record of the documents made of it says they were made from; absent where none were. */
  readonly drafted?: { readonly templates: string; readonly program: string }
}

/** A partnership in the register. */
export interface Entry extends EntryData {
  /** Whether answers conflict about what stands at one of these paths, as documents mark it. */
  readonly isInConflict: (...paths: readonly string[]) => boolean
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

/** The codes of findings that a sheet prints. */
const told: readonly string[] = ['LAW-01', 'RISK-15']

/** What of an intake that was read the register needs. */
export function entryData(
  answers: Answers,
  findings: readonly Finding[],
  { readings }: Pick<RegisterSettings, 'readings'>,
  drafted?: Entry['drafted'],
): EntryData {
  const { file, intake, stateOf } = answers
  return {
    file,
    intake,
    setAside: approvalPaths.filter(
      path => stateOf(['approvals', ...path.split('.')])?.state === 'not_applicable',
    ),
    conditions: deriveConditions(intake, stateOf),
    derived: deriveAnswers(intake, readings),
    findings: findings.filter(finding => told.includes(finding.code) || isConflict(finding)),
    ...(drafted && { drafted }),
  }
}

/** Takes an intake into the register. */
export function enter(data: EntryData): Entry {
  const conflicts = conflictsAmong(conflictingPaths(data.findings))
  return { ...data, isInConflict: (...paths) => paths.some(path => conflicts.at(path).length > 0) }
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
