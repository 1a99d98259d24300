/** Why nothing was written in, as a finding that says what to do out. */
import type { Finding, Outcome } from '../findings/finding.ts'

/** Nothing was written, and why. */
export const refusal = (message: string): Outcome<never> => ({
  findings: [
    {
      code: 'OUT-01',
      severity: 'error',
      message,
      hint: 'Choose with --out a folder that you may write to, on a disk with room.',
    },
  ],
})

/** Another run holds the folder. */
export const busy = (folder: string, holder: string): Outcome<never> => ({
  findings: [
    {
      code: 'OUT-04',
      severity: 'error',
      message: `${folder} is being written by ${holder}.`,
      hint: 'Wait for it to finish. If nothing is running, delete .concordat.lock in that folder.',
    },
  ],
})

/** The folder belongs to another reference. */
export const otherPartnership = (folder: string, reference: string): Outcome<never> => ({
  findings: [
    {
      code: 'OUT-05',
      severity: 'error',
      message: `${folder} holds the documents of another partnership, “${reference}”, so nothing was written there.`,
      hint: 'Give each partnership its own reference, or move that folder away.',
    },
  ],
})

/** A file holds edits that `amend` carried over, which this run knows nothing of. */
export const carried = (path: string, beside: string): Finding => ({
  code: 'OUT-06',
  severity: 'warning',
  message: `${path} holds edits made by hand, so it was left alone. The new one, without them, is “${beside}”, beside it.`,
  hint: 'Run concordat amend with --from and that file, which keeps the edits.',
})

/** A file of an earlier run stands among newer ones. */
export const outdated = (path: string): Finding => ({
  code: 'OUT-07',
  severity: 'warning',
  message: `${path} is of an earlier run and says nothing of what was written now.`,
  hint: 'Do not hand it on: delete it, or run again when it can be made.',
})

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not write here',
  EPERM: 'you may not write here',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  ENOTDIR: 'part of the path is a file, not a folder',
  EEXIST: 'a file stands where the folder should be',
  EISDIR: 'a folder stands where a file should be',
  ENOENT: 'there is no such place',
  ELOOP: 'a link in it leads to itself',
  EBUSY: 'another program has a file in it open',
  ENAMETOOLONG: 'the name is too long',
}

/** Why the system refused. What is not its refusal is our own fault and goes on up. */
export function reason(error: unknown): string {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === undefined || syscall === undefined) throw error
  return reasons[code] ?? code
}
