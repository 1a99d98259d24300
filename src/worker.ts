/** A worker thread: the real world in, intakes done for the main thread until it ends this one. */
import { parentPort, workerData } from 'node:worker_threads'
import type { WorkerData } from './commands/batch/job.ts'
import { serve } from './commands/batch/serve.ts'
import { realWorld } from './world.ts'

const data = workerData as WorkerData
await serve({ ...realWorld(data.env, data.cwd), isTerminal: data.isTerminal }, parentPort!, data)
