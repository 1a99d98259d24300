/** A worker: intakes in by message, what came of each out by message, until the main thread ends it. */
import type { MessagePort } from 'node:worker_threads'
import type { FromWorker, Task, ToWorker } from '../../batch/messages.ts'
import { InternalError } from '../../findings/finding.ts'
import type { World } from '../../world.ts'
import type { WorkerData } from './job.ts'
import { loadJob } from './jobs.ts'
import { runJob } from './run-job.ts'

/** Serves the main thread over a port. */
export async function serve(
  world: World,
  port: MessagePort,
  { job: name, options, known }: WorkerData,
): Promise<void> {
  const say = (message: FromWorker) => port.postMessage(message)
  let answer: (by: string | undefined) => void = () => undefined
  const job = await loadJob(name)
  const settings = await job.load(world)
  if (!settings.value) throw new InternalError('The clause library changed while the run began.')
  const loaded = settings.value
  const work = async ({ index, file }: Task) => {
    const claim = (folder: string) =>
      new Promise<string | undefined>(resolve => {
        answer = resolve
        say({ say: 'claim', index, folder })
      })
    const result = await runJob(
      job,
      { world, settings: loaded, options, isOneOfMany: true, known, claim },
      file,
    )
    say({ say: 'done', index, result })
  }
  port.on('message', (message: ToWorker) => {
    if (message.say === 'claimed') answer(message.by)
    else void work(message.task)
  })
  say({ say: 'ready' })
}
