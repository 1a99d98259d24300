/** Tokens in, the inlines they make out: comments outermost, then tracked changes, then bold and italic. */
import type { Inline } from '../nodes.ts'
import { legalText } from '../shown-text.ts'
import { type Leaf, type Note, sameChange, type Token, textOf } from './tokens.ts'

const sameNote = (a: Note | undefined, b: Note | undefined): boolean =>
  a === b || (a?.author === b?.author && a?.comment === b?.comment && a?.date === b?.date)

/** Cuts tokens into runs whose neighbours are alike. */
function runsOf(
  tokens: readonly Token[],
  alike: (a: Token, b: Token) => boolean,
): readonly (readonly Token[])[] {
  const runs: Token[][] = []
  for (const token of tokens) {
    const run = runs.at(-1)
    if (run && alike(run.at(-1)!, token)) run.push(token)
    else runs.push([token])
  }
  return runs
}

/** Tokens as inlines. A leaf whose parts are all there, in order, is itself again; what is left of any other is text. */
export const inlinesOf = (tokens: readonly Token[]): readonly Inline[] => withNotes(tokens, 0)

function withNotes(tokens: readonly Token[], depth: number): readonly Inline[] {
  return runsOf(tokens, (a, b) => sameNote(a.notes?.[depth], b.notes?.[depth])).flatMap(run => {
    const note = run[0]!.notes?.[depth]
    return note ? [{ type: 'remark', ...note, children: withNotes(run, depth + 1) } as const] : changes(run)
  })
}

const changes = (tokens: readonly Token[]): readonly Inline[] =>
  runsOf(tokens, (a, b) => sameChange(a.change, b.change)).flatMap(run => {
    if (!run[0]!.change) return looks(run, 'strong')
    const { within, ...change } = run[0]!.change
    const marked = { type: 'changed', change, children: looks(run, 'strong') } as const
    return [within ? { type: 'changed', change: within, children: [marked] } : marked]
  })

const looks = (tokens: readonly Token[], look: 'strong' | 'emphasis'): readonly Inline[] =>
  runsOf(tokens, (a, b) => a[look] === b[look]).flatMap(run => {
    const children = look === 'strong' ? looks(run, 'emphasis') : leaves(run)
    return run[0]![look] ? [{ type: look, children } as const] : children
  })

function leaves(tokens: readonly Token[]): readonly Inline[] {
  const out: Inline[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!
    const parts = token.parts ?? 0
    const run = tokens.slice(at, at + parts)
    const isWhole =
      token.leaf !== undefined &&
      run.length === parts &&
      run.every((one, index) => one.leaf === token.leaf && one.part === index)
    if (isWhole) {
      out.push(asShown(token.leaf!, run))
      at += parts
    } else {
      const last = out.at(-1)
      if (token.text === '\n') out.push({ type: 'lineBreak' })
      else if (last?.type === 'text') out[out.length - 1] = { type: 'text', text: last.text + token.text }
      else out.push({ type: 'text', text: token.text })
      at++
    }
  }
  return out
}

/** An answer in which somebody, or Word by itself, changed the form of a quotation mark or a blank is still that answer. */
const asShown = (leaf: Leaf, run: readonly Token[]): Leaf =>
  leaf.type === 'fact' && textOf(run) !== legalText(leaf.text) ? { ...leaf, text: textOf(run) } : leaf
