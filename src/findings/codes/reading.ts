/** Codes for reading an intake: the file, its YAML, and answers taken one by one. */
import type { CodeEntry } from './entry.ts'

export const readingCodes = {
  // Reading the file
  'FILE-01': { means: 'The file cannot be read', cure: 'Check the name and that you may open it.' },
  'FILE-02': {
    means: 'The file is too large, too deep or has too many answers',
    cure: 'Split long attachments out of the intake.',
  },
  'FILE-03': { means: 'The file is not text in UTF-8', cure: 'Save it as plain text, encoding UTF-8.' },
  'FILE-04': {
    means: 'The intake is of a newer edition than this program reads',
    cure: 'Use the release of Concordat that it was written for, or a later one.',
  },
  'YAML-01': {
    means: 'The layout of the file cannot be understood',
    cure: 'Follow the hint beside the line.',
  },
  'YAML-02': { means: 'The same question is answered twice', cure: 'Delete one of the two.' },
  'YAML-03': {
    means: 'YAML features an intake does not use: anchors, aliases, tags, several documents',
    cure: 'Put quotes round the text.',
  },
  'YAML-04': { means: 'A value may not be what was meant', cure: 'Put quotes round the text.' },
  // Single answers
  'ANS-01': {
    means: 'A question this form does not ask',
    cure: 'Use the name suggested, or delete the line.',
  },
  'ANS-02': { means: 'An answer of the wrong kind', cure: 'Give the kind of answer the hint names.' },
  'ANS-03': { means: 'An answer that is not among the choices', cure: 'Use one of the choices listed.' },
  'ANS-04': {
    means: 'A date that does not exist or is not written year-month-day',
    cure: 'Write the date as 2026-04-01.',
  },
  'ANS-05': { means: 'An id used twice in one list', cure: 'Give each item its own id.' },
  'ANS-06': {
    means: 'A reference to something that is not in the file',
    cure: 'Use an id that the file defines.',
  },
  'ANS-07': { means: 'An answer outside the limits', cure: 'Give a value within the limits named.' },
  'GAP-01': { means: 'A question without an answer', cure: 'Ask the person named and fill it in.' },
  'CONF-01': {
    means: 'An answer is disputed: two or more values are recorded',
    cure: 'Agree one value and delete the rest.',
    conflict: true,
  },
  'TXT-01': {
    means: 'A character that Word cannot hold or that could mislead a reader',
    cure: 'Retype the text without it.',
  },
} as const satisfies Record<string, CodeEntry>
