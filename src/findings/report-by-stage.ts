/** Findings in; the full report, grouped by the stage that they stop and by who must act, out. */

import { safeText } from './excerpt.ts'
import type { Finding, Owner } from './finding.ts'
import { groupFindings } from './group.ts'
import { lineToAnswer } from './place-words.ts'
import { block, countFindings, type ReportOptions } from './report.ts'
import { stageTitle } from './stage-names.ts'

export interface StageReportOptions extends ReportOptions {
  /** How people are called in print. */
  readonly owners: Readonly<Record<Owner, string>>
}

/**
 * Everything there is to say: first what is wrong with the file itself, then stage by stage and person by person, faults
 * with their source lines and after them the questions still open. A count ends it. Empty when there is nothing to say.
 */
export function reportByStage(findings: readonly Finding[], options: StageReportOptions): string {
  if (findings.length === 0) return ''
  const { paint = (_, text) => text } = options
  const parts = groupFindings(findings).map(({ stage, owners }) => {
    const title = stage ? stageTitle(stage) : 'Before anything else: the file'
    const people = owners.map(({ owner, findings: theirs }) => {
      const faults = theirs.filter(f => f.severity !== 'gap')
      const gaps = theirs.filter(f => f.severity === 'gap').map(f => gapLine(f))
      const texts = [
        ...faults.map(f => block(f, options.texts ?? new Map(), paint)),
        ...(gaps.length > 0 ? [`${paint('gap', 'Questions to answer')}\n${gaps.join('\n')}`] : []),
      ]
      return [`${options.owners[owner]} (${theirs.length})`, ...texts.map(indented)].join('\n\n')
    })
    return [paint('title', title), paint('title', '='.repeat(title.length)), '', people.join('\n\n')].join(
      '\n',
    )
  })
  return `${parts.join('\n\n')}\n\n${countFindings(findings)}\n`
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ')

function gapLine({ place, message }: Finding): string {
  const path = place?.path ? `${safeText(place.path)} — ` : ''
  return `  ${path}${safeText(message)}${place ? ` (${lineToAnswer(place)})` : ''}`
}
