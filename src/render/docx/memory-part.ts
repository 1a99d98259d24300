/**
 * The finished parts and a memory in; the same parts with the memory as a custom XML item out, and its hash as a custom
 * property. LibreOffice keeps the property and loses the item, so the hash is the second way back to the memory.
 * ECMA-376 Part 1, 15.2.5 (custom XML data storage) and 15.2.12.2 (custom file properties).
 */
import type { Memory } from '../../document/memory.ts'
import { InternalError } from '../../findings/finding.ts'
import { escapeXml, escapeXmlText, XML_DECLARATION, xml } from './xml.ts'

/** The namespace by which a reader knows the item. */
export const MEMORY_NAMESPACE = 'urn:concordat:memory:1'
/** The custom property that holds the hash. */
export const MEMORY_PROPERTY = 'Concordat model'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** Names the item's place in the data store; one item a file, so it may be the same in every file. */
const ITEM_ID = '{6C1E0D0B-93B4-4C55-9A0B-7D5C2B8F4E31}'
/** The format identifier that every custom property carries. */
const PROPERTY_FORMAT = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'

const itemProperties =
  XML_DECLARATION +
  xml(
    'ds:datastoreItem',
    { 'ds:itemID': ITEM_ID, 'xmlns:ds': `${OFFICE}/customXml` },
    xml('ds:schemaRefs', {}, xml('ds:schemaRef', { 'ds:uri': MEMORY_NAMESPACE })),
  )

const itemRelationships =
  XML_DECLARATION +
  xml(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    xml('Relationship', {
      Id: 'rId1',
      Type: `${OFFICE}/relationships/customXmlProps`,
      Target: 'itemProps1.xml',
    }),
  )

const customProperties = (hash: string): string =>
  XML_DECLARATION +
  xml(
    'Properties',
    { xmlns: `${OFFICE}/custom-properties`, 'xmlns:vt': `${OFFICE}/docPropsVTypes` },
    xml(
      'property',
      { fmtid: PROPERTY_FORMAT, pid: 2, name: MEMORY_PROPERTY },
      xml('vt:lpwstr', {}, escapeXml(hash)),
    ),
  )

/** Puts an element at the end of a part's root. */
function withLast(part: string | Uint8Array | undefined, root: string, element: string): string {
  const end = `</${root}>`
  const text = String(part)
  if (!text.endsWith(end))
    throw new InternalError(`A part does not end in ${end} as the docx library wrote it`)
  return `${text.slice(0, -end.length)}${element}${end}`
}

/** The parts that carry a memory, by their paths; they stand in place of those of the same name. */
export function memoryParts(
  parts: ReadonlyMap<string, string | Uint8Array>,
  { text, hash }: Memory,
): ReadonlyMap<string, string> {
  const types = '[Content_Types].xml'
  const relationships = 'word/_rels/document.xml.rels'
  return new Map([
    [
      'customXml/item1.xml',
      XML_DECLARATION + xml('memory', { xmlns: MEMORY_NAMESPACE }, escapeXmlText(text)),
    ],
    ['customXml/itemProps1.xml', itemProperties],
    ['customXml/_rels/item1.xml.rels', itemRelationships],
    ['docProps/custom.xml', customProperties(hash)],
    [
      types,
      withLast(
        parts.get(types),
        'Types',
        xml('Override', {
          ContentType: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
          PartName: '/customXml/itemProps1.xml',
        }),
      ),
    ],
    [
      relationships,
      withLast(
        parts.get(relationships),
        'Relationships',
        xml('Relationship', {
          Id: 'rIdMemory',
          Type: `${OFFICE}/relationships/customXml`,
          Target: '../customXml/item1.xml',
        }),
      ),
    ],
  ])
}
