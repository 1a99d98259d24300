/** Colours made from the house colour: six hex digits in, six hex digits out. */

type Channels = readonly [number, number, number]

const channels = (hex: string): Channels =>
  [0, 2, 4].map(at => Number.parseInt(hex.slice(at, at + 2), 16)) as never

const hex = (values: Channels): string =>
  values
    .map(value => Math.round(value).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()

const luminance = (colour: string): number => {
  const [red, green, blue] = channels(colour).map(value => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as unknown as Channels
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The WCAG contrast of a colour against white. */
export const contrastOnWhite = (colour: string): number => 1.05 / (luminance(colour) + 0.05)

/** The colour itself, or the nearest darker one that can be read on the tint of a table's header (7:1 on white). */
export function readable(colour: string): string {
  let dark = colour
  for (let share = 1; contrastOnWhite(dark) < 7; share -= 0.05)
    dark = hex(channels(colour).map(value => value * share) as never)
  return dark.toUpperCase()
}

/** The colour mixed into white: 0.1 is a tenth colour. */
export const tint = (colour: string, share: number): string =>
  hex(channels(colour).map(value => 255 - (255 - value) * share) as never)
