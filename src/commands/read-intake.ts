/** The name of an intake file in; its answers with every fault and every question still open out. */
import { type Finding, isClean, type Outcome } from '../findings/finding.ts'
import type { Answers } from '../intake/answers.ts'
import { deriveConditions } from '../intake/conditions.ts'
import { findGaps } from '../intake/gaps.ts'
import { readAnswers } from '../intake/read.ts'
import { textForReport } from '../intake/reading/decode.ts'
import type { World } from '../world.ts'

/** Reads an intake file. The findings hold every fault and every question still open; the text serves for carets. */
export function readIntake(world: World, file: string): Outcome<Answers> & { readonly text: string } {
  let bytes: Uint8Array
  try {
    bytes = world.read(file)
  } catch (error) {
    return { text: '', findings: [unreadable(file, error)] }
  }
  const read = readAnswers({ file, bytes })
  const text = textForReport(bytes)
  if (!read.value || !isClean(read.findings)) return { text, findings: read.findings }
  const gaps = findGaps(read.value, deriveConditions(read.value.intake, read.value.stateOf))
  return { text, value: read.value, findings: [...read.findings, ...gaps] }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'part of its path is a file, not a folder',
  EACCES: 'you may not open it',
  EPERM: 'you may not open it',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a link that leads to itself',
  ENAMETOOLONG: 'the name is too long',
}

/** Why the system will not read a file. What is not its refusal is our own fault and goes on up. */
export function reasonUnread(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  return reasons[code] ?? code
}

/** The finding for a file that the system will not read. */
export const unreadable = (file: string, error: unknown): Finding => ({
  code: 'FILE-01',
  severity: 'error',
  message: `${file} cannot be read: ${reasonUnread(error)}.`,
  hint:
    (error as NodeJS.ErrnoException).code === 'EISDIR'
      ? 'Name the files in it, or all of them by a pattern in quotation marks, such as "intakes/*.yaml".'
      : 'Check the name and the folder you are in.',
})
