/** The Word file of an agreement edited by hand in, to be bound in place of the one generated; out, what it is, and what speaks against it. */
import type { Finding } from '../findings/finding.ts'
import { renderDocx } from '../render/docx/index.ts'
import { readReturned } from '../returned/read.ts'
import type { World } from '../world.ts'
import type { MadeAgreement } from './agreement.ts'
import { textOf } from './amend/find-base.ts'
import { paperFindings } from './amend/other-papers.ts'
import { foreignFindings } from './amend/strangers.ts'
import { unreadable } from './read-intake.ts'
import type { Loaded } from './settings.ts'

export interface EditedFile {
  readonly file: string
  readonly bytes: Uint8Array
}

/** `edited` is absent where the file cannot be bound; the findings then say why. `lapsed` says that nobody approved its text. */
export interface LookedAt {
  readonly edited?: EditedFile
  readonly findings: readonly Finding[]
  readonly lapsed: readonly Finding[]
}

/** Looks at the file before anything is made of it: whether it is this partnership's agreement, and whether it reads as approved. */
export function lookAtEdited(
  world: World,
  file: string,
  { document, numbering }: MadeAgreement,
  { style }: Pick<Loaded, 'style'>,
): LookedAt {
  let bytes: Uint8Array
  try {
    bytes = world.read(file)
  } catch (error) {
    return { findings: [notBound(unreadable(file, error))], lapsed: [] }
  }
  const { value: returned, findings } = readReturned(bytes, file)
  const against = returned
    ? [...paperFindings(returned, file), ...foreignFindings(returned, document, file)]
    : findings
  if (!returned || against.length > 0) return { findings: against.map(notBound), lapsed: [] }
  const generated = readReturned(renderDocx(document, numbering, style), file).value!
  const place = firstDifference(linesOf(textOf(returned.blocks)), linesOf(textOf(generated.blocks)))
  return {
    edited: { file, bytes },
    findings: [],
    lapsed: place === undefined ? [] : [otherText(file, place)],
  }
}

const notBound = (finding: Finding): Finding => ({
  ...finding,
  message: `sign-off-pack.pdf was not made: ${finding.message}`,
})

const linesOf = (text: string): readonly string[] => text.split('\n').filter(line => lettersOf(line) !== '')

/** Programs that save a file again change blanks, quotation marks and dashes by themselves, and no letter. */
const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

/** The first line of either text that the other has not at that place. */
function firstDifference(theirs: readonly string[], ours: readonly string[]): string | undefined {
  const length = Math.max(theirs.length, ours.length)
  for (let at = 0; at < length; at++)
    if (lettersOf(theirs[at] ?? '') !== lettersOf(ours[at] ?? '')) return theirs[at] ?? ours[at]
  return undefined
}

/** As many letters as tell the place. */
const SHOWN = 80

const otherText = (file: string, place: string): Finding => ({
  code: 'PACK-04',
  severity: 'error',
  message: `${file} reads otherwise than the agreement that these answers give, first at “${place.length > SHOWN ? `${place.slice(0, SHOWN)}…` : place}”, so no approval on record is of its text.`,
  hint: 'Run concordat amend with --from and that file: the next version carries the edits and can be approved. Or leave --agreement out.',
  owner: 'legal',
  stage: 'sign_off',
  source: 'Code 7.6',
})
