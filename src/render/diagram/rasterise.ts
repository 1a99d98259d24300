/** The drawings of documents in, PNG pictures out, for Word, which shows SVG only in its newest versions. Resvg runs inside Node. */
import { createHash } from 'node:crypto'
import type { Document } from '../../document/nodes.ts'
import { type Drawing, drawDiagram } from './drawing.ts'

/** The picture of a drawing, which was among those made ready. */
export type Rasterise = (drawing: Drawing) => Uint8Array

/** Where pictures come from. */
export interface Studio {
  /** The font's faces; no others are used, so that every machine gives the same picture. */
  readonly fontFiles: () => readonly string[]
  /** A picture that the build drew, by the name of its drawing. */
  readonly picture?: (name: string) => Uint8Array | undefined
}

/** What a drawing is known by. */
export const pictureName = ({ svg }: Drawing): string =>
  createHash('sha256').update(svg).digest('hex').slice(0, 32)

/** Pictures by name. Most drawings are of the Code's own decision paths, the same in every pack. */
const drawn = new Map<string, Uint8Array>()

export const drawingsOf = ({ body }: Document): readonly Drawing[] =>
  body.flatMap(block => (block.type === 'diagram' ? [drawDiagram(block)] : []))

/**
 * Makes the pictures of some documents ready, three pixels for each of a drawing's own, so that they print well. Undefined
 * where one must be drawn and the native library cannot be loaded: documents then keep to the words of a diagram.
 */
export async function loadRasteriser(
  documents: readonly Document[],
  { fontFiles, picture }: Studio,
): Promise<Rasterise | undefined> {
  const wanted = new Map(documents.flatMap(drawingsOf).map(drawing => [pictureName(drawing), drawing]))
  for (const name of wanted.keys()) {
    const made = drawn.has(name) ? undefined : picture?.(name)
    if (made) drawn.set(name, made)
  }
  const missing = [...wanted].filter(([name]) => !drawn.has(name))
  if (missing.length > 0) {
    const Resvg = await loadResvg()
    if (!Resvg) return undefined
    const font = { fontFiles: [...fontFiles()], loadSystemFonts: false, defaultFontFamily: 'Arimo' }
    for (const [name, { svg }] of missing)
      drawn.set(name, new Resvg(svg, { font, fitTo: { mode: 'zoom', value: 3 } }).render().asPng())
  }
  return drawing => drawn.get(pictureName(drawing))!
}

async function loadResvg(): Promise<typeof import('@resvg/resvg-js').Resvg | undefined> {
  try {
    return (await import('@resvg/resvg-js')).Resvg
  } catch {
    return undefined
  }
}
