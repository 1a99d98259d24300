/**
 * A generated document in; what its Word file remembers of it out: a text that gives the document back exactly, and the
 * hash it goes by. It holds what the document shows and the hashes of what made it, and so nothing private and no paths.
 */
import { createHash } from 'node:crypto'
import { blockWriter, inOneList } from './block-writer.ts'
import type { Document } from './nodes.ts'

/** What a document was made from, as SHA-256 hashes. */
export interface Sources {
  readonly templates: string
  readonly intake: string
  /** For each template and defined term of the library its own, so that it can be told which of them moved on. */
  readonly wordings?: Readonly<Record<string, string>>
}

/** What a document was made from, and the file that came back if edits were carried over from one. */
export interface Lineage extends Sources {
  /** The SHA-256 of the Word file that came back: two people's edits of one version make two versions. */
  readonly after?: string
}

/** A document as it was generated, before anybody edited it. */
export interface Generated extends Lineage {
  readonly format: 1
  readonly document: Document
}

/** What a Word file carries: the text of a `Generated`, and the SHA-256 of that text. */
export interface Memory {
  readonly text: string
  readonly hash: string
}

/** What `JSON.stringify` leaves as it is and a writer of XML may not; as `\u` escapes the text survives any of them. */
const OUTSIDE_XML = /[\u007F-\u009F\u2028\u2029\uE000\uFFFE\uFFFF]/g

const escaped = (json: string): string =>
  json.replace(OUTSIDE_XML, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

const blockText = blockWriter(undefined, escaped)

/** JSON of an object, with one more key at its end whose value is JSON already. */
const withEntry = (object: object, key: string, json: string): string =>
  `${escaped(JSON.stringify(object)).slice(0, -1)},"${key}":${json}}`

/** Writes down a generated document. The same document gives the same text. */
export function remember(document: Document, { templates, intake, wordings, after }: Lineage): Memory {
  const { body, ...front } = document
  const generated: Omit<Generated, 'document'> = {
    format: 1,
    templates,
    intake,
    ...(wordings && { wordings }),
    ...(after && { after }),
  }
  const written = withEntry(front, 'body', `[${inOneList(body.map(blockText))}]`)
  const text = withEntry(generated, 'document', written)
  return { text, hash: hashOfMemory(text) }
}

/** The hash that a memory's text goes by, in hexadecimal. */
export const hashOfMemory = (text: string): string => createHash('sha256').update(text).digest('hex')
