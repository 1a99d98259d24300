/**
 * Cases: folders that hold an intake with little more in it than what the case is about, and the clauses that follow from
 * it. The intake names what it starts from, an example or another case, which clauses to show, and the answers it changes.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { isMap, isScalar, isSeq, type ParsedNode, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Block, Document } from '../../src/document/nodes.ts'
import type { Numbering } from '../../src/document/number.ts'
import { blocksText } from '../../src/render/text.ts'
import { type ExampleName, examples, exampleText } from '../support/draft.ts'

const folder = new URL('cases/', import.meta.url)

/** The names of all cases. */
export const caseNames: readonly string[] = readdirSync(folder).sort()

export interface Case {
  /** The whole intake: what it starts from, with the answers of the case in their places. */
  readonly intake: string
  /** The ids of what to show: a clause, a schedule, an item of one, or `execution-blocks` for all signatures. */
  readonly show: readonly string[]
  readonly startsFrom: string
}

/** Whether a name is that of a worked example, and not of another case. */
export const isExample = (name: string): name is ExampleName => (examples as readonly string[]).includes(name)

const read = new Map<string, Case>()

/** Reads a case by name, once for all tests and for the cases that start from it. */
export function readCase(name: string): Case {
  const known = read.get(name) ?? readFolder(name)
  read.set(name, known)
  return known
}

function readFolder(name: string): Case {
  const overlay = parseDocument(readFileSync(new URL(`${name}/intake.yaml`, folder), 'utf8'))
  if (overlay.errors.length > 0) throw overlay.errors[0]
  const startsFrom = String(overlay.get('start_from'))
  return {
    intake: withAnswers(baseOf(startsFrom), overlay.get('answers') as YAMLMap),
    show: (overlay.get('show') as YAMLSeq).toJSON() as string[],
    startsFrom,
  }
}

/** The text of the intake a case starts from. */
export const baseOf = (startsFrom: string): string =>
  isExample(startsFrom) ? exampleText(startsFrom) : readCase(startsFrom).intake

/** The text of an intake with other answers put over its own. */
export function withAnswers(intake: string, answers: YAMLMap): string {
  const base = parseDocument(intake)
  change(base.contents as YAMLMap, answers)
  return base.toString({ lineWidth: 0 })
}

const idOf = (node: unknown): unknown => (isMap(node) ? node.get('id') : undefined)

/** Puts answers over others: groups key by key, items with an id over the item of that id, all else whole. */
function change(base: YAMLMap, answers: YAMLMap): void {
  for (const { key, value } of answers.items) {
    const name = isScalar(key) ? key.value : key
    const old = base.get(name)
    if (isMap(old) && isMap(value)) change(old, value)
    else if (isSeq(old) && isSeq(value) && value.items.some(item => idOf(item) !== undefined))
      for (const item of value.items) {
        const same = old.items.find(one => idOf(one) === idOf(item))
        if (same) change(same as YAMLMap, item as YAMLMap)
        else old.add(item as ParsedNode)
      }
    else base.set(name, value)
  }
}

/** The text of some parts of a document, in its order. */
export function showParts(document: Document, numbering: Numbering, ids: readonly string[]): string {
  const missing = ids.filter(id => partsOf(document.body, [id]).length === 0)
  if (missing.length > 0) throw new Error(`The document does not hold ${missing.join(', ')}.`)
  const shown = partsOf(document.body, ids)
  return `${blocksText(shown, { numbering, indent: 0 }).join('\n').trim()}\n`
}

/** The outermost blocks that bear one of the ids, or belong to the provision of that id. */
const partsOf = (blocks: readonly Block[], ids: readonly string[]): readonly Block[] =>
  blocks.flatMap(block => {
    if ('id' in block && ids.some(id => block.id === id || block.id.startsWith(`${id}.`))) return [block]
    return block.type === 'clause' || block.type === 'schedule' ? partsOf(block.children, ids) : []
  })
