/** Each worked example's agreement, and a document with every type of node, in LibreOffice, which counts by itself: the same numbers and references as ours. */
import { expect, test } from 'vitest'
import { numberDocument } from '../../src/document/number.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { house } from '../render/docx/builders.ts'
import { hasLibreOffice, libreOfficeNote } from '../render/docx/libreoffice.ts'
import { everything } from '../render/docx/sample.ts'
import { draftExample, examples } from '../support/draft.ts'
import { readParagraphs } from '../support/read-docx.ts'
import { linesInLibreOffice } from './libreoffice.ts'

test.skipIf(!hasLibreOffice)(
  `LibreOffice counts the same numbers and works out the same references${libreOfficeNote}`,
  { timeout: 120_000 },
  () => {
    const files: Readonly<Record<string, Uint8Array>> = {
      ...Object.fromEntries(examples.map(name => [name, draftExample(name).docx])),
      everything: renderDocx(everything, numberDocument(everything), house),
    }
    const shown = linesInLibreOffice(files)
    for (const name of Object.keys(files)) {
      const ours = readParagraphs(files[name]!)
        .flatMap(({ label, text }) => `${label === '•' ? '' : label} ${text}`.split('\n'))
        .map(line => line.trim())
        .filter(line => line !== '')
      const theirs = shown[name]!.map(line => line.trim().replace(/^[•◦▪]\s*/, '')).filter(
        line => line !== '',
      )
      expect(theirs, name).toEqual(ours)
    }
  },
)
