/**
 * What a Word file was drafted as and the agreement as today's library words it in; out, the agreement with whichever wording was
 * asked for, which templates moved on in between, and what is to be said of each.
 */
import { answerChanges } from '../../amend/answer-changes.ts'
import { type Fate, keepWording } from '../../amend/library/keep-wording.ts'
import { conflictsIn, type LibraryMoves } from '../../amend/request.ts'
import type { Document } from '../../document/nodes.ts'
import { numberDocument } from '../../document/number.ts'
import type { Finding } from '../../findings/finding.ts'
import type { Answers } from '../../intake/answers.ts'
import { conditionNames } from '../../intake/condition-names.ts'
import { conditions, deriveConditions } from '../../intake/conditions.ts'
import { clauseNames } from '../../pack/clauses.ts'
import { assembleAgreement } from '../../provisions/assemble.ts'
import { type WordingHashes, wordingHashes } from '../../provisions/wording-hashes.ts'
import { inlineText } from '../../render/text.ts'
import type { MadeAgreement } from '../agreement.ts'
import type { Loaded } from '../settings.ts'
import type { Base } from './find-base.ts'
import type { OldAnswers } from './papers-of-amendment.ts'
import { keptFindings, movedFindings, unknownWording } from './wording-findings.ts'

export interface Moved {
  /** The agreement that counts as what the answers give. */
  readonly made: MadeAgreement
  /** The hashes of the wordings it was made with. */
  readonly wordings: WordingHashes
  /** Undefined where nothing of the library moved. */
  readonly library?: LibraryMoves
  readonly findings: readonly Finding[]
}

interface Known {
  /** The hash of the intake now, and the answers that the file was drafted from where they are given. */
  readonly intake: string
  readonly old: OldAnswers
  readonly answers: Answers
  readonly isKept: boolean
  readonly file: string
}

/** Compares the library with the one that the file was drafted with, template by template. */
export function moveLibrary(
  settings: Loaded,
  base: Base | undefined,
  made: MadeAgreement,
  { intake, old, answers, isKept, file }: Known,
): Moved {
  const now = wordingHashes(settings)
  const was = base?.wordings
  if (!base || !was) {
    const findings = isKept ? [unknownWording(file)] : []
    return { made, wordings: now, findings }
  }
  const isMoved = (key: string): boolean => was[key] !== now[key]
  if (![...Object.keys(was), ...Object.keys(now)].some(isMoved)) return { made, wordings: now, findings: [] }
  const reprinted =
    base.intake === intake
      ? made.document
      : old.answers &&
        assembleAgreement(
          settings,
          old.answers,
          base.document.properties,
          conflictsIn({ document: base.document, ...old }),
        ).document
  const library: LibraryMoves = { isMoved, ...(reprinted && { reprinted }) }
  const { document, fates } = keepWording({
    base: base.document,
    ours: made.document,
    ...(reprinted && { reprinted }),
    isMoved,
    isUnchanged: base.intake === intake ? () => true : unchangedSince(old, answers),
    turned: base.intake === intake ? [] : turnedSince(old, answers),
    wasKnown: key => was[key] !== undefined,
    isKnown: key => now[key] !== undefined,
    usedIn: words => new Set([...settings.library.terms.find(words)].map(id => `definition.${id}`)),
  })
  const kept = { document, numbering: numberDocument(document) }
  const told = fates.map(fate => ({
    ...fate,
    name: nameOf(fate, [isKept ? kept.document : made.document, base.document]),
  }))
  const noteOf = (template: string) =>
    settings.library.provisions.find(one => one.file === template)?.changed?.note
  return isKept
    ? {
        made: kept,
        wordings: wordingsKept(was, now, fates),
        library,
        findings: keptFindings(told, noteOf),
      }
    : { made, wordings: now, library, findings: movedFindings(told, noteOf) }
}

/** Tells by its path an answer that did not change. What is worked out from answers may have, whatever it is called. */
function unchangedSince({ answers: before }: OldAnswers, answers: Answers): (path: string) => boolean {
  if (!before) return () => false
  const changed = answerChanges(before, answers).map(({ path }) => path)
  const isWithin = (path: string, outer: string): boolean =>
    path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`)
  return path =>
    !path.startsWith('derived') && !changed.some(one => isWithin(one, path) || isWithin(path, one))
}

/** The conditions that the answers decide otherwise than they did, in words. */
function turnedSince({ answers: before }: OldAnswers, after: Answers): readonly string[] {
  if (!before) return []
  const [was, is] = [before, after].map(({ intake, stateOf }) => deriveConditions(intake, stateOf))
  return conditionNames.filter(name => was![name] !== is![name]).map(name => conditions[name].label)
}

function nameOf({ template, blocks }: Fate, documents: readonly Document[]): string {
  const [first] = blocks
  if (first?.type === 'definition') return `The definition of “${first.term}”`
  if (first && 'id' in first)
    for (const document of documents) {
      const name = clauseNames(document, numberDocument(document))(first.id)
      if (name !== undefined) return name
    }
  const words =
    first?.type === 'heading' ? first.children : first && 'title' in first ? (first.title ?? []) : []
  return words.length > 0 ? inlineText(words, { numbering: new Map(), indent: 0 }) : template
}

/** What keeps its older wording keeps that wording's hash, so that the next amendment knows it for what it is. */
function wordingsKept(was: WordingHashes, now: WordingHashes, fates: readonly Fate[]): WordingHashes {
  const olderKeys = fates.flatMap(({ isKept, template }) => (isKept ? [template] : []))
  const wordings: Record<string, string> = { ...now }
  for (const key of olderKeys) {
    const older = was[key]
    if (older === undefined) delete wordings[key]
    else wordings[key] = older
  }
  return wordings
}
