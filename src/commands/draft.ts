/** `concordat draft`: intake files in, a partnership agreement in Word for each out. */
import { basename, extname, join } from 'node:path'
import type { Finding } from '../findings/finding.ts'
import { isClean } from '../findings/finding.ts'
import { countFindings } from '../findings/report.ts'
import { toJson } from '../findings/report-json.ts'
import { safeName } from '../output/names.ts'
import { sha256 } from '../output/record.ts'
import { type Written, writeSet } from '../output/write-set.ts'
import { program } from '../version.ts'
import type { World } from '../world.ts'
import { makeAgreement, readIntake } from './agreement.ts'
import { agreementFiles, memoryOf } from './agreement-files.ts'
import { exits } from './exits.ts'
import { type Loaded, loadSettings } from './settings.ts'
import { counted, describe, describeSettings } from './speech.ts'

export interface DraftOptions {
  readonly out: string
  readonly asAt: string
  readonly json?: boolean
  /** Say only how many questions are open, not which. */
  readonly brief?: boolean
}

interface Drafted {
  readonly file: string
  readonly name: string
  readonly text: string
  readonly written: readonly Written[]
  readonly findings: readonly Finding[]
}

/** Drafts each intake; one that fails leaves the others as they are. Gives the exit code. */
export async function draft(world: World, files: readonly string[], options: DraftOptions): Promise<number> {
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
    const drafted = draftOne(world, settings.value, file, options, taken)
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

function draftOne(
  world: World,
  settings: Loaded,
  file: string,
  options: DraftOptions,
  taken: Map<string, string>,
): Drafted {
  const read = readIntake(world, file)
  const none = { file, name: file, text: read.text, written: [] }
  if (!read.value) return { ...none, findings: read.findings }
  const { intake } = read.value
  const reference = intake.reference ?? intake.name ?? ''
  // A reference without a single Latin letter or digit leaves no name: the intake's own stands in.
  const folder = safeName(reference, safeName(basename(file, extname(file)), 'partnership'))
  const other = taken.get(folder)
  if (other !== undefined)
    return { ...none, findings: [...read.findings, sameReference(file, other, join(options.out, folder))] }
  taken.set(folder, file)
  const made = makeAgreement(settings, read.value, options.asAt)
  const memory = memoryOf(made, settings, read.text)
  const result = writeSet(world.path(options.out), folder, agreementFiles(made, settings, memory), {
    format: 1,
    program,
    reference,
    intake: { file, sha256: sha256(read.text) },
    templates: settings.templatesHash,
    version: { model: memory.hash, label: made.document.properties.version },
  })
  return {
    file,
    name: intake.name ?? reference,
    text: read.text,
    written: result.value ?? [],
    findings: [...read.findings, ...result.findings],
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

function tell(world: World, drafted: Drafted, settings: Loaded, options: DraftOptions): void {
  for (const w of drafted.written) world.out(`${w.how === 'unchanged' ? 'unchanged' : 'wrote'} ${w.path}`)
  const gaps = drafted.findings.filter(f => f.severity === 'gap')
  const shown = options.brief ? drafted.findings.filter(f => f.severity !== 'gap') : drafted.findings
  const text = describe(world, shown, new Map([[drafted.file, drafted.text]]), settings.council)
  if (text !== '') world.err(`\n${text}`)
  if (drafted.written.length === 0) {
    world.err(`Nothing was written for ${drafted.file}: ${countFindings(drafted.findings)}.`)
    return
  }
  if (gaps.length > 0)
    world.err(
      `${counted(gaps.length, 'question')} still to answer. Each is marked in yellow in the draft, or stops a later stage.`,
    )
}
