/** A Word file that came back in; out, that it is a paper of ours and no agreement, if it is. */
import type { Finding } from '../../findings/finding.ts'
import type { Returned } from '../../returned/content.ts'

/** What a cover calls an instrument that varies the agreement. */
const INSTRUMENT = /^(?:Deed|Memorandum) of variation\b/

/**
 * A paper of the pack, a schedule of changes or a deed of variation names the partnership and carries no text to be merged.
 * Taken for the agreement it would have every clause of that struck out or inserted. Its title tells what it is.
 */
export function paperFindings({ blocks, memory }: Returned, file: string): readonly Finding[] {
  if (memory !== undefined) return []
  for (const block of blocks.slice(0, 5)) {
    if (block.type !== 'paragraph') continue
    const words = block.pieces.map(piece => piece.text).join('')
    const isPaper = block.style === 'PaperTitle'
    if (isPaper || (block.style === 'CoverKind' && INSTRUMENT.test(words)))
      return [
        {
          code: 'BACK-26',
          severity: 'error',
          message: `${file} is another paper, “${words}”, and not the agreement.`,
          hint: isPaper
            ? 'Give the Word file of the agreement that came back.'
            : 'Give the Word file of the agreement as it was signed, or the conformed agreement that was written with this.',
        },
      ]
  }
  return []
}
