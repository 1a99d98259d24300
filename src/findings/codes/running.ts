/** Codes for runs over many intakes. */
import type { CodeEntry } from './entry.ts'

export const runningCodes = {
  'RUN-01': {
    means: 'The program itself failed over an intake; the others are not touched by it',
    cure: 'Report it, with the intake if you can share it.',
  },
  'RUN-02': {
    means: 'Two workers of a run over many intakes stopped over the same intake, so it was given up',
    cure: 'Run it alone; if it stops again, report it.',
  },
  'RUN-03': { means: 'No file matches a pattern', cure: 'Look at the pattern and the folder you are in.' },
} as const satisfies Record<string, CodeEntry>
