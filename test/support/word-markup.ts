/** WordprocessingML as a person's work on a file leaves it: pieces of markup, and changes of the text of a file's parts. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Changes parts of a file as text. */
export function changeParts(
  bytes: Uint8Array,
  changes: Readonly<Record<string, (text: string) => string>>,
): Uint8Array {
  const files = unzipSync(bytes)
  for (const [name, change] of Object.entries(changes))
    files[name] = strToU8(change(files[name] ? strFromU8(files[name]) : ''))
  return zipSync(files, { level: 1 })
}

/** Changes the paragraph that says something. */
export function paragraph(xml: string, words: string, change: (paragraph: string) => string): string {
  const at = xml.indexOf(words)
  if (at < 0) throw new Error(`Nothing says “${words}”.`)
  const start = Math.max(xml.lastIndexOf('<w:p>', at), xml.lastIndexOf('<w:p ', at))
  const end = xml.indexOf('</w:p>', at) + '</w:p>'.length
  return xml.slice(0, start) + change(xml.slice(start, end)) + xml.slice(end)
}
export const runOf = (text: string, properties = ''): string =>
  `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`
export const plainParagraph = (text: string): string => `<w:p>${runOf(text)}</w:p>`
/** A run put in front of the end of a paragraph. */
export const appended =
  (run: string) =>
  (xml: string): string =>
    xml.replace(/<\/w:p>$/, `${run}</w:p>`)
export const drawing = (alt: string): string =>
  `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="10" cy="10"/><wp:docPr id="77" name="Picture 1" descr="${alt}"/></wp:inline></w:drawing></w:r>`
export const textBox = (text: string): string =>
  `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${plainParagraph(text)}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${plainParagraph(text)}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
export const who = (id: number, name = 'Jane Aske') =>
  `w:id="${id}" w:author="${name}" w:date="2026-11-24T10:05:00Z"`
export const note = (kind: 'footnote' | 'endnote', text: string): string =>
  `<w:${kind}s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:${kind} w:id="2">${plainParagraph(text)}</w:${kind}></w:${kind}s>`
export const cellOf = (text: string, more = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${more}</w:tcPr>${plainParagraph(text)}</w:tc>`
