/** Takes one line of an intake apart, as somebody reads it: how far in it stands, dashes, the question's name, the rest. */

export interface LineParts {
  readonly indent: number
  /** Columns before the question's name: indent and dashes. */
  readonly lead: number
  readonly key?: string
  /** Where the answer starts in the line, counted from 0. */
  readonly valueAt: number
  /** The answer as typed, without a comment after it. */
  readonly value: string
}

/** Splits a line at its first `name: `. A line without one is all value. */
export function splitLine(line: string): LineParts {
  const indent = line.match(/^[ \t]*/)![0].length
  const lead = line.match(/^[ \t]*(?:-[ \t]+)*/)![0].length
  const rest = line.slice(lead)
  const named = rest.match(/^("[^"]*"|'[^']*'|[^\s:#"'[\]{},|>-][^:]*?)[ \t]*:(?=[ \t]|$)/)
  const gap = named ? rest.slice(named[0].length).match(/^[ \t]*/)![0].length : 0
  const valueAt = lead + (named ? named[0].length + gap : 0)
  const value = line
    .slice(valueAt)
    .replace(/(?:^|[ \t]+)#[ \t].*$/, '')
    .trimEnd()
  const key = named?.[1]?.replace(/^["']|["']$/g, '')
  return key === undefined ? { indent, lead, valueAt, value } : { indent, lead, key, valueAt, value }
}

/** The text in quotes that YAML reads as exactly this text. */
export function quoteText(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text
  return /["\\]/.test(short) ? `'${short.replaceAll("'", "''")}'` : `"${short}"`
}

/** A line as it should be typed: `title: "Section 75: health"`. */
export const quotedLine = (parts: LineParts, text = parts.value): string =>
  `${parts.key === undefined ? (parts.lead > parts.indent ? '- ' : '') : `${parts.key}: `}${quoteText(text)}`
