/** Pages that somebody else made in; the page of ours that announces them, or stands in their place, out. */
import type { PDFDocument } from '@cantoo/pdf-lib'
import type { Cover, Document, Properties } from '../../document/nodes.ts'
import { numberDocument } from '../../document/number.ts'
import type { Paper } from '../../render/pdf/book.ts'
import type { Attachment } from './attachment.ts'

const line = (label: string, text: string) => ({ label, value: [{ type: 'text', text }] as const })

const counted = (pages: number): string => (pages === 1 ? '1 page' : `${pages} pages`)

function sheetOf(cover: Omit<Cover, 'parties'>, properties: Properties): Paper {
  const document: Document = { properties, cover: { ...cover, parties: [] }, front: 'heading', body: [] }
  return { document, numbering: numberDocument(document), name: cover.kind }
}

/** Makes the page before an attachment. `number` counts from 1; `properties` are those of the pack. */
export function flysheet(
  { title, kind, file, pages, problem }: Attachment,
  number: number,
  properties: Properties,
): Paper {
  const notice = problem
    ? `This attachment is missing from the pack. ${problem} The pack is not complete without it.`
    : 'The pages that follow were made by others and are bound as they came. They carry no tags for screen readers here; the file itself may.'
  const paper = sheetOf(
    {
      kind: `Attachment ${number}`,
      title: [{ type: 'text', text: title }],
      lines: [
        line('Kind', kind),
        line('File', file),
        line('Pages', problem ? 'None: it could not be bound' : counted(pages)),
      ],
      notice: [{ type: 'text', text: notice }],
    },
    properties,
  )
  return { ...paper, name: `Attachment ${number}: ${title}` }
}

/** An agreement that was edited by hand, laid out by LibreOffice. */
export interface EditedAgreement {
  readonly file: string
  /** Of the Word file. */
  readonly sha256: string
  readonly pdf: PDFDocument
}

/** Makes the page before an agreement that was edited by hand after it was generated. */
export function editedSheet({ file, sha256, pdf }: EditedAgreement, properties: Properties): Paper {
  const pages = pdf.getPageCount()
  return sheetOf(
    {
      kind: 'Partnership agreement',
      title: [{ type: 'text', text: 'The agreement as edited by hand' }],
      lines: [line('File', file), line('SHA-256', sha256), line('Pages', counted(pages))],
      notice: [
        {
          type: 'text',
          text: 'The pages that follow are that file as LibreOffice lays it out. The papers of this pack name the clauses of the agreement as generated; look whether the edits moved any.',
        },
      ],
    },
    properties,
  )
}
