/** Takes a fault of layout as the YAML package names it and says it in plain English: what is wrong, where, what to type. */

import { figures } from '../../figures.ts'
import type { Code } from '../../findings/codes.ts'
import { limits } from '../yaml-limits.ts'
import type { Fault, FaultKind } from '../yaml-source.ts'
import { type LineParts, quotedLine, quoteText, splitLine } from './line-parts.ts'
import type { Lines } from './lines.ts'
import { ofIntake, type Terms } from './terms.ts'
import type { Span } from './tree.ts'

/**
 * How the text is mended, in a copy, so that reading can go on and find the other faults: by leaving out the answer,
 * the whole line, everything that follows, or by turning a tab into a space. `stop`: it cannot go on.
 */
type Repair = 'answer' | 'line' | 'rest' | 'tab' | 'stop'

export interface Wording {
  readonly code: Code
  readonly message: string
  readonly hint: string
  readonly span: Span
  readonly repair: Repair
}

/** The fault in plain words. `lines` is the file with what earlier faults left out, so that hints quote what is there. */
export function wordFault(fault: Fault, lines: Lines, terms: Terms = ofIntake): Wording {
  const found = lines.positionAt(fault.opening ?? fault.span.start).line
  // Some faults are placed at the comment or blank line before the line that is wrong.
  const number = fault.kind === 'layout' ? contentLine(lines, found) : found
  const line = lines.lineText(number)
  const at: Spot = { number, line, parts: splitLine(line), lines, fault, terms }
  const special = specialWordings[fault.kind]
  if (special) return special(at)
  return (layoutWordings[fault.code] ?? unclear)(at)
}

