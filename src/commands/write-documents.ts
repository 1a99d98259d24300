/** An intake file in, a set of documents written out, and what came of it. The way of every command that writes documents. */
import { basename, extname, join } from 'node:path'
import type { Finding } from '../findings/finding.ts'
import { isClean } from '../findings/finding.ts'
import { countFindings } from '../findings/report.ts'
import { toJson } from '../findings/report-json.ts'
import type { Answers } from '../intake/answers.ts'
import { textForReport } from '../intake/reading/decode.ts'
import { safeName } from '../output/names.ts'
import { sha256, versionName } from '../output/record.ts'
import { recordIfUpToDate } from '../output/up-to-date.ts'
import type { OutputFile, SetRecord, Written } from '../output/write-set.ts'
import { program } from '../version.ts'
import type { World } from '../world.ts'
import {
  type BatchOptions,
  countBySeverity,
  type Desk,
  type Done,
  type Job,
  type Result,
} from './batch/job.ts'
import { exits } from './exits.ts'
import { readIntake } from './read-intake.ts'
import { type Loaded, loadSettings } from './settings.ts'
import { counted, describe } from './speech.ts'
import { writeWhole } from './write-whole.ts'

export interface WriteOptions extends BatchOptions {
  readonly out: string
  /** Say only how many questions are open, not which. */
  readonly brief?: boolean
}

/** An intake that has been read. */
export interface ReadIntake {
  readonly file: string
  readonly answers: Answers
  /** The text of the file. */
  readonly text: string
  /** What reading it said, the open questions among it. */
  readonly findings: readonly Finding[]
}

/** The documents of one intake. */
export interface Made {
  /** None when something forbids to write, which a finding then says. */
  readonly files: readonly OutputFile[]
  /** What was found besides what reading said. */
  readonly findings: readonly Finding[]
  /** Answers that conflict: as with an open question, the place is marked and the documents are written all the same. */
  readonly marked?: readonly Finding[]
  /** Which of the open questions matter for these documents; all, if left out. */
  readonly asked?: (findings: readonly Finding[]) => readonly Finding[]
  /** What the record of the folder keeps besides the hashes. */
  readonly record: Pick<
    SetRecord,
    'version' | 'pack' | 'edited' | 'carriesEdits' | 'leave' | 'notMade' | 'endsPack'
  >
  /** Other files that decided the documents. With any, the next run makes them anew, since the intake alone does not tell. */
  readonly also?: readonly string[]
  /** One more line for the person at the terminal. */
  readonly remark?: string
}

export interface Writing<O extends WriteOptions> {
  /** What decides the documents besides the intake, the library and the program: the command, and options that matter. */
  readonly madeBy: (options: O, asAtCounts: boolean) => string
  readonly make: (settings: Loaded, read: ReadIntake, options: O, world: World) => Made | Promise<Made>
  /** Whether the as-at date is in the documents of an intake. */
  readonly asAtCounts: (answers: Answers, asAt: string) => boolean
}

const referenceOf = ({ intake }: Answers): string => intake.reference ?? intake.name ?? ''

/** The folder of a partnership. A reference without a Latin letter or digit leaves no name: the intake file's stands in. */
export const folderName = (file: string, answers: Answers): string =>
  safeName(referenceOf(answers), safeName(basename(file, extname(file)), 'partnership'))

/** Where the program keeps files of its own, of which nobody is told. */
const ownFolder = versionName('').split('/')[0]!

/** The job of a command that writes documents. */
export function writingJob<O extends WriteOptions>(writing: Writing<O>): Job<O> {
  return {
    list: 'documents',
    load: loadSettings,
    run: async (desk, file) =>
      (await leaveAsItIs(writing, desk, file)) ?? (await writeOne(writing, desk, file)),
  }
}

/** What came of an intake whose documents stand as they would be written now; undefined when they do not. */
async function leaveAsItIs<O extends WriteOptions>(
  { madeBy }: Writing<O>,
  desk: Desk<O>,
  file: string,
): Promise<Done | undefined> {
  const { world, settings, options, known } = desk
  if (known.size === 0) return undefined
  let bytes: Uint8Array
  try {
    bytes = world.read(file)
  } catch {
    return undefined
  }
  const hash = sha256(textForReport(bytes))
  const folder = known.get(hash)
  if (folder === undefined) return undefined
  const shown = join(options.out, folder)
  const inputs = { program, templates: settings.templatesHash }
  const record = [true, false]
    .map(asAtCounts => ({ ...inputs, made: madeBy(options, asAtCounts) }))
    .map(all => recordIfUpToDate(world.path(shown), hash, all))
    .find(found => found !== undefined)
  if (!record || (await desk.claim(folder)) !== undefined) return undefined
  const written = Object.keys(record.files)
    .filter(name => !name.startsWith(ownFolder))
    .map(name => ({ path: join(shown, name), how: 'unchanged' as const }))
  const { open: gap = 0, conflicts } = record
  return doneWith(desk, file, '', { written, findings: [], known: { ...conflicts, gap } })
}

