/** A text that a file carries of itself in; the document it was generated as out, if it is sound. It may have been forged. */
import * as z from 'zod'
import type { Generated } from '../document/memory.ts'

const from = z.object({ template: z.string(), line: z.number() })
const text = z.object({ type: z.literal('text'), text: z.string() })
const fact = z.object({ type: z.literal('fact'), path: z.string(), text: z.string() })
const gap = z.object({
  type: z.literal('gap'),
  path: z.string(),
  reason: z.enum(['missing', 'disputed', 'undecided']),
  text: z.string(),
  comment: z.string(),
})
const reference = z.object({ type: z.literal('crossReference'), target: z.string() })
const lineBreak = z.object({ type: z.literal('lineBreak') })
const look = z.object({
  type: z.enum(['strong', 'emphasis']),
  get children() {
    return inlines
  },
})
const inline = z.discriminatedUnion('type', [text, fact, gap, reference, lineBreak, look])
const inlines = z.array(inline)

const heading = z.object({
  type: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2)]),
  children: inlines,
})
const para = z.object({ type: z.literal('para'), children: inlines })
const bullets = z.object({
  type: z.literal('bullets'),
  get items() {
    return z.array(blocks)
  },
})
const clause = z.object({
  type: z.literal('clause'),
  id: z.string(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  title: inlines.optional(),
  get children() {
    return blocks
  },
  from,
})
const item = z.object({
  type: z.enum(['party', 'recital']),
  id: z.string(),
  get children() {
    return blocks
  },
  from,
})
const definition = z.object({
  type: z.literal('definition'),
  id: z.string(),
  term: z.string(),
  get children() {
    return blocks
  },
  from,
})
const cell = z.object({
  get children() {
    return blocks
  },
  tone: z.enum(['low', 'medium', 'high']).optional(),
})
const table = z.object({
  type: z.literal('table'),
  id: z.string(),
  caption: z.string(),
  columns: z.array(
    z.object({ title: z.string(), width: z.number(), align: z.enum(['left', 'right', 'center']) }),
  ),
  get rows() {
    return z.array(z.object({ id: z.string(), cells: z.array(cell) }))
  },
  from,
})
const schedule = z.object({
  type: z.literal('schedule'),
  id: z.string(),
  title: inlines,
  layout: z.enum(['portrait', 'landscape']),
  get children() {
    return blocks
  },
  from,
})
const executionBlock = z.object({
  type: z.literal('executionBlock'),
  id: z.string(),
  children: z.array(para),
  lines: z.array(z.object({ label: z.string(), value: inlines })),
  from,
})
const block = z.discriminatedUnion('type', [
  heading,
  para,
  bullets,
  clause,
  item,
  definition,
  table,
  schedule,
  executionBlock,
])
const blocks: z.ZodType = z.array(block)

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const generated = z.object({
  format: z.literal(1),
  templates: hash,
  intake: hash,
  wordings: z.record(z.string(), z.string()).optional(),
  after: hash.optional(),
  document: z.object({
    properties: z.object({
      title: z.string(),
      subject: z.string(),
      author: z.string(),
      reference: z.string(),
      version: z.string(),
      state: z.string(),
      date: z.string(),
    }),
    cover: z.object({
      kind: z.string(),
      title: inlines,
      parties: z.array(inlines),
      lines: z.array(z.object({ label: z.string(), value: inlines })),
      notice: inlines,
    }),
    body: blocks,
  }),
})

/** Reads what a document was generated as; undefined when the text is anything else. */
export function readGenerated(memory: string): Generated | undefined {
  try {
    const { data } = generated.safeParse(JSON.parse(memory))
    return data as Generated | undefined
  } catch {
    return undefined
  }
}
