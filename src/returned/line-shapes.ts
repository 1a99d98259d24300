/** Our name for a paragraph style in; what kind of line it makes out. */
import type { LineKind } from '../document/merge/lines.ts'

export interface Shape {
  readonly kind: LineKind
  readonly level?: number
  readonly isTitled?: boolean
}

/** The kind of line that each of our styles makes. */
export const shapes: Readonly<Record<string, Shape>> = {
  CoverKind: { kind: 'coverKind' },
  Title: { kind: 'coverTitle' },
  CoverBetween: { kind: 'coverBetween' },
  CoverParty: { kind: 'coverParty' },
  CoverFirstLine: { kind: 'coverLine' },
  CoverLine: { kind: 'coverLine' },
  CoverNotice: { kind: 'coverNotice' },
  Heading1: { kind: 'heading', level: 1 },
  Subheading: { kind: 'heading', level: 2 },
  Heading2: { kind: 'clause', level: 1, isTitled: true },
  ClauseLevel1Text: { kind: 'clause', level: 1 },
  ClauseLevel2: { kind: 'clause', level: 2 },
  ClauseLevel3: { kind: 'clause', level: 3 },
  ClauseLevel4: { kind: 'clause', level: 4 },
  ScheduleLevel1Heading: { kind: 'clause', level: 1, isTitled: true },
  ScheduleLevel1: { kind: 'clause', level: 1 },
  ScheduleLevel2: { kind: 'clause', level: 2 },
  ScheduleLevel3: { kind: 'clause', level: 3 },
  ScheduleLevel4: { kind: 'clause', level: 4 },
  ScheduleHeading: { kind: 'schedule' },
  Party: { kind: 'party' },
  Recital: { kind: 'recital' },
  Definition: { kind: 'definition' },
  Caption: { kind: 'caption' },
  ExecutionOpening: { kind: 'execution', level: 1 },
  ExecutionOpeningLast: { kind: 'execution', level: 1 },
  ExecutionText: { kind: 'execution', level: 2 },
  ExecutionTextLast: { kind: 'execution', level: 2 },
  SigningLine: { kind: 'signing' },
  SigningLineLast: { kind: 'signing' },
  SigningFact: { kind: 'signing' },
  SigningFactLast: { kind: 'signing' },
  SealSpace: { kind: 'signing' },
  SealSpaceLast: { kind: 'signing' },
}
