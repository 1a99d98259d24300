/** Two versions of one agreement in; redline, schedule of changes and instrument of variation out, checked and rendered. */
import { itemsPaired } from '../document/compare/counted-items.ts'
import type { Document } from '../document/nodes.ts'
import { numberDocument } from '../document/number.ts'
import type { Answers } from '../intake/answers.ts'
import { deriveConditions } from '../intake/conditions.ts'
import { clauseNames } from '../pack/clauses.ts'
import { type Printer, printerFor } from '../provisions/assemble.ts'
import { renderDocx } from '../render/docx/index.ts'
import { type AnswerChange, answerChanges, printedAnswerChanges } from './answer-changes.ts'
import { causesByPrinting } from './causes.ts'
import { type TextChange, textChanges } from './changes.ts'
import { differencesIn, isRecord, type Step, stepsBetween } from './differences.ts'
import { effectsOf } from './effects.ts'
import { type Compare, makeRedline } from './redline.ts'
import { renumberedIn } from './renumbered.ts'
import { type Repeat, repeatsFor } from './repeats.ts'
import { type AmendmentRequest, conflictsIn } from './request.ts'
import { scheduleOfChanges } from './schedule-of-changes.ts'
import { makeVariation } from './variation.ts'

export type { AmendmentRequest } from './request.ts'

/** A Word file to be written. */
export interface AmendmentFile {
  readonly name: string
  readonly document: Document
  readonly bytes: Uint8Array
}

export interface Amendment {
  /** False when both versions read the same: then there is nothing to write, and no variation is needed. */
  readonly isChanged: boolean
  /** Before against after, with every difference as a tracked change. */
  readonly marked: Document
  readonly changes: readonly TextChange[]
  readonly answers: readonly AnswerChange[]
  readonly repeats: readonly Repeat[]
  /** Redline, schedule of changes and, of a signed agreement, the instrument of variation; none when nothing changed. */
  readonly files: readonly AmendmentFile[]
  /** The name of the instrument of variation, where there is one. */
  readonly varies?: string
  /** Why there is no redline, although something changed, or why it is coarse. */
  readonly fault?: string
  /** What of the redline is shown coarser than word by word. */
  readonly coarse: readonly string[]
}

/** Makes everything that goes with the next version, except that version itself. `compare` makes the marks of the redline. */
export function makeAmendment(request: AmendmentRequest, compare?: Compare): Amendment {
  const { after, settings, author, date } = request
  const before = { ...request.before, document: itemsPaired(request.before.document, after.document) }
  const { style } = settings
  const { marked, bytes, untracked, coarse, fault } = makeRedline(
    before.document,
    after.document,
    { author, date, style },
    compare,
  )
  const steps = stepsBetween(before.document, after.document)
  const answers = before.answers
    ? answerChanges(before.answers, after.answers, {
        before: conflictsIn(before),
        after: conflictsIn(after),
      })
    : before.isAsTyped
      ? []
      : printedAnswerChanges(before.document, after.document)
  const changes = changesBetween(request, steps, answers)
  const renumbered = renumberedIn(before.document, after.document)
  if (changes.length === 0 && renumbered.length === 0)
    return { isChanged: false, marked, changes, answers, repeats: [], files: [], coarse }
  const nameOf = clauseNames(after.document, numberDocument(after.document))
  const { intake } = after.answers
  const repeats = repeatsFor(intake, changes, nameOf)
  const schedule = scheduleOfChanges({
    properties: after.document.properties,
    before: before.document.properties.version,
    intake,
    changes,
    answers,
    knowsAnswers: before.answers !== undefined,
    isAsTyped: before.isAsTyped === true,
    renumbered,
    effects: effectsOf(before, after, settings.interpretations.readings),
    repeats,
    untracked: [...coarse, ...untracked],
  })
  const variation = makeVariation(request, steps, renumbered)
  const file = (name: string, document: Document): AmendmentFile => ({
    name,
    document,
    bytes: renderDocx(document, numberDocument(document), style),
  })
  return {
    isChanged: true,
    ...(variation && { varies: variation.name }),
    ...(fault !== undefined && { fault }),
    coarse,
    marked,
    changes,
    answers,
    repeats,
    files: [
      ...(bytes ? [{ name: 'partnership-agreement-redline.docx', document: marked, bytes }] : []),
      file('schedule-of-changes.docx', schedule),
      ...(variation ? [file(variation.name, variation.document)] : []),
    ],
  }
}

/** The changes of the text that some steps make, each with its causes among the answers that changed. */
export function changesBetween(
  request: AmendmentRequest,
  steps: readonly Step[],
  answers: readonly AnswerChange[],
): readonly TextChange[] {
  const { before, after, settings } = request
  return textChanges(
    steps.filter(step => !isRecord(step)),
    {
      answers,
      library: settings.library,
      ...(before.answers && {
        conditionsBefore: conditionsOf(before.answers),
        causes: causesByPrinting(before.answers, after.answers, answers, printing(request), after.document),
      }),
      conditionsAfter: conditionsOf(after.answers),
      isFromWording: wordingSteps(request),
      isMoved: request.library?.isMoved ?? (() => false),
    },
  )
}

/** Prints an agreement as the newer version is printed, from other answers. */
const printing =
  ({ settings, after }: AmendmentRequest) =>
  (answers: Answers): Printer =>
    printerFor(settings, answers, after.document.properties, conflictsIn(after))

const conditionsOf = ({ intake, stateOf }: Answers) => deriveConditions(intake, stateOf)

/** Tells the steps that the library's newer wording alone makes: those that the old answers make too, printed today. */
function wordingSteps({ before, library }: AmendmentRequest): (step: Step) => boolean {
  if (!library?.reprinted) return () => false
  const known = new Set(differencesIn(stepsBetween(before.document, library.reprinted)).map(keyOf))
  return step => known.has(keyOf(step))
}

const keyOf = ({ before, after }: Step): string =>
  JSON.stringify([before?.item ?? '', before?.steady ?? '', after?.item ?? '', after?.steady ?? ''])
