/** One intake file in, its agreement as a document and as Word out, with every finding on the way. */
import type { Document } from '../document/nodes.ts'
import { type Numbering, numberDocument } from '../document/number.ts'
import { brokenReferences } from '../document/references.ts'
import { type Finding, InternalError, isClean, type Outcome } from '../findings/finding.ts'
import type { Answers } from '../intake/answers.ts'
import { deriveConditions } from '../intake/conditions.ts'
import { findGaps } from '../intake/gaps.ts'
import { readAnswers, textForReport } from '../intake/read.ts'
import { assembleAgreement, type Edition } from '../provisions/assemble.ts'
import type { World } from '../world.ts'
import type { Loaded } from './settings.ts'

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

export interface MadeAgreement {
  readonly document: Document
  readonly numbering: Numbering
}

/** The edition of everything made of an intake in one run. */
export const editionOf = ({ intake }: Answers, asAt: string): Edition => ({
  version: 'Draft 1',
  state: 'DRAFT',
  date: intake.intake_date ?? asAt,
})

/** Assembles and numbers the agreement of an intake that has been read. */
export function makeAgreement(settings: Loaded, answers: Answers, asAt: string): MadeAgreement {
  const { document } = assembleAgreement(settings, answers, editionOf(answers, asAt))
  const numbering = numberDocument(document)
  const [broken] = brokenReferences(document, numbering)
  if (broken)
    throw new InternalError(`A clause refers to "${broken.target}", which this agreement does not hold.`)
  return { document, numbering }
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
const unreadable = (file: string, error: unknown): Finding => ({
  code: 'FILE-01',
  severity: 'error',
  message: `${file} cannot be read: ${reasonUnread(error)}.`,
  hint: 'Check the name and the folder you are in.',
})
