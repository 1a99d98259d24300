/** Intakes in, a job done for each, by workers where that pays; what came of each out, in the order of the intakes. */
import { availableParallelism } from 'node:os'
import { keepClaims } from '../../batch/claims.ts'
import type { Task } from '../../batch/messages.ts'
import { runPool } from '../../batch/pool.ts'
import type { World } from '../../world.ts'
import type { RuleSources } from '../rule-settings.ts'
import type { BatchOptions, Desk, Done, Job, JobName, WorkerData } from './job.ts'
import { diedOver, runJob } from './run-job.ts'
import type { Telling } from './telling.ts'

export interface Work<O extends BatchOptions, S extends RuleSources> {
  readonly world: World
  /** What workers know the job by; a job without a name is done here. */
  readonly name: JobName | undefined
  readonly job: Job<O, S>
  readonly settings: S
  readonly options: O
  readonly known: ReadonlyMap<string, string>
  readonly tasks: readonly Task[]
  readonly telling: Pick<Telling, 'tell' | 'say'>
  readonly isStopped: () => boolean
}

/** How many workers; none when the work is done here. @param worthAWorker fewer intakes are done sooner than a worker has started */
export function jobsFor({ jobs }: BatchOptions, count: number, worthAWorker: number): number {
  if (jobs !== undefined) return jobs > 1 ? jobs : 0
  return Math.min(availableParallelism(), Math.floor(count / worthAWorker))
}

/** Does the job for every task, with so many workers, or here with none; resolves when all are done, or those begun once stopped. */
export async function doAll<O extends BatchOptions, S extends RuleSources>(
  work: Work<O, S>,
  jobs: number,
): Promise<void> {
  const { name, world } = work
  await (jobs > 0 && name && world.worker ? byWorkers(work, world.worker, jobs) : here(work))
}

/** One after another, in this thread. */
async function here<O extends BatchOptions, S extends RuleSources>(work: Work<O, S>): Promise<void> {
  const { world, job, settings, options, known, tasks, telling, isStopped } = work
  const claims = keepClaims()
  for (const task of tasks) {
    // Lets Ctrl-C in between two files, when everything on disk is whole.
    await new Promise(resolve => setImmediate(resolve))
    if (isStopped()) return
    const claim = (folder: string) => claims.claim(task, folder)
    const desk: Desk<O, S> = { world, settings, options, isOneOfMany: tasks.length > 1, known, claim }
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
