/** Intake files in, a set of documents for each out; one that fails leaves the others as they are. Says what came of each. */
import { basename, extname, join } from 'node:path'
import type { Finding } from '../findings/finding.ts'
import { isClean } from '../findings/finding.ts'
import { countFindings } from '../findings/report.ts'
import { toJson } from '../findings/report-json.ts'
import type { Answers } from '../intake/answers.ts'
import { safeName } from '../output/names.ts'
import { sha256 } from '../output/record.ts'
import { type OutputFile, type SetRecord, type Written, writeSet } from '../output/write-set.ts'
import { program } from '../version.ts'
import type { World } from '../world.ts'
import { readIntake } from './agreement.ts'
import { exits } from './exits.ts'
import { type Loaded, loadSettings } from './settings.ts'
import { counted, describe, describeSettings } from './speech.ts'

export interface WriteOptions {
  readonly out: string
  readonly asAt: string
  readonly json?: boolean
  /** Say only how many questions are open, not which. */
  readonly brief?: boolean
}

/** An intake that has been read. */
export interface ReadIntake {
  readonly file: string
  /** The text of the file. */
  readonly text: string
  readonly answers: Answers
  /** What reading it said, the open questions among it. */
  readonly findings: readonly Finding[]
}

/** The documents of one intake. */
export interface Made {
  /** None when something forbids to write, which a finding then says. */
  readonly files: readonly OutputFile[]
  /** What was found besides what reading said. */
  readonly findings: readonly Finding[]
  /** What the record of the folder keeps besides the hashes. */
  readonly record: Pick<SetRecord, 'version' | 'pack'>
  /** One more line for the person at the terminal. */
  readonly remark?: string
}
export type Make = (settings: Loaded, read: ReadIntake) => Made | Promise<Made>

interface Drafted {
  readonly file: string
  readonly text: string
  readonly written: readonly Written[]
  readonly findings: readonly Finding[]
  readonly remark?: string
}

/** Makes and writes the documents of each intake, and gives the exit code. */
export async function writeDocuments(
  world: World,
  files: readonly string[],
  options: WriteOptions,
  make: Make,
): Promise<number> {
  const settings = await loadSettings(world)
  if (!settings.value) {
    if (options.json) world.out(JSON.stringify({ documents: [], ...toJson(settings.findings) }, null, 2))
    else world.err(describeSettings(world, settings.findings))
    return exits.badIntake
  }
  const taken = new Map<string, string>()
  const all: Drafted[] = []
  for (const [i, file] of files.entries()) {
    if (files.length > 1 && !options.json) world.err(`[${i + 1}/${files.length}] ${file}`)
    const drafted = await writeOne(world, settings.value, file, options, taken, make)
    all.push(drafted)
    if (!options.json) tell(world, drafted, settings.value, options)
    // Lets Ctrl-C in between two files, when everything on disk is whole.
    await new Promise(resolve => setImmediate(resolve))
  }
  if (options.json)
    world.out(
      JSON.stringify(
        {
          version: 1,
          documents: all.map(d => ({ intake: d.file, written: d.written, ...toJson(d.findings) })),
        },
        null,
        2,
      ),
    )
  else if (files.length > 1) world.err(summary(all))
  if (all.some(d => !isClean(d.findings))) return exits.badIntake
  return all.some(d => d.written.some(w => w.how === 'kept')) ? exits.leftAlone : exits.done
}

async function writeOne(
  world: World,
  settings: Loaded,
  file: string,
  options: WriteOptions,
  taken: Map<string, string>,
  make: Make,
): Promise<Drafted> {
  const read = readIntake(world, file)
  const none = { file, text: read.text, written: [] }
  if (!read.value) return { ...none, findings: read.findings }
  const { intake } = read.value
  const reference = intake.reference ?? intake.name ?? ''
  // A reference without a single Latin letter or digit leaves no name: the intake's own stands in.
  const folder = safeName(reference, safeName(basename(file, extname(file)), 'partnership'))
  const other = taken.get(folder)
  if (other !== undefined)
    return { ...none, findings: [...read.findings, sameReference(file, other, join(options.out, folder))] }
  taken.set(folder, file)
  const made = await make(settings, { file, text: read.text, answers: read.value, findings: read.findings })
  const findings = [...read.findings, ...made.findings]
  if (made.files.length === 0) return { ...none, findings }
  const result = writeSet(world.path(options.out), folder, made.files, {
    format: 1,
    program,
    reference,
    intake: { file, sha256: sha256(read.text) },
    templates: settings.templatesHash,
    ...made.record,
  })
  return {
    file,
    text: read.text,
    written: result.value ?? [],
    findings: [...findings, ...result.findings],
    ...(made.remark === undefined ? {} : { remark: made.remark }),
  }
}

/** One line for each intake: what came of it and what is still open. */
const summary = (all: readonly Drafted[]): string =>
  [
    '',
    ...all.map(({ file, written, findings }) => {
      const open = findings.filter(f => f.severity === 'gap').length
      const left = open === 0 ? 'every question answered' : `${counted(open, 'question')} still to answer`
      return `${file}: ${written.length > 0 ? `written, ${left}` : 'nothing written'}`
    }),
  ].join('\n')

const sameReference = (file: string, other: string, folder: string): Finding => ({
  code: 'OUT-05',
  severity: 'error',
  message: `${file} would be written into ${folder}, where ${other} was just written.`,
  hint: 'Give each partnership its own reference.',
})

function tell(world: World, drafted: Drafted, settings: Loaded, options: WriteOptions): void {
  for (const w of drafted.written) world.out(`${w.how === 'unchanged' ? 'unchanged' : 'wrote'} ${w.path}`)
  const gaps = drafted.findings.filter(f => f.severity === 'gap')
  const shown = options.brief ? drafted.findings.filter(f => f.severity !== 'gap') : drafted.findings
  const text = describe(world, shown, new Map([[drafted.file, drafted.text]]), settings.council)
  if (text !== '') world.err(`\n${text}`)
  if (drafted.written.length === 0) {
    world.err(`Nothing was written for ${drafted.file}: ${countFindings(drafted.findings)}.`)
    return
  }
  if (drafted.remark !== undefined) world.err(drafted.remark)
  if (gaps.length > 0)
    world.err(
      `${counted(gaps.length, 'question')} still to answer. Each is marked in yellow in the draft, or stops a later stage.`,
    )
}
