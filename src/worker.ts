/** Starts the program as a worker thread. */
import { loadProgram } from './load-program.ts'

const { runWorker } = await loadProgram()
await runWorker()
