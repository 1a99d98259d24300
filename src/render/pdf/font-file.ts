/** The bytes of a TrueType font in; its glyphs and measures out. */

const viewOf = (font: Uint8Array): DataView => new DataView(font.buffer, font.byteOffset, font.byteLength)

/** The glyph of every code point that a TrueType font can show, read from its `cmap` table (OpenType 1.9, formats 4 and 12). */
export function glyphsOf(font: Uint8Array): ReadonlyMap<number, number> {
  const view = viewOf(font)
  const found = new Map<number, number>()
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

function readSegments(view: DataView, start: number, found: Map<number, number>): void {
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
      if (glyph !== 0) found.set(code, glyph)
    }
  }
}

function readGroups(view: DataView, start: number, found: Map<number, number>): void {
  for (let i = 0; i < view.getUint32(start + 12); i++) {
    const group = start + 16 + i * 12
    const first = view.getUint32(group)
    for (let code = first; code <= view.getUint32(group + 4); code++)
      found.set(code, view.getUint32(group + 8) + code - first)
  }
}

/** Measures in thousandths of the type size, as PDF counts them. */
export interface FontMeasures {
  /** Left, bottom, right and top of what any glyph fills. */
  readonly box: readonly number[]
  readonly ascent: number
  readonly descent: number
  readonly capitals: number
  /** How wide each code point is. One that has no glyph has the width of the sign for that. */
  readonly widthOf: (code: number) => number
}

/** Reads the measures (OpenType 1.9: `head`, `hhea`, `hmtx`, `OS/2`). */
export function measure(font: Uint8Array): FontMeasures {
  const view = viewOf(font)
  const glyphs = glyphsOf(font)
  const [head, hhea, hmtx, os2] = ['head', 'hhea', 'hmtx', 'OS/2'].map(name => tableAt(view, name)!) as [
    number,
    number,
    number,
    number,
  ]
  const thousandths = (units: number) => Math.round((units * 1000) / view.getUint16(head + 18))
  const signed = (at: number) => thousandths(view.getInt16(at))
  const last = view.getUint16(hhea + 34) - 1
  return {
    box: [36, 38, 40, 42].map(at => signed(head + at)),
    ascent: signed(hhea + 4),
    descent: signed(hhea + 6),
    capitals: signed(os2 + 88),
    widthOf: code => thousandths(view.getUint16(hmtx + 4 * Math.min(glyphs.get(code) ?? 0, last))),
  }
}
