/** Any string in; out, the string as a Word file can hold and show it. */

/**
 * The docx library replaces `{name}` wherever it stands in the finished XML when the name is one of its own lists or
 * pictures. So a brace travels under this private-use character, and a text that holds the character itself is marked.
 */
export const BRACE = '\uE000'

const UNPRINTABLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uE000\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

const mark = (character: string): string =>
  `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`

/** Every character that is not taken as it is, and some that are: halves of pairs. */
const UNUSUAL = /[\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uE000\uFFFE\uFFFF]/

/** Makes any string legal in XML: what Word cannot hold is shown as `[U+FFFE]`, line ends become `\n`. */
export const legalText = (text: string): string =>
  UNUSUAL.test(text) ? text.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, mark) : text
