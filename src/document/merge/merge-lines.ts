/**
 * The lines of one document as they were generated, as somebody left them and as they are generated now in; the lines of
 * all three out. What is generated now gives the order; what was added or moved by hand goes after the line it stood behind.
 */
import { align } from './align.ts'
import { ancestorsOf } from './ancestors.ts'
import { describeWords, wordsOfLine } from './edits.ts'
import { type Line, parentsOf, rankOf } from './lines.ts'
import { mergeTables } from './merge-table.ts'
import { asTyped, clashNote, mergeWords } from './merge-words.ts'
import type { Merging } from './merging.ts'
import { isIdenticalLine, isSameLine } from './same.ts'
import { rising } from './sequences.ts'

/** A place in the merged document. */
interface Slot {
  line: Line
  /** Only generated now: neither the base nor the person knew it. */
  readonly isFresh: boolean
}

/** Merges three versions of some lines. */
export function mergeLines(
  base: readonly Line[],
  theirs: readonly Line[],
  ours: readonly Line[],
  merging: Merging,
): readonly Line[] {
  return new LineMerge(base, theirs, ours, merging).run()
}

class LineMerge {
  /** Where each line of the base stands in theirs and in ours; and back. */
  readonly #inTheirs: readonly number[]
  readonly #inOurs: readonly number[]
  readonly #baseOfTheirs: ReadonlyMap<number, number>
  readonly #baseOfOurs: ReadonlyMap<number, number>
  readonly #slots: Slot[] = []
  readonly #slotOfOurs = new Map<number, Slot>()

  constructor(
    readonly base: readonly Line[],
    readonly theirs: readonly Line[],
    readonly ours: readonly Line[],
    readonly merging: Merging,
  ) {
    this.#inTheirs = align(base, theirs)
    this.#inOurs = align(base, ours)
    this.#baseOfTheirs = reversed(this.#inTheirs)
    this.#baseOfOurs = reversed(this.#inOurs)
  }

  run(): readonly Line[] {
    const kept = this.#keptDeleted()
    for (const [k, line] of this.ours.entries()) {
      const i = this.#baseOfOurs.get(k)
      const isGone = i !== undefined && this.#inTheirs[i]! < 0 && !line.diagram
      if (isGone && !kept.has(k)) {
        this.merging.report.edit('deleted', line, wordsOfLine(this.base[i]!), '')
        continue
      }
      const slot: Slot = { line: kept.has(k) ? this.#protested(k, i) : line, isFresh: i === undefined }
      this.#slots.push(slot)
      this.#slotOfOurs.set(k, slot)
    }
    this.#placeTheirs()
    return this.#slots.map(slot => slot.line)
  }

  /** Lines of ours that somebody deleted and the answers changed, with those that hold them. */
  #keptDeleted(): ReadonlySet<number> {
    const isGone = (k: number): boolean => {
      const i = this.#baseOfOurs.get(k)
      return i !== undefined && this.#inTheirs[i]! < 0
    }
    const parents = parentsOf(this.ours)
    const kept = new Set<number>()
    for (const [k, line] of this.ours.entries()) {
      const i = this.#baseOfOurs.get(k)
      const hangsLoose = i === undefined && parents[k]! >= 0 && isGone(parents[k]!)
      const isChanged = i !== undefined && isGone(k) && !isSameLine(this.base[i]!, line)
      if (!hangsLoose && !isChanged) continue
      kept.add(k)
      for (const above of ancestorsOf(k, parents)) if (isGone(above)) kept.add(above)
    }
    return kept
  }

