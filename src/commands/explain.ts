/** `concordat explain`: for each clause and schedule, why it is in the agreement or not, and what would change that. */
import type { Numbering } from '../document/number.ts'
import { toJson } from '../findings/report-json.ts'
import { suggest } from '../findings/suggest.ts'
import { isOutsideTheCode } from '../intake/scope.ts'
import { explain, explainAll } from '../provisions/explain.ts'
import type { Template } from '../provisions/template.ts'
import type { World } from '../world.ts'
import { makeAgreement } from './agreement.ts'
import { exits } from './exits.ts'
import { type RecordedAdvice, type ToldClause, tellClause } from './explanation.ts'
import { readIntake } from './read-intake.ts'
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
  const { numbering } = makeAgreement(loaded.value, answers, asAt)
  const wanted =
    name === undefined ? library.provisions : provisionsNamed(library.provisions, name, numbering)
  if (wanted.length === 0) {
    world.err(unknownName(name ?? '', library.provisions))
    return exits.wrongUsage
  }
  const explanations =
    name === undefined ? explainAll(library, answers) : wanted.map(p => explain(p, answers))
  const clauses = explanations.map(e => tellClause(e, answers, numbering, council))
  if (json) world.out(JSON.stringify({ version: 1, intake: file, clauses }, null, 2))
  else {
    if (isOutsideTheCode(answers, loaded.value.interpretations.readings)) world.out(outside)
    world.out(clauses.map(inLines).join('\n\n'))
  }
  return exits.done
}

const outside =
  'The Code does not cover this arrangement, so no agreement is drafted. This is what one would hold.\n'

/**
 * The provisions that somebody means: by id, catalogue number or title, by the number that this agreement gives them, or
 * else all whose title or id has the word in it.
 */
function provisionsNamed(all: readonly Template[], typed: string, numbering: Numbering): readonly Template[] {
  const name = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  const number = /^(?:clause )?(\d+)(?:\.\d+)*$|^(schedule \d+)$/.exec(name)
  const label = number?.[1] ?? number?.[2]
  const isExact = (p: Template): boolean =>
    [p.id, p.catalogue, p.title].some(known => known.toLowerCase() === name) ||
    (label !== undefined && numbering.get(p.id)?.full.toLowerCase() === label)
  const exact = all.filter(isExact)
  if (exact.length > 0 || name.length < 3 || number) return exact
  return all.filter(p =>
    [p.title.toLowerCase(), p.id.replaceAll('-', ' ')].some(known => known.includes(name)),
  )
}

function unknownName(name: string, all: readonly Template[]): string {
  const known = all.flatMap(p => [p.id, p.title])
  const near = suggest(name, known)
  const id = all.find(p => p.id === near || p.title === near)?.id
  return [
    `No clause is known as "${name}".${id ? ` Did you mean ${id}?` : ''}`,
    'Give its id (grant), its place in the catalogue (C21), a word of its title, or its number in this agreement (29, "Schedule 4"). Without a name, explain lists them all.',
  ].join('\n')
}

/** One provision's explanation, in lines. */
function inLines(clause: ToldClause): string {
  const { catalogue, id, title, state, number, decidedBy, change, code, requirements, advice } = clause
  const where = number === null ? '' : number.startsWith('Schedule') ? ` (${number})` : ` (clause ${number})`
  const states = { in: `in the agreement${where}`, out: 'not in the agreement', undecided: 'not decided yet' }
  const aim = state === 'in' ? 'It would be left out' : 'It would come in'
  const serves = [code === null ? '' : `Code ${code}`, ...requirements].filter(Boolean).join('; ')
  return [
    `${catalogue} ${id}${title.includes('{{') ? '' : `, “${title}”`}: ${states[state]}`,
    `  Condition: ${clause.condition}`,
    ...decidedBy.map(
      ({ path, value, file, line }) =>
        `  Decided by: ${path}${value === null ? ': not answered' : ` = ${value}`}${file === null ? '' : `  ${file}:${line}`}`,
    ),
    ...(change.length > 0 ? [`  ${aim} if: ${change.map(changeInWords).join(', and ')}`] : []),
    `  Serves: ${serves || 'practice, not the Code'}`,
    ...advice.map(adviceLine),
  ].join('\n')
}

const reachWords = { one: ' in one of them', every: ' in every one of them' } as const

const changeInWords = ({ path, to, reach }: ToldClause['change'][number]): string =>
  `${path} ${to === 'at least one item' ? 'had' : 'were'} ${to}${reach === null ? '' : reachWords[reach]}`

const followedWords = {
  yes: 'followed',
  partly: 'followed in part',
  no: 'not followed',
  not_applicable: 'nothing to follow',
} as const

const adviceLine = ({ from, advice, followed }: RecordedAdvice): string =>
  `  Advice: ${from}: ${advice}${followed === null ? '' : ` (${followedWords[followed]})`}`
