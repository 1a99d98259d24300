/** `concordat check`: intake files in, everything that is missing or wrong said; nothing written. */
import { type Finding, isClean, type Owner, type Stage, stages } from '../findings/finding.ts'
import { ownerOf } from '../findings/group.ts'
import { report } from '../findings/report.ts'
import { reportByStage } from '../findings/report-by-stage.ts'
import { toJson } from '../findings/report-json.ts'
import { reportForOwner } from '../findings/report-owner.ts'
import type { Answers } from '../intake/answers.ts'
import { formatDate } from '../intake/format.ts'
import { isOutsideTheCode, withoutAgreementQuestions } from '../intake/scope.ts'
import { hasApprovedContent } from '../pack/lapsed-approvals.ts'
import type { World } from '../world.ts'
import type { BatchOptions, Job } from './batch/job.ts'
import { runBatch } from './batch/run-batch.ts'
import { exits } from './exits.ts'
import { findAll, findByRules } from './find-all.ts'
import { glanceAtAttachments } from './pack-attachments.ts'
import { readIntake } from './read-intake.ts'
import type { RuleSources } from './rule-settings.ts'
import { loadRuleSources } from './rule-sources.ts'
import { paintFor } from './speech.ts'

export interface CheckOptions extends BatchOptions {
  /** Only what stops this stage or an earlier one. */
  readonly stage?: Stage
  /** Only what this person must act on. */
  readonly owner?: Owner
}

interface Checked {
  readonly file: string
  /** The partnership's name, or the file's where it has none. */
  readonly subject: string
  readonly text: string
  /** Whether the file could be read as an intake. */
  readonly isRead: boolean
  /** Whether the Code leaves the arrangement out. */
  readonly isOutside: boolean
  readonly findings: readonly Finding[]
}

/** Checks each intake against its form and the Code's rules, and gives the exit code. */
export const check = (world: World, files: readonly string[], options: CheckOptions): Promise<number> =>
  runBatch(world, 'check', checkJob, files, options)

/** Checks one intake. */
export const checkJob: Job<CheckOptions, RuleSources> = {
  list: 'intakes',
  load: async world => loadRuleSources(world),
  head: (options, found) => ({
    asAt: options.asAt,
    settings: toJson(found.filter(f => isWanted(f, options))).findings,
  }),
  isTold: isWanted,
  run: async ({ world, settings, options }, file) => {
    const checked = await checkOne(world, settings, file, options)
    const { version: _, ...report } = toJson(checked.findings)
    return {
      file,
      result: 'checked',
      exit: isClean(checked.findings) ? exits.done : exits.badIntake,
      out: options.json ? '' : tell(world, checked, settings, options),
      err: '',
      counts: report.counts,
      ...(options.json && { json: { intake: file, ...report } }),
    }
  },
}

async function checkOne(
  world: World,
  settings: RuleSources,
  file: string,
  options: CheckOptions,
): Promise<Checked> {
  const { text, value, findings } = readIntake(world, file)
  const ruled = value ? findByRules(settings, value, options.asAt) : []
  const all = value
    ? findAll(value, findings, ruled, await approvedAgreement(world, value, ruled, options))
    : findings
  const isOutside = value !== undefined && isOutsideTheCode(value, settings.interpretations.readings)
  const attached = value && !isOutside ? await glanceAtAttachments(world, value) : []
  return {
    file,
    subject: value?.intake.name ?? file,
    text,
    isRead: value !== undefined,
    isOutside,
    findings: [...(isOutside ? withoutAgreementQuestions(all) : all), ...attached].filter(f =>
      isWanted(f, options),
    ),
  }
}

/** The agreement, where an approval must be held against it. Nothing else that is checked needs the wording loaded. */
async function approvedAgreement(
  world: World,
  answers: Answers,
  ruled: readonly Finding[],
  { asAt }: CheckOptions,
) {
  if (!hasApprovedContent(answers)) return undefined
  const { loadSettings } = await import('./settings.ts')
  const { makeAgreement } = await import('./agreement.ts')
  const { value } = await loadSettings(world)
  return value && makeAgreement(value, answers, asAt, ruled)
}

/** What stops the file from being read stands before every stage. */
function isWanted(finding: Finding, { owner, stage }: CheckOptions): boolean {
  if (owner !== undefined && ownerOf(finding) !== owner) return false
  if (stage === undefined || finding.stage === undefined) return true
  return stages.indexOf(finding.stage) <= stages.indexOf(stage)
}

const outside =
  'The Code does not cover this arrangement, so concordat draft writes a scope note and no agreement. Why is said under SCOPE.\nThe questions that only an agreement needs are not listed.'

function tell(world: World, checked: Checked, settings: RuleSources, options: CheckOptions): string {
  const { file, subject, text, findings } = checked
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
  const scope = checked.isOutside ? `${outside}\n\n` : ''
  return `${file}, as at ${formatDate(options.asAt)}\n\n${scope}${reportByStage(findings, { ...shown, owners: titles })}`
}
