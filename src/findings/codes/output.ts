/** Codes for writing files. */
import type { CodeEntry } from './entry.ts'

export const outputCodes = {
  'OUT-01': { means: 'The output folder cannot be written', cure: 'Choose another with --out.' },
  'OUT-02': {
    means: 'A file was edited since it was written, or no record tells whether it was, so it was left alone',
    cure: 'The new one is beside it.',
  },
  'OUT-03': { means: 'A file is open in another program', cure: 'Close it and run again.' },
  'OUT-04': { means: 'Another run is writing to the same folder', cure: 'Wait for it to finish.' },
  'OUT-05': {
    means:
      'The folder already belongs to another partnership: one written there before, or another intake of the same run',
    cure: 'Give each partnership its own reference, or move that folder away.',
  },
  'OUT-06': {
    means: 'A file holds edits made by hand that this run would lose, so it was left alone',
    cure: 'Use concordat amend with --from and that file.',
  },
  'OUT-07': {
    means: 'A file of an earlier run stands among newer ones, because it could not be made this time',
    cure: 'Delete it, or run again when it can be made.',
  },
  'OUT-08': {
    means: 'The Word file that came back stands where a new one belongs, so it was left alone',
    cure: 'The new one is beside it.',
  },
} as const satisfies Record<string, CodeEntry>
