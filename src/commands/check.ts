/** `concordat check`: intake files in, everything that is missing or wrong said; nothing written. */
import { type Finding, isClean, type Owner, type Stage, stages } from '../findings/finding.ts'
import { ownerOf } from '../findings/group.ts'
import { report } from '../findings/report.ts'
import { reportByStage } from '../findings/report-by-stage.ts'
import { toJson } from '../findings/report-json.ts'
import { reportForOwner } from '../findings/report-owner.ts'
import { formatDate } from '../intake/format.ts'
import { runRules } from '../intake/rules/run-rules.ts'
import type { World } from '../world.ts'
import { readIntake } from './agreement.ts'
import { exits } from './exits.ts'
import { ruleSettings } from './rule-settings.ts'
import { type Loaded, loadSettings } from './settings.ts'
import { describeSettings, paintFor } from './speech.ts'

export interface CheckOptions {
  /** The day that counts as today. */
  readonly asAt: string
  readonly json?: boolean
  /** Only what stops this stage or an earlier one. */
  readonly stage?: Stage
  /** Only what this person must act on. */
  readonly owner?: Owner
}

interface Checked {
  readonly intake: string
  /** The partnership's name, or the file's where it has none. */
  readonly subject: string
  readonly text: string
  /** Whether the file could be read as an intake. */
  readonly isRead: boolean
  readonly findings: readonly Finding[]
}

/** Checks each intake against its form and the Code's rules, and gives the exit code. */
export async function check(world: World, files: readonly string[], options: CheckOptions): Promise<number> {
  const settings = await loadSettings(world)
  if (!settings.value) {
    if (options.json)
      world.out(JSON.stringify({ ...toJson(settings.findings), asAt: options.asAt, intakes: [] }, null, 2))
    else world.err(describeSettings(world, settings.findings))
    return exits.badIntake
  }
  const all: Checked[] = []
  for (const file of files) {
    const checked = checkOne(world, settings.value, file, options)
    all.push(checked)
    if (!options.json) world.out(tell(world, checked, settings.value, options))
  }
  if (options.json)
    world.out(
      JSON.stringify(
        {
          version: 1,
          asAt: options.asAt,
          intakes: all.map(({ intake, findings }) => {
            const { version: _, ...report } = toJson(findings)
            return { intake, ...report }
          }),
        },
        null,
        2,
      ),
    )
  return all.every(a => isClean(a.findings)) ? exits.done : exits.badIntake
}

function checkOne(world: World, settings: Loaded, file: string, options: CheckOptions): Checked {
  const { text, value, findings } = readIntake(world, file)
  const broken = value ? runRules(value, ruleSettings(settings), options.asAt) : []
  return {
    intake: file,
    subject: value?.intake.name ?? file,
    text,
    isRead: value !== undefined,
    findings: [...findings, ...broken].filter(f => isWanted(f, options)),
  }
}

/** What stops the file from being read stands before every stage. */
function isWanted(finding: Finding, { owner, stage }: CheckOptions): boolean {
  if (owner !== undefined && ownerOf(finding) !== owner) return false
  if (stage === undefined || finding.stage === undefined) return true
  return stages.indexOf(finding.stage) <= stages.indexOf(stage)
}

function tell(world: World, checked: Checked, settings: Loaded, options: CheckOptions): string {
  const { intake: file, subject, text, findings } = checked
  const titles = settings.council.owners
  if (options.owner !== undefined)
    return reportForOwner(findings, {
      person: titles[options.owner],
      subject,
      file,
      day: formatDate(options.asAt),
    }).trimEnd()
  if (findings.length === 0) return `${file}: nothing is missing or wrong.`
  const shown = { texts: new Map([[file, text]]), paint: paintFor(world) }
  // No stage comes before the slips that keep the file from being read.
  if (!checked.isRead) return report(findings, shown)
  return `${file}, as at ${formatDate(options.asAt)}\n\n${reportByStage(findings, { ...shown, owners: titles })}`
}
