/** What the file that came back says and the next version in; redline, schedule of changes and instrument of variation out. */
import { type Amendment, makeAmendment } from '../../amend/amendment.ts'
import type { LibraryMoves, Version } from '../../amend/request.ts'
import { rejectAll, resolveChanges } from '../../document/changes.ts'
import type { Line } from '../../document/merge/lines.ts'
import { documentTyped } from '../../document/merge/merge.ts'
import { settle } from '../../document/merge/settle.ts'
import type { Document } from '../../document/nodes.ts'
import type { Finding, Outcome } from '../../findings/finding.ts'
import { asRecorded } from '../../intake/as-recorded.ts'
import { agreementName, sha256 } from '../../output/record.ts'
import type { World } from '../../world.ts'
import { findAll, findByRules } from '../find-all.ts'
import { readIntake } from '../read-intake.ts'
import type { Loaded } from '../settings.ts'
import { counted } from '../speech.ts'
import type { ReadIntake } from '../write-documents.ts'
import type { Base } from './find-base.ts'
import { AUTHOR, type MergedFile } from './merge-returned.ts'

/** The answers that the file was drafted from, and what was found in them. */
export type OldAnswers = Pick<Version, 'answers' | 'findings'>

/**
 * Reads the intake as it was when the file was drafted. The Word file holds only what it prints, for a partner may open
 * it, so answers that it does not print can come from nowhere else.
 */
export function readOldAnswers(
  world: World,
  settings: Loaded,
  file: string,
  base: Base | undefined,
  asAt: string,
): Outcome<OldAnswers> {
  const { value, text, findings } = readIntake(world, file)
  if (!value) return { findings }
  const isOther = base?.intake !== undefined && base.intake !== sha256(text)
  return {
    value: {
      answers: asRecorded(value, asAt),
      findings: findAll(value, findings, findByRules(settings, value, asAt), undefined),
    },
    findings: isOther ? [otherIntake(file)] : [],
  }
}

/**
 * Makes the papers. A tracked change that is open is a proposal: the file did not say it yet, and the next version does not
 * until somebody settles it, so a deed must not recite it. Where an edit and an answer met, the answer counts.
 */
export function makePapers(
  settings: Loaded,
  { answers, findings }: ReadIntake,
  asAt: string,
  { merged, typed, hasFields }: MergedFile,
  base: Document | undefined,
  old: OldAnswers,
  library: LibraryMoves | undefined,
): Amendment {
  const { date } = merged.document.properties
  const { name: author } = settings.council
  const saidBy = (lines: readonly Line[]): Document =>
    documentTyped(base ?? merged.document, lines, { author, date }, hasFields)
  // A mark in plain text, such as a defined term, is no mark any more in a document, so marks are settled before there is one.
  // Without a base every word in the file counts as the older text, those that a tracked change inserted or struck out too.
  const older = base
    ? rejectAll(saidBy(settle(typed, 'reject')))
    : resolveChanges(saidBy(typed), change => (change.kind === 'inserted' ? 'accept' : 'reject'))
  return makeAmendment({
    before: { document: older, ...old, ...(base ? {} : { isAsTyped: true }) },
    after: {
      document: resolveChanges(merged.document, change => (change.author === AUTHOR ? 'accept' : 'reject')),
      answers,
      findings: findAll(answers, findings, findByRules(settings, answers, asAt), undefined),
    },
    ...(library && { library }),
    settings,
    author,
    date,
  })
}

/** What the person at the terminal reads of the papers. */
export function remarkOn({ isChanged, repeats, varies }: Amendment, hasOldAnswers: boolean): string {
  if (!isChanged)
    return 'No variation needed: the new version says what the file says. So there is no redline and no schedule of changes.'
  const asked = repeats.map(({ what }) => `  - ${what}`)
  return [
    ...(varies === undefined
      ? []
      : [
          `${agreementName} is the conformed agreement: the whole text as ${varies} varies it. It takes effect with that.`,
        ]),
    ...(asked.length > 0 ? [`${counted(asked.length, 'approval')} to seek again:`, ...asked] : []),
    ...(hasOldAnswers
      ? []
      : [
          'The schedule of changes knows the older answers only as they were printed. Give --before with the older intake for the change in money, risks and readiness too.',
        ]),
  ].join('\n')
}

const otherIntake = (file: string): Finding => ({
  code: 'BACK-13',
  severity: 'warning',
  message: `${file} is not as it was when the Word file was drafted from it, so the schedule of changes may name answers that changed before or since.`,
  hint: 'Give the intake as it was then, from a backup or from version control.',
})
