/** A stage in; when things that stop it must be done by, in words, out. */
import type { Stage } from './finding.ts'

/** Such as `before the draft is settled`: fits a sentence, and with a capital a heading. */
export const stageNames: Readonly<Record<Stage, string>> = {
  in_principle: 'before approval in principle',
  draft: 'before the draft is settled',
  consultation: 'before consultation',
  sign_off: 'before sign-off',
  live: 'before the start',
  review: 'by the review',
  exit: 'by the end',
}

/** The same as a heading. */
export const stageTitle = (stage: Stage): string =>
  stageNames[stage].charAt(0).toUpperCase() + stageNames[stage].slice(1)
