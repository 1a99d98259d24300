/** The one gate for text on its way into Word: any string in, characters that XML and the docx library carry unchanged out. */

import { BRACE, legalText } from '../../document/shown-text.ts'

export { legalText }

/** Makes any string safe to hand to the docx library as the text of an element. */
export const sealText = (text: string): string => legalText(text).replaceAll('{', BRACE)

/** As `sealText`, for an attribute: in one line, since XML would turn line ends there into blanks anyway. */
export const sealAttribute = (text: string): string => sealText(text).replace(/[\n\t]+/g, ' ')

/** Puts the braces back in a finished part. */
export const unsealText = (xml: string): string => xml.replaceAll(BRACE, '{')

/** The first `length` UTF-16 units of a string, never half of a surrogate pair. */
export const clip = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
