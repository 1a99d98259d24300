/** The tokens of a line in; the words that count when a merge is looked over, and whether each is on its way out, out. */
import type { Change } from '../nodes.ts'
import type { Line, RowLine } from './lines.ts'
import { referenceKey, type Token } from './tokens.ts'

/** A word as it was left. */
export interface Left {
  readonly word: string
  /** Somebody has struck it out and nobody has decided. */
  readonly isGoing: boolean
}

/** Tokens with the tracked change of what they stand in, where they have none of their own. */
const within = (tokens: readonly Token[], change: Change | undefined): readonly Token[] =>
  change ? tokens.map(token => (token.change ? token : { ...token, change })) : tokens

/** The runs of tokens of a line: its own, its column titles, the lines of its cells. */
export function runsIn(line: Line, outer?: Change): readonly (readonly Token[])[] {
  const change = line.change ?? outer
  return [
    within(line.tokens, change),
    ...(line.table?.columns ?? []).map(title => within(title, change)),
    ...(line.table?.rows.flatMap(row => runsInRow(row, change)) ?? []),
  ]
}

export const runsInRow = (row: RowLine, outer?: Change): readonly (readonly Token[])[] =>
  row.cells.flatMap(cell => cell.flatMap(line => runsIn(line, row.change ?? outer)))

const isAlike = (a: Change | undefined, b: Change | undefined): boolean =>
  a?.kind === b?.kind && a?.author === b?.author

/** The letters of tokens, cut wherever a tracked change begins or ends. The numbers that fields print do not count. */
function stretches(tokens: readonly Token[]): readonly { readonly text: string; readonly change?: Change }[] {
  const out: { text: string; change?: Change }[] = []
  for (const { text, key, leaf, change } of tokens) {
    const isField = leaf?.type === 'crossReference' && key === referenceKey(leaf.target)
    const shown = isField ? ' ' : text
    const last = out.at(-1)
    if (last && isAlike(last.change, change)) last.text += shown
    else out.push({ text: shown, ...(change && { change }) })
  }
  return out
}

export const wordsInText = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** The words of runs, each run by itself. What `author`, an earlier merge, put there is nobody's; what it struck out stays. */
export const wordsLeft = (runs: readonly (readonly Token[])[], author = ''): readonly Left[] =>
  runs.flatMap(run =>
    stretches(run).flatMap(({ text, change }) =>
      author !== '' && change?.author === author && change.kind === 'inserted'
        ? []
        : wordsInText(text).map(word => ({
            word,
            isGoing: change?.kind === 'deleted' && change.author !== author,
          })),
    ),
  )

/** The text of a run read across its tracked changes. */
export const textAcross = (run: readonly Token[]): string =>
  stretches(run)
    .map(({ text }) => text)
    .join('')
