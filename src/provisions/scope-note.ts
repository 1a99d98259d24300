/** Answers that the Code does not cover in; the scope note that stands in place of an agreement out. */
import type { Document } from '../document/nodes.ts'
import { InternalError } from '../findings/finding.ts'
import type { Answers } from '../intake/answers.ts'
import { deriveConditions } from '../intake/conditions.ts'
import { agreementFacts } from './agreement-facts.ts'
import type { Edition } from './assemble.ts'
import { paperPress } from './assemble-paper.ts'
import type { Settings } from './press.ts'

/** The id of the scope note's template. It is printed alone, never as one of a pack. */
export const scopeNoteId = 'scope-note'

/** Makes the note: which exclusion, why, what to use instead, and what is worth thinking about all the same. */
export function assembleScopeNote(settings: Settings, answers: Answers, edition: Edition): Document {
  const template = settings.library.papers.find(paper => paper.id === scopeNoteId)
  const conditions = deriveConditions(answers.intake, answers.stateOf)
  const facts = agreementFacts(answers, settings.interpretations.readings)
  const document = template && paperPress(settings, answers, facts, conditions)(template, edition, false)
  if (!document) throw new InternalError('The library has no scope note for an arrangement outside the Code.')
  const lines = document.cover.lines.filter(({ label }) => label === 'Reference')
  return {
    ...document,
    properties: { ...document.properties, subject: 'Scope of the Code of Practice' },
    cover: { ...document.cover, lines, notice: [] },
  }
}
