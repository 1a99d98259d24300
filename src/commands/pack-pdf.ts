/** A pack's papers in, `sign-off-pack.pdf` out, or a finding that says why there is none. The PDF packages load only here. */
import type { Finding, Outcome } from '../findings/finding.ts'
import { convertToPdf } from '../output/libre-office.ts'
import { sha256 } from '../output/record.ts'
import type { OutputFile } from '../output/write-set.ts'
import type { EditedAgreement } from '../pack/binder/flysheet.ts'
import type { Leaves } from '../pack/binder/leaves.ts'
import type { World } from '../world.ts'
import type { EditedFile } from './edited-agreement.ts'
import type { Loaded } from './settings.ts'

export interface PackPdf extends Omit<Leaves, 'edited'> {
  /** The text of the intake. */
  readonly text: string
  /** A Word file to bind in place of the agreement as generated. */
  readonly editedFile?: EditedFile
}

/** The name of the file. */
export const packPdfName = 'sign-off-pack.pdf'

const SHOWN_WHEN_LOCKED = 'Not to be filled in: the pack is NOT READY'

/**
 * Makes the PDF of a pack.
 * @param meanwhile called while another process lays the pages out
 */
export async function packPdf(
  world: World,
  settings: Loaded,
  pack: PackPdf,
  meanwhile: () => void = () => {},
): Promise<Outcome<OutputFile>> {
  const { arrange } = await import('../pack/binder/leaves.ts')
  const { bind } = await import('../pack/binder/bind.ts')
  const { NoPress } = await import('../render/pdf/typst.ts')
  const edited = pack.editedFile === undefined ? undefined : await editedAgreement(pack.editedFile)
  if (edited && 'finding' in edited) return { findings: [edited.finding] }
  const { leaves, declared } = arrange({ ...pack, ...edited })
  const { properties } = pack.agreement.document
  const { isReady, reasons } = pack.readiness
  try {
    const bound = await bind(
      {
        title: properties.title.replace(/^[^:]*/, 'Sign-off pack'),
        author: properties.author,
        footer: properties.reference,
        date: properties.date,
        intake: sha256(pack.text),
        leaves,
        asked: () => declared.asked,
        ...(isReady ? {} : { locked: { reason: reasons.join(' '), shown: SHOWN_WHEN_LOCKED } }),
      },
      settings.style,
      world.press(),
      stage => {
        world.passed?.(stage)
        if (stage === 'handed over') meanwhile()
      },
    )
    return {
      value: { name: packPdfName, bytes: bound.bytes },
      findings: bound.lacking.length > 0 ? [lacking(bound.lacking)] : [],
    }
  } catch (error) {
    if (error instanceof NoPress) return { findings: [noPress(error)] }
    throw error
  }
}

async function editedAgreement({
  file,
  bytes: docx,
}: EditedFile): Promise<{ readonly edited: EditedAgreement } | { readonly finding: Finding }> {
  const laidOut = await convertToPdf(docx)
  if ('trouble' in laidOut) return { finding: unbound(file, laidOut.trouble) }
  const { readAttachment } = await import('../pack/binder/attachment.ts')
  const { pdf } = await readAttachment({ title: file, kind: '', file, bytes: laidOut.bytes })
  return pdf ? { edited: { file, sha256: sha256(docx), pdf } } : { finding: unbound(file, 'failed') }
}

const unbound = (file: string, trouble: 'absent' | 'slow' | 'failed'): Finding =>
  trouble === 'absent'
    ? {
        code: 'PDF-03',
        severity: 'error',
        message: `sign-off-pack.pdf was not made: binding ${file} needs LibreOffice, which was not found on this machine.`,
        hint: 'Install LibreOffice, or leave --agreement out to bind the agreement as generated.',
      }
    : {
        code: 'PDF-04',
        severity: 'error',
        message:
          trouble === 'slow'
            ? `sign-off-pack.pdf was not made: LibreOffice took more than two minutes over ${file}.`
            : `sign-off-pack.pdf was not made: LibreOffice could not lay ${file} out.`,
        hint: 'Open the file in Word, save it again as a Word document (.docx), and run again.',
      }

const lacking = (characters: readonly string[]): Finding => ({
  code: 'PDF-02',
  severity: 'warning',
  message: `sign-off-pack.pdf shows ${characters.length === 1 ? 'a character' : 'characters'} by code, because its fonts lack ${characters.slice(0, 12).join(' ')}.`,
  hint: 'The Word files show them; write them in other letters if the pack must show them too.',
})

const noPress = (error: Error): Finding => ({
  code: 'PDF-01',
  severity: 'warning',
  message: `sign-off-pack.pdf was not made, because the library that lays out its pages does not load on this machine: ${error.message}`,
  hint: 'The Word files are whole. Run "npm install" again, or make the pack on Linux, Windows or macOS of a common kind.',
})
