/**
 * Elements of ours on their way past the docx library, which would copy each three times before it writes it: it writes
 * places for them, and their XML is put there afterwards, as bytes.
 */
import { FileChild, type IXmlableObject, type Paragraph } from 'docx'
import { type Element, isWritten, xmlOf } from './elements.ts'
import { WITHOUT_NUMBER } from './inlines.ts'
import { unsealText } from './text.ts'

// No text can be taken for it: texts are escaped.
const PLACE = 'concordat'
const PLACES = new RegExp(`<${PLACE} n="(\\d+)"/>`)

/** Stands in what the library writes for elements of ours. */
class Place extends FileChild {
  constructor(private readonly index: number) {
    super(PLACE)
  }

  override prepForXml(): IXmlableObject {
    return { [PLACE]: { _attr: { n: this.index } } }
  }
}

/** The place of the elements that stand at an index. The library's types ask for a paragraph in a header. */
export const placeFor = (index: number): Paragraph => new Place(index) as unknown as Paragraph

/** A part as the library wrote it, cut at its places: text, the place after it, and so on to the last text. */
export interface CutPart {
  readonly texts: readonly Uint8Array[]
  readonly places: readonly number[]
}

/** Cuts a part at its places; undefined where it has none. */
export function cutAtPlaces(part: string): CutPart | undefined {
  const pieces = unsealText(part).split(PLACES)
  if (pieces.length === 1) return undefined
  return {
    texts: pieces.filter((_, index) => index % 2 === 0).map(text => Buffer.from(text)),
    places: pieces.filter((_, index) => index % 2 === 1).map(Number),
  }
}

/** A part with elements at its places and its bookmarks numbered. */
export function fillPlaces({ texts, places }: CutPart, at: readonly (readonly Element[])[]): Uint8Array {
  const out: Uint8Array[] = []
  let marks = 0
  for (const [index, text] of texts.entries()) {
    out.push(text)
    for (const content of at[places[index]!] ?? [])
      for (const [number, piece] of piecesOf(content).entries()) {
        // No bookmark stands in another, so each end belongs to the start before it.
        if (number > 0) out.push(bookmarkNumber((++marks + 1) >> 1))
        out.push(piece)
      }
  }
  return Buffer.concat(out)
}

const piecesKnown = new WeakMap<Element, readonly Uint8Array[]>()

/** The XML of an element, cut where the numbers of bookmarks belong. What is written already will be wanted again. */
function piecesOf(content: Element): readonly Uint8Array[] {
  const before = piecesKnown.get(content)
  if (before) return before
  const pieces = unsealText(xmlOf(content))
    .split(WITHOUT_NUMBER)
    .map(piece => Buffer.from(piece))
  if (isWritten(content)) piecesKnown.set(content, pieces)
  return pieces
}

const numbers: Uint8Array[] = []

function bookmarkNumber(number: number): Uint8Array {
  const before = numbers[number]
  if (before) return before
  const made = Buffer.from(` w:id="${number}"`)
  numbers[number] = made
  return made
}
