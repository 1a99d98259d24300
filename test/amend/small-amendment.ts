/** A file of the small agreement that came back in; the next version of it out, and all that is said. */
import { findBase } from '../../src/commands/amend/find-base.ts'
import { leftoverFinding, mergeFindings } from '../../src/commands/amend/findings.ts'
import { mergeReturned } from '../../src/commands/amend/merge-returned.ts'
import { contentsTyped, marginsTyped } from '../../src/commands/amend/strangers.ts'
import { remember } from '../../src/document/memory.ts'
import type { Verdict } from '../../src/document/merge/settle.ts'
import { numberDocument } from '../../src/document/number.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { readReturned } from '../../src/returned/read.ts'
import { house } from '../render/docx/builders.ts'
import { markedText } from '../support/marked-text.ts'
import { readText } from '../support/read-docx.ts'
import { type Answers, first, smallAgreement } from '../support/small-agreement.ts'
import { sources } from './odd-edits.ts'

export interface Amended {
  readonly docx: Uint8Array
  readonly text: string
  readonly report: string
}

/** The next version from an edited file, and all that is said. */
export function amend(old: Uint8Array, answers: Answers, verdict?: Verdict): Amended {
  const { value: returned, findings } = readReturned(old, 'old.docx')
  if (!returned) throw new Error(findings[0]?.message)
  const base = findBase(returned, '/nowhere', 'old.docx')!
  const document = smallAgreement(answers)
  const made = { document, numbering: numberDocument(document) }
  const { merged, theirs } = mergeReturned(returned, base, made, verdict)
  const left = [
    ...returned.leftovers,
    ...contentsTyped(returned, base, theirs),
    ...marginsTyped(returned, base.document),
  ]
  const report = [...mergeFindings(merged, false), ...left.map(leftoverFinding)]
    .map(({ code, message }) => `${code}: ${message}`)
    .join('\n')
  const docx = renderDocx(merged.document, merged.numbering, house, remember(document, sources))
  return { docx, text: `${readText(docx)}\n${markedText(docx)}`, report }
}

/** Answers that change after the first draft. */
export const later: Answers = {
  ...first,
  amount: '£15,750 a year',
  host: 'Wendle Vale District Council',
  rows: ['north', 'west', 'far'],
}
