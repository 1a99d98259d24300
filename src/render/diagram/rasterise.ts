/** Drawings in, PNG pictures out, for Word, which shows SVG only in its newest versions. Resvg runs inside Node. */
import type { Drawing } from './drawing.ts'

/** A drawing as PNG, with three pixels for each of its own, so that it prints well. */
export type Rasterise = (drawing: Drawing) => Uint8Array

/**
 * Makes ready to rasterise with the fonts given and no others, so that every machine gives the same picture. Undefined
 * where the native library cannot be loaded: documents then keep to the words of a diagram.
 */
export async function loadRasteriser(fontFiles: readonly string[]): Promise<Rasterise | undefined> {
  try {
    const { Resvg } = await import('@resvg/resvg-js')
    const font = { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: 'Arimo' }
    return ({ svg }) => new Resvg(svg, { font, fitTo: { mode: 'zoom', value: 3 } }).render().asPng()
  } catch {
    return undefined
  }
}
