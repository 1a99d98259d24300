/** A PDF in; what poppler's tools say of it out: its facts, its tags with their words, the words of each page. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether poppler's tools are on this machine. */
export const hasPoppler = spawnSync('pdfinfo', ['-v']).status === 0
export const popplerNote = hasPoppler ? '' : ' (skipped: pdfinfo and pdftotext are not installed)'

const ask = (
  tool: string,
  options: readonly string[],
  pdf: Uint8Array,
  after: readonly string[] = [],
): string => run(tool, options, pdf, after).stdout

function run(tool: string, options: readonly string[], pdf: Uint8Array, after: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-pdf-'))
  try {
    const path = join(folder, 'file.pdf')
    writeFileSync(path, pdf)
    const done = spawnSync(tool, [...options, path, ...after], { encoding: 'utf8', maxBuffer: 2 ** 27 })
    if (done.status !== 0) throw new Error(`${tool}: ${done.stderr}`)
    return done
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What `pdfinfo` says, by its own labels. */
export const factsOf = (pdf: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ask('pdfinfo', [], pdf)
      .split('\n')
      .map(line => /^([^:]+):\s*(.*)$/.exec(line))
      .flatMap(match => (match ? [[match[1]!, match[2]!]] : [])),
  )

/** The words of each page, in the order in which they are drawn: page header, text, page footer, or as the file has it. */
export const pagesOf = (pdf: Uint8Array): readonly string[] =>
  ask('pdftotext', ['-raw'], pdf, ['-']).split('\f').slice(0, -1)

/** How far the words of a page reach between two heights, in points from its left side and its top. */
export const reachOf = (pdf: Uint8Array, page: number, from: number, to: number): number =>
  Math.max(
    ...Array.from(
      ask('pdftotext', ['-bbox', '-f', `${page}`, '-l', `${page}`], pdf, ['-']).matchAll(
        / yMin="([^"]+)" xMax="([^"]+)"/g,
      ),
      ([, top, end]) => (Number(top) >= from && Number(top) < to ? Number(end) : 0),
    ),
  )

/** Where the word after a word starts, each time that the first is found: in points from the left side of its page. */
export const startsAfter = (pdf: Uint8Array, before: string): readonly number[] => {
  const words = Array.from(
    ask('pdftotext', ['-bbox'], pdf, ['-']).matchAll(/<word xMin="([^"]+)"[^>]*>([^<]*)</g),
    ([, start, word]) => ({ start: Number(start), word }),
  )
  return words.flatMap(({ word }, at) => (word === before ? [words[at + 1]!.start] : []))
}

/** What `pdfinfo` finds wrong with the file. */
export const complaintsAbout = (pdf: Uint8Array): string => run('pdfinfo', [], pdf, []).stderr

/** The tags with their attributes, as they stand in one another. Their words, which it could add, take it half a minute. */
export const structureOf = (pdf: Uint8Array): string => ask('pdfinfo', ['-struct'], pdf)

/** The names of the tags that assistive technology reads, one for each place, in its order. */
export const tagsOf = (pdf: Uint8Array): readonly string[] =>
  structureOf(pdf)
    .split('\n')
    .flatMap(line => /^\s*([A-Z][A-Za-z0-9]*)(?= "| \(| <|:|$)/.exec(line)?.[1] ?? [])

/** Letters and digits alone, in lower case: renderers part and mark the same words differently. */
export const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}£%]/gu, '')
