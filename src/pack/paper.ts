/** A pack's input in, the papers of the pack out, in order: each a numbered document with the name of its Word file. */
import type { Document } from '../document/nodes.ts'
import { type Numbering, numberDocument } from '../document/number.ts'
import { conflictingPaths } from '../intake/rules/conflicting-paths.ts'
import { paperPress } from '../provisions/assemble-paper.ts'
import { conflictsAmong } from '../provisions/conflicts.ts'
import { scopeNoteId } from '../provisions/scope-note.ts'
import { packFacts } from './pack-facts.ts'
import type { PackInput } from './pack-input.ts'
import { readinessOf } from './readiness.ts'

/** One paper of a pack. */
export interface Paper {
  /** The id of its template, such as `sign-off-checklist`. */
  readonly id: string
  /** The name of its Word file, such as `sign-off-checklist.docx`. */
  readonly file: string
  readonly document: Document
  readonly numbering: Numbering
}

/** Makes the papers of a pack, without the agreement, in the order in which a director reads them. */
export function makePapers(input: PackInput): readonly Paper[] {
  const { settings, answers, conditions, edition, findings } = input
  const readiness = readinessOf(findings)
  const conflicts = conflictsAmong(conflictingPaths(findings))
  const facts = packFacts(input, readiness, conflicts)
  const print = paperPress(settings, answers, facts, conditions, conflicts)
  const ofThePack = settings.library.papers.filter(template => template.id !== scopeNoteId)
  return ofThePack.flatMap(template => {
    const document = print(template, edition, readiness.isReady)
    return document
      ? [{ id: template.id, file: `${template.id}.docx`, document, numbering: numberDocument(document) }]
      : []
  })
}
