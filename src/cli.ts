#!/usr/bin/env node
/** Starts the program as a command. */
import { loadProgram } from './load-program.ts'

const { runCommand } = await loadProgram()
await runCommand()
