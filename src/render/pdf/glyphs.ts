/** Font files in; which characters they can show out. A PDF for everyone may not hold a character without a shape. */

/** Every code point that a TrueType font has a glyph for, read from its `cmap` table (OpenType 1.9, formats 4 and 12). */
function codePoints(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const found = new Set<number>()
  const cmap = tableAt(view, 'cmap')
  if (cmap === undefined) return found
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const start = cmap + view.getUint32(cmap + 4 + i * 8 + 4)
    const format = view.getUint16(start)
    if (format === 4) readSegments(view, start, found)
    if (format === 12) readGroups(view, start, found)
  }
  return found
}

function tableAt(view: DataView, name: string): number | undefined {
  for (let i = 0; i < view.getUint16(4); i++) {
    const entry = 12 + i * 16
    const tag = String.fromCharCode(...[0, 1, 2, 3].map(at => view.getUint8(entry + at)))
    if (tag === name) return view.getUint32(entry + 8)
  }
  return undefined
}

function readSegments(view: DataView, start: number, found: Set<number>): void {
  const size = view.getUint16(start + 6)
  const ends = start + 14
  const starts = ends + size + 2
  const deltas = starts + size
  const offsets = deltas + size
  for (let at = 0; at < size; at += 2) {
    const last = view.getUint16(ends + at)
    const offset = view.getUint16(offsets + at)
    for (let code = view.getUint16(starts + at); code <= last && code < 0xffff; code++) {
      const glyph =
        offset === 0
          ? (code + view.getUint16(deltas + at)) & 0xffff
          : view.getUint16(offsets + at + offset + 2 * (code - view.getUint16(starts + at)))
      if (glyph !== 0) found.add(code)
    }
  }
}

function readGroups(view: DataView, start: number, found: Set<number>): void {
  for (let i = 0; i < view.getUint32(start + 12); i++) {
    const group = start + 16 + i * 12
    for (let code = view.getUint32(group); code <= view.getUint32(group + 4); code++) found.add(code)
  }
}

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
  const [first, ...others] = fonts.map(codePoints)
  const known = new Set([...(first ?? [])].filter(code => others.every(other => other.has(code))))
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
