/** Codes for the sign-off pack. */
import type { CodeEntry } from './entry.ts'

export const packCodes = {
  'PACK-01': {
    means: 'The pack is not ready to sign, and only a ready one was asked for',
    cure: 'Mend what "concordat check" lists up to the stage sign_off, or leave --require-ready out for a marked draft.',
  },
  'PACK-02': {
    means: 'A folder without a record of what was written there, or with one that cannot be read',
    cure: 'Give the folder of one partnership. Put a damaged record back from a copy.',
  },
  'PACK-03': {
    means: 'An approval whose approved wording has changed since',
    cure: 'Ask for approval of the changed wording, and record its date and the new content hash.',
  },
  'PACK-04': {
    means:
      'The agreement bound into the pack was edited by hand and does not read as the one that the answers give',
    cure: 'Amend from it, so that the next version carries the edits and can be approved, or bind the agreement as generated.',
  },
} as const satisfies Record<string, CodeEntry>
