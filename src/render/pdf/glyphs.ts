/** Font files in; which characters they can show out. A PDF for everyone may not hold a character without a shape. */
import { glyphsOf } from './font-file.ts'

/** Where a word may break, or may not: they print as nothing and need no glyph. */
const BREAKS = '\n\t\u00AD\u200B\u2060'

const mark = (code: number): string => `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`

export interface Glyphs {
  /** The text with every character that the fonts lack shown as `[U+4E2D]`. */
  readonly printable: (text: string) => string
  /** The characters met so far that the fonts lack. */
  readonly lacking: ReadonlySet<string>
}

/** Makes the gate for text on its way into the PDF. `fonts` are the faces of one family. */
export function readGlyphs(fonts: readonly Uint8Array[]): Glyphs {
  const [first, ...others] = fonts.map(glyphsOf)
  const known = new Set([...(first?.keys() ?? [])].filter(code => others.every(other => other.has(code))))
  const lacking = new Set<string>()
  return {
    lacking,
    printable: text => {
      let out = ''
      for (const character of text.replace(/\r\n?/g, '\n')) {
        const code = character.codePointAt(0)!
        if (BREAKS.includes(character) || known.has(code)) out += character
        else {
          lacking.add(character)
          out += mark(code)
        }
      }
      return out
    },
  }
}
