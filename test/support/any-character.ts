/** Any character there is, for texts made by chance: fast-check's own `binary` first lists all million of them, which takes a second. */
import fc from 'fast-check'

const surrogates = { first: 0xd800, count: 0x800 }

export const anyCharacter = fc
  .nat(0x10ffff - surrogates.count)
  .map(n => String.fromCodePoint(n < surrogates.first ? n : n + surrogates.count))
