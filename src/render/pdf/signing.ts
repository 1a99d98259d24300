/** An execution block in, its paragraphs and signing lines for the template out, tied together so that they share a page. */
import type { ExecutionBlock, SigningLine } from '../../document/nodes.ts'
import { SEAL, SIGNING_TAB } from '../docx/page.ts'
import { inlineRuns, textRuns } from './inlines.ts'
import { points } from './points.ts'
import type { Setting } from './setting.ts'
import type { SheetSigning, SheetSigningLine } from './sheet.ts'

function signingLine({ label, value }: SigningLine, setting: Setting): SheetSigningLine {
  const known = { label: textRuns(label, setting), value: inlineRuns(value, setting) }
  if (value.length > 0) return { ...known, kind: 'known' }
  const field = setting.field(label)
  if (field) return { ...known, kind: 'field', field }
  return { ...known, kind: /^(common )?seal$/i.test(label) ? 'seal' : 'line' }
}

/** Sets a block where one party signs. */
export const signingBlock = (block: ExecutionBlock, setting: Setting): SheetSigning => ({
  k: 'signing',
  opening: block.children.map(para => ({ k: 'para', above: 6, r: inlineRuns(para.children, setting) })),
  lines: block.lines.map(line => signingLine(line, setting)),
  start: points(SIGNING_TAB),
  seal: { width: points(SEAL.width), height: points(SEAL.height) },
})
