/** `concordat new`: a file name and perhaps a type in, a commented intake to start from out, with its schema beside it. */
import { dirname, join, parse, resolve } from 'node:path'
import { isIntakeName } from '../batch/patterns.ts'
import { suggest } from '../findings/suggest.ts'
import { intakeJsonSchema } from '../intake/json-schema.ts'
import type { Intake } from '../intake/schema.ts'
import { schemaFile } from '../intake/starter/preface.ts'
import { partnershipTypes, starterIntake } from '../intake/starter.ts'
import { isKeptByWindows, withoutEnding } from '../output/names.ts'
import type { World } from '../world.ts'
import { exits } from './exits.ts'
import { createFile, findObstacle, type Obstacle, refreshFile } from './new/create-file.ts'
import { type Asker, askFacts, Interrupted } from './new/facts.ts'
import { loadSettings } from './settings.ts'
import { describe, interruptedAfter } from './speech.ts'
import { typedAs } from './typed-as.ts'

export interface NewOptions {
  readonly type?: string
  readonly input: boolean
}

/**
 * Writes the intake and gives the exit code. Asks first where somebody can answer.
 * @param asker who asks; left out, the terminal does if there is one
 */
export async function startIntake(
  world: World,
  file: string,
  options: NewOptions,
  asker?: Asker,
): Promise<number> {
  if (options.type !== undefined && !Object.hasOwn(partnershipTypes, options.type)) {
    world.err(refuseType(options.type))
    return exits.wrongUsage
  }
  const path = resolve(world.cwd, file)
  const obstacle = findObstacle(path)
  if (obstacle) return refuse(world, file, obstacle)
  if (!isIntakeName(file)) {
    world.err(
      `${file} is no name for an intake: it has to end in .yaml, or editors and the register would not know it. Write ${typedAs(world)} new ${quote(renamed(file))}.`,
    )
    return exits.wrongUsage
  }
  const { name } = parse(file)
  if (isKeptByWindows(name)) {
    const other = join(dirname(file), `${withoutEnding(name)}-partnership.yaml`)
    world.err(
      `${file} is a name that Windows keeps for a device: nobody could open the file there. Write ${typedAs(world)} new ${quote(other)}.`,
    )
    return exits.wrongUsage
  }
  const settings = await loadSettings(world)
  if (!settings.value) {
    world.err(describe(world, settings.findings, new Map(), undefined))
    return exits.ourFault
  }
  const type = options.type as Intake['type']
  let facts: Intake = {}
  try {
    facts = await gatherFacts(world, options, type, asker)
  } catch (error) {
    if (error instanceof Interrupted) {
      world.err(interruptedAfter([]))
      return exits.interrupted
    }
    throw error
  }
  const text = starterIntake({
    ...(type && { type }),
    facts,
    council: settings.value.council,
    today: world.today(),
  })
  const late = createFile(path, text)
  if (late) return refuse(world, file, late)
  world.noteWritten([file])
  world.out(`wrote ${file}`)
  writeSchema(world, file, path)
  world.err(
    `\nFill in what you can; blanks are allowed. Then see what is missing:\n  ${typedAs(world)} check ${quote(file)}`,
  )
  return exits.done
}

async function gatherFacts(
  world: World,
  options: NewOptions,
  type: Intake['type'],
  asker: Asker | undefined,
): Promise<Intake> {
  if (!options.input) return {}
  if (asker) return askFacts(asker, type)
  if (!world.isTerminal || !process.stdin.isTTY) return {}
  const terminal = await import('./new/terminal.ts')
  terminal.openPrompts()
  const facts = await askFacts(terminal.terminalAsker, type)
  terminal.closePrompts()
  return facts
}

function refuseType(typed: string): string {
  const near = suggest(typed, Object.keys(partnershipTypes))
  const column = Math.max(...Object.keys(partnershipTypes).map(type => type.length))
  return [
    `There is no type of partnership "${typed}".${near ? ` Did you mean ${near}?` : ''}`,
    'The types are:',
    ...Object.entries(partnershipTypes).map(([type, label]) => `  ${type.padEnd(column)}  ${label}`),
  ].join('\n')
}

function refuse(world: World, file: string, obstacle: Obstacle): number {
  if (obstacle.is === 'a file') {
    world.err(`${file} is there already, so it was left alone. Choose another name, or move it away first.`)
    return exits.leftAlone
  }
  if (obstacle.is === 'a folder') {
    world.err(`${file || '.'} is a folder. Name a file in it, such as ${join(file, 'intake.yaml')}.`)
    return exits.wrongUsage
  }
  world.err(`${file} cannot be written: ${obstacle.why}`)
  return exits.badIntake
}

/** Puts the schema beside the intake, for editors. Without it the intake is as good; only the editor's help is missing. */
function writeSchema(world: World, file: string, path: string): void {
  const shown = join(dirname(file), schemaFile)
  const schema = intakeJsonSchema()
  const text = `${JSON.stringify(schema, null, 2)}\n`
  const how = refreshFile(join(dirname(path), schemaFile), text, there => titleOf(there) === schema.title)
  if (how === 'written') world.out(`wrote ${shown}`)
  if (how === 'somebody else’s') world.err(`${shown} is not Concordat’s, so it was left alone.`)
  if (how === 'not writable')
    world.err(`${shown} could not be written; editors will not explain the questions.`)
}

function titleOf(json: string): unknown {
  try {
    return (JSON.parse(json) as { title?: unknown } | null)?.title
  } catch {
    return undefined
  }
}

const renamed = (file: string): string => join(dirname(file), `${parse(file).name}.yaml`)

/** A file name as one types it after a command. */
const quote = (file: string): string => (/^[\p{L}\p{N}_./\\:@%+=,-]+$/u.test(file) ? file : `"${file}"`)
