/** Tasks in, their results out in the order of the list, worked on by several threads. A thread that dies costs its task one more try. */
import { Worker } from 'node:worker_threads'
import { type Claims, keepClaims } from './claims.ts'
import type { FromWorker, Task, ToWorker } from './messages.ts'

/** What came of a task: what the worker made of it, or why two workers died over it. */
export type Ended =
  | { readonly task: Task; readonly result: unknown }
  | { readonly task: Task; readonly died: string }

export interface PoolOptions {
  readonly worker: URL
  /** How many workers at most. */
  readonly jobs: number
  /** What each worker is told when it starts. */
  readonly data: unknown
  readonly tasks: readonly Task[]
  /** Called for each task, in order. */
  readonly onEnd: (ended: Ended) => void
  /** Called when a worker died over a task that is tried again. */
  readonly onRetry: (task: Task, why: string) => void
  /** Once true, nothing new is begun. */
  readonly isStopped: () => boolean
}

/** Results may wait for an earlier task; no task this far ahead of it is begun, so that few results are held. */
const lookAhead = 64
const triesForEach = 2
/** Each worker's room for new objects, in MB: a quarter of what V8 would take. With less, documents are collected while they are made. */
const ROOM = 12

/** Runs every task and resolves when all have ended; once stopped, when those that were begun have ended. */
export function runPool(options: PoolOptions): Promise<void> {
  const queue = keepQueue(options)
  const claims = keepClaims()
  return new Promise((resolve, reject) => {
    const atWork = new Set<Worker>()
    const leave = (worker: Worker) => {
      atWork.delete(worker)
      if (atWork.size === 0) resolve()
    }
    const start = () => {
      const worker = startWorker(options, queue, claims, (how, why) => {
        if (how === 'over') leave(worker)
        else if (how === 'died') {
          atWork.delete(worker)
          start()
        } else {
          for (const other of atWork) void other.terminate()
          reject(new Error(`A worker could not start: ${why}`))
        }
      })
      atWork.add(worker)
    }
    const count = Math.min(options.jobs, options.tasks.length)
    if (count === 0) resolve()
    for (let i = 0; i < count; i++) start()
  })
}

/** Which task is next, and which results are due. */
interface Queue {
  /** The next task; `wait` when there may be one later; `over` when there will be none. */
  readonly take: () => Task | 'wait' | 'over'
  readonly finish: (ended: Ended) => void
  /** A worker died over a task: true when it is to be tried again. */
  readonly lose: (task: Task, why: string) => boolean
  /** Calls back when `take` is worth asking again. */
  readonly onChange: (wake: () => void) => void
}

function keepQueue({ tasks, onEnd, onRetry, isStopped }: PoolOptions): Queue {
  const held = new Map<number, Ended>()
  const again: Task[] = []
  const tries = new Map<number, number>()
  let waiting: (() => void)[] = []
  let nextTask = 0
  let nextResult = 0
  const wakeAll = () => {
    const wake = waiting
    waiting = []
    for (const each of wake) each()
  }
  return {
    take: () => {
      const retry = again.shift()
      if (retry) return retry
      if (isStopped() || nextResult === tasks.length) return 'over'
      // Those that wait are needed no more once all is begun, unless a worker dies; then a new one starts.
      if (nextTask === tasks.length) return 'over'
      return nextTask < nextResult + lookAhead ? tasks[nextTask++]! : 'wait'
    },
    finish: ended => {
      held.set(ended.task.index, ended)
      for (let next = held.get(nextResult); next; next = held.get(nextResult)) {
        held.delete(nextResult)
        nextResult++
        onEnd(next)
      }
      wakeAll()
    },
    lose: (task, why) => {
      const count = (tries.get(task.index) ?? 0) + 1
      tries.set(task.index, count)
      if (count >= triesForEach) return false
      again.push(task)
      onRetry(task, why)
      return true
    },
    onChange: wake => waiting.push(wake),
  }
}

/** How a worker ended: with nothing left to do, over a task or between two, or before it was ready. */
type WorkerEnd = 'over' | 'died' | 'never started'

function startWorker(
  { worker: file, data }: PoolOptions,
  queue: Queue,
  claims: Claims,
  onExit: (how: WorkerEnd, why: string) => void,
): Worker {
  const worker = new Worker(file, { workerData: data, resourceLimits: { maxYoungGenerationSizeMb: ROOM } })
  let task: Task | undefined
  let isReady = false
  let isOver = false
  let isGone = false
  let fault = ''
  const say = (message: ToWorker) => worker.postMessage(message)
  const goOn = () => {
    if (isGone) return
    const next = queue.take()
    if (next === 'wait') queue.onChange(goOn)
    else if (next === 'over') {
      isOver = true
      void worker.terminate()
    } else {
      task = next
      say({ say: 'do', task })
    }
  }
  worker.on('message', (message: FromWorker) => {
    if (message.say === 'claim' && task)
      void claims.claim(task, message.folder).then(by => say({ say: 'claimed', by }))
    if (message.say === 'ready') isReady = true
    if (message.say === 'done' && task) {
      claims.settle(task.index)
      queue.finish({ task, result: message.result })
      task = undefined
    }
    if (message.say !== 'claim') goOn()
  })
  worker.on('error', error => {
    fault = error.message
  })
  worker.on('exit', code => {
    isGone = true
    const why = fault || `it ended with code ${code}`
    if (task && !queue.lose(task, why)) {
      claims.settle(task.index)
      queue.finish({ task, died: why })
    }
    onExit(isOver ? 'over' : isReady ? 'died' : 'never started', why)
  })
  return worker
}
