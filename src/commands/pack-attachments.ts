/** The attachments that an intake names in, each read from beside it out, or why it could not be. */
import { dirname, isAbsolute, join } from 'node:path'
import type { Finding } from '../findings/finding.ts'
import type { Answers, Key } from '../intake/answers.ts'
import { fieldAt } from '../intake/schema.ts'
import type { AttachedFile, Attachment } from '../pack/binder/attachment.ts'
import { readinessOf } from '../pack/readiness.ts'
import { draftBefore, relabelled } from '../provisions/edition.ts'
import type { World } from '../world.ts'
import type { MadeAgreement } from './agreement.ts'
import { reasonUnread } from './read-intake.ts'
import type { Loaded } from './settings.ts'

type Named = NonNullable<Answers['intake']['attachments']>[number]

/** Those attached to the agreement first, then those for the council alone, in the order of the file. */
export async function readAttachments(world: World, answers: Answers): Promise<readonly Attachment[]> {
  const { attachments = [], pack_attachments = [] } = answers.intake
  const files = [
    ...attachments.map((named, at) => attachedFile(world, answers, named, ['attachments', at])),
    ...pack_attachments.map((named, at) => attachedFile(world, answers, named, ['pack_attachments', at])),
  ]
  if (files.length === 0) return []
  const { readAttachment } = await import('../pack/binder/attachment.ts')
  const read: Attachment[] = []
  for (const file of files) read.push(await readAttachment(file))
  return read
}

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
  world: World,
  answers: Answers,
  { title, file, kind }: Named,
  keys: readonly Key[],
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
    return { ...named, bytes: world.read(join(dirname(answers.file), file)) }
  } catch (error) {
    return { ...named, refusal: reasonUnread(error) }
  }
}
