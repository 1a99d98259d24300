/** Writes findings for people and for machines: with the source line and carets, one line each, or as JSON. */

import { figures } from '../figures.ts'
import { excerpt, safeText } from './excerpt.ts'
import type { Finding, Place, Severity } from './finding.ts'

/** Colours a piece of the report; the edge decides whether there is any colour. */
export type Paint = (style: Severity | 'place' | 'hint' | 'title', text: string) => string

export interface ReportOptions {
  /** The text of each file named in a place, for source lines. Files not listed show no source line. */
  readonly texts?: ReadonlyMap<string, string>
  readonly paint?: Paint
}

const plain: Paint = (_, text) => text

/** Findings in reading order: by file as first met, then line, then column; those without a place come last. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const files = [...new Set(findings.map(({ place }) => place?.file))]
  const rank = ({ place }: Finding) => (place ? files.indexOf(place.file) : files.length)
  return findings.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.place?.start.line ?? 0) - (b.place?.start.line ?? 0) ||
      (a.place?.start.column ?? 0) - (b.place?.start.column ?? 0),
  )
}

/** The full report: each finding with its source line, carets and hint, then a count. Empty when there is nothing to say. */
export function report(findings: readonly Finding[], { texts, paint = plain }: ReportOptions = {}): string {
  if (findings.length === 0) return ''
  const blocks = sortFindings(findings).map(finding => block(finding, texts ?? new Map(), paint))
  return `${blocks.join('\n\n')}\n\n${countFindings(findings)}\n`
}

/** One finding with its source line, carets, hint and rule. */
export function block(finding: Finding, texts: ReadonlyMap<string, string>, paint: Paint): string {
  const { severity, code, message, place, hint, source } = finding
  const lines = [`${paint(severity, `${severity} ${code}`)}: ${safeText(message)}`]
  if (place) lines.push(...placed(place, texts, paint, severity))
  for (const { message, place } of finding.related ?? []) {
    lines.push(`  ${paint('hint', 'see')}: ${safeText(message)}`, ...placed(place, texts, paint, 'note'))
  }
  if (hint) lines.push(`  ${paint('hint', 'hint')}: ${safeText(hint)}`)
  if (source) lines.push(`  ${paint('hint', 'rule')}: ${safeText(source)}`)
  return lines.join('\n')
}

function placed(
  place: Place,
  texts: ReadonlyMap<string, string>,
  paint: Paint,
  severity: Severity,
): string[] {
  const path = place.path
    ? `  ${safeText(place.path)}${place.isNearby ? ', which the file does not have' : ''}`
    : ''
  const where = `  ${paint('place', writePlace(place))}${path}`
  // The line is that of another section, so showing it would mislead.
  if (place.isNearby) return [where]
  const text = texts.get(place.file)
  const shown = text === undefined ? undefined : excerpt(text, place)
  if (!shown) return [where]
  const number = String(place.start.line)
  const [line, carets] = shown
  return [
    where,
    `  ${paint('place', `${number} |`)} ${line}`.trimEnd(),
    `  ${' '.repeat(number.length)} ${paint('place', '|')} ${carets.replace(/\^+/, marks => paint(severity, marks))}`,
  ]
}

const writePlace = ({ file, start }: Place): string => `${safeText(file)}:${start.line}:${start.column}`

/** One line for each finding, in the form that editors and terminals make clickable. */
export const reportShort = (findings: readonly Finding[]): string =>
  sortFindings(findings)
    .map(
      ({ place, severity, code, message }) =>
        `${place ? `${writePlace(place)}: ` : ''}${severity} ${code} ${safeText(message).replace(/\s+/g, ' ')}\n`,
    )
    .join('')

const nouns: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  gap: ['question to answer', 'questions to answer'],
  note: ['note', 'notes'],
}

/** Such as `1 error, 2 warnings`; empty when there are none. */
export const countFindings = (findings: readonly Finding[]): string =>
  (Object.keys(nouns) as Severity[])
    .map(
      severity =>
        [findings.filter(finding => finding.severity === severity).length, nouns[severity]] as const,
    )
    .filter(([count]) => count > 0)
    .map(([count, [one, many]]) => `${figures(count)} ${count === 1 ? one : many}`)
    .join(', ')
