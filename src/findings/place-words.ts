/** The place of an open question in; where to write the answer, in words, out. */
import type { Place } from './finding.ts'

/**
 * The line of a question that stands in the file blank, or of the group it belongs in. A question whose group the file
 * lacks too is placed at the very beginning, where looking for it would be in vain.
 */
export const lineToAnswer = ({ start }: Place): string =>
  start.line === 1 && start.column === 1 ? 'to be added' : `line ${start.line}`
