/** The one gate for text on its way into Word: any string in, characters that XML and the docx library carry unchanged out. */

/**
 * The docx library replaces `{name}` wherever it stands in the finished XML when the name is one of its own lists or
 * pictures. So a brace in an answer travels under this private-use character and is put back by the finishing pass.
 */
const BRACE = '\uE000'

const UNPRINTABLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uE000\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

const mark = (character: string): string =>
  `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`

/** Makes any string legal in XML: what Word cannot hold is shown as `[U+FFFE]`, line ends become `\n`. */
export const legalText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, mark)

/** Makes any string safe to hand to the docx library as the text of an element. */
export const sealText = (text: string): string => legalText(text).replaceAll('{', BRACE)

/** As `sealText`, for an attribute: in one line, since XML would turn line ends there into blanks anyway. */
export const sealAttribute = (text: string): string => sealText(text).replace(/[\n\t]+/g, ' ')

/** Puts the braces back in a finished part. */
export const unsealText = (xml: string): string => xml.replaceAll(BRACE, '{')

/** The first `length` UTF-16 units of a string, never half of a surrogate pair. */
export const clip = (text: string, length: number): string =>
  text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')
