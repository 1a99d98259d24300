/** The parts the docx library made in, the parts as they are written out: ours in place of the library's, dates fixed. */
import type { HouseStyle } from '../../document/house-style.ts'
import type { Memory } from '../../document/memory.ts'
import type { Properties } from '../../document/nodes.ts'
import { InternalError } from '../../findings/finding.ts'
import { memoryParts } from './memory-part.ts'
import { numberingPart } from './numbering-lists.ts'
import { stylesPart } from './styles.ts'
import { unsealText } from './text.ts'
import { escapeXml, val, XML_DECLARATION, xml } from './xml.ts'

/** The parts of a Word file by their paths. */
export type Parts = ReadonlyMap<string, string | Uint8Array>

const timestamp = (date: string): string => new Date(date).toISOString().replace(/\.\d+Z$/, 'Z')

const coreProperties = ({ title, subject, author, version, date }: Properties): string => {
  const time = (name: string): string =>
    xml(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, timestamp(date))
  return (
    XML_DECLARATION +
    xml(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      xml('dc:title', {}, escapeXml(title)),
      xml('dc:subject', {}, escapeXml(subject)),
      xml('dc:creator', {}, escapeXml(author)),
      xml('cp:lastModifiedBy', {}, escapeXml(author)),
      xml('cp:revision', {}, '1'),
      time('created'),
      time('modified'),
      xml('dc:language', {}, 'en-GB'),
      version === '' ? '' : xml('cp:version', {}, escapeXml(version)),
    )
  )
}

/** The schema wants the theme's language after the compatibility settings. */
const withLanguage = (settings: string): string => {
  const finished = settings.replace('</w:compat>', `</w:compat>${val('w:themeFontLang', 'en-GB')}`)
  if (finished === settings)
    throw new InternalError('The settings part is not as the docx library used to write it')
  return finished
}

/** Finishes the parts of one document; with a memory, the file carries it. */
export function finishParts(parts: Parts, properties: Properties, style: HouseStyle, memory?: Memory): Parts {
  const finished = new Map<string, string | Uint8Array>()
  for (const [path, part] of parts) finished.set(path, typeof part === 'string' ? unsealText(part) : part)
  finished.set('docProps/core.xml', coreProperties(properties))
  finished.set('word/settings.xml', withLanguage(String(parts.get('word/settings.xml'))))
  finished.set('word/styles.xml', stylesPart(style))
  finished.set('word/numbering.xml', numberingPart)
  if (memory) for (const [path, part] of memoryParts(finished, memory)) finished.set(path, part)
  return finished
}
