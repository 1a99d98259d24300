/** The bytes of a Word file that came back in; what it says, and what it says it was generated as, out. */
import { type Identity, identityOf } from '../document/identity.ts'
import type { Outcome } from '../findings/finding.ts'
import { unescapeMarkup } from '../xml-entities.ts'
import { readBody } from './body.ts'
import { readComments } from './comments.ts'
import { damaged, openWordFile, type WordParts } from './container.ts'
import type { Leftover, Returned } from './content.ts'
import { readGenerated } from './generated.ts'
import type { Reading } from './runs.ts'
import { readStyleNames } from './styles.ts'
import { below, elements, parseXml, textIn, XmlFault } from './xml.ts'

const MEMORY_NAMESPACE = 'urn:concordat:memory:1'
const MEMORY_PROPERTY = 'Concordat model'

/** Reads a Word file. `file` is its name, for messages. */
export function readReturned(bytes: Uint8Array, file: string): Outcome<Returned> {
  const { value: parts, findings } = openWordFile(bytes, file)
  if (!parts) return { findings }
  let part = 'word/document.xml'
  const open = (name: string) => {
    part = name
    return parts.get(name)
  }
  try {
    const leftovers: Leftover[] = []
    const reading: Reading = {
      styles: readStyleNames(open('word/styles.xml')),
      comments: readComments(open('word/comments.xml')),
      leftovers,
      links: linksIn(open('word/_rels/document.xml.rels')),
      open: new Set(),
      met: new Set(),
    }
    const { blocks, contents } = readBody(parseXml(open('word/document.xml')!), reading)
    leftovers.push(...notes(parts, open))
    const hash = hashIn(open('docProps/custom.xml'))
    const memory = memoryIn(parts, open)
    return {
      value: {
        blocks,
        contents,
        leftovers,
        margins: marginsIn(parts, open),
        ...(memory !== undefined && { memory }),
        ...(hash !== undefined && { hash }),
      },
      findings,
    }
  } catch (error) {
    if (error instanceof XmlFault || error instanceof RangeError) return { findings: [damaged(file, part)] }
    throw error
  }
}

/** Whose agreement a Word file says that it was drafted as, if it says so; it may be any file. */
export function readIdentity(bytes: Uint8Array, file: string): Identity | undefined {
  const { value: parts } = openWordFile(bytes, file)
  if (!parts) return undefined
  try {
    const memory = memoryIn(parts, name => parts.get(name))
    const generated = memory === undefined ? undefined : readGenerated(memory)
    return generated && identityOf(generated.document)
  } catch (error) {
    if (error instanceof XmlFault) return undefined
    throw error
  }
}

/** Where links of the main part lead to outside the file, by the ids that it names them by. */
const linksIn = (part: string | undefined): ReadonlyMap<string, string> =>
  new Map(
    (part === undefined ? [] : elements(parseXml(part)))
      .filter(({ attributes }) => attributes.TargetMode === 'External')
      .map(({ attributes }) => [attributes.Id ?? '', attributes.Target ?? ''] as const),
  )

/** The words of each header and footer. A picture or a watermark has none. */
function marginsIn(parts: WordParts, open: (name: string) => string | undefined): Returned['margins'] {
  return [...parts.keys()].flatMap(name => {
    const where = /^word\/(header|footer)\d*\.xml$/.exec(name)?.[1] as 'header' | 'footer' | undefined
    if (where === undefined) return []
    const text = below(parseXml(open(name)!), 'w:p')
      .map(paragraph => below(paragraph, 'w:t').map(textIn).join('').trim())
      .filter(line => line !== '')
      .join('\n')
    return text === '' ? [] : [{ where, text }]
  })
}

function hashIn(part: string | undefined): string | undefined {
  const property = part
    ? elements(parseXml(part)).find(node => node.attributes.name === MEMORY_PROPERTY)
    : undefined
  const hash = property && textIn(property).trim()
  return hash && /^[0-9a-f]{64}$/.test(hash) ? hash : undefined
}

function memoryIn(parts: WordParts, open: (name: string) => string | undefined): string | undefined {
  for (const [name, part] of parts)
    if (name.startsWith('customXml/') && part.includes(MEMORY_NAMESPACE))
      return memoryAsWritten(part) ?? textIn(parseXml(open(name)!))
  return undefined
}

const AS_WRITTEN = new RegExp(`^<\\?xml [^>]*>\\s*<memory xmlns="${MEMORY_NAMESPACE}">([^<]*)</memory>\\s*$`)

/** The memory of a part that stands as we write it: half a megabyte, which a parser would go through letter by letter. */
function memoryAsWritten(part: string): string | undefined {
  const text = AS_WRITTEN.exec(part)?.[1]
  if (text === undefined || /&(?!(?:lt|gt|amp|quot|apos);)/.test(text)) return undefined
  return unescapeMarkup(text.replace(/\r\n?/g, '\n'))
}

/** What stands at the foot of pages: footnotes and endnotes, which an agreement of ours has none of. */
function notes(parts: WordParts, open: (name: string) => string | undefined): Leftover[] {
  return ['footnotes', 'endnotes'].flatMap(kind => {
    const name = `word/${kind}.xml`
    if (!parts.has(name)) return []
    return elements(parseXml(open(name)!))
      .map(note => below(note, 'w:t').map(textIn).join(''))
      .filter(text => text.trim() !== '')
      .map(text => ({ what: kind === 'footnotes' ? 'a footnote' : 'an endnote', text }))
  })
}
