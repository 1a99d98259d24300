/** A TrueType font in; the font of form fields out, whole in the file, so that every reader shows and types the same letters. */
import { deflateSync } from 'node:zlib'
import { type PDFDocument, type PDFFont, PDFName } from '@cantoo/pdf-lib'
import { measure } from '../../render/pdf/font-file.ts'

const FIRST = 32
const LAST = 255
/** Upright, and with no signs but letters, digits and the like (ISO 32000-1, table 123). */
const NONSYMBOLIC = 32
/** How thick the stems are. The file does not say; readers use it only to imitate a font that they lack. */
const STEM = 88

/**
 * Puts a font in the place of Helvetica, which the library gives to fields and leaves out of the file, against PDF/UA-1
 * (ISO 14289-1, 7.21.4.1). Its letters must have Helvetica's widths, as Arimo's have. The font is whole and no subset, for
 * nobody knows what will be typed.
 */
export async function embedFieldFont(pack: PDFDocument, helvetica: PDFFont, font: Uint8Array): Promise<void> {
  const { context } = pack
  // From here on the library takes its own font for written.
  await helvetica.embed()
  const { box, ascent, descent, capitals, widthOf } = measure(font)
  const BaseFont = 'Arimo'
  const codes = Array.from({ length: LAST - FIRST + 1 }, (_, at) => unicodeOf(FIRST + at))
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: BaseFont,
      Flags: NONSYMBOLIC,
      FontBBox: [...box],
      ItalicAngle: 0,
      Ascent: ascent,
      Descent: descent,
      CapHeight: capitals,
      StemV: STEM,
      // The library's own deflating, in JavaScript, takes some ten times as long.
      FontFile2: context.register(
        context.stream(deflateSync(font), { Filter: 'FlateDecode', Length1: font.length }),
      ),
    }),
  )
  context.assign(
    helvetica.ref,
    context.obj({
      Type: 'Font',
      Subtype: 'TrueType',
      BaseFont,
      FirstChar: FIRST,
      LastChar: LAST,
      Widths: codes.map(widthOf),
      Encoding: PDFName.of('WinAnsiEncoding'),
      FontDescriptor: descriptor,
    }),
  )
}

/** What a code of WinAnsiEncoding stands for (ISO 32000-1, table D.2). */
const unicodeOf = (code: number): number =>
  new TextDecoder('windows-1252').decode(Uint8Array.of(code)).codePointAt(0)!
