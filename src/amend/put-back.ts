/** The answers of two versions in; what changed as one, and either version with some of that as it is in the other, out. */
import type { Answers, Key } from '../intake/answers.ts'
import { changeAt } from '../intake/change-at.ts'
import { itemId, writePath } from '../intake/paths.ts'
import { type AnswerChange, itemsPaired } from './answer-changes.ts'

/** A step of a path: a key, or an item of a list by its id. */
type Token = { readonly key: string } | { readonly id: string }

const tokensOf = (path: string): readonly Token[] =>
  [...path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(([, id, key]) =>
    id === undefined ? { key: key! } : { id },
  )

const nameOf = (tokens: readonly Token[]): string =>
  tokens
    .map(token => ('id' in token ? `[${token.id}]` : `.${token.key}`))
    .join('')
    .slice(1)

const hasIds = (list: unknown): boolean =>
  Array.isArray(list) && list.some(item => itemId(item) !== undefined)

/** Where an item stands: by its id, and in a list without ids by its position, which is how a path calls it. */
function indexOf(list: unknown, id: string): number {
  if (!Array.isArray(list)) return -1
  if (hasIds(list) || !/^\d+$/.test(id)) return list.findIndex(item => itemId(item) === id)
  return Number(id) <= list.length ? Number(id) - 1 : -1
}

/** Whether each item of two lists without ids is the one that stands at its position in the other. */
const isInStep = (was: unknown, is: unknown): boolean =>
  Array.isArray(was) &&
  Array.isArray(is) &&
  was.length === is.length &&
  !hasIds(was) &&
  !hasIds(is) &&
  itemsPaired(was, is).every(([i, j]) => i === j)

const below = (node: unknown, token: Token): unknown => {
  if ('key' in token) return (node as Readonly<Record<string, unknown>> | undefined)?.[token.key]
  return Array.isArray(node) ? node[indexOf(node, token.id)] : undefined
}

/**
 * What changed, by the path of the largest thing that changed as one: an item that came or went, or a list whose items have
 * no ids, counts as one.
 */
export function changedAsOne(
  before: Answers,
  after: Answers,
  changes: readonly AnswerChange[],
): ReadonlyMap<string, readonly AnswerChange[]> {
  const groups = new Map<string, AnswerChange[]>()
  for (const change of changes) {
    let [was, is]: unknown[] = [before.intake, after.intake]
    const tokens = tokensOf(change.path)
    const used: Token[] = []
    for (const token of tokens) {
      if ('id' in token) {
        const isNamed = indexOf(was, token.id) >= 0 || indexOf(is, token.id) >= 0
        // Where items came or went, the position of one tells nothing, so all of the list counts as one.
        if (!isNamed || !(hasIds(was) || hasIds(is) || isInStep(was, is))) break
        used.push(token)
        if (indexOf(was, token.id) < 0 || indexOf(is, token.id) < 0) break
      } else used.push(token)
      ;[was, is] = [below(was, token), below(is, token)]
    }
    const path = nameOf(used)
    groups.set(path, [...(groups.get(path) ?? []), change])
  }
  return groups
}

/** Some answers with a few things as they are in others: put back as they were, or put in as they are now. */
export function putBack(others: Answers, answers: Answers, paths: readonly string[]): Answers {
  const intake = paths.reduce<unknown>(
    (now, path) => withOld(now, others.intake, tokensOf(path)),
    answers.intake,
  ) as Answers['intake']
  const taken = new Set(paths)
  return {
    ...answers,
    intake,
    stateOf: keys => {
      const tokens = tokensOf(writePath(intake, keys))
      const isWithin = tokens.some((_, at) => taken.has(nameOf(tokens.slice(0, at + 1))))
      const from = isWithin ? others : answers
      return from.stateOf(keysOf(from.intake, tokens))
    },
  }
}

/** The keys that lead to a path; an item that has no id keeps its position. */
function keysOf(root: unknown, tokens: readonly Token[]): readonly Key[] {
  let here = root
  return tokens.map(token => {
    const at = 'id' in token ? indexOf(here, token.id) : -1
    const key = 'key' in token ? token.key : at >= 0 ? at : Number(token.id) - 1
    here = (here as Readonly<Record<Key, unknown>> | undefined)?.[key]
    return key
  })
}

/** A value with what is at a path taken from another, an item of a list that came or went among it. */
function withOld(now: unknown, old: unknown, tokens: readonly Token[]): unknown {
  const [toLast, last] = [tokens.slice(0, -1), tokens.at(-1)]
  if (last === undefined || 'key' in last)
    return changeAt(now, keysOf(now, tokens), () => tokens.reduce(below, old))
  const theirs = toLast.reduce(below, old) as readonly unknown[] | undefined
  const was = indexOf(theirs, last.id)
  return changeAt(now, keysOf(now, toLast), ours => {
    const list = (ours ?? []) as readonly unknown[]
    const at = indexOf(ours, last.id)
    if (at < 0) return list.toSpliced(was, 0, theirs![was])
    if (was >= 0) return list.with(at, theirs![was])
    const left = list.toSpliced(at, 1)
    return left.length === 0 && theirs === undefined ? undefined : left
  })
}
