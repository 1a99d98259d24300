/** Writes what is still to answer, grouped by who must answer and by the stage that waits for it. */

import { safeText } from './excerpt.ts'
import { type Finding, type Owner, owners, type Stage, stages } from './finding.ts'
import { lineToAnswer } from './place-words.ts'
import { type Paint, sortFindings } from './report.ts'

/** How people and stages are called in print; what is left out prints as its name with spaces. */
export interface GapTitles {
  readonly owners?: Partial<Record<Owner, string>>
  readonly stages?: Partial<Record<Stage, string>>
}

const spaced = (name: string): string => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('_', ' ')

/** Lists the gaps among the findings: by owner, then by stage, `path — question (line n)`, or `(to be added near line n)` where the file has no place for it. Empty when nothing is missing. */
export function reportGaps(
  findings: readonly Finding[],
  titles: GapTitles = {},
  paint: Paint = (_, text) => text,
): string {
  const gaps = sortFindings(findings).filter(({ severity }) => severity === 'gap')
  const parts = owners.flatMap(owner => {
    const own = gaps.filter(gap => (gap.owner ?? 'officer') === owner)
    if (own.length === 0) return []
    const title = paint('gap', titles.owners?.[owner] ?? spaced(owner))
    return [`${title} (${own.length})\n${stages.map(stage => stagePart(own, stage, titles)).join('')}`]
  })
  return parts.join('\n')
}

function stagePart(gaps: readonly Finding[], stage: Stage, titles: GapTitles): string {
  const waiting = gaps.filter(gap => (gap.stage ?? 'sign_off') === stage)
  if (waiting.length === 0) return ''
  const lines = waiting.map(({ place, message }) => {
    const path = place?.path ? `${safeText(place.path)} — ` : ''
    return `    ${path}${safeText(message)}${place ? ` (${lineToAnswer(place)})` : ''}\n`
  })
  return `  ${titles.stages?.[stage] ?? spaced(stage)}\n${lines.join('')}`
}
