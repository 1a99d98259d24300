/** Codes for the clause library and the council's data. */
import type { CodeEntry } from './entry.ts'

export const libraryCodes = {
  'TPL-01': { means: 'A template cannot be read', cure: 'Mend the front matter or the block named.' },
  'TPL-02': {
    means: 'A template names an answer or a condition that does not exist',
    cure: 'Use a name from docs/intake.md.',
  },
  'TPL-03': {
    means: 'A cross-reference that would not resolve in some agreement',
    cure: 'Refer to a clause present under the same condition.',
  },
  'TPL-04': {
    means: 'A defined term used but not defined, or defined and never used',
    cure: 'Add or remove the definition.',
  },
  'TPL-05': {
    means: 'Law named outside data/law.yaml, or cited as in force when it is not',
    cure: 'Cite through the law helper.',
  },
} as const satisfies Record<string, CodeEntry>
