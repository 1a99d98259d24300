/** The place of an open question in; where to write the answer, in words, out. */
import type { Place } from './finding.ts'

/**
 * The line of a question that stands in the file blank, or of the group it belongs in. A question whose group the file
 * lacks too is to be added, near the section that comes before it in the form.
 */
export const lineToAnswer = ({ start, isNearby }: Place): string =>
  isNearby ? `to be added near line ${start.line}` : `line ${start.line}`
