/** The words of a line as Word has them in; the same words as a document of ours has them out. */
import { type Token, textOf, textTokens } from '../document/merge/tokens.ts'

/** A label, a tab, what belongs to it. The renderer breaks the line after a long label, and draws a line with a second tab. */
export function labelled(tokens: readonly Token[]): readonly Token[] {
  const isGap = (token: Token) => token.key === '\t' || token.key === '\n'
  const at = tokens.findIndex(isGap)
  const label = (at < 0 ? tokens : tokens.slice(0, at)).map(token => ({
    ...token,
    isTerm: true,
    strong: false,
  }))
  const value = at < 0 ? [] : tokens.slice(at + 1)
  const isEmpty = value.length === 1 && isGap(value[0]!)
  return [...label, ...textTokens('\t'), ...(isEmpty ? [] : value)]
}

/** Tokens made of others, with every comment on those: what stood on a word that went stands on the last one left. */
export function withNotesOf(before: readonly Token[], after: readonly Token[]): readonly Token[] {
  const kept = new Set(after.flatMap(token => token.notes ?? []))
  const strays = [...new Set(before.flatMap(token => token.notes ?? []))].filter(note => !kept.has(note))
  const last = after.at(-1)
  if (strays.length === 0 || !last) return after
  return [...after.slice(0, -1), { ...last, notes: [...(last.notes ?? []), ...strays] }]
}

/** Whether all of some tokens are open to the same tracked change, or to none. */
const areChangedAlike = (tokens: readonly Token[]): boolean =>
  tokens.every(
    ({ change }) => change?.kind === tokens[0]!.change?.kind && change?.author === tokens[0]!.change?.author,
  )

/** `paragraph 2.1 of Schedule 4` is several fields in Word and one reference of ours: to the innermost of them. */
export function joinedReferences(tokens: readonly Token[]): readonly Token[] {
  const out: Token[] = []
  for (const token of tokens) {
    out.push(token)
    if (token.leaf?.type !== 'crossReference') continue
    const words = out.slice(-12)
    const of = words.findLastIndex(one => one.key === 'of')
    const start = words.findLastIndex((one, index) => index < of && one.key === 'paragraph')
    const between = words.slice(start + 2, of - 1)
    const isOne =
      start >= 0 &&
      of === words.length - 3 &&
      between.length > 0 &&
      between.every(one => one.leaf?.type === 'crossReference')
    if (!isOne) continue
    const inner = between.at(-1)!
    const whole = words.slice(start)
    // Half of one reference cannot be struck out, so where somebody did that its words stand by themselves.
    if (!areChangedAlike(whole)) continue
    const joined = withNotesOf(whole, [{ ...inner, text: textOf(whole) }])
    out.splice(out.length - whole.length, whole.length, ...joined)
  }
  return joinedWithin(out)
}

const isNumber = (token: Token | undefined): boolean => token?.leaf?.type === 'crossReference'

/** `paragraph 2.1`, which stands in the schedule that it points into, is the same reference without the schedule's name. */
function joinedWithin(tokens: readonly Token[]): readonly Token[] {
  const out: Token[] = []
  for (let at = 0; at < tokens.length; at++) {
    let end = at + 2
    if (tokens[at]!.key === 'paragraph') while (isNumber(tokens[end])) end++
    const whole = tokens.slice(at, end)
    const namesSchedule = tokens[end + 1]?.key === 'of' && isNumber(tokens[end + 3])
    if (end === at + 2 || namesSchedule || !areChangedAlike(whole)) out.push(tokens[at]!)
    else {
      out.push(...withNotesOf(whole, [{ ...whole.at(-1)!, text: textOf(whole) }]))
      at = end - 1
    }
  }
  return out
}
