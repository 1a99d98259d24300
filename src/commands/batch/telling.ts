/** What came of each intake in, as they end; lines for a person, a bar on a terminal, a table at the end, or JSON for a machine, out. */

import { duration, progressLine } from '../../batch/progress.ts'
import { textTable } from '../../batch/table.ts'
import { figures } from '../../figures.ts'
import type { World } from '../../world.ts'
import { exits } from '../exits.ts'
import { counted } from '../speech.ts'
import type { Done } from './job.ts'

export interface Telling {
  readonly tell: (done: Done) => void
  /** Says something that belongs to no intake. */
  readonly say: (text: string) => void
  /** Ends it and gives the exit code: that of the gravest. */
  readonly end: (isStopped: boolean) => number
}

/** A bar that moves more often than this many milliseconds cannot be read. */
const betweenLooks = 100

/** More rows than this are not read; then only those that need somebody are listed, so many at most. */
const rowsInFull = 25
const rowsAtMost = 50

/** Starts to tell of a number of intakes: to a machine where `json` is given, otherwise to a person. */
export function startTelling(world: World, of: number, json?: JsonHead): Telling {
  const rows: Row[] = []
  const started = world.elapsed()
  const write = json && jsonWriter(world, json)
  let lastLook = Number.NEGATIVE_INFINITY
  const look = () => {
    const now = world.elapsed()
    if (of < 2 || json || !world.isTerminal || now - lastLook < betweenLooks) return
    lastLook = now
    world.status(progressLine({ done: rows.length, of, milliseconds: now - started }, world.width()))
  }
  look()
  return {
    tell: done => {
      // Only what the table needs is kept, so that memory does not grow with what was said.
      rows.push({ file: done.file, result: done.result, exit: done.exit, counts: done.counts })
      if (write) write.next(done.json)
      else {
        if (of > 1 && (!world.isTerminal || done.err !== '' || needsSomebody(done)))
          world.err(`[${rows.length}/${of}] ${done.file}: ${inWords(done)}`)
        // On a terminal the bar and the table say enough of a long run; what reads the results from a pipe gets all.
        if (done.out !== '' && !(world.isTerminal && of > rowsInFull && !needsSomebody(done)))
          world.out(done.out)
        if (done.err !== '') world.err(done.err)
      }
      look()
    },
    say: text => {
      if (!json) world.err(text)
    },
    end: isStopped => {
      if (write) write.end()
      else if (of > 1) world.err(summary(rows, of, (world.elapsed() - started) / 1000, isStopped))
      return gravest(rows.map(row => row.exit))
    },
  }
}

type Row = Pick<Done, 'file' | 'result' | 'exit' | 'counts'>

const needsSomebody = ({ result }: Row): boolean => result === 'left alone' || result === 'nothing written'

/** `written, 12 questions still to answer`. */
function inWords({ result, counts }: Row): string {
  const open =
    counts.gap === 0 ? 'every question answered' : `${counted(counts.gap, 'question')} still to answer`
  return result === 'nothing written' ? result : `${result}, ${open}`
}

/** What a machine is told before the list, and the list's name. */
export interface JsonHead {
  readonly list: string
  readonly head: Readonly<Record<string, unknown>>
}

/** Writes a list that nobody holds in memory: each entry as it comes. */
function jsonWriter(world: World, { list, head }: JsonHead) {
  const opening = JSON.stringify({ version: 1, ...head }, null, 2).replace(/\n\}$/, `,\n  "${list}": [`)
  let isFirst = true
  return {
    next: (entry: unknown) => {
      const text = JSON.stringify(entry, null, 2).replace(/^/gm, '    ')
      world.out(isFirst ? `${opening}\n${text}` : `    ,\n${text}`)
      isFirst = false
    },
    end: () => world.out(isFirst ? `${opening}]\n}` : '  ]\n}'),
  }
}

/** The table, and how many came to what. */
function summary(rows: readonly Row[], of: number, seconds: number, isStopped: boolean): string {
  const shown = rows.length <= rowsInFull ? rows : rows.filter(row => row.exit !== exits.done)
  const table = textTable(
    ['Intake', 'Result', 'Errors', 'Warnings', 'Questions'],
    shown
      .slice(0, rowsAtMost)
      .map(({ file, result, counts }) => [
        file,
        result,
        ...[counts.error, counts.warning, counts.gap].map(n => figures(n)),
      ]),
  )
  const more = shown.length - rowsAtMost
  const results = [...new Set(rows.map(row => row.result))]
  const totals = results.map(
    result => `${figures(rows.filter(row => row.result === result).length)} ${result}`,
  )
  // Ctrl-C may come while the last ones are being ended.
  const isCutShort = isStopped && rows.length < of
  const rate = seconds > 0 ? `, ${(rows.length / seconds).toFixed(1)} a second` : ''
  return [
    '',
    ...(shown.length > 0 ? table : []),
    ...(more > 0 ? [`and ${figures(more)} more`] : []),
    ...(shown.length > 0 ? [''] : []),
    `${isCutShort ? `Stopped after ${figures(rows.length)} of ` : ''}${figures(of)} intakes: ${totals.join(', ') || 'none done'}. ${duration(seconds)}${rate}.`,
    ...(isCutShort ? ['Run the same again to do the rest; what is done is not done twice.'] : []),
    ...(isStopped && !isCutShort ? ['All were done before it stopped.'] : []),
  ].join('\n')
}

const order: readonly number[] = [exits.done, exits.leftAlone, exits.badIntake, exits.ourFault]

const gravest = (codes: readonly number[]): number =>
  codes.reduce((worst, code) => (order.indexOf(code) > order.indexOf(worst) ? code : worst), exits.done)
