/** A file that an intake attaches in; out, what is plainly wrong with it, at the price of a look at its first and last bytes. */
import type { Finding, Place } from '../findings/finding.ts'

/** An attachment as the intake names it. */
export interface AttachedFile {
  readonly title: string
  /** As printed, such as "Legal advice". */
  readonly kind: string
  /** As typed. */
  readonly file: string
  readonly place?: Place
  /** Absent when the file could not be read; then `refusal` says why. */
  readonly bytes?: Uint8Array
  readonly refusal?: string
}

/** An attachment without what was read of it. */
export type NamedFile = Omit<AttachedFile, 'bytes' | 'refusal'>

const cures = {
  'ATT-01': 'Put the file there, or correct its path, which is read from the folder of the intake.',
  'ATT-02':
    'Open it and print it to a new PDF, or ask for it again if it will not open; then name that in the intake.',
  'ATT-03': 'Ask its author for a copy without a password.',
} as const

/** Why an attachment cannot be bound. */
export interface Problem {
  readonly code: keyof typeof cures
  /** What is the case, such as `it is empty`. */
  readonly is: string
}

/** The mark of a PDF may stand a little way in (ISO 32000-1, appendix H.3). */
const startsAsPdf = (bytes: Uint8Array): boolean => latin1(bytes.subarray(0, 1024)).includes('%PDF-')

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** What is wrong with a file that cannot be a PDF; undefined of one that may be. Its first thousand bytes are enough. */
export function problemAtOnce({ bytes, refusal }: AttachedFile): Problem | undefined {
  if (!bytes) return { code: 'ATT-01', is: refusal ?? 'it cannot be read' }
  if (bytes.length === 0) return { code: 'ATT-02', is: 'it is empty' }
  return startsAsPdf(bytes) ? undefined : { code: 'ATT-02', is: 'it is not a PDF file' }
}

/**
 * Whether the ends of a PDF give cause to read it whole: it was cut off, or a trailer names an encryption dictionary (ISO
 * 32000-1, 7.5.5). That a file is not dubious does not make it sound; its middle was not looked at.
 */
export function isDubious(ends: Uint8Array): boolean {
  const text = latin1(ends)
  return !text.includes('%%EOF') || /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(text)
}

/** The finding of an attachment that is missing from the pack. */
export const missingFromPack = (named: NamedFile, { code, is }: Problem): Finding => ({
  code,
  severity: 'error',
  message: `The attachment “${named.title}” is missing from the pack: ${sentenceOf(named, is)}`,
  hint: cures[code],
  owner: 'officer',
  stage: 'sign_off',
  ...(named.place ? { place: named.place } : {}),
})

/** `terms.pdf cannot be bound: it is empty.` */
export const sentenceOf = ({ file }: NamedFile, is: string): string => `${file} cannot be bound: ${is}.`