  /** A line that was deleted by hand and comes back as a tracked insertion, for somebody to decide. */
  #protested(k: number, i: number | undefined): Line {
    const line = this.ours[k]!
    const { signature, report } = this.merging
    const was = i === undefined ? undefined : this.base[i]!
    if (!was || !isSameLine(was, line)) report.conflict(line, '', wordsOfLine(line))
    const note = clashNote(signature, { theirs: '', ours: wordsOfLine(line) })
    return {
      ...line,
      change: { kind: 'inserted', ...signature },
      tokens: line.tokens.map(token => ({ ...token, notes: [note] })),
    }
  }

  /** Puts what stands in theirs into the merged order. */
  #placeTheirs(): void {
    const steady = this.#steady()
    const refused = this.#refused()
    const parents = parentsOf(this.theirs)
    let cursor: Slot | undefined
    for (const j of this.theirs.keys()) {
      const i = this.#baseOfTheirs.get(j)
      const k = i === undefined ? -1 : this.#inOurs[i]!
      const slot = k >= 0 ? this.#slotOfOurs.get(k) : undefined
      if (slot && i !== undefined) {
        slot.line = this.#merged(i, j, k)
        if (!steady.has(j)) {
          // What hangs under a moved line moves with it, so only the line itself is told of.
          const parent = parents[j]!
          if (parent < 0 || steady.has(parent))
            this.merging.report.edit('moved', slot.line, '', wordsOfLine(slot.line))
          this.#slots.splice(this.#slots.indexOf(slot), 1)
          this.#insert(slot, cursor)
        }
        cursor = slot
      } else if (i === undefined && this.#comesBack(j)) {
        cursor = this.#comesBack(j)
      } else if (i === undefined || refused.has(j)) {
        const fresh: Slot = { line: this.#added(j, i, refused.has(j)), isFresh: false }
        this.#insert(fresh, cursor)
        cursor = fresh
      }
    }
  }

  /** A line that an earlier merge struck out, and that the answers now bring back: theirs against what is generated now. */
  #comesBack(j: number): Slot | undefined {
    const line = this.theirs[j]!
    const k = line.key === undefined ? -1 : this.ours.findIndex(one => one.key === line.key)
    const slot = this.#slotOfOurs.get(k)
    if (!slot?.isFresh || slot.line.table) return slot?.isFresh ? slot : undefined
    const ours = this.ours[k]!
    const typed = asTyped(line.tokens, this.merging.signature)
    slot.line = {
      ...ours,
      tokens: mergeWords(ours.tokens, typed, ours.tokens, this.merging.signature).tokens,
    }
    return slot
  }

  /** The lines of theirs that kept their order. */
  #steady(): ReadonlySet<number> {
    const places = [...this.#inTheirs.entries()].flatMap(([i, j]) =>
      j >= 0 && this.#inOurs[i]! >= 0 ? [j] : [],
    )
    return rising(places)
  }

  /** Lines of theirs that stand in what the answers took out: edited or added there, with those that hold them. */
  #refused(): ReadonlySet<number> {
    const isOut = (j: number): boolean => {
      const i = this.#baseOfTheirs.get(j)
      return i !== undefined && this.#inOurs[i]! < 0
    }
    const parents = parentsOf(this.theirs)
    const refused = new Set<number>()
    for (const [j, line] of this.theirs.entries()) {
      const i = this.#baseOfTheirs.get(j)
      const isAdded = i === undefined && parents[j]! >= 0 && (isOut(parents[j]!) || refused.has(parents[j]!))
      const isEdited = i !== undefined && isOut(j) && !isSameLine(this.base[i]!, line)
      if (!isAdded && !isEdited) continue
      refused.add(j)
      for (const above of ancestorsOf(j, parents)) if (isOut(above)) refused.add(above)
    }
    return refused
  }

  /** Puts a slot behind another, past what only we added deeper down there. */
  #insert(slot: Slot, behind: Slot | undefined): void {
    let at = behind ? this.#slots.indexOf(behind) + 1 : 0
    const depth = slot.line.into
    while (at < this.#slots.length && this.#slots[at]!.isFresh && this.#slots[at]!.line.into > depth) at++
    this.#slots.splice(at, 0, slot)
  }

  /** A line that only theirs has. In what the answers took out it stands struck out. */
  #added(j: number, i: number | undefined, isRefused: boolean): Line {
    const line = this.theirs[j]!
    const { signature, report } = this.merging
    if (!isRefused) {
      if (line.change) report.tracked(line.change, line, wordsOfLine(line))
      else report.edit('inserted', line, '', wordsOfLine(line))
      return line
    }
    const typed = { ...line, tokens: asTyped(line.tokens, signature) }
    const isEdited = i === undefined || !isSameLine(this.base[i]!, line)
    if (isEdited) report.conflict(typed, wordsOfLine(typed), '')
    const note = clashNote(signature, { theirs: wordsOfLine(typed), ours: '' })
    const structure = i === undefined ? {} : shapeOf(this.base[i]!)
    return {
      ...typed,
      ...structure,
      change:
        line.change && line.change.author !== signature.author
          ? line.change
          : { kind: 'deleted', ...signature },
      tokens: isEdited
        ? typed.tokens.map(token => ({ ...token, notes: [...(token.notes ?? []), note] }))
        : typed.tokens,
    }
  }

  #merged(i: number, j: number, k: number): Line {
    const [base, theirs, ours] = [this.base[i]!, this.theirs[j]!, this.ours[k]!]
    const { signature, report } = this.merging
    const isUntouched = isIdenticalLine(base, theirs) && !theirs.change
    if (isUntouched && theirs.kind === base.kind && theirs.level === base.level) return ours
    if (base.table && theirs.table && ours.table)
      return mergeTables(base, theirs, ours, this.merging, mergeLines)
    const { tokens, clashes } = mergeWords(base.tokens, theirs.tokens, ours.tokens, signature)
    const merged: Line = {
      ...ours,
      ...this.#shape(base, theirs, ours),
      tokens,
      ...(theirs.change && { change: theirs.change }),
    }
    if (theirs.change) report.tracked(theirs.change, merged, wordsOfLine(theirs))
    if (!isIdenticalLine(base, theirs)) describeWords(base, theirs, report, merged)
    for (const { theirs: typed, ours: now } of clashes) report.conflict(merged, typed, now)
    return merged
  }

  /** A line that was given another level or style by hand keeps it. */
  #shape(base: Line, theirs: Line, ours: Line): Partial<Line> {
    if (theirs.isGuess || (theirs.kind === base.kind && theirs.level === base.level)) return {}
    if (ours.kind !== base.kind || ours.level !== base.level || theirs.kind === 'bullet') return {}
    if (rankOf(base) === undefined && rankOf(theirs) === undefined && theirs.kind !== 'heading') return {}
    this.merging.report.edit('restyled', ours, base.kind, theirs.kind)
    return { ...shapeOf(theirs), ...((ours.key ?? theirs.key) ? { key: ours.key ?? theirs.key } : {}) }
  }
}

const shapeOf = ({ kind, level, into, isTitled, layout }: Line): Partial<Line> => ({
  kind,
  level,
  into,
  isTitled: isTitled ?? false,
  ...(layout && { layout }),
})

const reversed = (places: readonly number[]): ReadonlyMap<number, number> =>
  new Map([...places.entries()].flatMap(([from, to]) => (to >= 0 ? [[to, from] as const] : [])))
