/** The bytes of a file that came back in; the parts of a Word file out, or what the file is instead and what to do. */
import AdmZip from 'adm-zip'
import type { Finding, Outcome } from '../findings/finding.ts'

/** The text parts of a Word file, by path. */
export type WordParts = ReadonlyMap<string, string>

/** More than three hundred pages with room to spare; a file that unpacks to more is built to exhaust whoever opens it. */
export const limits = { file: 64_000_000, part: 64_000_000, whole: 160_000_000, parts: 4_000 } as const

const TYPES = '[Content_Types].xml'
const WANTED =
  /^(word\/(document|styles|comments|footnotes|endnotes|header\d*|footer\d*)\.xml|word\/_rels\/document\.xml\.rels|customXml\/item\d+\.xml|docProps\/custom\.xml)$/

/**
 * The names that parts have in a file of ours, by the names that the file gives them: Word in a browser writes `document2.xml` and
 * `styles2.xml`. ECMA-376 Part 2, 7.2.3.2: what a part is says its content type.
 */
function namesAsOurs(types: string): ReadonlyMap<string, string> {
  const named = [...types.matchAll(/<Override\b[^>]*>/g)].flatMap(([override]): [string, string][] => {
    const name = /PartName="\/(word\/[^"/]+)"/.exec(override)?.[1]
    const kind =
      /ContentType="[^"]*wordprocessingml\.(document|styles|comments|footnotes|endnotes)(?:\.main)?\+xml"/.exec(
        override,
      )?.[1]
    return name === undefined || kind === undefined ? [] : [[name, `word/${kind}.xml`]]
  })
  return new Map(
    named.flatMap(([name, ours]) => [
      [name, ours],
      [`${name.replace('/', '/_rels/')}.rels`, `${ours.replace('/', '/_rels/')}.rels`],
    ]),
  )
}

const refused = (message: string, hint: string): Outcome<never> => ({
  findings: [{ code: 'BACK-01', severity: 'error', message, hint }],
})

const startsWith = (bytes: Uint8Array, ...codes: number[]): boolean =>
  codes.every((code, index) => bytes[index] === code)

const holds = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))

/** Opens a Word file. Nothing in it is run, and no more is unpacked than is read. */
export function openWordFile(bytes: Uint8Array, file: string): Outcome<WordParts> {
  if (bytes.length === 0) return refused(`${file} is empty.`, 'Ask for the file again.')
  if (bytes.length > limits.file)
    return refused(`${file} is larger than 64 MB.`, 'Take the pictures out of it and save it again.')
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    if (holds(bytes, 'EncryptedPackage'))
      return refused(
        `${file} is protected by a password.`,
        'Open it in Word, take the password off under File, Info, Protect Document, and save it.',
      )
    return refused(
      `${file} is in the format of Word 2003 or older (.doc).`,
      'Open it in Word and save it as a Word document (.docx).',
    )
  }
  if (!startsWith(bytes, 0x50, 0x4b))
    return refused(`${file} is not a Word document.`, 'Give the .docx that came back, not a PDF or a text.')
  return unpack(bytes, file)
}

function unpack(bytes: Uint8Array, file: string): Outcome<WordParts> {
  const tooLarge = () =>
    refused(`${file} unpacks to more than any agreement holds.`, 'Ask whoever sent it for a clean copy.')
  const parts = new Map<string, string>()
  const names: string[] = []
  let types = ''
  try {
    const zip = new AdmZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    if (zip.getEntryCount() > limits.parts) return tooLarge()
    let whole = 0
    const inFull = (entry: AdmZip.IZipEntry): string =>
      entry
        .getData()
        .toString()
        .replace(/^\uFEFF/, '')
    const listed = zip.getEntry(TYPES)
    if (listed && listed.header.size > limits.part) return tooLarge()
    types = listed ? inFull(listed) : ''
    const ours = namesAsOurs(types)
    for (const entry of zip.getEntries()) {
      names.push(entry.entryName)
      const name = ours.get(entry.entryName) ?? entry.entryName
      if (!WANTED.test(name)) continue
      // No more than this is unpacked, whatever the part holds.
      const { size } = entry.header
      whole += size
      if (size > limits.part || whole > limits.whole) return tooLarge()
      parts.set(name, inFull(entry))
    }
  } catch {
    return refused(
      `${file} is damaged and cannot be opened.`,
      'Open it in Word and let Word repair it, or ask for the file again.',
    )
  }
  if (names.includes('word/vbaProject.bin') || /macros?Enabled/i.test(types))
    return refused(
      `${file} holds macros, which an agreement has no use for.`,
      'Open it in Word, save it as a Word document (.docx) without macros, and amend from that.',
    )
  if (names.includes('META-INF/manifest.xml') && names.includes('content.xml'))
    return refused(
      `${file} is an OpenDocument file (.odt), whatever its name says.`,
      'Open it in LibreOffice or Word, save it as a Word document (.docx), and give that.',
    )
  if (!parts.has('word/document.xml'))
    return refused(`${file} is a zip file, but not a Word document.`, 'Give the .docx that came back.')
  return { value: parts, findings: [] }
}

/** The finding for a part that is no XML, or XML built to harm. */
export const damaged = (file: string, part: string): Finding => ({
  code: 'BACK-01',
  severity: 'error',
  message: `${file} is damaged: its part ${part} cannot be read.`,
  hint: 'Open it in Word and let Word repair it, or ask for the file again.',
})
