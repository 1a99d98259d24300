/**
 * Writes `program.code` and `prepared.code`: what V8 made of the built program while it did its main jobs once; or, for one
 * of the quick commands, what it made of the program while it did that alone. Its arguments stand in the order in which the
 * program takes its own: the command first. Run by the build.
 */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { codeOfScripts } from '../src/built-script.ts'
import { exits } from '../src/commands/exits.ts'
import { loadProgram } from '../src/load-program.ts'

// V8 forgets the code of what has not run for a while.
setFlagsFromString('--no-flush-bytecode')
const [, , command, dist] = process.argv
const program = await loadProgram(pathToFileURL(join(dist!, 'program.cjs')))
const folder = mkdtempSync(join(tmpdir(), 'concordat-build-'))
const said: string[] = []
const world = {
  ...program.realWorld(process.env, folder),
  isTerminal: false,
  out: (text: string) => void said.push(text),
  err: (text: string) => void said.push(text),
}
/** A job that the program did not do; the message is its own. */
class JobFailed extends Error {
  constructor(
    command: string,
    readonly code: number,
  ) {
    super(`The program was built, but concordat ${command} ended with ${code}:\n${said.join('\n')}`)
  }
}
const run = async (command: string, ...args: string[]) => {
  said.length = 0
  const code = await program.runCommandLine(world, [command, ...args])
  if (code === exits.done || (command === 'check' && code === exits.badIntake)) return
  throw new JobFailed(command, code)
}
const [hubs, forum] = ['family-hubs.yaml', 'flood-forum.yaml'].map(name => join(world.examples, name)) as [
  string,
  string,
]
async function amendHubs(): Promise<void> {
  await run('draft', hubs)
  const out = join(folder, 'out')
  const [partnership] = readdirSync(out) as [string]
  const next = join(folder, 'family-hubs.yaml')
  writeFileSync(next, readFileSync(hubs, 'utf8').replace(/^name: .*/m, 'name: Another name'))
  const returned = join(folder, 'returned.docx')
  copyFileSync(join(out, partnership, 'partnership-agreement.docx'), returned)
  await run('amend', next, '--from', returned)
}
/** What is run for the code of each command, and of all. */
const mainJobs: Readonly<Record<string, () => Promise<void>>> = {
  check: () => run('check', hubs),
  draft: () => run('draft', hubs),
  amend: amendHubs,
  all: async () => {
    await run('check', hubs)
    await run('explain', forum)
    await run('pack', hubs)
    await amendHubs()
    await run('register', folder)
  },
}
try {
  await mainJobs[command!]!()
} catch (error) {
  if (!(error instanceof JobFailed)) throw error
  console.error(error.message)
  // An example may have errors while somebody changes templates or data. The program is none the worse for it.
  if (error.code !== exits.badIntake) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
setFlagsFromString('--flush-bytecode')
if (!process.exitCode)
  for (const scripts of [codeOfScripts(), program.codeOfScripts()])
    for (const [file, code] of scripts) writeFileSync(file, code)
