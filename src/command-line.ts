/** The command line: arguments in, a command run, an exit code out. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { exits } from './commands/exits.ts'
import { faultOfFolderName } from './commands/folder-name.ts'
import { typedAs } from './commands/typed-as.ts'
import { InternalError, type Owner, owners, type Stage, stages } from './findings/finding.ts'
import { version } from './version.ts'
import type { World } from './world.ts'

interface Common {
  out: string
  asAt?: string
  json?: boolean
  jobs?: number
  force?: boolean
}

/** What a command works with: the world, and who is told its exit code. */
interface Desk {
  readonly world: World
  readonly done: (code: number) => void
}

const asAt = () =>
  new Option('--as-at <date>', 'the day that counts as today, as 2026-11-22 (default: today)').argParser(
    isoDate,
  )
const out = ({ cwd }: World) =>
  new Option('--out <folder>', 'where to write').default('out').argParser(value => folderName(value, cwd))
const json = () => new Option('--json', 'print findings as JSON')
const jobs = () =>
  new Option('--jobs <number>', 'how many intakes at once (default: by the processor’s cores)').argParser(
    positive,
  )
const force = () => new Option('--force', 'do all again, changed or not')
const day = (world: World, options: Common): string => options.asAt ?? world.today()

/** Builds the command line over a world. `done` is told the exit code of the command that ran. Help lists the commands in this order. */
export function commandLine(world: World, done: (code: number) => void): Command {
  const typed = typedAs(world)
  const program = new Command(typed)
    .description(
      'Drafts a council’s partnership agreements, sign-off packs and amendments from intake files.',
    )
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: text => world.out(text.trimEnd()),
      writeErr: text => world.err(text.trimEnd()),
    })
    .showHelpAfterError('Run with --help to see what there is.')
    .addHelpText(
      'after',
      `
Examples:
  ${typed} new hubs.yaml --type grant_programme   start an intake file
  ${typed} check hubs.yaml                        see what is missing or wrong
  ${typed} draft hubs.yaml                        write out/<reference>/partnership-agreement.docx
  ${typed} pack hubs.yaml                         write all that the director signs off

Exit codes: 0 done; 1 errors in an intake; 2 wrong usage; 3 a file was left alone because somebody
edited it or has it open; 70 a fault of the program; 130 interrupted.`,
    )
  for (const add of [addIntakeCommands, addWritingCommands, addLookingCommands, addLibraryCommands])
    add(program, { world, done })
  sayHowToWrite(program, typed)
  return program
}

/** To begin an intake and see what it lacks. */
function addIntakeCommands(program: Command, { world, done }: Desk): void {
  program
    .command('new')
    .description('write a commented intake file to start from; asks a few questions on a terminal')
    .argument('<file>', 'the file to write; never overwritten')
    .option('--type <type>', 'the type of partnership')
    .option('--no-input', 'ask nothing')
    .action(async (file: string, options: { type?: string; input: boolean }) => {
      const { startIntake } = await import('./commands/new.ts')
      done(await startIntake(world, file, options))
    })
  program
    .command('check')
    .description('read intakes and say what is missing or wrong; writes nothing')
    .argument('<intake...>', 'intake files, or patterns such as "intakes/**/*.yaml"')
    .addOption(new Option('--stage <stage>', 'only what stops this stage or an earlier one').choices(stages))
    .addOption(
      new Option(
        '--owner <owner>',
        'only what this person must act on, as a list to paste into an email',
      ).choices(owners),
    )
    .addOption(asAt())
    .addOption(jobs())
    .addOption(json())
    .action(async (files: string[], options: Common & { stage?: Stage; owner?: Owner }) => {
      const { check } = await import('./commands/check.ts')
      done(await check(world, files, { ...options, asAt: day(world, options) }))
    })
}

/** To write documents from intakes. */
function addWritingCommands(program: Command, { world, done }: Desk): void {
  program
    .command('draft')
    .description('write the partnership agreement of each intake in Word')
    .argument('<intake...>', 'intake files, or patterns such as "intakes/**/*.yaml"')
    .addOption(out(world))
    .addOption(asAt())
    .addOption(jobs())
    .addOption(force())
    .addOption(json())
    .action(async (files: string[], options: Common) => {
      const { draft } = await import('./commands/draft.ts')
      done(await draft(world, files, { ...options, asAt: day(world, options) }))
    })
  program
    .command('pack')
    .description(
      'write the whole sign-off pack of each intake: the agreement and the papers a director reads',
    )
    .argument('<intake...>', 'intake files, or patterns such as "intakes/**/*.yaml"')
    .addOption(out(world))
    .option('--require-ready', 'write nothing, and fail, unless the pack is ready to sign')
    .option('--agreement <docx>', 'bind this edited agreement into the PDF in place of the one generated')
    .addOption(asAt())
    .addOption(jobs())
    .addOption(force())
    .addOption(json())
    .action(async (files: string[], options: Common & { requireReady?: boolean; agreement?: string }) => {
      const { pack } = await import('./commands/pack.ts')
      done(await pack(world, files, { ...options, asAt: day(world, options) }))
    })
  program
    .command('amend')
    .description(
      'write the next version of each agreement, keeping what was edited in its Word file by hand, with what changed',
    )
    .argument('<intake...>', 'intake files, or patterns, with the answers as they now are')
    .requiredOption(
      '--from <docx>',
      'the Word file that came back, or the folder of several; they are only read',
    )
    .option(
      '--before <intake>',
      'the intake as it was when that file was drafted, or the folder of several, for the schedule of changes',
    )
    .addOption(out(world))
    .addOption(new Option('--accept', 'accept the tracked changes that are open in it').conflicts('reject'))
    .option('--reject', 'reject them')
    .option(
      '--keep-wording',
      'carry only changed answers: where the clause library moved on, the older wording stays',
    )
    .option('--require-clean', 'fail when an edit by hand and an answer meet in the same words')
    .addOption(asAt())
    .addOption(jobs())
    .addOption(json())
    .action(
      async (
        files: string[],
        options: Common & {
          from: string
          before?: string
          accept?: true
          reject?: true
          keepWording?: true
          requireClean?: true
        },
      ) => {
        const { amend } = await import('./commands/amend.ts')
        const verdict = options.accept ? 'accept' : options.reject ? 'reject' : undefined
        done(
          await amend(world, files, { ...options, asAt: day(world, options), ...(verdict && { verdict }) }),
        )
      },
    )
}

