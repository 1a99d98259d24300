/** Starts the program as a worker thread. */
import { loadProgram } from './load-program.ts'

void loadProgram().then(({ runWorker }) => runWorker())
