/**
 * Reads the layout that most intakes have, and quickly: takes the text of a file, gives its tree, or nothing where anything
 * is out of the ordinary. Then `yaml-source.ts` reads it, which can say what is wrong and where. A tree given here is the
 * very tree that it would give; see docs/decisions/0046-two-readers-one-tree.md.
 */
import {
  COLLECTION_STYLE,
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
} from 'js-yaml'
import type { Entry, Node, Scalar, Span } from './reading/tree.ts'
import { limits } from './yaml-limits.ts'

/**
 * How much is read here, never more than an intake may hold. That is counted in other units: a word takes a character at least, an
 * item an event, and the thorough reader may count a group in a group twice.
 */
const most = {
  characters: limits.words,
  depth: limits.depth / 2,
  questions: limits.questions,
  events: limits.items,
} as const

/** Characters that one reader takes for the end of a line, or for an indent, and the other does not. */
const unusualCharacter = /[\t\u0085\u2028\u2029\ufeff]|\r(?!\n)/
/** A question mark by itself: to YAML it opens a key, to an officer it is an answer not known yet. */
const loneQuestionMark = /(?:^|[\s[{,])\?(?:\s|$)/
/** A line that ends one document or begins the next. */
const documentMark = /^(?:---|\.\.\.)(?:\s|$)/m
const unusual = [unusualCharacter, loneQuestionMark, documentMark]

/** The tree of a file in which nothing is unusual; undefined for any other. Never throws. */
export function readUsualLayout(text: string): Node | undefined {
  if (text.length > most.characters || unusual.some(pattern => pattern.test(text))) return
  try {
    return new Reader(text).root()
  } catch {
    return
  }
}

/**
 * A text as a copy. V8 cuts a longer piece out of a text by pointing into it, and so one answer that is kept for later documents would
 * keep its whole file.
 */
export const cutOut = (text: string): string => `${text} `.slice(0, -1)

const matchEnd = (pattern: RegExp, text: string, at: number): number | undefined => {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

function orUnusual<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('unusual')
  return value
}
const expect = (holds: boolean): void => void orUnusual(holds || undefined)

/** Walks along the events of one file. Whatever it does not expect it throws at. */
class Reader {
  readonly #text: string
  readonly #events
  #next = 0
  #questions = 0

  constructor(text: string) {
    this.#text = text
    this.#events = parseEvents(text, { maxDepth: most.depth })
    expect(this.#events.length <= most.events)
  }

  root(): Node {
    const document = this.#events[this.#next++]
    expect(document?.type === EVENT_ID.DOCUMENT && !document.explicitStart && !document.explicitEnd)
    const node = this.#node(undefined, false)
    expect(node.type === 'mapping' && this.#next === this.#events.length - 1)
    return node
  }

  /** @param after where the key ends that the node answers; undefined for an item */
  #node(after: number | undefined, isInFlow: boolean): Node {
    const event = orUnusual(this.#events[this.#next++])
    if (!('tagStart' in event)) throw new Error('unusual')
    expect(event.anchorStart < 0 && event.tagStart < 0)
    if (event.type === EVENT_ID.SCALAR) return this.#scalar(event, after, isInFlow)
    const isFlow = event.style === COLLECTION_STYLE.FLOW
    const isMapping = event.type === EVENT_ID.MAPPING
    const children = isMapping ? this.#entries(isFlow) : this.#items(isFlow)
    const last = children.at(-1)
    const childrenEnd = last ? ('value' in last ? last.value : last).span.end : event.start + 1
    const end = isFlow ? orUnusual(matchEnd(/[ ,]*[\]}]/y, this.#text, childrenEnd)) : childrenEnd
    const span = { start: event.start, end }
    expect(!isFlow || !this.#text.slice(span.start, span.end).includes('\n'))
    return isMapping
      ? { type: 'mapping', entries: children as readonly Entry[], span }
      : { type: 'sequence', items: children as readonly Node[], span }
  }

  /** Steps over the end of what was open, if it stands next. */
  #isAtEnd(): boolean {
    const isEnd = orUnusual(this.#events[this.#next]).type === EVENT_ID.POP
    if (isEnd) this.#next++
    return isEnd
  }

  #entries(isInFlow: boolean): readonly Entry[] {
    const entries: Entry[] = []
    while (!this.#isAtEnd()) {
      const key = this.#node(undefined, isInFlow)
      if (key.type !== 'scalar') throw new Error('unusual')
      expect(++this.#questions <= most.questions)
      entries.push({ key: key.text, keySpan: key.span, value: this.#node(key.span.end, isInFlow) })
    }
    return entries
  }

  #items(isInFlow: boolean): readonly Node[] {
    const items: Node[] = []
    while (!this.#isAtEnd()) items.push(this.#node(undefined, isInFlow))
    return items
  }

  #scalar(event: ScalarEvent, after: number | undefined, isInFlow: boolean): Scalar {
    const { style, valueStart: start, valueEnd: end } = event
    if (start < 0) {
      expect(after !== undefined && !isInFlow)
      const colon = orUnusual(matchEnd(/ *:/y, this.#text, after!))
      return { type: 'scalar', text: '', style: 'plain', span: { start: colon, end: colon } }
    }
    const text = cutOut(getScalarValue(this.#text, event).replaceAll('\r\n', '\n'))
    if (style === SCALAR_STYLE.PLAIN) return { type: 'scalar', text, style: 'plain', span: { start, end } }
    if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED)
      return { type: 'scalar', text, style: 'quoted', span: { start: start - 1, end: end + 1 } }
    return { type: 'scalar', text, style: 'block', span: this.#blockSpan(event, after) }
  }

  /** From the `|` or `>` to the last character of the text. */
  #blockSpan({ valueStart, valueEnd }: ScalarEvent, after: number | undefined): Span {
    const lineStart = this.#text.lastIndexOf('\n', valueStart - 2) + 1
    const header = orUnusual(
      after === undefined
        ? matchEnd(/[ -]*(?=[|>])/y, this.#text, lineStart)
        : matchEnd(/ *: +(?=[|>])/y, this.#text, after),
    )
    return { start: header, end: header + this.#text.slice(header, valueEnd).trimEnd().length }
  }
}
