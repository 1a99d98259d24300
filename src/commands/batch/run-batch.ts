/** Intakes and patterns in, a command done for each out, by workers where that pays; progress, results in order, a summary. */
import { availableParallelism } from 'node:os'
import { keepClaims } from '../../batch/claims.ts'
import { findFiles } from '../../batch/files.ts'
import type { Task } from '../../batch/messages.ts'
import { runPool } from '../../batch/pool.ts'
import { toJson } from '../../findings/report-json.ts'
import { foldersByIntake } from '../../output/up-to-date.ts'
import type { World } from '../../world.ts'
import { exits } from '../exits.ts'
import type { RuleSources } from '../rule-settings.ts'
import { describe, describeOpenSettings, describeSettings } from '../speech.ts'
import type { BatchOptions, Desk, Done, Job, JobName, WorkerData } from './job.ts'
import { diedOver, runJob } from './run-job.ts'
import { startTelling, type Telling } from './telling.ts'

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
  const jobs = jobsFor(options, tasks.length)
  try {
    await (jobs > 0 && name && world.worker ? byWorkers(work, world.worker, jobs) : here(work, isOneOfMany))
  } finally {
    takeBack()
  }
  const code = telling.end(isStopped)
  const open = settings.findings.filter(finding => job.isTold?.(finding, options) ?? false)
  if (open.length > 0 && !options.json) world.err(describeOpenSettings(world, open, settings.value.council))
  if (isStopped) return exits.interrupted
  return code === exits.done && unmatched.length > 0 ? exits.badIntake : code
}

interface Work<O extends BatchOptions, S extends RuleSources> {
  readonly world: World
  /** What workers know the job by; a job without a name is done here. */
  readonly name: JobName | undefined
  readonly job: Job<O, S>
  readonly settings: S
  readonly options: O
  readonly known: ReadonlyMap<string, string>
  readonly tasks: readonly Task[]
  readonly telling: Telling
  readonly isStopped: () => boolean
}

/** How many workers; none when the work is done here. */
function jobsFor({ jobs }: BatchOptions, count: number): number {
  if (jobs !== undefined) return jobs > 1 ? jobs : 0
  return Math.min(availableParallelism(), Math.floor(count / worthAWorker))
}

/** One after another, in this thread. */
async function here<O extends BatchOptions, S extends RuleSources>(
  work: Work<O, S>,
  isOneOfMany: boolean,
): Promise<void> {
  const { world, job, settings, options, known, tasks, telling, isStopped } = work
  const claims = keepClaims()
  for (const task of tasks) {
    // Lets Ctrl-C in between two files, when everything on disk is whole.
    await new Promise(resolve => setImmediate(resolve))
    if (isStopped()) return
    const claim = (folder: string) => claims.claim(task, folder)
    const desk: Desk<O, S> = { world, settings, options, isOneOfMany, known, claim }
    telling.tell(await runJob(job, desk, task.file))
    claims.settle(task.index)
  }
}

function byWorkers<O extends BatchOptions, S extends RuleSources>(
  work: Work<O, S>,
  worker: URL,
  jobs: number,
): Promise<void> {
  const { world, name, options, known, tasks, telling, isStopped } = work
  const data: WorkerData = {
    job: name!,
    options,
    known,
    env: { ...world.env },
    cwd: world.cwd,
    isTerminal: world.isTerminal,
  }
  return runPool({
    worker,
    jobs,
    data,
    tasks,
    isStopped,
    onEnd: ended =>
      telling.tell('result' in ended ? (ended.result as Done) : diedOver(work, ended.task.file, ended.died)),
    onRetry: ({ file }, why) =>
      telling.say(`A worker stopped over ${file} (${why}); ${file} is tried again.`),
  })
}

const noMatch = (pattern: string) => ({
  code: 'RUN-03' as const,
  severity: 'error' as const,
  message: `No file matches ${pattern}.`,
  hint: 'Look at the pattern and the folder you are in.',
})
