/** Files that come back and cannot be used, with what is said of each. */
import { strToU8, zipSync } from 'fflate'
import { renderDocx } from '../../src/render/docx/index.ts'
import { draftExample, settings } from '../support/draft.ts'
import { examplePapers, paperOf } from '../support/pack.ts'
import { inspected, saysSize, withPart, withParts } from '../support/worn-docx.ts'

/** The part of an agreement that holds what it was drafted as. */
export const memoryPart = 'customXml/item1.xml'

type Unusable = readonly [what: string, bytes: () => Uint8Array, says: RegExp, hint: RegExp]

const oldFormat = (holds: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(holds, 'utf16le')])
const letter = (text: string) =>
  text.replace(/<w:body>.*<\/w:body>/s, '<w:body><w:p><w:r><w:t>Dear all</w:t></w:r></w:p></w:body>')
const doctype = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'

/** @param drafted the agreement of the flood forum as it was drafted, once it has been */
export function unusableFiles(drafted: () => Uint8Array): readonly Unusable[] {
  const document = (change: (text: string) => string) => withPart(drafted(), 'word/document.xml', change)
  return [
    ['an empty file', () => new Uint8Array(), /back\.docx is empty/, /Ask for the file again/],
    [
      'a text',
      () => strToU8('Dear all, please find attached'),
      /not a Word document/,
      /Give the \.docx that came back/,
    ],
    ['a PDF', () => strToU8('%PDF-1.7\n'), /not a Word document/, /not a PDF/],
    [
      'half a download',
      () => drafted().subarray(0, drafted().length / 2),
      /damaged/,
      /ask for the file again/,
    ],
    [
      'a file protected by a password',
      () => oldFormat('EncryptedPackage'),
      /protected by a password/,
      /take the password off/,
    ],
    [
      'a .doc',
      () => oldFormat('WordDocument'),
      /Word 2003 or older/,
      /save it as a Word document \(\.docx\)/,
    ],
    [
      'a .docm with macros',
      () => withParts(drafted(), parts => ({ ...parts, 'word/vbaProject.bin': new Uint8Array([1]) })),
      /holds macros/,
      /without macros/,
    ],
    [
      'an .odt under another name',
      () =>
        zipSync({
          mimetype: strToU8('application/vnd.oasis.opendocument.text'),
          'content.xml': strToU8('<x/>'),
          'META-INF/manifest.xml': strToU8('<x/>'),
        }),
      /OpenDocument file \(\.odt\)/,
      /save it as a Word document/,
    ],
    [
      'another zip file',
      () => zipSync({ 'photo.jpg': new Uint8Array(9) }),
      /zip file, but not a Word/,
      /Give/,
    ],
    [
      'a part that claims to be huge',
      () => saysSize(drafted(), 'word/document.xml', 2_000_000_000),
      /unpacks to more/,
      /clean copy/,
    ],
    [
      'a part that claims to be small',
      () => saysSize(drafted(), 'word/document.xml', 1_000),
      /damaged/,
      /repair/,
    ],
    [
      'thousands of parts',
      () =>
        withParts(drafted(), parts => ({
          ...Object.fromEntries(
            Array.from({ length: 4_100 }, (_, n) => [`word/media/${n}.png`, new Uint8Array()]),
          ),
          ...parts,
        })),
      /unpacks to more/,
      /clean copy/,
    ],
    [
      'a document that asks for another file',
      () =>
        document(text =>
          text.replace('?>', `?>${doctype}`).replace('<w:t>', '<w:t>&x;').replace('<w:t ', '<w:t '),
        ),
      /word\/document\.xml cannot be read/,
      /repair/,
    ],
    ['XML that breaks off', () => document(text => text.slice(0, -200)), /cannot be read/, /repair/],
    [
      'elements within elements without end',
      () => document(text => text.replace('<w:body>', `<w:body>${'<w:sdt><w:sdtContent>'.repeat(3_000)}`)),
      /cannot be read/,
      /repair/,
    ],
    [
      'a paper of its pack',
      () => {
        const { document: paper, numbering } = paperOf(examplePapers('flood-forum'), 'risk-register')
        return renderDocx(paper, numbering, settings.style)
      },
      /BACK-26: back\.docx is another paper, “Risk register”, and not the agreement/,
      /Give the Word file of the agreement/,
    ],
    [
      'a deed that varied it',
      () =>
        inspected(document(text => text.replace('>Memorandum of understanding<', '>Deed of variation 1<'))),
      /BACK-26: .*“Deed of variation 1”/,
      /the conformed agreement that was written with this/,
    ],
    [
      'the agreement of another partnership',
      () => draftExample('food-network').docx,
      /belongs to another partnership: “.*Good Food Network/,
      /drafted from this intake/,
    ],
    [
      'the agreement with a letter in place of its text',
      () => document(letter),
      /drafted as Draft 1, but hardly any of its text is left/,
      /Give the Word file that holds the agreement/,
    ],
    [
      'a letter that Concordat never drafted',
      () => inspected(document(letter)),
      /“NBC-P-2026-021” stands nowhere in it/,
      /drafted from this intake/,
    ],
    [
      'a file whose record of what it was drafted as somebody changed',
      () => withPart(drafted(), memoryPart, text => text.replaceAll('Osgarth', 'Osborne')),
      /was changed since, and no version on record says/,
      /Run with --out and the folder/,
    ],
    [
      'a file whose record of what it was drafted as is no longer one',
      () => withPart(drafted(), memoryPart, text => text.replaceAll('properties', 'property')),
      /was changed since, and no version on record says/,
      /Inspect Document/,
    ],
  ]
}
