/** The council's own logo in a file that came back, and what somebody put beside it. */
import AdmZip from 'adm-zip'
import { expect, test } from 'vitest'
import { numberDocument } from '../../src/document/number.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { readReturned } from '../../src/returned/read.ts'
import { house } from '../render/docx/builders.ts'
import { draftExample } from '../support/draft.ts'

const { document } = draftExample('flood-forum')
const file = renderDocx(document, numberDocument(document), house)
const leftovers = (bytes: Uint8Array) => readReturned(bytes, 'returned.docx').value?.leftovers

/** The file with its body changed. */
function edited(change: (body: string) => string): Uint8Array {
  const zip = new AdmZip(Buffer.from(file))
  const path = 'word/document.xml'
  zip.updateFile(path, Buffer.from(change(zip.readAsText(path))))
  return zip.toBuffer()
}
const ofLogo = /<w:r>(?:(?!<\/w:r>).)*<w:drawing>.*?<\/w:drawing>(?:(?!<\/w:r>).)*<\/w:r>/s

test('our own logo is made anew, so nothing is said of it', () => {
  expect(leftovers(file)).toEqual([])
})

test('words typed beside the logo are told', () => {
  expect(leftovers(edited(body => body.replace(ofLogo, '$&<w:r><w:t>In confidence</w:t></w:r>')))).toEqual([
    { what: 'what was typed beside the logo', text: 'In confidence' },
  ])
})

test('a second picture beside the logo is told', () => {
  expect(leftovers(edited(body => body.replace(ofLogo, '$&$&')))).toMatchObject([
    { what: 'a picture, drawing or text box' },
  ])
})
