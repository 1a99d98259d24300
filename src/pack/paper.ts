/** A pack's input in, the papers of the pack out, in order: each a numbered document with the name of its Word file. */
import type { Document } from '../document/nodes.ts'
import { type Numbering, numberDocument } from '../document/number.ts'
import { asRecorded } from '../intake/as-recorded.ts'
import { deriveConditions } from '../intake/conditions.ts'
import { conflictingPaths } from '../intake/rules/conflicting-paths.ts'
import { paperPress } from '../provisions/assemble-paper.ts'
import { conflictsAmong } from '../provisions/conflicts.ts'
import { scopeNoteId } from '../provisions/scope-note.ts'
import { packFacts } from './pack-facts.ts'
import type { PackRequest } from './pack-input.ts'
import { readinessOf } from './readiness.ts'

/** One paper of a pack. */
export interface Paper {
  /** The id of its template, such as `sign-off-checklist`. */
  readonly id: string
  /** The name of its Word file, such as `sign-off-checklist.docx`. */
  readonly file: string
  readonly document: Document
  readonly numbering: Numbering
  /** Whether what comes before the director’s decision must be one page. */
  readonly isOnePage: boolean
  /** Whether it is a form that partners fill in later, and so no paper for the director. */
  readonly isForm: boolean
}

/** The reports of a review and of the end: they go to every partner, and are blank when the pack is made. */
const forms: readonly string[] = ['annual-review', 'final-report']

/** What the director reads first, and may read alone. */
const summary = 'director-summary'

/** A form stands for itself: it says nothing of the pack, nor that it is for the Council alone. */
const withoutPack = (document: Document): Document => ({
  ...document,
  properties: {
    ...document.properties,
    subject: 'Report of the partnership',
    version: document.cover.kind,
    state: '',
  },
  cover: {
    ...document.cover,
    lines: document.cover.lines.filter(({ label }) => label === 'Reference'),
    notice: [],
  },
})

/** Makes the papers of a pack, without the agreement, in the order in which a director reads them. */
export function makePapers(request: PackRequest): readonly Paper[] {
  const { settings, agreement, findings } = request
  const answers = asRecorded(request.answers, request.asAt)
  const conditions = deriveConditions(answers.intake, answers.stateOf)
  const input = { ...request, answers, conditions }
  const readiness = readinessOf(findings)
  const conflicts = conflictsAmong(conflictingPaths(findings))
  const facts = packFacts(input, readiness, conflicts)
  const print = paperPress(settings, answers, facts, conditions, conflicts)
  const ofThePack = settings.library.papers.filter(template => template.id !== scopeNoteId)
  return ofThePack.flatMap(template => {
    const { id } = template
    const isForm = forms.includes(id)
    const printed = print(template, agreement.document.properties, readiness.isReady)
    const document = printed && isForm ? withoutPack(printed) : printed
    if (!document) return []
    const numbering = numberDocument(document)
    return [{ id, file: `${id}.docx`, document, numbering, isOnePage: id === summary, isForm }]
  })
}
