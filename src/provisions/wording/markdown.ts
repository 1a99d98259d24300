/** Filled Markdown in, an mdast tree out: only the constructs that clause wording uses are switched on. */
import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'

const off = [
  'autolink',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'htmlFlow',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'setextUnderline',
  'thematicBreak',
]
const extensions = [gfmTable(), { disable: { null: off } }]
const mdastExtensions = [gfmTableFromMarkdown()]

const known = new Map<string, Root>()

/**
 * Parses wording whose answers are tokens. Since a token says nothing of its answer, the same template under the same
 * conditions gives the same text for every intake, so trees are kept and shared; nobody may change them.
 */
export function parseMarkdown(text: string): Root {
  const have = known.get(text)
  if (have) return have
  const tree = fromMarkdown(text, { extensions, mdastExtensions })
  if (known.size > 4_000) known.clear()
  known.set(text, tree)
  return tree
}
