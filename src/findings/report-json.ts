/** Writes findings as JSON of a fixed shape, for editors and other programs. */
import type { Finding, Place, Severity } from './finding.ts'
import { sortFindings } from './report.ts'

/**
 * A place as other programs read it. Lines and columns count from 1; the end is not included. Of an answer that the file
 * does not hold they are those of the nearest group round it, or else of the section before it in the form.
 */
export interface JsonPlace {
  readonly file: string
  /** The intake path, such as `partners[family-voice].legal_name`; null where there is none. */
  readonly path: string | null
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** Every key is always present: null stands for what a finding does not have. */
export interface JsonFinding {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly hint: string | null
  readonly place: JsonPlace | null
  readonly related: readonly { readonly message: string; readonly place: JsonPlace }[]
  readonly owner: string | null
  readonly stage: string | null
  readonly source: string | null
}

export interface JsonReport {
  /** Rises when the shape changes in a way that could break a reader. */
  readonly version: 1
  readonly counts: Readonly<Record<Severity, number>>
  readonly findings: readonly JsonFinding[]
}

/** The report as plain data, in the order of the text report. */
export function toJson(findings: readonly Finding[]): JsonReport {
  const counts = { error: 0, warning: 0, gap: 0, note: 0 }
  for (const { severity } of findings) counts[severity]++
  return { version: 1, counts, findings: sortFindings(findings).map(jsonFinding) }
}

const jsonFinding = (finding: Finding): JsonFinding => ({
  code: finding.code,
  severity: finding.severity,
  message: finding.message,
  hint: finding.hint ?? null,
  place: finding.place ? jsonPlace(finding.place) : null,
  related: (finding.related ?? []).map(({ message, place }) => ({ message, place: jsonPlace(place) })),
  owner: finding.owner ?? null,
  stage: finding.stage ?? null,
  source: finding.source ?? null,
})

const jsonPlace = ({ file, path, start, end = start }: Place): JsonPlace => ({
  file,
  path: path ?? null,
  line: start.line,
  column: start.column,
  endLine: end.line,
  endColumn: end.column,
})
