/** Short builders for hand-built documents in the Word tests, and a house style for them. */
import { zlibSync } from 'fflate'
import type { HouseStyle } from '../../../src/document/house-style.ts'
import type {
  Block,
  Clause,
  Column,
  Document,
  ExecutionBlock,
  Gap,
  Inline,
  Para,
  Schedule,
  Table,
} from '../../../src/document/nodes.ts'

const from = { template: 'agreement/sample.md', line: 1 } as const

type Words = string | Inline
const inlines = (parts: readonly Words[]): readonly Inline[] =>
  parts.map(part => (typeof part === 'string' ? { type: 'text', text: part } : part))

export const p = (...parts: Words[]): Para => ({ type: 'para', children: inlines(parts) })
export const ref = (target: string): Inline => ({ type: 'crossReference', target })
export const fact = (text: string, path = 'partnership.name'): Inline => ({ type: 'fact', path, text })
export const strong = (...parts: Words[]): Inline => ({ type: 'strong', children: inlines(parts) })
export const emphasis = (...parts: Words[]): Inline => ({ type: 'emphasis', children: inlines(parts) })
export const gap = (text: string, path = 'finance.host'): Gap => ({
  type: 'gap',
  path,
  reason: 'missing',
  text,
  comment: `Ask: ${text}. Answered by Finance. Intake: ${path}`,
})
export const bullets = (...items: (Block | string)[][]): Block => ({
  type: 'bullets',
  items: items.map(item => item.map(block => (typeof block === 'string' ? p(block) : block))),
})
export const clause = (id: string, level: Clause['level'], ...children: (Block | string)[]): Clause => ({
  type: 'clause',
  id,
  level,
  children: children.map(block => (typeof block === 'string' ? p(block) : block)),
  from,
})
export const titled = (id: string, title: string | Inline, ...children: (Block | string)[]): Clause => ({
  ...clause(id, 1, ...children),
  title: inlines([title]),
})
export const schedule = (
  id: string,
  title: string,
  layout: Schedule['layout'],
  ...children: Block[]
): Schedule => ({ type: 'schedule', id, title: inlines([title]), layout, children, from })
export const heading = (text: string, level: 1 | 2 = 1): Block => ({
  type: 'heading',
  level,
  children: inlines([text]),
})
export const table = (
  id: string,
  caption: string,
  columns: readonly (readonly [string, number, Column['align']?])[],
  ...rows: (string | Block)[][]
): Table => ({
  type: 'table',
  id,
  caption,
  columns: columns.map(([title, width, align = 'left']) => ({ title, width, align })),
  rows: rows.map((cells, index) => ({
    id: `${id}-${index + 1}`,
    cells: cells.map(cell => ({ children: cell === '' ? [] : [typeof cell === 'string' ? p(cell) : cell] })),
  })),
  from,
})
export const execution = (
  id: string,
  text: readonly string[],
  lines: readonly (readonly [string, string?])[],
): ExecutionBlock => ({
  type: 'executionBlock',
  id,
  children: text.map(words => p(words)),
  lines: lines.map(([label, value]) => ({ label, value: value ? inlines([value]) : [] })),
  from,
})

export const party = (id: string, ...words: Words[]): Block => ({
  type: 'party',
  id,
  children: [p(...words)],
  from,
})
export const recital = (id: string, ...children: Block[]): Block => ({ type: 'recital', id, children, from })
export const definition = (id: string, term: string, ...children: Block[]): Block => ({
  type: 'definition',
  id,
  term,
  children,
  from,
})

/** A plain picture of one colour, as a PNG. */
function plainPng(width: number, height: number): Uint8Array {
  const crcOf = (bytes: Uint8Array): number => {
    let crc = 0xffffffff
    for (const byte of bytes) {
      crc ^= byte
      for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    }
    return (crc ^ 0xffffffff) >>> 0
  }
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crcOf(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8)
  const row = Buffer.concat([Buffer.alloc(1), ...Array(width).fill(Buffer.from([0, 94, 120]))])
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', zlibSync(Buffer.concat(Array(height).fill(row)))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export const house: HouseStyle = {
  font: 'Arial',
  size: 12,
  colour: '005E78',
  logo: { png: plainPng(200, 60), altText: 'Northbridge City Council' },
}

/** A document round a body, with nothing on its cover that is not needed. */
export const documentOf = (
  body: readonly Block[],
  changes: Partial<Document['properties']> = {},
): Document => ({
  properties: {
    title: 'Family Hubs Partnership: partnership agreement',
    subject: 'Partnership agreement',
    author: 'Northbridge City Council',
    reference: 'NCC-2026-014',
    version: '0.1',
    state: 'DRAFT',
    date: '2026-11-22',
    ...changes,
  },
  cover: {
    kind: 'Partnership agreement',
    title: inlines(['Family Hubs Partnership']),
    parties: [
      ['Northbridge City Council'],
      ['Family Voice Northbridge'],
      ['Northbridge Community NHS Trust'],
    ].map(inlines),
    lines: [
      { label: 'Reference', value: inlines(['NCC-2026-014']) },
      { label: 'Version', value: inlines(['0.1, DRAFT']) },
      { label: 'Date', value: inlines(['22 November 2026']) },
      { label: 'Director', value: [gap('Who is the director responsible?', 'council.director')] },
    ],
    notice: inlines([
      'This draft was made from an intake file. It must be reviewed by a lawyer before anyone relies on it or signs it.',
    ]),
  },
  body,
})
