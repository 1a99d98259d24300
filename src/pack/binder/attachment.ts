/** The bytes of an attachment in; out, its pages ready to be bound, or why they cannot be. Never throws, whatever the bytes. */
import { EncryptedPDFError, ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'
import type { Finding } from '../../findings/finding.ts'
import {
  type AttachedFile,
  missingFromPack,
  type NamedFile,
  type Problem,
  problemAtOnce,
  sentenceOf,
} from '../attached-file.ts'
import { type FormFound, flattenForm } from './flatten-form.ts'
import { quietly } from './quietly.ts'
import { stripPage } from './strip-page.ts'

/** An attachment whose pages can be bound, or that leaves only a page which says why not. */
export interface Attachment extends NamedFile {
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
  const { bytes, refusal: _, ...named } = attached
  const problem = problemAtOnce(attached)
  if (problem || !bytes) return refused(named, problem ?? { code: 'ATT-01', is: 'it cannot be read' })
  try {
    const source = await PDFDocument.load(bytes, {
      updateMetadata: false,
      throwOnInvalidObject: true,
      // We take it out ourselves; the library would say so on the terminal.
      preserveXFA: true,
      parseSpeed: ParseSpeeds.Fastest,
    })
    // Pages that cannot be found show here, before the form's fields are drawn on them.
    if (source.getPages().length === 0) return refused(named, { code: 'ATT-02', is: 'it has no pages' })
    const form = await flattenForm(source)
    const pdf = await copyOf(source)
    return { ...named, pages: pdf.getPageCount(), pdf, findings: notes(named, form) }
  } catch {
    return (await isEncrypted(bytes))
      ? refused(named, { code: 'ATT-03', is: 'it is encrypted, or locked with a password' })
      : refused(named, { code: 'ATT-02', is: 'it is damaged' })
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

const refused = (named: NamedFile, problem: Problem): Attachment => ({
  ...named,
  pages: 0,
  problem: sentenceOf(named, problem.is),
  findings: [missingFromPack(named, problem)],
})

function notes(named: NamedFile, form: FormFound): readonly Finding[] {
  const { title, file } = named
  const said = (
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
    ...(named.place ? { place: named.place } : {}),
  })
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
