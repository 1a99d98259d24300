/** A worked example and attachments in, its whole pack as a PDF out, made as the program makes it. */
import { packPdf } from '../../src/commands/pack-pdf.ts'
import type { AttachedFile } from '../../src/pack/attached-file.ts'
import { readAttachment } from '../../src/pack/binder/attachment.ts'
import { makePapers, type Paper } from '../../src/pack/paper.ts'
import { type Readiness, readinessOf } from '../../src/pack/readiness.ts'
import { realWorld } from '../../src/world.ts'
import { asAt, type Drafted, draftExample, type ExampleName, exampleText, settings } from './draft.ts'

export interface Bound {
  readonly bytes: Uint8Array
  readonly readiness: Readiness
  /** The agreement and the papers that were bound. */
  readonly agreement: Drafted
  readonly papers: readonly Paper[]
}

/** Binds an example with these attachments. */
export async function bindExample(name: ExampleName, files: readonly AttachedFile[]): Promise<Bound> {
  const draft = draftExample(name)
  const { answers } = draft
  const attachments = []
  for (const file of files) attachments.push(await readAttachment(file))
  const findings = [...draft.findings, ...attachments.flatMap(a => a.findings)]
  const readiness = readinessOf(findings)
  const papers = makePapers({
    settings,
    answers,
    agreement: draft,
    findings,
    asAt,
  })
  const { value, findings: said } = await packPdf(realWorld(), settings, {
    agreement: draft,
    papers,
    attachments,
    readiness,
    text: exampleText(name),
  })
  if (!value) throw new Error(said.map(f => f.message).join('\n'))
  return { bytes: value.bytes, readiness, agreement: draft, papers }
}
