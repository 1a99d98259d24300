/**
 * The answers of two versions and a way to print an agreement in; out, which changed answers made a paragraph what it is. An answer
 * is put back as it was, the rest left as they are, and the agreement printed: what then reads otherwise, that answer caused.
 */
import type { Document } from '../document/nodes.ts'
import { type Numbering, numberDocument } from '../document/number.ts'
import type { Answers, Key } from '../intake/answers.ts'
import { itemId, writePath } from '../intake/paths.ts'
import type { AnswerChange } from './answer-changes.ts'
import type { Step } from './differences.ts'
import { type Unit, unitsOf } from './units.ts'

/** Of more than so many things that changed, the causes are not told by printing: it would take too long. */
const MOST = 10

/** Gives the changed answers that some paragraphs hang on, those that changed as one together; undefined where that cannot be told. */
export type Causes = (steps: readonly Step[]) => readonly (readonly AnswerChange[])[] | undefined

type Print = (answers: Answers) => Document

/** Finds out by printing what each changed answer does. With one thing changed there is nothing to find out. */
export function causesByPrinting(
  before: Answers,
  after: Answers,
  changes: readonly AnswerChange[],
  print: Print,
): Causes {
  const groups = [...groupsOf(before, after, changes)]
  if (groups.length < 2) return () => groups.map(([, answers]) => answers)
  if (groups.length > MOST) return () => undefined
  let known: { readonly ours: Read; readonly effects: readonly Effect[] } | undefined
  const find = () => {
    const now = print(after)
    const later = numberDocument(now)
    return {
      ours: readBy(now, later),
      effects: groups.map(([path, answers]) => ({
        answers,
        without: readBy(print(putBack(before, after, path)), later),
      })),
    }
  }
  return steps => {
    // Many an amendment changes nothing but answers that are printed, so printing waits until it is asked for.
    known ??= find()
    const { ours, effects } = known
    const found = effects.filter(({ without }) =>
      steps.some(({ before: was, after: is }) =>
        [was, is].some(unit => unit !== undefined && !isAlike(unit, ours, without)),
      ),
    )
    return found.length > 0 ? found.map(({ answers }) => answers) : undefined
  }
}

interface Effect {
  readonly answers: readonly AnswerChange[]
  /** What the agreement says with these as they were. */
  readonly without: Read
}

/** What a document says: of each item its texts, and how often each text stands in a provision. */
interface Read {
  readonly items: ReadonlyMap<string, string>
  readonly texts: ReadonlyMap<string, number>
}

const textKey = ({ top, steady }: Unit): string => `${top}\n${steady}`

function readBy(document: Document, later: Numbering): Read {
  const items = new Map<string, string>()
  const texts = new Map<string, number>()
  for (const unit of unitsOf(document, numberDocument(document), later)) {
    items.set(unit.item, `${items.get(unit.item) ?? ''}\n${unit.steady}`)
    texts.set(textKey(unit), (texts.get(textKey(unit)) ?? 0) + 1)
  }
  return { items, texts }
}

/** Whether what a paragraph says stands in two documents alike: by its item, and where that is only counted by its words. */
function isAlike(unit: Unit, one: Read, other: Read): boolean {
  const isCounted = /\[\d+\]/.test(unit.item) || unit.item === ''
  return isCounted
    ? (one.texts.get(textKey(unit)) ?? 0) === (other.texts.get(textKey(unit)) ?? 0)
    : one.items.get(unit.item) === other.items.get(unit.item)
}

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

const indexOf = (list: unknown, id: string): number =>
  Array.isArray(list) ? list.findIndex(item => itemId(item) === id) : -1

const below = (node: unknown, token: Token): unknown => {
  if ('key' in token) return (node as Readonly<Record<string, unknown>> | undefined)?.[token.key]
  return Array.isArray(node) ? node[indexOf(node, token.id)] : undefined
}

/**
 * What changed, by the path of the largest thing that changed as one: an item that came or went, or a list whose items have
 * no ids, counts as one.
 */
function groupsOf(
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
        if (!isNamed) break
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

/** The newer answers with one thing as it was. */
function putBack(before: Answers, after: Answers, path: string): Answers {
  const intake = put(after.intake, before.intake, tokensOf(path)) as Answers['intake']
  return {
    ...after,
    intake,
    stateOf: keys => {
      const tokens = tokensOf(writePath(intake, keys))
      const name = nameOf(tokens)
      // `board.name` does not hold `board.names`.
      const isWithin = name === path || name.startsWith(`${path}.`) || name.startsWith(`${path}[`)
      const from = isWithin ? before : after
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

/** A value with what is at a path taken from another. */
function put(now: unknown, old: unknown, [token, ...rest]: readonly Token[]): unknown {
  if (token === undefined) return old
  if ('key' in token) {
    const value = put(below(now, token), below(old, token), rest)
    const { [token.key]: _, ...others } = (now ?? {}) as Readonly<Record<string, unknown>>
    return value === undefined ? others : { ...(now as object), [token.key]: value }
  }
  const list = (now ?? []) as readonly unknown[]
  const [at, was] = [indexOf(now, token.id), indexOf(old, token.id)]
  if (at < 0) return list.toSpliced(was, 0, (old as readonly unknown[])[was])
  if (was < 0) {
    const left = list.toSpliced(at, 1)
    return left.length === 0 && old === undefined ? undefined : left
  }
  return list.with(at, put(list[at], (old as readonly unknown[])[was], rest))
}
