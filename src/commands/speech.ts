/** Findings in, what a person reads on the terminal out; colour only where the terminal and the person want it. */
import { styleText } from 'node:util'
import type { Finding } from '../findings/finding.ts'
import { type Paint, report } from '../findings/report.ts'
import { reportGaps } from '../findings/report-gaps.ts'
import { nothingWritten } from '../interrupted.ts'
import type { Council } from '../provisions/council.ts'
import type { World } from '../world.ts'
import { settingsTexts } from './settings-texts.ts'

const styles = {
  error: 'red',
  warning: 'yellow',
  gap: 'cyan',
  note: 'gray',
  place: 'gray',
  caret: 'red',
  hint: 'gray',
  title: 'bold',
} as const

/** Colours for a terminal, unless NO_COLOR is set or the terminal cannot show them. */
export function paintFor(world: World): Paint {
  const isPlain = !world.isTerminal || Boolean(world.env.NO_COLOR) || world.env.TERM === 'dumb'
  return isPlain
    ? (_, text) => text
    : (style, text) => styleText(styles[style], text, { validateStream: false })
}

/** The faults, warnings and notes with their source lines; then the open questions by who answers them. */
export function describe(
  world: World,
  findings: readonly Finding[],
  texts: ReadonlyMap<string, string>,
  council: Council | undefined,
): string {
  const paint = paintFor(world)
  const faults = report(
    findings.filter(f => f.severity !== 'gap'),
    { texts, paint },
  )
  const gaps = reportGaps(findings, council ? { owners: council.owners } : {}, paint)
  return [faults, gaps].filter(Boolean).join('\n')
}

/** What is wrong with the clause library or the council's settings, and what that stops. */
export const describeSettings = (world: World, findings: readonly Finding[]): string =>
  `${describe(world, findings, settingsTexts(world), undefined)}
Nothing can be done until templates/ and data/ are mended; "concordat clauses check" looks again.`

/** The open questions about the Council itself, which are in its settings and no intake. */
export const describeOpenSettings = (world: World, findings: readonly Finding[], council: Council): string =>
  `\nIn the Council’s own settings, data/council.yaml:\n${describe(world, findings, settingsTexts(world), council)}`

/** `3 files`, `1 file`. */
export const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

/** What is said to whoever pressed Ctrl-C: what stands written, if anything does. */
export function interruptedAfter([first, ...others]: readonly string[]): string {
  if (first === undefined) return nothingWritten
  const also = others.length === 0 ? '' : ` and ${counted(others.length, 'more file')}`
  return `Interrupted, but ${first}${also} had been written, and ${others.length === 0 ? 'is' : 'are'} whole.`
}

/** What is said on the second Ctrl-C of a run over many intakes. */
export const stoppedAtOnce =
  'Stopped at once. Every file that stands is whole; run again to make those that are wanting.'
