/** Documents of every odd make in Word, by Microsoft's own validator, which takes a second for each. */
import { expect, test } from 'vitest'
import { numberDocument } from '../../../src/document/number.ts'
import { renderDocx } from '../../../src/render/docx/index.ts'
import { hasValidator, validateDocx, validatorNote } from '../../support/ooxml.ts'
import { odd } from './odd-documents.ts'

test.skipIf(!hasValidator).each(odd)(
  `a document %s passes Microsoft's validator${validatorNote}`,
  async (_, document, style) => {
    expect(await validateDocx(renderDocx(document, numberDocument(document), style))).toEqual([])
  },
)
