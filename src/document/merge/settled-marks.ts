/** The lines of a merge in; out, the tracked changes that stand where a document has plain text, and so lose their marks. */
import type { Loss } from './edits.ts'
import { type Line, ranks } from './lines.ts'
import { isSentence, parted, termParted } from './rebuild.ts'
import { plainText, type Token, textOf } from './tokens.ts'

interface Plain {
  readonly where: string
  readonly tokens: readonly Token[]
  /** Nor can the line itself be marked as a whole. */
  readonly isWhole?: boolean
}

/** What of a line is plain text in a document. */
function plainOf(line: Line, next: Line | undefined): readonly Plain[] {
  switch (line.kind) {
    case 'definition':
      return isSentence(line) && !(next && next.into >= ranks.definition)
        ? []
        : [{ where: 'a defined term', tokens: termParted(line.tokens)[0] }]
    case 'signing':
      return [{ where: 'a signing label', tokens: parted(line.tokens, '\t')[0] }]
    case 'caption':
      return next?.kind === 'table' ? [{ where: 'a caption', tokens: line.tokens, isWhole: true }] : []
    case 'table':
      return line.table!.columns.map(tokens => ({ where: 'a column title', tokens }))
    case 'coverKind':
      return [{ where: 'the cover', tokens: line.tokens, isWhole: true }]
    case 'coverLine':
      return [{ where: 'a label of the cover', tokens: parted(line.tokens, '\t')[0], isWhole: true }]
    case 'coverTitle':
    case 'coverParty':
    case 'coverNotice':
      return [{ where: 'the cover', tokens: [], isWhole: true }]
    default:
      return []
  }
}

/** Says of every such mark who made it and what it struck out and inserted. `author` signs our own, whose clashes are told. */
export function settledMarks(lines: readonly Line[], author: string): readonly Loss[] {
  return lines.flatMap((line, index): readonly Loss[] =>
    plainOf(line, lines[index + 1]).flatMap(({ where, tokens, isWhole }): readonly Loss[] => {
      const own = isWhole ? line.change : undefined
      const all = own ? line.tokens.map(token => ({ ...token, change: token.change ?? own })) : tokens
      const marked = all.filter(({ change }) => change && change.author !== author)
      if (marked.length === 0) return []
      const inserted = plainText(marked)
      const struck = textOf(marked.filter(({ change }) => change?.kind === 'deleted'))
      const what = `the mark of a tracked change by ${marked[0]!.change!.author || 'somebody without a name'} in ${where}, where none can stand`
      const parts = [struck && `struck out: ${struck}`, inserted && `inserted: ${inserted}`].filter(Boolean)
      return [{ line, what, text: parts.join('; ') }]
    }),
  )
}
