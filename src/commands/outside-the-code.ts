/** Answers that the Code does not cover in; the scope note as a Word file, in place of the agreement and its papers, out. */
import { numberDocument } from '../document/number.ts'
import type { Answers } from '../intake/answers.ts'
import { isOutsideTheCode } from '../intake/scope.ts'
import { assembleScopeNote, scopeNoteId } from '../provisions/scope-note.ts'
import { renderDocx } from '../render/docx/index.ts'
import { editionOf } from './agreement.ts'
import type { Loaded } from './settings.ts'
import type { Made } from './write-documents.ts'

/** What is said of an arrangement outside the Code, before all else. */
export const outsideWords =
  'The Code does not cover this arrangement, so a scope note stands in place of the agreement: it says why and what to use instead.'

/** The scope note of an intake; undefined when the Code covers it, or Legal has recorded that it is used all the same. */
export function makeScopeNote(settings: Loaded, answers: Answers, asAt: string): Made | undefined {
  if (!isOutsideTheCode(answers, settings.interpretations.readings)) return undefined
  const document = assembleScopeNote(settings, answers, editionOf(answers, asAt))
  const bytes = renderDocx(document, numberDocument(document), settings.style)
  return { files: [{ name: `${scopeNoteId}.docx`, bytes }], findings: [], record: {}, remark: outsideWords }
}