/** The line itself, or the first after it that is neither blank nor a comment; the line itself when there is none. */
export function contentLine(lines: Lines, number: number): number {
  for (let line = number; line <= lines.count; line++) {
    if (!/^[ \t]*(?:#.*)?$/.test(lines.lineText(line))) return line
  }
  return Math.min(number, lines.count)
}

interface Spot {
  readonly number: number
  readonly line: string
  readonly parts: LineParts
  readonly lines: Lines
  readonly fault: Fault
  readonly terms: Terms
}

type Word = (at: Spot) => Wording

const answerSpan = ({ lines, number, parts, line }: Spot): Span => {
  const start = lines.startOf(number)
  return parts.value === ''
    ? { start: start + parts.indent, end: start + line.trimEnd().length }
    : { start: start + parts.valueAt, end: start + parts.valueAt + parts.value.length }
}
const lineSpan = ({ lines, number, parts, line }: Spot): Span => {
  const start = lines.startOf(number)
  return { start: start + parts.indent, end: start + Math.max(line.trimEnd().length, parts.indent) }
}
const subject = ({ parts, terms }: Spot): string =>
  parts.key === undefined ? 'This text' : `The ${terms.valueOf} '${parts.key}'`

const layout = (at: Spot, message: string, hint: string, repair: Repair = 'answer'): Wording => ({
  code: 'YAML-01',
  message,
  hint,
  span: repair === 'line' ? lineSpan(at) : answerSpan(at),
  repair,
})

const quoteIt = (at: Spot, text?: string) => `Put quotes round the text: ${quotedLine(at.parts, text)}`

const unused = (what: string): Word => {
  return at => ({
    code: 'YAML-03',
    message: `${subject(at)} starts with ${what}`,
    hint: quoteIt(at, at.parts.value || at.line.trim()),
    span: at.fault.span,
    repair: 'answer',
  })
}

const specialWordings: Partial<Record<FaultKind, Word>> = {
  anchor: unused('&, which YAML takes as a command'),
  alias: unused('*, which YAML takes as a command'),
  tag: unused('!, which YAML takes as a command'),
  'question-mark': unused("'? ', which YAML takes as a command"),
  directive: at => ({
    code: 'YAML-03',
    message: `A line that starts with % is a command to YAML, which ${at.terms.file} does not use`,
    hint: 'Delete the line',
    span: lineSpan(at),
    repair: 'line',
  }),
  'second-document': at => ({
    code: 'YAML-03',
    message: `A second document starts here; ${at.terms.file} may hold only one`,
    hint: "Delete the line of dashes or dots ('---' or '...'), or move what follows to a file of its own",
    span: at.fault.span,
    repair: 'rest',
  }),
  'too-deep': at => ({
    code: 'FILE-02',
    message: `Groups stand inside one another more than ${limits.depth} deep here`,
    hint: 'Look for brackets or dashes repeated by accident',
    span: at.fault.span,
    repair: 'stop',
  }),
  'too-many': at => ({
    code: 'FILE-02',
    message: `This file holds more than ${figures(limits.questions)} ${at.terms.value}s; reading stopped here`,
    hint: `Keep long lists in a document of their own and name it in the ${at.terms.value}`,
    span: at.fault.span,
    repair: 'stop',
  }),
}

/** A line that ought to be `name: answer` and is not. */
const noColon: Word = at => {
  const text = at.line.trim()
  const glued = text.match(/^((?:- +)?[\w-]+):(\S.*)$/u)
  const hard = text.match(/^((?:- +)?[\w-]+):[\u00a0\u2000-\u200a\u202f\u3000]+(.*)$/u)
  if (hard) {
    const message = 'The space after this colon is a non-breaking space, which YAML does not see as a space'
    return layout(at, message, `Delete it and type an ordinary space: ${hard[1]}: ${hard[2]}`, 'line')
  }
  if (glued) {
    return layout(at, 'There is no space after the colon', `Type a space: ${glued[1]}: ${glued[2]}`, 'line')
  }
  if (/^-\S/.test(text)) {
    return layout(at, 'There is no space after the dash', `Type a space: - ${text.slice(1)}`, 'line')
  }
  const { name, value } = at.terms
  const hint = `Begin the line with the ${name}'s name and a colon, or set it further in than the line above if it carries on that ${value}`
  return layout(at, `This line has no ${name} name with a colon after it`, hint, 'line')
}

function tab(at: Spot): Wording {
  const start = at.lines.startOf(at.number)
  return {
    code: 'YAML-01',
    message: 'This line is set in with a tab; YAML needs spaces',
    hint: 'Delete the tab and type two spaces for each level',
    span: { start, end: start + Math.max(1, at.parts.indent) },
    repair: 'tab',
  }
}

const badIndent: Word = at => {
  if (at.fault.opening !== undefined) {
    const bracket = at.lines.text[at.fault.opening]
    const close = bracket === '[' ? ']' : '}'
    const message = `The bracket ${bracket} is never closed`
    return layout(at, message, `Close it with ${close}, or ${lowerFirst(quoteIt(at))}`)
  }
  if (at.line.slice(0, at.parts.indent).includes('\t')) return tab(at)
  const spaces = at.parts.indent === 1 ? '1 space' : `${at.parts.indent} spaces`
  const message = `This line is set in by ${spaces}, which does not line up with the lines above it`
  return layout(at, message, `Line it up with the ${at.terms.name}s of the same group, using spaces`, 'line')
}

const missing: Word = at => {
  const { message } = at.fault
  if (message.startsWith('Missing closing')) {
    const quote = message.includes('"') ? '"' : "'"
    const text = at.parts.value.replace(/^["']/, '')
    return layout(
      at,
      `The quotation mark ${quote} is never closed`,
      `Close it at the end of the text: ${quotedLine(at.parts, text)}`,
    )
  }
  if (/end with a [\]}]/.test(message)) return badIndent(at)
  if (/followed by map values|without - indicator/.test(message)) return noColon(at)
  if (message.startsWith('Comments')) {
    return layout(
      at,
      'There is no space before the #',
      'Type a space before a comment, or put quotes round the whole text',
    )
  }
  if (/flow/.test(message)) return brackets(at)
  return unclear(at)
}

const brackets: Word = at =>
  layout(
    at,
    'The text between brackets cannot be understood',
    `Part the items with commas, or ${lowerFirst(quoteIt(at))}`,
  )

const unexpected: Word = at => {
  const { message, span } = at.fault
  const { value } = at.parts
  const before = at.lines.text.slice(at.lines.startOf(at.number), span.start).trimEnd().at(-1)
  if (message.includes('at node end') && before === "'") {
    const inner = value.replace(/^'|'$/g, '')
    if (!value.endsWith("'")) return layout(at, 'Text follows the closing quotation mark', quoteIt(at))
    const hint = `Use double quotes: ${quotedLine(at.parts, inner)}`
    return layout(at, 'The apostrophe ends the text, because the text is in single quotes', hint)
  }
  if (message.includes('at node end') && before === '"') {
    return layout(at, 'Text follows the closing quotation mark', quoteIt(at))
  }
  if (message.includes('at node end') || /^[[\]{}]/.test(value)) {
    return layout(
      at,
      `${subject(at)} starts with a bracket, which YAML takes as a list or a group`,
      quoteIt(at),
    )
  }
  if (message.includes('Not a YAML token') || message.includes('Block scalar header')) {
    const sign = /^[|>]/.exec(value)?.[0] ?? '|'
    const hint = `For one line, ${lowerFirst(quoteIt(at))}. For several, put the text on the lines below, set in`
    return layout(at, `Text stands on the same line as the sign ${sign}`, hint)
  }
  if (message.includes('block-seq-ind')) {
    return layout(
      at,
      `A list cannot start on the line of its ${at.terms.name}`,
      'Start each item on a line of its own, below: - first item',
    )
  }
  if (/^-\S/.test(at.line.trim())) return noColon(at)
  if (/flow|empty item/.test(message)) return brackets(at)
  return unclear(at)
}

const nested: Word = at => {
  const { value } = at.parts
  if (/:(?:[ \t]|$)/.test(value)) {
    return layout(at, `${subject(at)} contains a colon followed by a space`, quoteIt(at))
  }
  if (/^- /.test(value)) return unexpected({ ...at, fault: { ...at.fault, message: 'block-seq-ind' } })
  // The line above has an answer already, so the next line cannot be set in under it.
  const number = contentLine(at.lines, at.number + 1)
  const line = at.lines.lineText(number)
  const next: Spot = { ...at, number, line, parts: splitLine(line) }
  const message = `This line is set further in than line ${at.number}, which already has ${at.terms.aValue}`
  return layout(
    next,
    message,
    `Line it up with the line above, or put quotes round the text if it carries on that ${at.terms.value}`,
    'line',
  )
}

const unclear: Word = at =>
  layout(
    at,
    'The layout of this line cannot be understood',
    `If the ${at.terms.value} holds punctuation, put double quotes round the whole of it`,
  )

const layoutWordings: Partial<Record<string, Word>> = {
  BLOCK_AS_IMPLICIT_KEY: nested,
  MULTILINE_IMPLICIT_KEY: noColon,
  BAD_INDENT: badIndent,
  TAB_AS_INDENT: tab,
  UNEXPECTED_TOKEN: unexpected,
  MISSING_CHAR: missing,
  BAD_SCALAR_START: at => {
    const sign = at.lines.text[at.fault.span.start] ?? ''
    return layout(at, `${subject(at)} starts with ${sign}, which YAML keeps for itself`, quoteIt(at))
  },
  BAD_DQ_ESCAPE: at => {
    const inner = at.parts.value.replace(/^"|"$/g, '')
    const hint = `Use single quotes: ${at.parts.key === undefined ? '' : `${at.parts.key}: `}'${inner.replaceAll("'", "''")}'`
    return {
      ...layout(at, 'A backslash inside double quotes starts a code, and this is none', hint),
      span: at.fault.span,
    }
  },
  NON_STRING_KEY: at =>
    layout(at, `${subject(at)} starts with a bracket, which YAML takes as a list or a group`, quoteIt(at)),
  KEY_OVER_1024_CHARS: at =>
    layout(
      at,
      'A colon stands so far along this line that it cannot end a name',
      `Put quotes round the text: ${quoteText(at.line.trim())}`,
      'line',
    ),
  BLOCK_IN_FLOW: brackets,
  BAD_COLLECTION_TYPE: unused('!, which YAML takes as a command'),
  BAD_ALIAS: unused('& or *, which YAML takes as a command'),
  TAG_RESOLVE_FAILED: unused('!, which YAML takes as a command'),
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