async function writeOne<O extends WriteOptions>(
  writing: Writing<O>,
  desk: Desk<O>,
  file: string,
): Promise<Done> {
  const { world, settings, options } = desk
  const read = readIntake(world, file)
  const none = (findings: readonly Finding[]) => doneWith(desk, file, read.text, { written: [], findings })
  if (!read.value) return none(read.findings)
  const reference = referenceOf(read.value)
  const folder = folderName(file, read.value)
  const other = await desk.claim(folder)
  if (other !== undefined)
    return none([...read.findings, sameReference(file, other, join(options.out, folder))])
  const made = await writing.make(
    settings,
    { file, answers: read.value, text: read.text, findings: read.findings },
    options,
    world,
  )
  const findings = [...(made.asked?.(read.findings) ?? read.findings), ...made.findings]
  if (made.files.length === 0) return none(findings)
  await world.heedInterrupt()
  const result = await writeWhole(world, options.out, folder, made.files, {
    format: 1,
    program,
    // An intake that names nothing yet is known by its file, as its folder is.
    reference: reference === '' ? basename(file) : reference,
    intake: { file, sha256: sha256(read.text) },
    templates: settings.templatesHash,
    made: [writing.madeBy(options, writing.asAtCounts(read.value, options.asAt)), ...(made.also ?? [])].join(
      ', ',
    ),
    open: countBySeverity(findings).gap,
    ...(made.marked && made.marked.length > 0 && { conflicts: countBySeverity(made.marked) }),
    ...made.record,
  })
  const written = result.value ?? []
  return doneWith(desk, file, read.text, {
    written,
    findings: [...findings, ...result.findings],
    ...(made.marked && { marked: made.marked }),
    ...(made.remark === undefined ? {} : { remark: made.remark }),
  })
}

interface Outcome {
  readonly written: readonly Written[]
  readonly findings: readonly Finding[]
  /** How much was found when the documents were made, where they stand as they were and the findings do not say. */
  readonly known?: Partial<Done['counts']>
  readonly remark?: string
  /** Findings that are told, but are no reason to call the run a failure. */
  readonly marked?: readonly Finding[]
}

function doneWith(desk: Desk<WriteOptions>, file: string, text: string, outcome: Outcome): Done {
  const { written, known, marked = [] } = outcome
  const findings = [...outcome.findings, ...marked]
  const counts = countBySeverity(findings)
  const isKept = written.some(w => w.how === 'kept')
  return {
    file,
    result: resultOf(written),
    exit: !isClean(outcome.findings) ? exits.badIntake : isKept ? exits.leftAlone : exits.done,
    ...(desk.options.json ? { out: '', err: '' } : tell(desk, file, text, { ...outcome, findings })),
    counts: { ...counts, ...known },
    ...(desk.options.json && { json: { intake: file, written, ...toJson(findings) } }),
  }
}

function resultOf(written: readonly Written[]): Result {
  if (written.length === 0) return 'nothing written'
  if (written.some(w => w.how === 'kept')) return 'left alone'
  return written.every(w => w.how === 'unchanged') ? 'unchanged' : 'written'
}

const sameReference = (file: string, other: string, folder: string): Finding => ({
  code: 'OUT-05',
  severity: 'error',
  message: `${file} would be written into ${folder}, where ${other} was just written.`,
  hint: 'Give each partnership its own reference.',
})

/** What a person reads of one intake. Among many, the open questions are only counted. */
function tell(
  { world, settings, options, isOneOfMany }: Desk<WriteOptions>,
  file: string,
  text: string,
  { written, findings, remark, marked = [] }: Outcome,
): Pick<Done, 'out' | 'err'> {
  const isBrief = options.brief || isOneOfMany
  const shown = isBrief ? findings.filter(f => f.severity !== 'gap') : findings
  const said = describe(world, shown, new Map([[file, text]]), settings.council)
  const gaps = findings.filter(f => f.severity === 'gap').length
  const err = [
    ...(said === '' ? [] : [`\n${said}`]),
    ...(written.length === 0 ? [`Nothing was written for ${file}: ${countFindings(findings)}.`] : []),
    ...(written.length > 0 && marked.length > 0
      ? ['Where answers conflict, the documents mark the place and print neither.']
      : []),
    ...(written.length > 0 && remark !== undefined ? [remark] : []),
    ...(written.length > 0 && gaps > 0 && !isOneOfMany
      ? [
          `${counted(gaps, 'question')} still to answer. Each is marked in yellow in the draft, or stops a later stage.`,
        ]
      : []),
  ]
  const out = written.map(w => `${w.how === 'unchanged' ? 'unchanged' : 'wrote'} ${w.path}`)
  return { out: out.join('\n'), err: err.join('\n') }
}
