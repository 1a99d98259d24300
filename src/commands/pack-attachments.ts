/** The attachments that an intake names in, each read from beside it out, or why it could not be. */
import { dirname, isAbsolute, join } from 'node:path'
import type { Finding } from '../findings/finding.ts'
import type { Answers, Key } from '../intake/answers.ts'
import { fieldAt } from '../intake/schema.ts'
import { type AttachedFile, isDubious, missingFromPack, problemAtOnce } from '../pack/attached-file.ts'
import type { Attachment } from '../pack/binder/attachment.ts'
import { readinessOf } from '../pack/readiness.ts'
import { draftBefore, relabelled } from '../provisions/edition.ts'
import type { World } from '../world.ts'
import type { MadeAgreement } from './agreement.ts'
import { reasonUnread } from './read-intake.ts'
import type { Loaded } from './settings.ts'

type Named = NonNullable<Answers['intake']['attachments']>[number]

/** How the bytes of a file are had. */
type Read = (path: string) => Uint8Array

/** Those attached to the agreement first, then those for the council alone, in the order of the file. */
function filesNamedIn(answers: Answers, read: Read): readonly AttachedFile[] {
  const { attachments = [], pack_attachments = [] } = answers.intake
  return [
    ...attachments.map((named, at) => attachedFile(answers, named, ['attachments', at], read)),
    ...pack_attachments.map((named, at) => attachedFile(answers, named, ['pack_attachments', at], read)),
  ]
}

/** Reads every attachment whole, in the order in which they are bound. */
export async function readAttachments(world: World, answers: Answers): Promise<readonly Attachment[]> {
  const files = filesNamedIn(answers, world.read)
  if (files.length === 0) return []
  const { readAttachment } = await import('../pack/binder/attachment.ts')
  const read: Attachment[] = []
  for (const file of files) read.push(await readAttachment(file))
  return read
}

/**
 * What is wrong with attachments as far as their first and last bytes tell: one that is not there, is no PDF, was cut off or is
 * locked. What it finds a pack would find, in the same words. A pack reads them whole, and may find damage in the middle besides.
 */
export async function glanceAtAttachments(world: World, answers: Answers): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const file of filesNamedIn(answers, world.readEnds)) {
    const problem = problemAtOnce(file)
    if (problem) findings.push(missingFromPack(file, problem))
    else if (isDubious(file.bytes!)) findings.push(...(await problemsOfWhole(world, answers, file)))
  }
  return findings
}

/** The reader of PDF files takes long to load, so only a file that gives cause is read whole. */
async function problemsOfWhole(
  world: World,
  answers: Answers,
  file: AttachedFile,
): Promise<readonly Finding[]> {
  const { readAttachment } = await import('../pack/binder/attachment.ts')
  const read = await readAttachment({ ...file, bytes: world.read(pathOf(answers, file.file)) })
  return read.findings.filter(({ severity }) => severity === 'error')
}

const pathOf = (answers: Answers, file: string): string => join(dirname(answers.file), file)

/**
 * An agreement in the state that its attachments leave it in: while one of them cannot be bound, its pack is not ready, so the text
 * is not for signature either. They are read only where nothing else stands in the way.
 */
export async function heedAttachments<M extends MadeAgreement>(
  world: World,
  { library }: Loaded,
  answers: Answers,
  made: M,
): Promise<{ readonly made: M; readonly findings: readonly Finding[] }> {
  const draft = draftBefore(made.document.properties.version)
  if (draft === undefined) return { made, findings: [] }
  const findings = (await readAttachments(world, answers)).flatMap(attachment => attachment.findings)
  if (readinessOf(findings).isReady) return { made, findings: [] }
  const document = relabelled(made.document, draft, library.cover.notice)
  return { made: { ...made, document }, findings }
}

/** Whether files beside the intake decide what state its agreement is in, so that the intake alone does not tell. */
export const hangsOnAttachments = ({ intake }: Answers): boolean =>
  [...(intake.attachments ?? []), ...(intake.pack_attachments ?? [])].length > 0

function attachedFile(
  answers: Answers,
  { title, file, kind }: Named,
  keys: readonly Key[],
  read: Read,
): AttachedFile {
  const named = {
    title: title ?? file ?? 'an attachment without a title',
    kind: kind ? (fieldAt(`${keys[0]}[].kind`)?.field.choices?.[kind] ?? kind) : 'Not said',
    file: file ?? 'a file that is not named',
    place: answers.placeOf(file === undefined ? keys : [...keys, 'file']),
  }
  if (file === undefined) return { ...named, refusal: 'the intake names no file' }
  // A path that starts at the root of one machine leads nowhere on another.
  if (isAbsolute(file) || /^[a-z]:|^\\|:\/\//i.test(file))
    return { ...named, refusal: 'its path must start from the folder of the intake' }
  try {
    return { ...named, bytes: read(pathOf(answers, file)) }
  } catch (error) {
    return { ...named, refusal: reasonUnread(error) }
  }
}
