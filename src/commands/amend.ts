/**
 * `concordat amend`: an intake and the Word file that came back in; the next version of the agreement out, with what was
 * written into the file by hand, and the papers that say what changed. What the file was drafted as is the base of all.
 */
import { join } from 'node:path'
import type { Amendment } from '../amend/amendment.ts'
import { contentHash } from '../document/content-hash.ts'
import type { Line } from '../document/merge/lines.ts'
import { openAuthors, type Verdict } from '../document/merge/settle.ts'
import type { Document } from '../document/nodes.ts'
import { isSame } from '../document/same-document.ts'
import type { Finding } from '../findings/finding.ts'
import { asRecorded } from '../intake/as-recorded.ts'
import { isConflict } from '../intake/rules/conflicting-paths.ts'
import { lineageOf } from '../output/lineage.ts'
import { sha256 } from '../output/record.ts'
import { openMarker } from '../output/target.ts'
import type { OutputFile } from '../output/write-set.ts'
import { draftBefore, relabelled } from '../provisions/edition.ts'
import { readReturned } from '../returned/read.ts'
import type { World } from '../world.ts'
import { type MadeAgreement, makeAgreement } from './agreement.ts'
import { agreementFiles, memoryOf } from './agreement-files.ts'
import { chooseBefore, chooseReturned } from './amend/choose-returned.ts'
import { findBase, trustIn } from './amend/find-base.ts'
import { leftoverFinding, mergeFindings } from './amend/findings.ts'
import { causeOf, withHistory, withoutHistory } from './amend/history.ts'
import { AUTHOR, type MergedFile, mergeReturned } from './amend/merge-returned.ts'
import { moveLibrary } from './amend/move-library.ts'
import { countedOn, labelInstead } from './amend/next-label.ts'
import { paperFindings } from './amend/other-papers.ts'
import { makePapers, readOldAnswers, remarkOn } from './amend/papers-of-amendment.ts'
import { commentsIn, contentsTyped, marginsTyped, strangerFindings } from './amend/strangers.ts'
import { runBatch } from './batch/run-batch.ts'
import { heedAttachments } from './pack-attachments.ts'
import { unreadable } from './read-intake.ts'
import type { Loaded } from './settings.ts'
import { folderName, type Made, type ReadIntake, type WriteOptions, writingJob } from './write-documents.ts'

export interface AmendOptions extends WriteOptions {
  /** The Word file that came back, or the folder of those that came back. They are only read. */
  readonly from: string
  /** The intake as it was when that file was drafted, or the folder of the intakes as they were. */
  readonly before?: string
  /** Settle every open tracked change first. */
  readonly verdict?: Verdict
  /** Carry only changed answers: provisions whose template moved on keep their older wording. */
  readonly keepWording?: boolean
  /** Count a place where two edits meet as an error. */
  readonly requireClean?: boolean
}

/** Makes the next version of an agreement. */
export const amendJob = writingJob<AmendOptions>({
  madeBy: ({ asAt, from, before, keepWording }) =>
    `amend from ${from}${before === undefined ? '' : ` before ${before}`}${keepWording ? ' with its wording kept' : ''} as at ${asAt}`,
  asAtCounts: () => true,
  make: makeNext,
})

/** Writes the next version of each intake's agreement, and gives the exit code. */
export function amend(world: World, files: readonly string[], options: AmendOptions): Promise<number> {
  // The file that comes back decides too, so what stands in the folder is never good enough unread.
  return runBatch(world, 'amend', amendJob, files, { ...options, force: true, brief: true })
}

const nothing = (findings: readonly Finding[]): Made => ({ files: [], findings, record: {} })

