/** Intakes and patterns in, a command done for each out, by workers where that pays; progress, results in order, a summary. */
import { findFiles } from '../../batch/files.ts'
import { toJson } from '../../findings/report-json.ts'
import { foldersByIntake } from '../../output/up-to-date.ts'
import type { World } from '../../world.ts'
import { exits } from '../exits.ts'
import type { RuleSources } from '../rule-settings.ts'
import { describe, describeOpenSettings, describeSettings } from '../speech.ts'
import { doAll, jobsFor } from './do-all.ts'
import type { BatchOptions, Job, JobName } from './job.ts'
import { startTelling } from './telling.ts'

/** So few intakes are done sooner than a worker has started. */
const worthAWorker = 8

/** Does a command for each intake and gives the exit code. One that fails leaves the others as they are. */
export async function runBatch<O extends BatchOptions, S extends RuleSources>(
  world: World,
  name: JobName | undefined,
  job: Job<O, S>,
  given: readonly string[],
  options: O,
): Promise<number> {
  const settings = await job.load(world)
  if (!settings.value) {
    if (options.json)
      world.out(
        JSON.stringify({ ...toJson(settings.findings), ...job.head?.(options, []), [job.list]: [] }, null, 2),
      )
    else world.err(describeSettings(world, settings.findings))
    return exits.badIntake
  }
  const { files, unmatched } = await findFiles(given, world.cwd)
  for (const pattern of unmatched) world.err(describe(world, [noMatch(pattern)], new Map(), undefined))
  const isOneOfMany = files.length > 1
  if (isOneOfMany) world.expectLongRun()
  const known =
    isOneOfMany && !options.force && options.out !== undefined
      ? foldersByIntake(world.path(options.out))
      : new Map<string, string>()
  const tasks = files.map((file, index) => ({ index, file }))
  const telling = startTelling(
    world,
    tasks.length,
    options.json ? { list: job.list, head: job.head?.(options, settings.findings) ?? {} } : undefined,
  )
  let isStopped = false
  const takeBack = isOneOfMany
    ? world.onInterrupt(() => {
        isStopped = true
        telling.say('Stopping when the intakes under way are done; Ctrl-C again stops at once.')
      })
    : () => undefined
  const work = {
    world,
    name,
    job,
    settings: settings.value,
    options,
    known,
    tasks,
    telling,
    isStopped: () => isStopped,
  }
  try {
    await doAll(work, jobsFor(options, tasks.length, worthAWorker))
  } finally {
    takeBack()
  }
  const code = telling.end(isStopped)
  const open = settings.findings.filter(finding => job.isTold?.(finding, options) ?? false)
  if (open.length > 0 && !options.json) world.err(describeOpenSettings(world, open, settings.value.council))
  if (isStopped) return exits.interrupted
  return code === exits.done && unmatched.length > 0 ? exits.badIntake : code
}

const noMatch = (pattern: string) => ({
  code: 'RUN-03' as const,
  severity: 'error' as const,
  message: `No file matches ${pattern}.`,
  hint: 'Look at the pattern and the folder you are in.',
})
