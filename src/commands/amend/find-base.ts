/** A Word file that came back and the folder of its partnership in; what the file was generated as out, and how that is known. */
import { type Generated, hashOfMemory } from '../../document/memory.ts'
import { likeness, telling } from '../../document/merge/align.ts'
import { wordsOfLine } from '../../document/merge/edits.ts'
import { flatten } from '../../document/merge/flatten.ts'
import type { Document } from '../../document/nodes.ts'
import { type Numbering, numberDocument, referenceText } from '../../document/number.ts'
import type { Finding } from '../../findings/finding.ts'
import { readRecord, readVersion } from '../../output/record.ts'
import type { WordingHashes } from '../../provisions/wording-hashes.ts'
import type { Returned, ReturnedBlock } from '../../returned/content.ts'
import { readGenerated } from '../../returned/generated.ts'

export interface Base {
  readonly document: Document
  readonly numbering: Numbering
  /** The hash it goes by; undefined when the file's own text stands in. */
  readonly model?: string
  /** The hash of the intake it was drafted from. */
  readonly intake?: string
  /** The hashes of the library's wordings then. */
  readonly wordings?: WordingHashes
  /** What the file says that it was drafted as, where that is not believed. Whose agreement it is, it may still tell. */
  readonly claimed?: Document
  readonly findings: readonly Finding[]
}

/**
 * Finds what the file was generated as: what it carries, the version its hash names, or the version on record it is most like.
 * Where the folder keeps versions, what the file carries counts only if it is one of them.
 */
export function findBase(returned: Returned, folder: string, file: string): Base | undefined {
  const own = soundMemory(returned, folder)
  if (own) {
    const model = hashOfMemory(returned.memory!)
    if (!isOffRecord(folder, model)) return based(own, model, [])
    const best = mostLike(returned, folder)
    if (!best) return undefined
    const [said, counts] = [own, best.found].map(({ document }) => document.properties.version)
    return { ...based(best.found, best.model, [offRecord(file, said!, counts!)]), claimed: own.document }
  }
  const named = returned.hash === undefined ? undefined : readVersion(folder, returned.hash)
  const byHash = named === undefined ? undefined : readGenerated(named)
  if (byHash) {
    const note = lostMemory(
      file,
      `It was found in versions/ as ${byHash.document.properties.version}.`,
      'note',
    )
    return based(byHash, returned.hash!, [note])
  }
  const best = mostLike(returned, folder)
  if (!best) return undefined
  const { version } = best.found.document.properties
  const said = `Of the versions on record it is most like ${version}, so its edits are told from that.`
  return based(best.found, best.model, [lostMemory(file, said, 'warning')])
}

/** What the word of a file on what it was drafted as is worth. One that carries nothing says nothing that could be wrong. */
export type Trust = 'sound' | 'changed' | 'off record'

/** Whether what a file carries may be believed: its hash fits, and where versions are kept it is one of them. */
export function trustIn(returned: Returned, folder: string): Trust {
  if (returned.memory === undefined) return 'sound'
  if (soundMemory(returned, folder) === undefined) return 'changed'
  return isOffRecord(folder, hashOfMemory(returned.memory)) ? 'off record' : 'sound'
}

/** What the file says that it was drafted as, unless somebody changed that: its property or the record must know it. */
function soundMemory(returned: Returned, folder: string): Generated | undefined {
  const known = soundKnown.get(returned) ?? new Map<string, Generated | undefined>()
  soundKnown.set(returned, known)
  if (!known.has(folder)) known.set(folder, readSoundMemory(returned, folder))
  return known.get(folder)
}

/** By file and folder: reading a memory takes a while, and it is asked for more than once. */
const soundKnown = new WeakMap<Returned, Map<string, Generated | undefined>>()

function readSoundMemory({ memory, hash }: Returned, folder: string): Generated | undefined {
  if (memory === undefined) return undefined
  const own = hashOfMemory(memory)
  const isSound = hash === undefined || hash === own || readVersion(folder, own) !== undefined
  return isSound ? readGenerated(memory) : undefined
}

/** Whether a folder keeps versions and this is none of them. Its hash may have been made anew to suit changed text. */
const isOffRecord = (folder: string, model: string): boolean => {
  const versions = readRecord(folder)?.versions ?? []
  return versions.length > 0 && versions.every(version => version.model !== model)
}

const offRecord = (file: string, said: string, counts: string): Finding => ({
  code: 'BACK-18',
  severity: 'warning',
  message: `${file} says that it was drafted as ${said}, and that is no version on record here, so it is not believed. Of the versions on record it is most like ${counts}, so all that differs from that counts as typed by hand.`,
  hint: 'If it was drafted in another folder or on another computer, run with --out and a folder that keeps no versions of this partnership, where the file’s own word is taken. Otherwise ask whoever had the file what was done to it.',
})

const based = (
  { document, intake, wordings }: Generated,
  model: string,
  findings: readonly Finding[],
): Base => ({
  document,
  numbering: numberDocument(document),
  model,
  intake,
  ...(wordings && { wordings }),
  findings,
})

interface Likest {
  readonly found: Generated
  readonly model: string
  readonly score: number
}

/** The version on record that a file is most like, if it shares at least half of its words. */
function mostLike(returned: Returned, folder: string): Likest | undefined {
  const words = telling(textOf(returned.blocks))
  const versions = readRecord(folder)?.versions ?? []
  let best: Likest | undefined
  for (const { model } of [...versions].reverse()) {
    const text = readVersion(folder, model)
    const found = text === undefined ? undefined : readGenerated(text)
    if (!found) continue
    const numbering = numberDocument(found.document)
    const lines = flatten(found.document, target => ({
      text: referenceText(numbering, target) ?? '',
      isField: false,
    }))
    const score = likeness(words, telling(lines.map(wordsOfLine).join('\n')))
    if (!best || score > best.score + 0.001) best = { found, model, score }
  }
  return best && best.score >= 0.5 ? best : undefined
}

const lostMemory = (file: string, found: string, severity: 'note' | 'warning'): Finding => ({
  code: 'BACK-03',
  severity,
  message: `${file} no longer carries what it was drafted as. ${found}`,
  hint: 'Check that it was made from that version.',
})

/** The words of a file, as one text. */
export function textOf(blocks: readonly ReturnedBlock[]): string {
  return blocks
    .map(block =>
      block.type === 'paragraph'
        ? block.pieces.map(piece => piece.text).join('')
        : block.rows.map(row => row.cells.map(textOf).join('\t')).join('\n'),
    )
    .join('\n')
}
