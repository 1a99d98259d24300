/** One page as PPM in, the same page as a small PNG out: few colours, a thin frame, the same bytes every time. */
import { crc32, deflateSync } from 'node:zlib'

const frame = 0x99

/** Encodes with a palette. Sixteen steps a colour are plenty for words on white, and take a third of the room. */
export function smallPng(ppm: Uint8Array): Uint8Array {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(String.fromCharCode(...ppm.subarray(0, 40)))
  if (!head) throw new Error('This is not a PPM picture.')
  const width = Number(head[1])
  const height = Number(head[2])
  const pixels = ppm.subarray(head[0].length)
  const palette = new Map<number, number>()
  const rows = new Uint8Array((width + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const isEdge = x === 0 || y === 0 || x === width - 1 || y === height - 1
      const at = (y * width + x) * 3
      const [r, g, b] = isEdge ? [frame, frame, frame] : pixels.subarray(at, at + 3)
      rows[y * (width + 1) + 1 + x] = indexOf(palette, step(r!) * 256 + step(g!) * 16 + step(b!))
    }
  const colours = Uint8Array.from(
    [...palette.keys()].flatMap(c => [(c >> 8) * 17, ((c >> 4) & 15) * 17, (c & 15) * 17]),
  )
  const size = new DataView(new ArrayBuffer(13))
  size.setUint32(0, width)
  size.setUint32(4, height)
  // Eight bits a pixel, colours from a palette.
  size.setUint8(8, 8)
  size.setUint8(9, 3)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', new Uint8Array(size.buffer)),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ])
}

const step = (channel: number): number => Math.round(channel / 17)

function indexOf(palette: Map<number, number>, colour: number): number {
  const known = palette.get(colour)
  if (known !== undefined) return known
  if (palette.size === 256)
    throw new Error('This picture has too many colours; it is meant for pages of words.')
  palette.set(colour, palette.size)
  return palette.size - 1
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'ascii'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
