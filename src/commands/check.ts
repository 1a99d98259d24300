/** `concordat check`: intake files in, everything that is missing or wrong said; nothing written. */
import { type Finding, isClean, type Owner, type Stage, stages } from '../findings/finding.ts'
import { toJson } from '../findings/report-json.ts'
import { runRules } from '../intake/rules/run-rules.ts'
import type { World } from '../world.ts'
import { readIntake } from './agreement.ts'
import { exits } from './exits.ts'
import { ruleSettings } from './rule-settings.ts'
import { type Loaded, loadSettings } from './settings.ts'
import { counted, describe, describeSettings } from './speech.ts'

export interface CheckOptions {
  /** The day that counts as today. */
  readonly asAt: string
  readonly json?: boolean
  /** Only what stops this stage or an earlier one. */
  readonly stage?: Stage
  /** Only what this person must act on. */
  readonly owner?: Owner
}

/** Checks each intake against its form and the Code's rules, and gives the exit code. */
export async function check(world: World, files: readonly string[], options: CheckOptions): Promise<number> {
  const settings = await loadSettings(world)
  if (!settings.value) {
    world.err(describeSettings(world, settings.findings))
    return exits.badIntake
  }
  const all: { intake: string; findings: readonly Finding[] }[] = []
  for (const file of files) {
    const { text, findings } = findAll(world, settings.value, file, options.asAt)
    const wanted = findings.filter(f => isWanted(f, options))
    all.push({ intake: file, findings: wanted })
    if (options.json) continue
    const said = describe(world, wanted, new Map([[file, text]]), settings.value.council)
    world.out(said === '' ? `${file}: nothing is missing or wrong.` : said)
    const gaps = wanted.filter(f => f.severity === 'gap').length
    if (gaps > 0) world.out(`${file}: ${counted(gaps, 'question')} still to answer.`)
  }
  if (options.json)
    world.out(
      JSON.stringify(
        { version: 1, intakes: all.map(a => ({ intake: a.intake, ...toJson(a.findings) })) },
        null,
        2,
      ),
    )
  return all.every(a => isClean(a.findings)) ? exits.done : exits.badIntake
}

function findAll(world: World, settings: Loaded, file: string, asAt: string) {
  const { text, value, findings } = readIntake(world, file)
  const broken = value ? runRules(value, ruleSettings(settings), asAt) : []
  return { text, findings: [...findings, ...broken] }
}

function isWanted({ owner = 'officer', stage = 'in_principle' }: Finding, options: CheckOptions): boolean {
  if (options.owner !== undefined && owner !== options.owner) return false
  return options.stage === undefined || stages.indexOf(stage) <= stages.indexOf(options.stage)
}
