/** `concordat explain`: for each clause and schedule, why it is in the agreement or not, and what would change that. */
import { toJson } from '../findings/report-json.ts'
import { suggest } from '../findings/suggest.ts'
import { explain, explainAll } from '../provisions/explain.ts'
import type { World } from '../world.ts'
import { makeAgreement, readIntake } from './agreement.ts'
import { exits } from './exits.ts'
import { type RecordedAdvice, type ToldClause, tellClause } from './explanation.ts'
import { loadSettings } from './settings.ts'
import { describe } from './speech.ts'

export interface ExplainOptions {
  /** The day that counts as today. */
  readonly asAt: string
  readonly json?: boolean
}

/** Explains one provision, by id or catalogue number, or all of them. Gives the exit code. */
export async function explainIntake(
  world: World,
  file: string,
  name: string | undefined,
  { asAt, json }: ExplainOptions,
): Promise<number> {
  const loaded = await loadSettings(world)
  const read = readIntake(world, file)
  const { value: answers } = read
  if (!loaded.value || !answers) {
    const findings = [...loaded.findings, ...read.findings]
    if (json) world.out(JSON.stringify({ ...toJson(findings), intake: file, clauses: [] }, null, 2))
    else world.err(describe(world, findings, new Map([[file, read.text]]), loaded.value?.council))
    return exits.badIntake
  }
  const { library, council } = loaded.value
  const wanted = library.provisions.filter(
    p => name === undefined || p.id === name || p.catalogue.toLowerCase() === name.toLowerCase(),
  )
  if (wanted.length === 0) {
    const near = suggest(
      name ?? '',
      library.provisions.map(p => p.id),
    )
    world.err(`No clause is known as "${name}".${near ? ` Did you mean ${near}?` : ''}`)
    return exits.wrongUsage
  }
  const { numbering } = makeAgreement(loaded.value, answers, asAt)
  const explanations =
    name === undefined ? explainAll(library, answers) : wanted.map(p => explain(p, answers))
  const clauses = explanations.map(e => tellClause(e, answers, numbering, council))
  if (json) world.out(JSON.stringify({ version: 1, intake: file, clauses }, null, 2))
  else world.out(clauses.map(inLines).join('\n\n'))
  return exits.done
}

/** One provision's explanation, in lines. */
function inLines(clause: ToldClause): string {
  const { catalogue, id, state, number, decidedBy, change, code, requirements, advice } = clause
  const where = number === null ? '' : number.startsWith('Schedule') ? ` (${number})` : ` (clause ${number})`
  const states = { in: `in the agreement${where}`, out: 'not in the agreement', undecided: 'not decided yet' }
  const aim = state === 'in' ? 'It would be left out' : 'It would come in'
  const serves = [code === null ? '' : `Code ${code}`, ...requirements].filter(Boolean).join('; ')
  return [
    `${catalogue} ${id}: ${states[state]}`,
    `  Condition: ${clause.condition}`,
    ...decidedBy.map(
      ({ path, value, file, line }) =>
        `  Decided by: ${path}${value === null ? ': not answered' : ` = ${value}`}${file === null ? '' : `  ${file}:${line}`}`,
    ),
    ...(change.length > 0 ? [`  ${aim} if: ${change.map(c => `${c.path} were ${c.to}`).join(' and ')}`] : []),
    `  Serves: ${serves || 'practice, not the Code'}`,
    ...advice.map(adviceLine),
  ].join('\n')
}

const followedWords = {
  yes: 'followed',
  partly: 'followed in part',
  no: 'not followed',
  not_applicable: 'nothing to follow',
} as const

const adviceLine = ({ from, advice, followed }: RecordedAdvice): string =>
  `  Advice: ${from}: ${advice}${followed === null ? '' : ` (${followedWords[followed]})`}`
