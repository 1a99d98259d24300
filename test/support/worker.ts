/** The worker of a run over many intakes, for tests: the name of an intake may make it die, once or every time, or throw. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { WorkerData } from '../../src/commands/batch/job.ts'
import { serve } from '../../src/commands/batch/serve.ts'
import { realWorld } from '../../src/world.ts'

const data = workerData as WorkerData
const world = realWorld(data.env, data.cwd)
const read = (file: string): Uint8Array => {
  const mark = join(data.cwd, `${file}.seen`)
  const isFirst = !existsSync(mark)
  if (file.includes('dies')) writeFileSync(mark, '')
  if (file.includes('dies-always') || (file.includes('dies-once') && isFirst)) process.exit(9)
  if (file.includes('throws')) throw new Error('the disk is on fire')
  return world.read(file)
}
await serve({ ...world, isTerminal: false, read }, parentPort!, data)
