#!/usr/bin/env node
/** Starts the program as a command. */
import { INTERRUPTED, nothingWritten } from './interrupted.ts'
import { loadProgram } from './load-program.ts'

// While the program loads, nothing else can say what Ctrl-C did.
const stop = (): never => {
  process.stderr.write(`${nothingWritten}\n`)
  process.exit(INTERRUPTED)
}
process.on('SIGINT', stop)
void loadProgram().then(({ runCommand }) => {
  process.off('SIGINT', stop)
  return runCommand()
})
