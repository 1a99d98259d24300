/** What the program can be started as: a command, or a worker thread of a run over many intakes. */
import { parentPort, workerData } from 'node:worker_threads'
import { runCommandLine } from './command-line.ts'
import type { WorkerData } from './commands/batch/job.ts'
import { serve } from './commands/batch/serve.ts'
import { exits } from './commands/exits.ts'
import { interruptedAfter, stoppedAtOnce } from './commands/speech.ts'
import { realWorld } from './world.ts'

export { codeOfScripts } from './built-script.ts'
export { realWorld, runCommandLine }

/** Does what the command line says, in the real world. The process ends with the exit code of the command that ran. */
export async function runCommand(): Promise<void> {
  const world = realWorld()
  let isStopping = false
  const stop = () => {
    // A run over many intakes ends those begun.
    if (world.interrupt()) isStopping = true
    else {
      world.err(isStopping ? stoppedAtOnce : interruptedAfter(world.written()))
      process.exit(exits.interrupted)
    }
  }
  process.on('SIGINT', () => world.whenAtRest(stop))
  // Whoever reads what we say may stop reading, as `head` does; the documents are written all the same.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  await world.heedInterrupt()
  process.exitCode = await runCommandLine(world, process.argv.slice(2))
  await world.heedInterrupt()
}

/** Does intakes for the main thread until that ends this one. */
export async function runWorker(): Promise<void> {
  const data = workerData as WorkerData
  await serve({ ...realWorld(data.env, data.cwd), isTerminal: data.isTerminal }, parentPort!, data)
}
