/** Codes for the sign-off pack. */
import type { CodeEntry } from './entry.ts'

export const packCodes = {
  'PACK-01': {
    means: 'The pack is not ready to sign, and only a ready one was asked for',
    cure: 'Mend what "concordat check" lists up to the stage sign_off, or leave --require-ready out for a marked draft.',
  },
} as const satisfies Record<string, CodeEntry>
