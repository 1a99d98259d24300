/** Text of a YAML file the council keeps (law, settings) in; plain data out, with the line on which each value stands. */
import { isAlias, isNode, LineCounter, parseDocument, visit, type YAMLError } from 'yaml'
import type * as z from 'zod'
import type { Code } from '../findings/codes.ts'
import type { Finding, Outcome, Place } from '../findings/finding.ts'
import { indexLines } from '../intake/reading/lines.ts'
import { ofFields } from '../intake/reading/terms.ts'
import { wordFault } from '../intake/reading/yaml-wording.ts'
import { parseAnyYaml } from '../intake/yaml-source.ts'
import { hashOfText } from './hash.ts'
import { wordIssue } from './yaml-issues.ts'

/** Plain data and where it came from. */
export interface PlacedData {
  readonly data: unknown
  /** Where the value at a path stands; for one that is missing, the nearest value above it. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place
}

/** Data of files read and found to fit before, by the hash of their text. A text that has changed has another hash. */
const dataByHash = new Map<string, unknown>()
/** The same that a build kept, as JSON. */
let jsonFromBuild: ReadonlyMap<string, string> = new Map()

/** What every file read so far holds, for a build to keep. */
export const knownYaml = (): ReadonlyMap<string, unknown> => dataByHash

/** Takes what a build has kept, so that a cold start parses no YAML and makes no schema. */
export function rememberYaml(fromBuild: ReadonlyMap<string, string>): void {
  jsonFromBuild = fromBuild
}

function knownData(hash: string): unknown {
  const json = jsonFromBuild.get(hash)
  if (json !== undefined && !dataByHash.has(hash)) dataByHash.set(hash, JSON.parse(json))
  return dataByHash.get(hash)
}

/**
 * Reads one YAML file as plain data. Anchors, aliases and tags are refused: these files are for people who do not program.
 * @param file the name to print in findings
 */
function parseYaml(text: string, file: string): Outcome<PlacedData> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false })
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, start: { line: Math.max(line, 1), column: Math.max(col, 1) } }
  }
  const findings: Finding[] = document.errors.length > 0 ? layoutFaults(text, file, document.errors, at) : []
  visit(document, {
    Node(_, node) {
      const found = isAlias(node) ? 'An alias' : node.anchor ? 'An anchor' : node.tag ? 'A tag' : undefined
      if (found)
        findings.push(
          fault('YAML-03', `${found} stands here`, at(node.range?.[0] ?? 0), 'Write the value out.'),
        )
    },
  })
  if (findings.length > 0) return { findings }
  const placeOf = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return at(node.range[0])
    }
    return at(0)
  }
  return { value: { data: document.toJS({ maxAliasCount: 0 }), placeOf }, findings: [] }
}

/** What is wrong with the layout, as an officer is told it of an intake, but of fields and what they hold. */
function layoutFaults(
  text: string,
  file: string,
  errors: readonly YAMLError[],
  at: (offset: number) => Place,
): Finding[] {
  const lines = indexLines(file, text)
  const twice = errors.flatMap(({ code, pos: [start] }) => {
    const key = /^[^\s:]*/.exec(text.slice(start))![0]
    return code === 'DUPLICATE_KEY'
      ? [fault('YAML-02', `'${key}' stands here twice`, at(start), 'Keep one of the two.')]
      : []
  })
  const worded = parseAnyYaml(text).faults.map(found => {
    const { code, message, hint, span } = wordFault(found, lines, ofFields)
    return fault(code, message, lines.placeAt(span), hint)
  })
  const found = [...twice, ...worded]
  const [first] = errors
  // Only where the other reader takes what this one refuses.
  return found.length > 0
    ? found
    : [fault('YAML-01', first!.message, at(first!.pos[0]), 'Look at the layout of this line.')]
}

/**
 * Reads a YAML file and holds it to a schema, each fault with its line.
 * @param schema gives data such as JSON can hold. It is best a lazy one: where the text has been found to fit it is not looked at
 */
export function readChecked<T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
): Outcome<PlacedData & { data: T }> {
  const hash = hashOfText(text)
  const before = knownData(hash)
  if (before !== undefined) {
    const placeOf: PlacedData['placeOf'] = path => parseYaml(text, file).value!.placeOf(path)
    return { value: { data: before as T, placeOf }, findings: [] }
  }
  const read = parseYaml(text, file)
  if (!read.value) return { findings: read.findings }
  const { data, placeOf } = read.value
  const checked = schema.safeParse(data, { jitless: true })
  if (checked.success) {
    dataByHash.set(hash, checked.data)
    return { value: { data: checked.data, placeOf }, findings: [] }
  }
  return {
    findings: checked.error.issues
      .flatMap(issue => wordIssue(issue, data))
      .map(({ path, message, hint }) => fault('TPL-01', message, placeOf(path), hint)),
  }
}

/** An error for the person who keeps the clause library and its data. */
export const fault = (code: Code, message: string, place: Place, hint?: string): Finding => ({
  code,
  severity: 'error',
  message,
  ...(hint && { hint }),
  place,
  owner: 'clause_owner',
})
