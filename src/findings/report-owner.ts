/** One person's findings in; a plain letter's worth of things to do, ready to paste into an email, out. */

import { safeText } from './excerpt.ts'
import type { Finding } from './finding.ts'
import { groupFindings } from './group.ts'
import { lineToAnswer } from './place-words.ts'
import { stageTitle } from './stage-names.ts'

export interface Addressed {
  /** Whose list it is, as printed: `Head of Procurement`. */
  readonly person: string
  /** What the list is about: the partnership's name, or the file's where it has none. */
  readonly subject: string
  readonly file: string
  /** The day that counts as today, as printed. */
  readonly day: string
}

/**
 * Lists what one person must do, by the stage that waits for it: what to do, why, and where in the intake. Plain text:
 * no colours, no carets, no source lines. Questions that stand together in the intake are one thing to do. Says so when
 * there is nothing.
 */
export function reportForOwner(findings: readonly Finding[], addressed: Addressed): string {
  const { person, subject, file, day } = addressed
  const parts = groupFindings(findings).map(({ stage, owners }) => ({
    title: stage ? stageTitle(stage) : 'First, the file itself',
    items: together(owners.flatMap(o => o.findings)),
  }))
  const count = parts.reduce((sum, part) => sum + part.items.length, 0)
  const waiting = count === 0 ? 'Nothing is' : count === 1 ? 'One thing is' : `${count} things are`
  let number = 0
  const lists = parts.map(({ title, items }) =>
    [title, ...items.map(item => `${++number}. ${item.map(safeText).join('\n   ')}`)].join('\n\n'),
  )
  const head = `${person}: ${subject}`
  return `${[safeText(head), `${waiting} waiting for you (${file}, ${day}).`, ...lists].join('\n\n')}\n`
}

/** Each fault as lines of its own; questions under one heading of the intake as one list. */
function together(findings: readonly Finding[]): readonly (readonly string[])[] {
  const items: (readonly string[])[] = findings.filter(f => f.severity !== 'gap').map(faultLines)
  const asked = new Map<string, Finding[]>()
  for (const gap of findings.filter(f => f.severity === 'gap')) {
    const above = aboveOf(gap.place?.path ?? '')
    asked.set(above, [...(asked.get(above) ?? []), gap])
  }
  return [...items, ...[...asked].map(([above, gaps]) => questionLines(above, gaps))]
}

const faultLines = ({ severity, message, hint, place, code, source }: Finding): readonly string[] => [
  sentence(message),
  ...(hint ? [`To do: ${sentence(hint)}`] : []),
  ...(place ? [`Where: ${place.path ? `${place.path}, ` : ''}line ${place.start.line}`] : []),
  `Why: ${[source, `${severity} ${code}`].filter(Boolean).join('; ')}`,
]

function questionLines(above: string, gaps: readonly Finding[]): readonly string[] {
  const about = above === '' ? 'Please answer' : `Please answer, about ${inWords(above)}`
  return [
    `${about}:`,
    ...gaps.flatMap(({ message, hint, place }) => [
      `- ${message}${hint ? ` ${sentence(hint)}` : ''}`,
      ...(place ? [`  (${place.path ? `${place.path}, ` : ''}${lineToAnswer(place)})`] : []),
    ]),
  ]
}

/** `secondments[desk].pay` stands under `secondments[desk]`, `vat.adviser` under `vat`, and `name` under nothing. */
const aboveOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('.')))

/** `approvals.legal` as `approvals, legal`, `partners[family-voice]` as `partners (family-voice)`. */
const inWords = (path: string): string =>
  path.replaceAll('_', ' ').replaceAll('.', ', ').replaceAll('[', ' (').replaceAll(']', ')')

const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`)
