#!/usr/bin/env node
/** The program: the real world in, the process ended with the exit code of the command that ran. */
import { runCommandLine } from './command-line.ts'
import { exits } from './commands/exits.ts'
import { realWorld } from './world.ts'

const world = realWorld()
// Nothing runs between two writes of a set, so Ctrl-C always finds whole files. A run over many intakes ends those begun.
process.on('SIGINT', () => {
  if (!world.interrupt()) process.exit(exits.interrupted)
})
// Whoever reads what we say may stop reading, as `head` does; the documents are written all the same.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
process.exitCode = await runCommandLine(world, process.argv.slice(2))
