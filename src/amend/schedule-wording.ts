/** Changes and their causes in, how the schedule of changes puts them out: short enough for a table, and nothing lost. */
import type { AnswerChange } from './answer-changes.ts'
import type { TextChange } from './changes.ts'

const answerOr = (text: string | undefined): string => text ?? 'no answer'

const causeText = ({ path, old, now }: AnswerChange): string => `${path}: ${answerOr(old)} → ${answerOr(now)}`

/** The item of a list that an answer belongs to, such as `contributions[7]`, and the answer's own name in it. */
const partsOf = (path: string): readonly [string, string] | undefined => {
  const [, item, name] = /^(.*\])\.(.+)$/.exec(path) ?? []
  return item === undefined || name === undefined ? undefined : [item, name]
}

/** Causes in words, a line each. The answers of an item that were first given, or left out, share one. */
function causeLines(causes: readonly AnswerChange[]): readonly string[] {
  const said = new Set<AnswerChange>()
  return causes.flatMap(cause => {
    if (said.has(cause)) return []
    const [item] = partsOf(cause.path) ?? []
    const side = cause.old === undefined ? 'now' : 'old'
    const other = side === 'now' ? 'old' : 'now'
    const together = causes.filter(
      one => item !== undefined && partsOf(one.path)?.[0] === item && one[other] === undefined,
    )
    if (cause[other] !== undefined || together.length < 2) return [causeText(cause)]
    for (const one of together) said.add(one)
    const answers = together.map(one => `${partsOf(one.path)![1]} ${answerOr(one[side])}`)
    return [`${item}, answers ${side === 'now' ? 'given' : 'left out'}: ${answers.join('; ')}`]
  })
}

/** Why a text changed, in words, a line each. */
export function whyOf({ causes, untold, wording }: TextChange, knowsAnswers: boolean): string {
  if (wording !== undefined && causes.length === 0)
    return `The clause library changed, not an answer. ${wording}`
  if (wording !== undefined)
    return [...causeLines(causes), `The clause library has other wording here too. ${wording}`].join('\n')
  if (causes.length > 0)
    return [
      ...causeLines(causes),
      ...(untold === 'too many'
        ? ['Whether others have a part in it was not worked out: too many changed.']
        : []),
    ].join('\n')
  if (untold === 'together')
    return 'Several answers that changed explain it together, and no one of them alone.'
  if (untold === 'too many')
    return 'So many answers changed that it was not worked out which of them explain it.'
  return knowsAnswers
    ? 'No answer explains it: it follows from another change, or was made by hand.'
    : 'No answer that was printed explains it; the older answers are not known.'
}

/** More letters than this would fill a narrow column for pages. */
const LONG = 900
/** The letters of a long text that stand in the table. */
const OPENING = 160

/** Whether a text is printed below the table, over the whole width of the page, and not in it. */
export const isLong = (text: string): boolean => text.length > LONG

/** What the table says of a text: all of it, or how a long one opens and where the rest is. */
export const inTable = (text: string): string =>
  isLong(text) ? `${text.slice(0, OPENING).replace(/\s\S*$/, '')} …\nAll of it stands below the table.` : text

type Pair = readonly [string, string]

/** The numbers of a name, and what stands round them. */
const split = (name: string): readonly string[] => name.split(/(\d+)/)

/** Whether the second name is the first with one of its numbers, and nothing else, one higher. */
function countsOn(first: string, second: string): boolean {
  const [was, is] = [split(first), split(second)]
  const others = was.flatMap((part, at) => (part === is[at] ? [] : [at]))
  const [at] = others
  return (
    was.length === is.length &&
    others.length === 1 &&
    at! % 2 === 1 &&
    Number(was[at!]) + 1 === Number(is[at!])
  )
}

/** New numbers that count on beside one another, each run as one: its first and its last. */
export function inRuns(renumbered: readonly Pair[]): readonly Pair[] {
  const runs: Pair[][] = []
  for (const pair of renumbered) {
    const last = runs.at(-1)?.at(-1)
    if (last && countsOn(last[0], pair[0]) && countsOn(last[1], pair[1])) runs.at(-1)!.push(pair)
    else runs.push([pair])
  }
  return runs.map(run => {
    const [first, last] = [run[0]!, run.at(-1)!]
    return run.length === 1 ? first : [`${first[0]} to ${last[0]}`, `${first[1]} to ${last[1]}`]
  })
}