async function makeNext(
  settings: Loaded,
  given: ReadIntake,
  options: AmendOptions,
  world: World,
): Promise<Made> {
  const read = { ...given, answers: asRecorded(given.answers, options.asAt) }
  const { value: from, findings: unchosen } = chooseReturned(world, options.from, read)
  if (from === undefined) return nothing(unchosen)
  let bytes: Uint8Array
  try {
    bytes = world.read(from)
  } catch (error) {
    return nothing([unreadable(from, error)])
  }
  const { value: returned, findings: refused } = readReturned(bytes, from)
  if (!returned) return nothing(refused)

  const papers = paperFindings(returned, from)
  if (papers.length > 0) return nothing(papers)

  const folder = join(world.path(options.out), folderName(read.file, read.answers))
  const marker = openMarker(world.path(from))
  const fresh = makeAgreement(settings, read.answers, options.asAt, undefined, read.findings)
  const { made: today } = await heedAttachments(world, settings, read.answers, fresh)
  const base = findBase(returned, folder, from)
  const strangers = strangerFindings(returned, base, today.document, from, trustIn(returned, folder))
  if (strangers.some(finding => finding.severity === 'error')) return nothing(strangers)
  const old =
    options.before === undefined
      ? { value: {}, findings: [] }
      : readOldAnswers(world, settings, chooseBefore(world, options.before, read.file), base, options.asAt)
  if (!old.value) return nothing(old.findings)
  const moved = moveLibrary(settings, base, today, {
    intake: sha256(read.text),
    old: old.value,
    answers: read.answers,
    isKept: options.keepWording === true,
    file: from,
  })
  const recorded = moved.made.document.properties.version
  const taken =
    base && !sameText(base, moved.made) ? labelInstead(base.document.properties.version, recorded) : undefined
  const next =
    base === undefined
      ? moved.made
      : inOrder(moved.made, base.document, settings, taken, {
          date: options.asAt,
          cause: causeOf(base.document, read.answers.intake.amendments, {
            answers: base.intake !== sha256(read.text),
            library: moved.library !== undefined,
          }),
        })
  const { made, file } = mergeAsApproved(
    one => mergeReturned(returned, base, one, options.verdict),
    next,
    today,
    settings,
  )
  const { merged, theirs } = file
  const findings: Finding[] = [
    ...(marker === undefined ? [] : [openElsewhere(from, marker)]),
    ...strangers,
    ...(base?.findings ?? []),
    ...old.findings,
    ...moved.findings,
    ...(taken === undefined ? [] : [countedOn(taken, base!.document.properties.version, recorded)]),
    ...stillOpen(theirs, base !== undefined),
    ...(base ? [] : commentsIn(theirs).map(leftoverFinding)),
    ...mergeFindings(merged, options.requireClean === true),
    ...returned.leftovers.map(leftoverFinding),
    ...[...contentsTyped(returned, base, theirs), ...marginsTyped(returned, (base ?? made).document)].map(
      leftoverFinding,
    ),
  ]
  const isEdited = merged.edits.some(({ kind }) => kind !== 'retouched') || merged.conflicts.length > 0
  if (base && !isEdited && sameText(base, made)) return nothing([...findings, noVariation(from, findings)])

  const disputes = [...read.findings, ...today.conflicts].filter(isConflict)
  const amendment = makePapers(settings, read, options.asAt, file, base?.document, old.value, moved.library)
  const hash = sha256(bytes)
  const memory = memoryOf(made, settings, read.text, hash, moved.wordings)
  const files: readonly OutputFile[] = [...agreementFiles(merged, settings, memory), ...amendment.files]
  const names = files.map(({ name }) => name)
  const lineage = lineageOf(folder, base?.model, hash, world.path(from), names)
  return {
    files,
    findings: [
      ...findings,
      ...lineage.findings,
      ...redlineFindings(amendment),
      ...(amendment.varies && disputes.length > 0 ? [variationInDoubt(amendment.varies, disputes)] : []),
    ],
    marked: today.conflicts,
    record: {
      version: {
        model: memory.hash,
        label: made.document.properties.version,
        files: files.filter(({ own }) => !own).map(({ name }) => name),
        from: { model: base?.model ?? hash, file: hash },
      },
      // The papers go with the agreement: where it must stand beside an edited one, so must they.
      edited: isEdited ? files.filter(({ own }) => !own).map(({ name }) => name) : [],
      carriesEdits: lineage.carriesEdits,
      leave: lineage.leave,
    },
    remark: remarkOn(amendment, old.value.answers !== undefined),
  }
}

