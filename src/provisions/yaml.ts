/** Text of a YAML file the council keeps (law, settings) in; plain data out, with the line on which each value stands. */
import { isAlias, isNode, LineCounter, parseDocument, visit } from 'yaml'
import type * as z from 'zod'
import type { Code } from '../findings/codes.ts'
import type { Finding, Outcome, Place } from '../findings/finding.ts'
import { hashOfText } from './hash.ts'

/** Plain data and where it came from. */
export interface PlacedData {
  readonly data: unknown
  /** Where the value at a path stands; for one that is missing, the nearest value above it. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place
}

/** Data of files read and found to fit before, by the hash of their text. A text that has changed has another hash. */
const known = new Map<string, unknown>()
/** The same that a build kept, as JSON. */
let kept: ReadonlyMap<string, string> = new Map()

/** What every file read so far holds, for a build to keep. */
export const knownYaml = (): ReadonlyMap<string, unknown> => known

/** Takes what a build has kept, so that a cold start parses no YAML and makes no schema. */
export function rememberYaml(fromBuild: ReadonlyMap<string, string>): void {
  kept = fromBuild
}

function knownData(hash: string): unknown {
  const json = kept.get(hash)
  if (json !== undefined && !known.has(hash)) known.set(hash, JSON.parse(json))
  return known.get(hash)
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
  const findings: Finding[] = document.errors.map(error => ({
    code: error.code === 'DUPLICATE_KEY' ? 'YAML-02' : 'YAML-01',
    severity: 'error',
    message: error.message,
    place: at(error.pos[0]),
    owner: 'clause_owner',
  }))
  visit(document, {
    Node(_, node) {
      const found = isAlias(node) ? 'An alias' : node.anchor ? 'An anchor' : node.tag ? 'A tag' : undefined
      if (found)
        findings.push(
          fault('YAML-03', `${found} stands here; write the value out.`, at(node.range?.[0] ?? 0)),
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
    known.set(hash, checked.data)
    return { value: { data: checked.data, placeOf }, findings: [] }
  }
  return {
    findings: checked.error.issues.map(issue =>
      fault(
        'TPL-01',
        `${issue.path.map(String).join('.') || 'The file'}: ${issue.message}.`,
        placeOf(issue.path),
      ),
    ),
  }
}

/** An error for the person who keeps the clause library and its data. */
export const fault = (code: Code, message: string, place: Place): Finding => ({
  code,
  severity: 'error',
  message,
  place,
  owner: 'clause_owner',
})
