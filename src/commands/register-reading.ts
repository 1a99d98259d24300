/** Intake files in, what the register needs of each out: plain data, for many are read by workers. */
import { join } from 'node:path'
import type { Finding } from '../findings/finding.ts'
import { asRecorded } from '../intake/as-recorded.ts'
import { isOutsideTheCode } from '../intake/scope.ts'
import { safeName } from '../output/names.ts'
import { readRecord, sha256 } from '../output/record.ts'
import { contactsOf } from '../provisions/contacts.ts'
import {
  type Entry,
  type EntryData,
  enter,
  entryData,
  type LeftOut,
  type RegisterSettings,
} from '../register/entry.ts'
import type { World } from '../world.ts'
import { doAll, jobsFor } from './batch/do-all.ts'
import { type BatchOptions, countBySeverity, type Done, type Job } from './batch/job.ts'
import { exits } from './exits.ts'
import { findByRules } from './find-all.ts'
import { readIntake } from './read-intake.ts'
import { type Loaded, loadSettings } from './settings.ts'
import { counted } from './speech.ts'

export interface RegisterOptions extends BatchOptions {
  readonly out: string
}

/** What reading one intake for the register gives. */
type Sighted = { readonly hash: string; readonly reference?: string } & (
  | { readonly entry: EntryData }
  | { readonly leftOut: LeftOut }
)

export interface Read {
  readonly entries: readonly Entry[]
  readonly leftOut: readonly LeftOut[]
  readonly hashes: readonly string[]
}

/** A worker costs as much as reading about so many intakes. */
const worthAWorker = 20

/** What the register goes by, besides the intakes. */
export const registerSettings = (
  { council, law, code, interpretations, templatesHash }: Loaded,
  asAt: string,
): RegisterSettings => ({
  asAt,
  council: council.name,
  readings: interpretations.readings,
  templates: templatesHash,
  isLawInForce: id => law.instruments.get(id)?.isInForce === true,
  lawTitle: id => law.instruments.get(id)?.title ?? id,
  contacts: contactsOf(code, council),
  reportingFor: type => code.types.find(t => t.type === type)?.reporting,
})

/** Reads one intake for the register. It writes nothing, and what came of it is for the register alone to tell. */
export const registerJob: Job<RegisterOptions> = {
  load: loadSettings,
  list: 'intakes',
  run: async ({ world, settings, options }, file): Promise<Done> => ({
    file,
    result: 'checked',
    exit: exits.done,
    out: '',
    err: '',
    counts: countBySeverity([]),
    json: { sighted: sight(world, settings, options, file) },
  }),
}

function sight(world: World, loaded: Loaded, { asAt, out }: RegisterOptions, file: string): Sighted {
  const { text, value, findings } = readIntake(world, file)
  const hash = sha256(text)
  if (!value) return { hash, leftOut: { file, why: firstError(findings) } }
  const { reference, name } = value.intake
  const known = { hash, ...(reference !== undefined && { reference }) }
  if (isOutsideTheCode(value, loaded.interpretations.readings))
    return {
      ...known,
      leftOut: {
        file,
        why: 'The Code does not cover it, as its scope note says, so it is no partnership for the register.',
        isRight: true,
      },
    }
  const found = [...findings, ...findByRules(loaded, value, asAt)]
  const drafted = recordOf(world.path(out), reference ?? name)
  return { ...known, entry: entryData(asRecorded(value, asAt), found, loaded.interpretations, drafted) }
}

/** Reads the intakes, many of them by workers. Of two with one reference, the first by name is taken. */
export async function readForRegister(
  world: World,
  loaded: Loaded,
  files: readonly string[],
  options: RegisterOptions,
): Promise<Read> {
  const entries: Entry[] = []
  const leftOut: LeftOut[] = []
  const hashes: string[] = []
  const taken = new Map<string, string>()
  const take = (file: string, sighted: Sighted): void => {
    const { hash, reference } = sighted
    hashes.push(hash)
    const other = reference === undefined ? undefined : taken.get(reference)
    if ('leftOut' in sighted) leftOut.push(sighted.leftOut)
    else if (other !== undefined)
      leftOut.push({
        file,
        why: `It has the reference ${reference}, as ${other} has. Give each partnership its own.`,
      })
    else {
      if (reference !== undefined) taken.set(reference, file)
      entries.push(enter(sighted.entry))
    }
  }
  const workers = jobsFor(options, files.length, worthAWorker)
  let done = 0
  const tell = ({ file, json }: Done): void => {
    if (world.isTerminal && !options.json && done++ % 10 === 0)
      world.status(`${done} of ${counted(files.length, 'intake')} read`)
    const { sighted, findings = [] } = json as { sighted?: Sighted; findings?: readonly Finding[] }
    take(file, sighted ?? { hash: '', leftOut: { file, why: firstError(findings) } })
  }
  await doAll(
    {
      world,
      name: 'register',
      job: registerJob,
      settings: loaded,
      // What came of an intake, a fault of ours included, is asked for as data.
      options: { ...options, json: true },
      known: new Map(),
      tasks: files.map((file, index) => ({ index, file })),
      telling: { tell, say: text => world.err(text) },
      isStopped: () => false,
    },
    // One worker alone does nothing that cannot be done here.
    workers > 1 ? workers : 0,
  )
  return { entries, leftOut, hashes }
}

/** What the documents of a partnership were made from, if any stand in the output folder. */
function recordOf(out: string, reference: string | undefined): Entry['drafted'] {
  const folder = safeName(reference ?? '', '')
  const record = folder === '' ? undefined : readRecord(join(out, folder))
  if (!record || record.reference !== reference) return undefined
  return { templates: record.templates, program: record.program }
}

function firstError(findings: readonly Finding[]): string {
  const [first, ...others] = findings.filter(f => f.severity === 'error')
  const line = first?.place ? `line ${first.place.start.line}: ` : ''
  const more = others.length > 0 ? ` (and ${counted(others.length, 'more error')})` : ''
  return `${line}${(first?.message ?? 'it cannot be read').replace(/\.$/, '')}${more}`
}
