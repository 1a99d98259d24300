/** The comments part of a Word file in; who said what, by the comment's number, out. */
import type { Note } from '../document/merge/tokens.ts'
import { below, elements, parseXml, textIn, type Xml } from './xml.ts'

/** The words of a comment: a line for each paragraph. */
const words = (comment: Xml): string =>
  below(comment, 'w:p')
    .map(paragraph => below(paragraph, 'w:t').map(textIn).join(''))
    .join('\n')

/** Reads the comments of a file. */
export function readComments(part: string | undefined): ReadonlyMap<string, Note> {
  if (part === undefined) return new Map()
  return new Map(
    elements(parseXml(part))
      .filter(node => node.name === 'w:comment')
      .map(node => [
        node.attributes['w:id'] ?? '',
        {
          author: node.attributes['w:author'] ?? '',
          date: node.attributes['w:date'] ?? '',
          comment: words(node),
        },
      ]),
  )
}
