/** `concordat register`: a folder of intakes in, the partnership register over all of them out, in every format. */

import { join } from 'node:path'
import { findIntakes } from '../batch/patterns.ts'
import { figures } from '../findings/figures.ts'
import { type Finding, isClean, type Outcome } from '../findings/finding.ts'
import { toJson } from '../findings/report-json.ts'
import { asRecorded } from '../intake/as-recorded.ts'
import { formatDate } from '../intake/format.ts'
import { runRules } from '../intake/rules/run-rules.ts'
import { isOutsideTheCode } from '../intake/scope.ts'
import { safeName } from '../output/names.ts'
import { readRecord, sha256 } from '../output/record.ts'
import { type Written, writeSet } from '../output/write-set.ts'
import { contactsOf } from '../provisions/contacts.ts'
import { type Entry, enter, type LeftOut, type RegisterSettings } from '../register/entry.ts'
import { makeRegister, type Register } from '../register/register.ts'
import { type RegisterWording, readRegisterWording } from '../register/wording.ts'
import { program } from '../version.ts'
import type { World } from '../world.ts'
import { exits } from './exits.ts'
import { readIntake } from './read-intake.ts'
import { registerFiles } from './register-files.ts'
import { ruleSettings } from './rule-settings.ts'
import { type Loaded, loadSettings } from './settings.ts'
import { counted, describe, describeOpenSettings, describeSettings } from './speech.ts'

export interface RegisterOptions {
  readonly out: string
  readonly asAt: string
  readonly json?: boolean
}

/** The register's folder, beside those of the partnerships. */
const folderName = 'register'

/** Draws up the register of every intake below a folder, and gives the exit code. Bad intakes are listed; the rest go on. */
export async function register(world: World, folder: string, options: RegisterOptions): Promise<number> {
  const settings = await loadSettings(world)
  const wording = readRegisterWording(world.data('register/wording.yaml'))
  if (!settings.value || !wording.value) {
    world.err(describeSettings(world, [...settings.findings, ...wording.findings]))
    return exits.badIntake
  }
  const loaded = settings.value
  const files = findIntakes(folder, world.cwd, options.out)
  if (files.length === 0) {
    world.err(
      `There is no intake below ${folder}. Name the folder that holds your intake files (.yaml or .yml).`,
    )
    return exits.wrongUsage
  }
  const chosen = settingsFor(loaded, options.asAt)
  const read = readAll(world, loaded, chosen, files, options)
  const made = makeRegister(read.entries, read.leftOut, chosen)
  const result = writeSet(
    world.path(options.out),
    folderName,
    await registerFiles(world, loaded.style, made, wording.value, chosen),
    {
      format: 1,
      program,
      // Not a reference that a partnership could have: no intake can be written into this folder.
      reference: `${wording.value.title}, of all partnerships`,
      intake: { file: folder, sha256: sha256(read.hashes.join('\n')) },
      templates: loaded.templatesHash,
      made: `register as at ${options.asAt}`,
    },
  )
  world.noteWritten((result.value ?? []).filter(({ how }) => how !== 'unchanged').map(({ path }) => path))
  if (options.json) world.out(JSON.stringify(asJson(made, result, settings.findings), null, 2))
  else {
    tell(world, loaded, made, wording.value, read.leftOut, result)
    if (settings.findings.length > 0)
      world.err(describeOpenSettings(world, settings.findings, loaded.council))
  }
  if (!isClean(result.findings) || read.leftOut.some(({ isRight }) => !isRight)) return exits.badIntake
  return result.value?.some(w => w.how === 'kept') ? exits.leftAlone : exits.done
}

const settingsFor = (
  { council, law, code, interpretations, templatesHash }: Loaded,
  asAt: string,
): RegisterSettings => ({
  asAt,
  council: council.name,
  readings: interpretations.readings,
  templates: templatesHash,
  isLawInForce: id => law.instruments.get(id)?.isInForce === true,
  lawTitle: id => law.instruments.get(id)?.title ?? id,
  contacts: contactsOf(code, council),
  reportingFor: type => code.types.find(t => t.type === type)?.reporting,
})

