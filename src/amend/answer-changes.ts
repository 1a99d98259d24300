/** The answers of two versions in, every answer that differs out, with its path and as a document would print it. */
import { align } from '../document/compare/align.ts'
import { likeness } from '../document/compare/words.ts'
import type { Document } from '../document/nodes.ts'
import { allInlines } from '../document/references.ts'
import type { Answers, Key } from '../intake/answers.ts'
import { isInCouncilRisk } from '../intake/council-risks.ts'
import { formatAnswer } from '../intake/format.ts'
import { itemId, writePath } from '../intake/paths.ts'
import { fieldAt } from '../intake/schema.ts'
import { type Conflicts, noConflicts } from '../provisions/conflicts.ts'

export interface AnswerChange {
  /** Such as `partners[family-voice].legal_name`. */
  readonly path: string
  /** The same for any item: `partners[].legal_name`. */
  readonly pattern: string
  readonly title: string
  /** As printed; undefined where there was, or is, no answer. */
  readonly old?: string
  readonly now?: string
  readonly isPrivate: boolean
}

/** Records of the amending itself, which change with every amendment. */
const RECORDS = /^(?:amendments|schema_version|agreement_date|intake_date)\b/

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands for an answer that another answer states otherwise. */
export const inConflict = 'two answers conflict'

/**
 * Every answer that differs, in the order of the form. Items of a list are the same when their ids are. An answer that
 * conflicts with another in its version is not settled, so the words for that stand in its place.
 */
export function answerChanges(
  before: Answers,
  after: Answers,
  doubts: { readonly before: Conflicts; readonly after: Conflicts } = {
    before: noConflicts,
    after: noConflicts,
  },
): readonly AnswerChange[] {
  const found: AnswerChange[] = []
  const print = (pattern: string, value: unknown, answers: Answers): string | undefined => {
    if (value === undefined) return undefined
    const field = fieldAt(pattern)?.field
    const nameOf = (target: string, id: string): string | undefined => {
      const items = (answers.intake as Readonly<Record<string, unknown>>)[target]
      const item = Array.isArray(items) ? items.find(one => itemId(one) === id) : undefined
      return (item as { short_name?: string } | undefined)?.short_name
    }
    return field ? formatAnswer(field, value, nameOf) : String(value)
  }
  const special = (answers: Answers, keys: readonly Key[]): string | undefined => {
    const state = answers.stateOf(keys)
    if (!state) return undefined
    return state.state === 'none'
      ? 'none'
      : state.state === 'disputed'
        ? 'in dispute'
        : `not applicable: ${state.reason}`
  }
  const visit = (
    old: unknown,
    now: unknown,
    oldKeys: readonly Key[],
    nowKeys: readonly Key[],
    pattern: string,
  ): void => {
    if (RECORDS.test(pattern)) return
    if (isGroup(old) || isGroup(now)) {
      const [was, is] = [isGroup(old) ? old : {}, isGroup(now) ? now : {}]
      for (const key of new Set([...Object.keys(was), ...Object.keys(is)]))
        visit(was[key], is[key], [...oldKeys, key], [...nowKeys, key], pattern ? `${pattern}.${key}` : key)
      return
    }
    if (Array.isArray(old) || Array.isArray(now)) {
      const [was, is] = [(old ?? []) as readonly unknown[], (now ?? []) as readonly unknown[]]
      for (const [i, j] of itemsPaired(was, is))
        visit(was[i], is[j], [...oldKeys, i < 0 ? j : i], [...nowKeys, j < 0 ? i : j], `${pattern}[]`)
      return
    }
    // The name of a partner that an answer points at may have changed; the answer itself has not.
    if (old !== undefined && old === now) return
    const [oldPath, nowPath] = [writePath(before.intake, oldKeys), writePath(after.intake, nowKeys)]
    const [was, is] = [print(pattern, old, before), print(pattern, now, after)]
    if (was === is && special(before, oldKeys) === special(after, nowKeys)) return
    const oldText =
      was !== undefined && doubts.before.at(oldPath).length > 0
        ? inConflict
        : (was ?? special(before, oldKeys))
    const nowText =
      is !== undefined && doubts.after.at(nowPath).length > 0 ? inConflict : (is ?? special(after, nowKeys))
    // Neither version prints it then, whatever was changed.
    if (oldText === nowText) return
    const entry = fieldAt(pattern)
    found.push({
      path: now === undefined ? oldPath : nowPath,
      pattern,
      title: entry?.field.title ?? pattern,
      ...(oldText !== undefined && { old: oldText }),
      ...(nowText !== undefined && { now: nowText }),
      isPrivate:
        (entry?.isPrivate ?? false) || isInCouncilRisk(before, oldKeys) || isInCouncilRisk(after, nowKeys),
    })
  }
  visit(before.intake, after.intake, [], [], '')
  return found
}

/** How alike two items without ids must be to be one that changed, as the share of their words that both have. */
const ALIKE = 0.4

/** Which item of one list is which of the other, by index, -1 for none: by ids, and without ids by their words in their order. */
export function itemsPaired(
  was: readonly unknown[],
  is: readonly unknown[],
): readonly (readonly [number, number])[] {
  const [old, now] = [was.map(itemId), is.map(itemId)]
  return [
    ...old.flatMap((id, i) => (id === undefined ? [] : [[i, now.indexOf(id)] as const])),
    ...now.flatMap((id, j) => (id === undefined || old.includes(id) ? [] : [[-1, j] as const])),
    ...likePairs(loose(was), loose(is)),
  ]
}

interface LooseItem {
  readonly at: number
  readonly text: string
  readonly words: readonly string[]
}

const loose = (items: readonly unknown[]): readonly LooseItem[] =>
  items.flatMap((item, at) => {
    if (itemId(item) !== undefined) return []
    const text = JSON.stringify(item) ?? ''
    return [{ at, text, words: text.match(/[\p{L}\p{N}]+/gu) ?? [] }]
  })

function likePairs(
  was: readonly LooseItem[],
  is: readonly LooseItem[],
): readonly (readonly [number, number])[] {
  // What both begin with is nearly always all of it.
  let same = 0
  while (same < was.length && same < is.length && was[same]!.text === is[same]!.text) same++
  const worth = (a: LooseItem, b: LooseItem): number => {
    if (a.text === b.text) return 3
    const alike = likeness(a.words, b.words)
    return alike < ALIKE ? 0 : 1 + alike
  }
  return [
    ...was.slice(0, same).map(({ at }, index) => [at, is[index]!.at] as const),
    ...align(was.slice(same), is.slice(same), worth).map(
      ({ before, after }) => [before?.at ?? -1, after?.at ?? -1] as const,
    ),
  ]
}

/** The same from two documents, where the older answers are lost: what the printed answers were and are. */
export function printedAnswerChanges(before: Document, after: Document): readonly AnswerChange[] {
  const [was, is] = [printedAnswers(before), printedAnswers(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap(path => {
    const [old, now] = [was.get(path), is.get(path)]
    if (old === now) return []
    const pattern = path.replace(/\[[^\]]*\]/g, '[]')
    const entry = fieldAt(pattern)
    return [
      {
        path,
        pattern,
        title: entry?.field.title ?? pattern,
        ...(old !== undefined && { old }),
        ...(now !== undefined && { now }),
        isPrivate: false,
      },
    ]
  })
}

/** The answers a document prints, by path; an answer in several parts is joined once. */
function printedAnswers({ body }: Document): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const inline of allInlines(body))
    if (inline.type === 'fact' && !inline.path.startsWith('derived') && !found.has(inline.path))
      found.set(inline.path, inline.text)
  return found
}
