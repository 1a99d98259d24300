/** Answers that the Code does not cover in; the scope note as a Word file, in place of the agreement and its papers, out. */
import { numberDocument } from '../document/number.ts'
import type { Answers } from '../intake/answers.ts'
import { isOutsideTheCode, withoutAgreementQuestions } from '../intake/scope.ts'
import { leftOver } from '../output/left-over.ts'
import { assembleScopeNote, scopeNoteId } from '../provisions/scope-note.ts'
import { renderDocx } from '../render/docx/index.ts'
import { editionOf } from './agreement.ts'
import type { Loaded } from './settings.ts'
import type { Made } from './write-documents.ts'

/** What is said of an arrangement outside the Code, before all else. */
export const outsideWords =
  'The Code does not cover this arrangement, so a scope note stands in place of the agreement: it says why and what to use instead.'

/**
 * The scope note of an intake; undefined when the Code covers it, or Legal has recorded that it is used all the same.
 * @param folder where the partnership's documents stand, to tell of those that an earlier run left
 */
export function makeScopeNote(
  settings: Loaded,
  answers: Answers,
  asAt: string,
  folder: string,
): Made | undefined {
  if (!isOutsideTheCode(answers, settings.interpretations.readings)) return undefined
  const document = assembleScopeNote(settings, answers, editionOf(answers, asAt))
  const bytes = renderDocx(document, numberDocument(document), settings.style)
  const name = `${scopeNoteId}.docx`
  const old = leftOver(folder, [name])
  return {
    files: [{ name, bytes }],
    findings: [],
    record: { endsPack: true },
    asked: withoutAgreementQuestions,
    remark: old.length === 0 ? outsideWords : `${outsideWords}\n${oldWords(old)}`,
    // So that the warning is given each time while they stand there.
    ...(old.length > 0 && { also: ['older documents beside it'] }),
  }
}

const oldWords = (names: readonly string[]): string =>
  `From an earlier run there still ${names.length === 1 ? 'stands' : 'stand'} in the same folder, and must not be sent or signed: ${names.join(', ')}. Delete ${names.length === 1 ? 'it' : 'them'} or move ${names.length === 1 ? 'it' : 'them'} away.`
