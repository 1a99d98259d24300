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
  /** The data of YAML files, as JSON too. */
  readonly yaml: ReadonlyMap<string, string>
}

/**
 * The files of a build: a script that gives the compiled wording, and two of lines with what was parsed, each a hash and
 * JSON, so that a run parses the few lines it needs. The data of YAML files stands apart, for the commands that need no wording.
 */
export interface PreparedFiles {
  readonly script: string
  readonly pieces: string
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
  const pieces = [...parsedPieces()].map(([text, nodes]): Line => [hashOfText(text), JSON.stringify(nodes)])
  return {
    script: `(() => new Map([\n${entries.join(',\n')}\n]))\n`,
    pieces: toLines([['sources', sources], ...pieces]),
    yaml: toLines([...knownYaml()].map(([hash, data]) => [hash, JSON.stringify(data)])),
  }
}

/** A name and what it stands for. */
type Line = readonly [string, string]

/** In ASCII alone, which is read without decoding. */
const toLines = (lines: readonly Line[]): string =>
  lines
    .map(line => line.join('\t'))
    .join('\n')
    .replace(/[\u0080-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

const fromLines = (text: string): Map<string, string> =>
  new Map(
    text.split('\n').map(line => {
      const tab = line.indexOf('\t')
      return [line.slice(0, tab), line.slice(tab + 1)]
    }),
  )

/** Puts the files of a build together again. */
export function readPrepared(wordings: Prepared['wordings'], pieces: string, yaml: string): Prepared {
  const parsed = fromLines(pieces)
  return { sources: parsed.get('sources')!, wordings, pieces: parsed, yaml: readPreparedYaml(yaml) }
}

/** The data of the YAML files that a build parsed, by the hash of their text. */
export const readPreparedYaml = (yaml: string): Prepared['yaml'] => fromLines(yaml)
