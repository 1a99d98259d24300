/** The attachments that an intake names in, each read from beside it out, or why it could not be. */
import { dirname, isAbsolute, join } from 'node:path'
import type { Answers, Key } from '../intake/answers.ts'
import { fieldAt } from '../intake/schema.ts'
import type { AttachedFile, Attachment } from '../pack/binder/attachment.ts'
import type { World } from '../world.ts'
import { reasonUnread } from './agreement.ts'

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