interface Read {
  readonly entries: readonly Entry[]
  readonly leftOut: readonly LeftOut[]
  readonly hashes: readonly string[]
}

/** Reads the intakes one after another. Of two with one reference, the first by name is taken. */
function readAll(
  world: World,
  loaded: Loaded,
  settings: RegisterSettings,
  files: readonly string[],
  { out, json }: RegisterOptions,
): Read {
  const entries: Entry[] = []
  const leftOut: LeftOut[] = []
  const hashes: string[] = []
  const taken = new Map<string, string>()
  const rules = ruleSettings(loaded)
  for (const [index, file] of files.entries()) {
    if (world.isTerminal && !json && index % 10 === 0)
      world.status(`${index} of ${counted(files.length, 'intake')} read`)
    const { text, value, findings } = readIntake(world, file)
    hashes.push(sha256(text))
    const reference = value?.intake.reference
    const other = reference === undefined ? undefined : taken.get(reference)
    if (!value) leftOut.push({ file, why: firstError(findings) })
    else if (isOutsideTheCode(value, settings.readings))
      leftOut.push({
        file,
        why: 'The Code does not cover it, as its scope note says, so it is no partnership for the register.',
        isRight: true,
      })
    else if (other !== undefined)
      leftOut.push({
        file,
        why: `It has the reference ${reference}, as ${other} has. Give each partnership its own.`,
      })
    else {
      if (reference !== undefined) taken.set(reference, file)
      const drafted = recordOf(world.path(out), reference ?? value.intake.name)
      const found = [...findings, ...runRules(value, rules, settings.asAt)]
      entries.push(enter(asRecorded(value, settings.asAt), found, settings, drafted))
    }
  }
  return { entries, leftOut, hashes }
}

/** What the documents of a partnership were made from, if any stand in the output folder. */
function recordOf(out: string, reference: string | undefined): Entry['drafted'] {
  const folder = safeName(reference ?? '', '')
  const record = folder === '' ? undefined : readRecord(join(out, folder))
  if (!record || record.reference !== reference) return undefined
  return { templates: record.templates, program: record.program }
}

function firstError(findings: readonly Finding[]): string {
  const [first, ...others] = findings.filter(f => f.severity === 'error')
  const line = first?.place ? `line ${first.place.start.line}: ` : ''
  const more = others.length > 0 ? ` (and ${counted(others.length, 'more error')})` : ''
  return `${line}${(first?.message ?? 'it cannot be read').replace(/\.$/, '')}${more}`
}

type Result = Outcome<readonly Written[]>

function tell(
  world: World,
  { council }: Loaded,
  { asAt, sheets }: Register,
  wording: RegisterWording,
  leftOut: readonly LeftOut[],
  { value = [], findings }: Result,
): void {
  for (const w of value) world.out(`${w.how === 'unchanged' ? 'unchanged' : 'wrote'} ${w.path}`)
  const said = describe(world, findings, new Map(), council)
  if (said !== '') world.err(`\n${said}`)
  world.err(`\n${wording.drawn_up} ${formatDate(asAt)}:`)
  for (const { id, rows } of sheets)
    world.err(`${figures(rows.length).padStart(8)}  ${wording.sheets[id].title}`)
  if (leftOut.length > 0) world.err(`\n${counted(leftOut.length, 'intake')} left out:`)
  for (const { file, why } of leftOut) world.err(`  ${file}: ${why}`)
}

const asJson = (
  { asAt, sheets }: Register,
  { value = [], findings }: Result,
  settings: readonly Finding[],
) => ({
  version: 1,
  asAt,
  written: value,
  findings: toJson([...findings, ...settings]).findings,
  sheets: Object.fromEntries(
    sheets.map(({ id, columns, rows }) => [
      id,
      rows.map(row => Object.fromEntries(columns.map((c, i) => [c.id, row[i] ?? null]))),
    ]),
  ),
})
