/** A sign that Word takes from a font of pictures in; the letter of every font that looks like it out. */

/** What people put in with Insert, Symbol, or as a box to tick; by font and by place in it. */
const SIGNS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    108: '●',
    110: '■',
    111: '☐',
    113: '☐',
    167: '▪',
    168: '☐',
    224: '→',
    232: '→',
    240: '→',
    251: '✗',
    252: '✓',
    253: '☒',
    254: '☑',
  },
  'wingdings 2': { 79: '✗', 80: '✓', 81: '☒', 82: '☑', 163: '☐' },
  symbol: { 163: '≤', 174: '→', 176: '°', 177: '±', 179: '≥', 180: '×', 183: '•', 185: '≠' },
}

/** The letter, or undefined where only that font has the sign. ECMA-376 Part 1, 17.3.3.30. */
export function signOf(font: string, code: number): string | undefined {
  // Fonts of pictures keep their signs from F000 on, where no letter is.
  if (code < 0xe000 || code > 0xf8ff) return String.fromCodePoint(code)
  return SIGNS[font.toLowerCase()]?.[code & 0xff]
}
