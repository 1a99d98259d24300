/** Inline nodes in, runs for the template out: one handler for each type of inline node. */
import type { Inline } from '../../document/nodes.ts'
import { referenceText } from '../../document/number.ts'
import { InternalError } from '../../findings/finding.ts'
import type { Setting } from './setting.ts'
import type { Run } from './sheet.ts'

interface Look {
  readonly strong?: boolean
  readonly emphasis?: boolean
}
type Style = 'b' | 'i' | 'bi' | 'gap'

const styleOf = ({ strong, emphasis }: Look): Style | undefined =>
  strong ? (emphasis ? 'bi' : 'b') : emphasis ? 'i' : undefined

/** Text as runs: line ends become the template's own, tabs become blanks, since neither prints as such. */
export function textRuns(text: string, setting: Setting, style?: Style, to?: string): readonly Run[] {
  const lines = setting.printable(text).replaceAll('\t', '    ').split('\n')
  return lines.flatMap((line, index): Run[] => [
    ...(index > 0 ? [{ br: true } as const] : []),
    ...(line === ''
      ? []
      : style || to
        ? [{ t: line, ...(style ? { s: style } : {}), ...(to ? { to } : {}) }]
        : [line]),
  ])
}

type Handlers = {
  readonly [K in Inline['type']]: (
    node: Extract<Inline, { type: K }>,
    look: Look,
    setting: Setting,
  ) => readonly Run[]
}

const handlers: Handlers = {
  text: (node, look, setting) => textRuns(node.text, setting, styleOf(look)),
  strong: (node, look, setting) => inlineRuns(node.children, setting, { ...look, strong: true }),
  emphasis: (node, look, setting) => inlineRuns(node.children, setting, { ...look, emphasis: true }),
  fact: (node, look, setting) => textRuns(node.text, setting, styleOf(look)),
  gap: (node, _look, setting) => textRuns(`[${node.text}]`, setting, 'gap'),
  crossReference: (node, look, setting) => {
    const text = referenceText(setting.numbering, node.target, setting.schedule)
    if (text === undefined) throw new InternalError(`Nothing in the document is known as "${node.target}".`)
    return textRuns(text, setting, styleOf(look), setting.label(node.target))
  },
  lineBreak: () => [{ br: true }],
  // A pack shows the newer reading; tracked changes and margin comments are Word's business.
  changed: (node, look, setting) =>
    node.change.kind === 'deleted' ? [] : inlineRuns(node.children, setting, look),
  remark: (node, look, setting) => inlineRuns(node.children, setting, look),
}

/** The runs of some inline nodes, in order. */
export const inlineRuns = (nodes: readonly Inline[], setting: Setting, look: Look = {}): readonly Run[] =>
  nodes.flatMap(node => (handlers[node.type] as (typeof handlers)['text'])(node as never, look, setting))
