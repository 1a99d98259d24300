/**
 * What a build works out once so that a cold start need not: compiled wording, parsed Markdown and YAML. All of it is
 * keyed by the hash of the text it came from, so what no longer matches a file is simply not used.
 */
import { hashOfText } from './hash.ts'
import { type Library, type LibraryFile, wordings } from './library.ts'
import { parsedPieces } from './wording/markdown.ts'
import { knownYaml } from './yaml.ts'

export interface Prepared {
  /** Says which templates and law the build found without fault. */
  readonly sources: string
  readonly wordings: ReadonlyMap<string, TemplateSpecification>
  /** Markdown pieces as JSON, so that only those an agreement uses are made. */
  readonly pieces: ReadonlyMap<string, string>
  readonly yaml: ReadonlyMap<string, unknown>
}

/**
 * The files of a build: a script that gives the compiled wording, and JSON, which is read faster, with what was parsed.
 * The data of YAML files stands apart, for the commands that need no wording.
 */
export interface PreparedFiles {
  readonly script: string
  readonly json: string
  readonly yaml: string
}

/** Says which templates and law a library was made from. */
export const hashOfSources = (files: readonly LibraryFile[], lawText: string): string =>
  hashOfText([lawText, ...files.map(f => `${f.path}\n${f.text}`)].join('\n'))

/**
 * Writes down all that this process has read, compiled and parsed so far.
 * @param sources what the library was made from, by its hash; it must have been checked
 */
export function writePrepared(
  library: Library,
  sources: string,
  precompile: (wording: string) => string,
): PreparedFiles {
  const compiled = new Map(wordings(library).map(({ wording }) => [hashOfText(wording), wording]))
  const entries = [...compiled].map(([hash, wording]) => `[${JSON.stringify(hash)}, ${precompile(wording)}]`)
  const parsed: PreparedJson = {
    sources,
    pieces: [...parsedPieces()].map(([text, nodes]) => [hashOfText(text), bare(nodes)]),
  }
  return {
    script: `(() => new Map([\n${entries.join(',\n')}\n]))\n`,
    json: JSON.stringify(parsed),
    yaml: JSON.stringify([...knownYaml()]),
  }
}

/** Positions in the source are of no use once parsed. */
const bare = (nodes: unknown): string =>
  JSON.stringify(nodes, (key, value) => (key === 'position' || value === null ? undefined : value))

interface PreparedJson {
  readonly sources: string
  readonly pieces: readonly (readonly [string, string])[]
}

/** Puts the files of a build together again. */
export function readPrepared(wordings: Prepared['wordings'], json: string, yaml: string): Prepared {
  const { sources, pieces } = JSON.parse(json) as PreparedJson
  return { sources, wordings, pieces: new Map(pieces), yaml: readPreparedYaml(yaml) }
}

/** The data of the YAML files that a build parsed, by the hash of their text. */
export function readPreparedYaml(yaml: string): Prepared['yaml'] {
  return new Map(JSON.parse(yaml) as readonly (readonly [string, unknown])[])
}