/** The next version under the name that it must have, with the history of those before it. */
function inOrder(
  { document, numbering }: MadeAgreement,
  before: Document,
  { library }: Loaded,
  label: string | undefined,
  row: { readonly date: string; readonly cause: string },
): MadeAgreement {
  const named = label === undefined ? document : relabelled(document, label, library.cover.notice)
  return {
    document: withHistory(named, before, label === undefined ? undefined : { ...row, label }),
    numbering,
  }
}

/**
 * The merge, under the name of a draft where what was approved for signature is not what it says: edits made by hand are in it,
 * or older wording, or marks that somebody has still to settle.
 */
function mergeAsApproved(
  merge: (next: MadeAgreement) => MergedFile,
  next: MadeAgreement,
  approved: MadeAgreement,
  { library }: Loaded,
): { readonly made: MadeAgreement; readonly file: MergedFile } {
  const file = merge(next)
  const draft = draftBefore(next.document.properties.version)
  if (draft === undefined || contentHash(file.merged.document) === contentHash(approved.document))
    return { made: next, file }
  const made = { ...next, document: relabelled(next.document, draft, library.cover.notice) }
  return { made, file: merge(made) }
}

/** Whether two documents read the same, whatever version they call themselves and whatever came before them. */
function sameText(a: MadeAgreement, b: MadeAgreement): boolean {
  const parts = ({ document }: MadeAgreement) => {
    const { cover, body } = withoutHistory(document)
    const lines = cover.lines.filter(({ label }) => label !== 'Version' && label !== 'Status')
    return [{ ...cover, lines, notice: [] }, body]
  }
  return isSame(parts(a), parts(b))
}

function stillOpen(lines: readonly Line[], isBased: boolean): readonly Finding[] {
  const authors = [...openAuthors(lines)].filter(author => author !== AUTHOR)
  if (authors.length === 0) return []
  return [
    {
      code: 'BACK-05',
      severity: 'note',
      message: isBased
        ? `Tracked changes by ${authors.join(', ')} are still open, and stay open in the new version. Redline, schedule of changes and any variation leave them aside.`
        : `Tracked changes by ${authors.join(', ')} are still open, and the new version has none of them. The redline strikes out what they inserted and what they deleted alike.`,
      hint: 'Settle them in Word, or run again with --accept or --reject.',
    },
  ]
}

/** A signed text must not be varied into one that says nothing where it said something. */
const variationInDoubt = (name: string, { length }: readonly Finding[]): Finding => ({
  code: 'CONF-03',
  severity: 'error',
  message: `${name} is not fit to be signed: ${length === 1 ? 'answers conflict' : `answers conflict in ${length} matters`}, and it would put a mark in place of what the signed agreement says.`,
})

const openElsewhere = (file: string, marker: string): Finding => ({
  code: 'BACK-17',
  severity: 'warning',
  message: `${file} is open in another program, so it was read as it was last saved.`,
  hint: `Save and close it there, and run again if anything was typed since. If nobody has it open, delete “${marker}” beside it.`,
})

function redlineFindings({ fault, coarse }: Amendment): readonly Finding[] {
  if (fault === undefined) return []
  if (coarse.length === 0) return [noRedline(fault)]
  return [
    {
      code: 'BACK-24',
      severity: 'warning',
      message: `The redline is coarse in places, for word by word it would not read as both versions: ${fault}. ${coarse.join(' ')}`,
      hint: 'It gives both texts exactly all the same. Please report this with both files.',
    },
  ]
}

const noRedline = (fault: string): Finding => ({
  code: 'BACK-16',
  severity: 'warning',
  message: `There is no redline: ${fault}. The next version and the schedule of changes are whole.`,
  hint: 'Compare the two files in Word meanwhile, and please report this with both of them.',
})

const noVariation = (file: string, findings: readonly Finding[]): Finding => ({
  code: 'BACK-12',
  severity: 'note',
  message: `No variation needed: ${file} says what the answers give, and nothing${
    findings.some(({ code }) => code === 'BACK-06') ? ' that could be carried over' : ''
  } was written into it by hand.`,
})
