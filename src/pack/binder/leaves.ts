/** The papers of a pack, the agreement and the attachments in; the leaves of its PDF out, in the order in which a director reads them. */
import type { Document, Properties } from '../../document/nodes.ts'
import { numberDocument } from '../../document/number.ts'
import type { Paper as BookPaper } from '../../render/pdf/book.ts'
import type { Paper } from '../paper.ts'
import type { Readiness } from '../readiness.ts'
import type { Attachment } from './attachment.ts'
import type { Leaf } from './bind.ts'
import { type Declared, declaredFields } from './declared.ts'
import { type EditedAgreement, editedSheet, flysheet } from './flysheet.ts'

/** A finding’s message as a sentence among others. */
const asSentence = (message: string): string => (/[.?!]$/.test(message) ? message : `${message}.`)

export interface Leaves {
  readonly agreement: Pick<Paper, 'document' | 'numbering'>
  /** Made in the same run. */
  readonly papers: readonly Paper[]
  readonly attachments: readonly Attachment[]
  readonly readiness: Readiness
  /** Bound in place of the agreement as generated. */
  readonly edited?: EditedAgreement
}

/** The paper that a director reads first. */
const SUMMARY = 'director-summary'
/** The papers whose signing lines people fill in on the screen, with what their fields' names start with. */
const FILLED_IN: Readonly<Record<string, string>> = {
  [SUMMARY]: 'decision',
  'sign-off-checklist': 'declaration',
}

export interface Arranged {
  readonly leaves: readonly Leaf[]
  readonly declared: Declared
}

/** Arranges a pack: cover, summary, contents, papers, agreement, attachments. */
export function arrange({ agreement, papers, attachments, readiness, edited }: Leaves): Arranged {
  const declared = declaredFields()
  const properties = { ...agreement.document.properties, state: readiness.isReady ? 'READY' : 'NOT READY' }
  const paperLeaf = (paper: Paper): Leaf => ({
    paper: {
      document: paper.document,
      numbering: paper.numbering,
      ...(FILLED_IN[paper.id]
        ? { field: declared.fieldFor(FILLED_IN[paper.id]!, paper.document.cover.kind) }
        : {}),
      ...(paper.isOnePage ? { onePage: true, bookContents: true } : {}),
    },
  })
  const first = papers.filter(paper => paper.isOnePage)
  const others = papers.filter(paper => !paper.isOnePage)
  return {
    declared,
    leaves: [
      { paper: coverSheet(agreement.document, properties, readiness) },
      ...first.map(paperLeaf),
      ...others.map(paperLeaf),
      edited
        ? { paper: editedSheet(edited, properties), pages: edited.pdf }
        : { paper: { ...agreement, contents: true, listsParts: true } },
      ...attachments.map((attachment, index) => ({
        paper: flysheet(attachment, index + 1, properties),
        ...(attachment.pdf ? { pages: attachment.pdf } : {}),
      })),
    ],
  }
}

/** The cover of the whole pack, which says at once whether it may be signed. */
function coverSheet(agreement: Document, properties: Properties, readiness: Readiness): BookPaper {
  const { reference, version } = agreement.properties
  const text = (words: string) => [{ type: 'text', text: words }] as const
  const document: Document = {
    properties,
    cover: {
      kind: 'Sign-off pack',
      title: agreement.cover.title,
      parties: agreement.cover.parties,
      lines: [
        { label: 'Reference', value: text(reference) },
        { label: 'Agreement', value: text(version) },
        { label: 'Sign-off pack', value: text(properties.state) },
      ],
      notice: readiness.isReady
        ? text(
            'Ready to sign: nothing that signing waits for is wrong or missing. For the Council only; partners receive the agreement alone.',
          )
        : text(
            `Not ready to sign. ${readiness.reasons.slice(0, 3).map(asSentence).join(' ')}${
              readiness.reasons.length > 3
                ? ` And ${readiness.reasons.length - 3} more; see the checklist.`
                : ''
            } The declaration cannot be filled in until then.`,
          ),
    },
    body: [],
  }
  return { document, numbering: numberDocument(document), listed: false }
}
