/** Codes for the sign-off pack as one PDF: its attachments, and the programs that make it. */
import type { CodeEntry } from './entry.ts'

export const binderCodes = {
  'ATT-01': {
    means: 'An attachment cannot be found or read',
    cure: 'Put the file where the intake says, with a path from the folder of the intake.',
  },
  'ATT-02': {
    means: 'An attachment is not a PDF, or is damaged',
    cure: 'Open it, print it to a new PDF, and name that.',
  },
  'ATT-03': {
    means: 'An attachment is locked with a password',
    cure: 'Ask its author for a copy without one.',
  },
  'ATT-04': {
    means: 'An attachment holds a form, which is bound as it looks and can no longer be filled in',
    cure: 'Keep the original if somebody still has to fill it in.',
  },
  'ATT-05': {
    means: 'The pages of attachments carry no tags for screen readers in the pack',
    cure: 'Offer the original to a reader who needs it.',
  },
  'ATT-06': {
    means:
      'An attachment holds a form of a kind (XFA) that only some programs show, or one with fields that cannot be drawn',
    cure: 'Look at its pages in the pack; if anything is missing, print it to a new PDF and name that.',
  },
  'PDF-01': {
    means: 'The PDF cannot be made on this machine',
    cure: 'Make it on another machine; the Word files are written all the same.',
  },
  'PDF-02': {
    means: 'The PDF shows some characters by their codes, because its fonts lack them',
    cure: 'Read them in the Word file, or write them in letters that the fonts hold.',
  },
  'PDF-03': {
    means: 'An edited agreement cannot be bound without LibreOffice',
    cure: 'Install LibreOffice, or leave --agreement out to bind the agreement as generated.',
  },
  'PDF-04': {
    means: 'LibreOffice could not lay the edited agreement out',
    cure: 'Open the file, save it again as a Word document, and run again.',
  },
} as const satisfies Record<string, CodeEntry>
