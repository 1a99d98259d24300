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
  readonly findings: readonly Finding[]
}

/** Finds what the file was generated as: what it carries, the version its hash names, or the version it is most like. */
export function findBase(returned: Returned, folder: string, file: string): Base | undefined {
  const own = soundMemory(returned, folder)
  if (own) {
    const model = hashOfMemory(returned.memory!)
    const { version } = own.document.properties
    return based(own, model, isOffRecord(folder, model) ? [unrecorded(file, version)] : [])
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
  return mostLike(returned, folder, file)
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

/** Whether a file carries something of what it was drafted as that cannot be believed. */
export const isTampered = (returned: Returned, folder: string): boolean =>
  returned.memory !== undefined && soundMemory(returned, folder) === undefined

/** Whether a folder keeps versions and this is none of them. Its hash may have been made anew to suit changed text. */
const isOffRecord = (folder: string, model: string): boolean => {
  const versions = readRecord(folder)?.versions ?? []
  return versions.length > 0 && versions.every(version => version.model !== model)
}

const unrecorded = (file: string, version: string): Finding => ({
  code: 'BACK-18',
  severity: 'warning',
  message: `${file} says that it was drafted as ${version}, and that is no version on record here. If somebody changed what it carries of that, edits by hand pass for our wording.`,
  hint: 'Make sure that it was drafted in another folder, or on another computer. If it was not, have Word remove custom XML data (File, Info, Inspect Document) and amend again.',
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

function mostLike(returned: Returned, folder: string, file: string): Base | undefined {
  const words = telling(textOf(returned.blocks))
  const versions = readRecord(folder)?.versions ?? []
  let best: { readonly found: Generated; readonly model: string; readonly score: number } | undefined
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
  if (!best || best.score < 0.5) return undefined
  const { version } = best.found.document.properties
  const said = `Of the versions on record it is most like ${version}, so its edits are told from that.`
  return based(best.found, best.model, [lostMemory(file, said, 'warning')])
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
