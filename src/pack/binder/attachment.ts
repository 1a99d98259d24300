/** The bytes of an attachment in; out, its pages ready to be bound, or why they cannot be. Never throws, whatever the bytes. */
import { EncryptedPDFError, ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'
import type { Finding, Place } from '../../findings/finding.ts'
import { type FormFound, flattenForm } from './flatten-form.ts'
import { quietly } from './quietly.ts'
import { stripPage } from './strip-page.ts'

/** An attachment as the intake names it. */
export interface AttachedFile {
  readonly title: string
  /** As printed, such as "Legal advice". */
  readonly kind: string
  /** As typed. */
  readonly file: string
  readonly place?: Place
  /** Absent when the file could not be read; then `refusal` says why. */
  readonly bytes?: Uint8Array
  readonly refusal?: string
}

/** An attachment whose pages can be bound, or that leaves only a page which says why not. */
export interface Attachment extends Omit<AttachedFile, 'bytes' | 'refusal'> {
  readonly pages: number
  /** The pages, freed of forms and of anything that acts by itself. Absent when there is a problem. */
  readonly pdf?: PDFDocument
  /** One sentence, for the page that stands in its place. */
  readonly problem?: string
  readonly findings: readonly Finding[]
}

/** Reads one attachment. What is wrong with it is said by its findings, and by nothing else. */
export const readAttachment = async (attached: AttachedFile): Promise<Attachment> =>
  (await quietly(() => read(attached))).value

async function read(attached: AttachedFile): Promise<Attachment> {
  const { bytes, refusal, ...named } = attached
  const { file } = attached
  if (!bytes) return refused(named, 'ATT-01', `${file} cannot be bound: ${refusal ?? 'it cannot be read'}.`)
  if (bytes.length === 0) return refused(named, 'ATT-02', `${file} cannot be bound: it is empty.`)
  if (!startsAsPdf(bytes)) return refused(named, 'ATT-02', `${file} cannot be bound: it is not a PDF file.`)
  try {
    const source = await PDFDocument.load(bytes, {
      updateMetadata: false,
      throwOnInvalidObject: true,
      // We take it out ourselves; the library would say so on the terminal.
      preserveXFA: true,
      parseSpeed: ParseSpeeds.Fastest,
    })
    // Pages that cannot be found show here, before the form's fields are drawn on them.
    if (source.getPages().length === 0)
      return refused(named, 'ATT-02', `${file} cannot be bound: it has no pages.`)
    const form = await flattenForm(source)
    const pdf = await copyOf(source)
    return { ...named, pages: pdf.getPageCount(), pdf, findings: notes(named, form) }
  } catch {
    return (await isEncrypted(bytes))
      ? refused(named, 'ATT-03', `${file} cannot be bound: it is encrypted, or locked with a password.`)
      : refused(named, 'ATT-02', `${file} cannot be bound: it is damaged.`)
  }
}

/** What is encrypted looks damaged to a strict reader, so a lenient one is asked. */
async function isEncrypted(bytes: Uint8Array): Promise<boolean> {
  try {
    await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
    return false
  } catch (error) {
    return error instanceof EncryptedPDFError
  }
}

/** The mark of a PDF may stand a little way in (ISO 32000-1, appendix H.3). */
const startsAsPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')

/** The pages in a document of their own: what fails to copy shows now, not when half the pack is made. */
async function copyOf(source: PDFDocument): Promise<PDFDocument> {
  const copy = await PDFDocument.create({ updateMetadata: false })
  const pages = await copy.copyPages(source, source.getPageIndices())
  if (pages.length === 0) throw new Error('no pages')
  for (const page of pages) {
    const { width, height } = page.getSize()
    if (!(width > 0 && height > 0)) throw new Error('a page without a size')
    stripPage(page)
    copy.addPage(page)
  }
  return copy
}

type Named = Omit<AttachedFile, 'bytes' | 'refusal'>

const finding = (
  { place }: Named,
  code: Finding['code'],
  severity: Finding['severity'],
  message: string,
  hint: string,
): Finding => ({
  code,
  severity,
  message,
  hint,
  owner: 'officer',
  stage: 'sign_off',
  ...(place ? { place } : {}),
})

const cures = {
  'ATT-01': 'Put the file there, or correct its path, which is read from the folder of the intake.',
  'ATT-02':
    'Open it and print it to a new PDF, or ask for it again if it will not open; then name that in the intake.',
  'ATT-03': 'Ask its author for a copy without a password.',
} as const

function refused(named: Named, code: keyof typeof cures, problem: string): Attachment {
  const { title } = named
  return {
    ...named,
    pages: 0,
    problem,
    findings: [
      finding(
        named,
        code,
        'error',
        `The attachment “${title}” is missing from the pack: ${problem}`,
        cures[code],
      ),
    ],
  }
}

function notes(named: Named, form: FormFound): readonly Finding[] {
  const { title, file } = named
  const said = (code: Finding['code'], severity: Finding['severity'], message: string, hint: string) =>
    finding(named, code, severity, message, hint)
  return [
    ...(form === 'xfa' || form === 'partly'
      ? [
          said(
            'ATT-06',
            'warning',
            form === 'xfa'
              ? `The attachment “${title}” holds a form that only some programs can show.`
              : `The attachment “${title}” holds a form, and not all that was filled in could be drawn.`,
            `Look at its pages in the pack; if anything is missing, print ${file} to a new PDF and name that.`,
          ),
        ]
      : []),
    ...(form === 'fields'
      ? [
          said(
            'ATT-04',
            'note',
            `The attachment “${title}” holds a form; the pack shows it as it was filled in, and it cannot be changed there.`,
            `Keep ${file} if somebody still has to fill it in.`,
          ),
        ]
      : []),
    said(
      'ATT-05',
      'note',
      `The pages of the attachment “${title}” carry no tags for screen readers in the pack.`,
      `Offer ${file} itself to a reader who needs it.`,
    ),
  ]
}
