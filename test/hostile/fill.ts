/** An example's intake with every answer that is text replaced at once: the strings to put in, the YAML and what was put where out. */
import { type Document, isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml'
import * as z from 'zod'
import { fieldOf, unwrap } from '../../src/intake/fields.ts'
import { intakeSchema } from '../../src/intake/schema.ts'
import { type ExampleName, exampleText } from '../support/draft.ts'

export interface Place {
  /** As findings and facts write it, such as `partners[council].legal_name`. */
  readonly path: string
  readonly kind: 'text' | 'long'
}

interface Found extends Place {
  readonly node: Scalar
}

export interface Filled {
  readonly yaml: string
  /** What was typed, by path. */
  readonly typed: ReadonlyMap<string, string>
  readonly places: readonly Place[]
}

/** Every text answer of an intake; ids, choices, dates and answers that are blank or `none` are left. */
function textAnswers(node: Node | null, type: z.ZodType, path: string): readonly Found[] {
  if (type instanceof z.ZodObject && isMap(node))
    return node.items.flatMap(({ key, value }) => {
      const name = String(key)
      const child = type.shape[name]
      return child
        ? textAnswers(value as Node | null, unwrap(child as z.ZodType), path ? `${path}.${name}` : name)
        : []
    })
  if (type instanceof z.ZodArray && isSeq(node))
    return node.items.flatMap((item, at) => {
      const id = isMap(item) ? item.get('id') : undefined
      return textAnswers(item as Node, unwrap(type.element as z.ZodType), `${path}[${id ?? at + 1}]`)
    })
  const field = fieldOf(type)
  if (!isScalar(node) || node.value === null || node.value === 'none' || field?.isId) return []
  return field?.kind === 'text' || field?.kind === 'long' ? [{ path, kind: field.kind, node }] : []
}

const parsed = new Map<ExampleName, { readonly document: Document; readonly found: readonly Found[] }>()

/** An example as YAML with its text answers, parsed once: whoever fills it fills every one of them anew. */
function parseOnce(name: ExampleName) {
  const known = parsed.get(name)
  if (known) return known
  const document = parseDocument(exampleText(name)) as Document
  const made = { document, found: textAnswers(document.contents, intakeSchema, '') }
  parsed.set(name, made)
  return made
}

/** Fills an example's text answers, each with what `choose` gives for its place. */
export function fillExample(name: ExampleName, choose: (place: Place, at: number) => string): Filled {
  const { document, found } = parseOnce(name)
  const typed = new Map<string, string>()
  for (const [at, { node, ...place }] of found.entries()) {
    const text = choose(place, at)
    typed.set(place.path, text)
    node.value = text
    node.type = 'QUOTE_DOUBLE'
  }
  return { yaml: document.toString({ lineWidth: 0 }), typed, places: found }
}
