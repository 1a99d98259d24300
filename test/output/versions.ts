/** Sets of files that say in every byte which version they are, so that a corrupt file and a mixed set can be told. */
import { sha256 } from '../../src/output/record.ts'
import { writeSet } from '../../src/output/write-set.ts'

/** Several files, some larger than what is written at once. */
export const fileSizes: Readonly<Record<string, number>> = {
  'agreement.docx': 80_000,
  'checklist.docx': 20_000,
  'findings.docx': 4_000,
  'pack.pdf': 320_000,
  'risks.docx': 80_000,
}

/** The files of a version: its number, over and over. */
export const setOf = (version: number) =>
  Object.entries(fileSizes).map(([name, size]) => {
    const bytes = Buffer.alloc(size)
    bytes.writeUInt32LE(version, 0)
    return { name, bytes: bytes.fill(bytes.subarray(0, 4), 4) }
  })

/** Writes a version into `out/fh-1`. */
export const writeVersion = (out: string, version: number) =>
  writeSet(out, 'fh-1', setOf(version), {
    format: 1,
    program: 'Concordat test',
    reference: 'FH-1',
    intake: { file: 'hubs.yaml', sha256: sha256('') },
    templates: sha256(''),
  })
