/** `concordat register`: a folder of intakes in, the partnership register over all of them out, in every format. */

import { findIntakes, isFolder } from '../batch/patterns.ts'
import { figures } from '../figures.ts'
import { type Finding, isClean, type Outcome } from '../findings/finding.ts'
import { toJson } from '../findings/report-json.ts'
import { formatDate } from '../intake/format.ts'
import { sha256 } from '../output/record.ts'
import type { Written } from '../output/write-set.ts'
import type { LeftOut } from '../register/entry.ts'
import { makeRegister, type Register } from '../register/register.ts'
import { type RegisterWording, readRegisterWording } from '../register/wording.ts'
import { program } from '../version.ts'
import type { World } from '../world.ts'
import { exits } from './exits.ts'
import { registerFiles } from './register-files.ts'
import { type RegisterOptions, readForRegister, registerSettings } from './register-reading.ts'
import { type Loaded, loadSettings } from './settings.ts'
import { counted, describe, describeOpenSettings, describeSettings } from './speech.ts'
import { writeWhole } from './write-whole.ts'

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
  const isThere = isFolder(folder, world.cwd)
  const files = isThere ? findIntakes(folder, world.cwd, options.out) : []
  if (files.length === 0) {
    const what = isThere ? `There is no intake below ${folder}` : `${folder} is no folder`
    world.err(`${what}. Name the folder that holds your intake files (.yaml or .yml).`)
    return exits.wrongUsage
  }
  const chosen = registerSettings(loaded, options.asAt)
  const read = await readForRegister(world, loaded, files, options)
  const made = makeRegister(read.entries, read.leftOut, chosen)
  const result = await writeWhole(
    world,
    options.out,
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
  if (options.json) world.out(JSON.stringify(asJson(made, result, settings.findings), null, 2))
  else {
    tell(world, loaded, made, wording.value, read.leftOut, result)
    if (settings.findings.length > 0)
      world.err(describeOpenSettings(world, settings.findings, loaded.council))
  }
  if (!isClean(result.findings) || read.leftOut.some(({ isRight }) => !isRight)) return exits.badIntake
  return result.value?.some(w => w.how === 'kept') ? exits.leftAlone : exits.done
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
  if (!isClean(findings)) return
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
