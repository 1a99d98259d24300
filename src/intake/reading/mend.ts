/**
 * Reads a whole file in spite of faults of layout: takes the text, gives the tree and a finding for each fault. After
 * each fault that would upset what follows, the line is left out of a copy of equal length, and the copy is read again,
 * so that one slip gives one message and the next slip is still found.
 */
import type { Finding } from '../../findings/finding.ts'
import { type Fault, parseYaml } from '../yaml-source.ts'
import { splitLine } from './line-parts.ts'
import type { Lines } from './lines.ts'
import type { Node } from './tree.ts'
import { contentLine, type Wording, wordFault } from './yaml-wording.ts'

export interface Reading {
  readonly root: Node | undefined
  readonly findings: readonly Finding[]
  /** Lines with a fault, or left out because of one: nothing further is said of them. */
  readonly brokenLines: ReadonlySet<number>
  /** False when a limit stopped the reading. */
  readonly isWhole: boolean
}

const maxFaults = 200
/** Faults that leave the rest of the reading in order. */
const isLocal = ({ kind, code, message }: Fault) =>
  ['anchor', 'alias', 'tag'].includes(kind) ||
  ['BAD_SCALAR_START', 'BAD_DQ_ESCAPE', 'TAB_AS_INDENT'].includes(code) ||
  message.includes('at node end')

/** Reads the text of an intake into a tree, with every fault of layout worded. */
export function readTree(lines: Lines): Reading {
  const findings: Finding[] = []
  const brokenLines = new Set<number>()
  let copy = lines.text
  // Big files get fewer rounds, so that no file under the size limit takes long.
  for (let rounds = Math.max(2, Math.min(50, Math.floor(2_000_000 / (lines.text.length + 1)))); ; rounds--) {
    const { root, faults } = parseYaml(copy)
    if (faults.length === 0) return { root, findings, brokenLines, isWhole: true }
    const round = firstFaults(faults)
    for (const fault of round) {
      const wording = wordFault(fault, indexed(lines, copy))
      const line = lines.positionAt(wording.span.start).line
      if (!brokenLines.has(line)) findings.push(finding(wording, lines))
      if (wording.repair === 'stop') return { root: undefined, findings, brokenLines, isWhole: false }
      copy = mend(copy, wording, lines, brokenLines)
    }
    if (rounds <= 1 || findings.length >= maxFaults) {
      findings.push(unfinished(lines, faults.at(-1)!))
      return { root: undefined, findings, brokenLines, isWhole: false }
    }
  }
}

/** Too many answers stop the reading at once; else the harmless faults up to the first that upsets what follows it. */
function firstFaults(faults: readonly Fault[]): readonly Fault[] {
  const fatal = faults.find(({ kind }) => kind === 'too-many')
  if (fatal) return [fatal]
  const upsetting = faults.findIndex(fault => !isLocal(fault))
  return faults.slice(0, Math.min(maxFaults, upsetting < 0 ? faults.length : upsetting + 1))
}

const finding = ({ code, message, hint, span }: Wording, lines: Lines): Finding => ({
  code,
  severity: 'error',
  message,
  hint,
  place: lines.placeAt(span),
})

const unfinished = (lines: Lines, fault: Fault): Finding => ({
  code: 'YAML-01',
  severity: 'error',
  message: 'There may be more faults; reading stopped after these',
  hint: 'Mend those above and read the file again',
  place: lines.placeAt(fault.span),
})

/** The copy has the length and the lines of the file, so positions serve for both; hints come from the copy's lines. */
function indexed(lines: Lines, copy: string): Lines {
  return copy === lines.text ? lines : { ...lines, text: copy, lineText: n => lineOf(lines, copy, n) }
}

const lineOf = (lines: Lines, copy: string, number: number): string =>
  copy
    .slice(lines.startOf(number), number < lines.count ? lines.startOf(number + 1) - 1 : copy.length)
    .replace(/\r$/, '')

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ')

function mend(copy: string, { repair, span }: Wording, lines: Lines, brokenLines: Set<number>): string {
  if (repair === 'rest') return copy.slice(0, span.start) + blank(copy.slice(span.start))
  const placed = lines.positionAt(span.start).line
  // A line already left out that still gives a fault: the one after it is to blame.
  const number = brokenLines.has(placed) ? contentLine(indexed(lines, copy), placed) : placed
  const isAgain = brokenLines.has(number)
  brokenLines.add(number)
  const start = lines.startOf(number)
  const line = lineOf(lines, copy, number)
  if (repair === 'tab' && !isAgain) {
    const lead = line.match(/^[ \t]*/)![0].length
    const mended = line.slice(0, lead).replaceAll('\t', ' ') + line.slice(lead)
    return copy.slice(0, start) + mended + copy.slice(start + line.length)
  }
  const parts = splitLine(line)
  const keep = repair === 'answer' && !isAgain && parts.value !== '' ? parts.valueAt : 0
  let end = start + line.length
  // Lines set further in belong to what is left out.
  for (let next = number + 1; next <= lines.count; next++) {
    const text = lineOf(lines, copy, next)
    if (text.trim() !== '' && splitLine(text).indent <= parts.lead) break
    end = lines.startOf(next) + text.length
    if (text.trim() !== '') brokenLines.add(next)
  }
  return copy.slice(0, start + keep) + blank(copy.slice(start + keep, end)) + copy.slice(end)
}