/** To look into what was written and why, and over many partnerships. */
function addLookingCommands(program: Command, { world, done }: Desk): void {
  program
    .command('verify')
    .description('say which files of a folder are as they were written, edited, missing or foreign')
    .argument('<folder>', 'the folder of one partnership, such as out/nbc-p-2026-014')
    .addOption(new Option('--json', 'print the result as JSON'))
    .action(async (folder: string, options: Common) => {
      const { verify } = await import('./commands/verify.ts')
      done(verify(world, folder, options))
    })
  program
    .command('explain')
    .description('say why each clause is in the agreement, or what would bring it in')
    .argument('<intake>', 'an intake file')
    .argument('[clause]', 'the id or catalogue number of a clause, such as grant or C21')
    .addOption(asAt())
    .addOption(new Option('--json', 'print the explanations as JSON'))
    .action(async (file: string, clause: string | undefined, options: Common) => {
      const { explainIntake } = await import('./commands/explain.ts')
      done(await explainIntake(world, file, clause, { ...options, asAt: day(world, options) }))
    })
  program
    .command('register')
    .description('draw up the partnership register over every intake below a folder')
    .argument('<folder>', 'the folder that holds the intakes')
    .addOption(out(world))
    .addOption(asAt())
    .addOption(jobs())
    .addOption(new Option('--json', 'print the register as JSON'))
    .action(async (folder: string, options: Common) => {
      const { register } = await import('./commands/register.ts')
      done(await register(world, folder, { ...options, asAt: day(world, options) }))
    })
}

/** To try the program, and for those who keep forms and wording. */
function addLibraryCommands(program: Command, { world, done }: Desk): void {
  program
    .command('demo')
    .description('make the sign-off packs of the worked examples, as at a fixed date')
    .addOption(out(world))
    .action(async (options: Common) => {
      const { demo } = await import('./commands/demo.ts')
      done(await demo(world, options.out))
    })
  program
    .command('schema')
    .description('print the JSON Schema of the intake, for editors')
    .action(async () => {
      const { intakeJsonSchema } = await import('./intake/json-schema.ts')
      world.out(JSON.stringify(intakeJsonSchema(), null, 2))
      done(exits.done)
    })
  const clauses = program
    .command('clauses')
    .description('for clause owners: check the library, preview a provision')
  clauses
    .command('check')
    .description('find every fault in templates/, under every combination of conditions')
    .action(async () => {
      const { checkClauses } = await import('./commands/clauses.ts')
      done(await checkClauses(world))
    })
  clauses
    .command('preview')
    .description('print one provision, or all, as an intake fills them')
    .argument('<intake>', 'an intake file')
    .argument('[provision]', 'the id of a provision, such as disputes')
    .action(async (file: string, provision: string | undefined) => {
      const { previewClauses } = await import('./commands/clauses.ts')
      done(await previewClauses(world, file, provision))
    })
}

/** After a wrong use of a command, how it is written, not that there is help somewhere. */
function sayHowToWrite({ commands }: Command, above: string): void {
  for (const command of commands) {
    const name = `${above} ${command.name()}`
    command.showHelpAfterError(`Write: ${name} ${command.usage()}\n${name} --help says more.`)
    sayHowToWrite(command, name)
  }
}

function isoDate(value: string): string {
  const isReal = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
  if (isReal && new Date(value).toISOString().startsWith(value)) return value
  throw new InvalidArgumentError('It is not a date; write one as 2026-11-22.')
}

function folderName(value: string, cwd: string): string {
  const fault = faultOfFolderName(value, cwd)
  if (fault === undefined) return value
  throw new InvalidArgumentError(fault)
}

function positive(value: string): number {
  if (/^[1-9]\d{0,2}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('Write a whole number from 1 to 999.')
}

/** Runs one command and gives its exit code. Nothing it meets comes out as a stack of function names. */
export async function runCommandLine(world: World, argv: readonly string[]): Promise<number> {
  let code: number = exits.done
  try {
    const program = commandLine(world, given => {
      code = given
    })
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exits.done : exits.wrongUsage
    world.err(
      `Something went wrong inside Concordat: ${error instanceof InternalError ? error.message : error}`,
    )
    world.err('Please report it, with the intake if you can share it. Nothing was left half-written.')
    if (world.env.CONCORDAT_DEBUG) world.err(String((error as Error).stack))
    return exits.ourFault
  }
}
