/** The lines of a cover in, the cover out. What was typed between its lines stands in the notice. */
import type { Cover, CoverLine } from '../nodes.ts'
import { inlinesOf } from './inlines.ts'
import type { Line } from './lines.ts'
import { plainText, type Token } from './tokens.ts'

const tab = (token: Token): boolean => token.key === '\t'

/** Makes a cover. `like` gives what no line says. */
export function rebuildCover(lines: readonly Line[], like: Cover): Cover {
  const of = (kind: Line['kind']) => lines.filter(line => line.kind === kind)
  const [kind, ...moreKinds] = of('coverKind')
  const [title, ...moreTitles] = of('coverTitle')
  return {
    ...like,
    kind: kind ? plainText(kind.tokens) : '',
    title: title ? inlinesOf(title.tokens) : [],
    parties: of('coverParty').map(line => inlinesOf(line.tokens)),
    lines: of('coverLine').map(({ tokens }): CoverLine => {
      const at = tokens.findIndex(tab)
      return {
        label: at < 0 ? '' : plainText(tokens.slice(0, at)),
        value: inlinesOf(tokens.slice(at + 1)),
      }
    }),
    notice: [...moreKinds, ...moreTitles, ...of('coverNotice')].flatMap((line, index) => [
      ...(index > 0 ? [{ type: 'lineBreak' } as const] : []),
      ...inlinesOf(line.tokens),
    ]),
  }
}
