/** The background of a cell by how grave it is, as six hex digits: black on each reads at 10 to 1, and printed in grey the three still differ. */
import type { Tone } from '../document/nodes.ts'

/** Light green, amber and red: 92%, 82% and 70% as light as white. */
export const TONES: Readonly<Record<Tone, string>> = { low: 'E4F0DC', medium: 'F7CF6B', high: 'EE9C8C' }
