/** Reads one scalar against its field: the value for the schema, or nothing when it is not answered or not right. */
import { figures } from '../../figures.ts'
import { findBadCharacters, showCharacters } from './characters.ts'
import { shorten } from './dates.ts'
import { readKind } from './kinds.ts'
import { type At, type Notes, report } from './notes.ts'
import { isBareNotApplicable, isBlank, isNone, isQuotedUnknown, isUnknown } from './states.ts'
import type { Scalar, Span } from './tree.ts'

/** Reads the answer to a question that takes one value. */
export function readScalar(node: Scalar, at: At, notes: Notes): unknown {
  const { field } = at
  const isTextual = field.kind === 'text' || field.kind === 'long'
  if (isBlank(node)) {
    warnOfComment(node, at, notes)
    return undefined
  }
  if (isUnknown(node)) return undefined
  if (isBareNotApplicable(node) && !Object.hasOwn(field.choices ?? {}, node.text.trim())) {
    reportBareNotApplicable(node, at, notes)
    return undefined
  }
  if (isNone(node) && !Object.hasOwn(field.choices ?? {}, 'none')) {
    if (isTextual || (field.need !== undefined && field.need !== 'always')) {
      notes.states.push({ keys: at.keys, state: { state: 'none' } })
      return undefined
    }
    report(notes, at, node.span, {
      code: 'ANS-02',
      message: `'${field.title}' cannot be none`,
      hint: 'Leave it blank if it is not known yet, or write { not_applicable: the reason }',
    })
    return undefined
  }
  const text = checkCharacters(node, at, notes)
  if (isTextual) warnOfLooks(node, at, notes)
  const reading = readKind(field, text)
  if (!('value' in reading)) {
    const hint = isTextual
      ? reading.hint
      : smartQuoted.test(text)
        ? 'Delete the curly quotation marks'
        : reading.hint
    report(notes, at, node.span, {
      code: reading.code,
      message: `${field.title}: ${lowerStart(reading.message)}`,
      hint,
    })
    return undefined
  }
  if (field.isId && !idShape.test(String(reading.value))) {
    report(notes, at, node.span, {
      code: 'ANS-02',
      message: `'${shorten(text)}' cannot be an id`,
      hint: `An id holds small letters without accents, figures and hyphens${idHint(text)}`,
    })
    return undefined
  }
  if (field.kind === 'ref' && field.target) {
    notes.references.push({ id: String(reading.value), target: field.target, span: node.span, at })
  }
  return reading.value
}

/** As `id` in fields.ts has it; said here in plainer words. */
const idShape = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

function idHint(text: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|['’]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return slug ? `, such as ${slug.slice(0, 40)}` : ''
}

/** The messages of readers start with a quoted answer or a word; after a title the word is in small letters. */
const lowerStart = (text: string): string =>
  /^(?:There|The|A) /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

/** How many characters of one answer are reported singly. */
const maxCharacters = 10

/** Reports characters that Word cannot hold or that mislead; gives the text with the faulty ones made visible. */
export function checkCharacters(node: Scalar, at: At, notes: Notes): string {
  const found = findBadCharacters(node, notes.lines.text)
  const more = found[maxCharacters]
  if (more) {
    report(notes, at, more, {
      code: 'TXT-01',
      severity: found.some(({ badness }) => badness === 'faulty') ? 'error' : 'warning',
      message: `${figures(found.length - maxCharacters)} more such characters follow in this answer`,
      hint: 'Delete the answer and type it again, without pasting',
    })
  }
  for (const { badness, name, start, end } of found.slice(0, maxCharacters)) {
    const span = { start, end }
    if (badness === 'faulty') {
      report(notes, at, span, {
        code: 'TXT-01',
        message: `The character ${name} here cannot be printed or would mislead a reader`,
        hint: 'Delete it and type the text again, without pasting',
      })
    } else {
      report(notes, at, span, {
        code: 'TXT-01',
        severity: 'warning',
        message: `The character ${name} here prints as nothing; it was perhaps a curly quote or a dash in an older file`,
        hint: 'Type the character that belongs here',
      })
    }
  }
  return showCharacters(node.text)
}

/** One address, or several with commas, semicolons or words between them. */
const isEmail = (text: string): boolean =>
  text
    .trim()
    .split(/[;,]\s*|\s(?:or|and)\s/)
    .every(address => /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(address.trim()))

const smartQuoted = /^\s*[“”„‘’][^“”„‘’]*[“”„‘’]\s*$/u

function warnOfLooks(node: Scalar, at: At, notes: Notes): void {
  const warn = (span: Span, message: string, hint: string) =>
    report(notes, at, span, { code: 'YAML-04', severity: 'warning', message, hint })
  if (smartQuoted.test(node.text) && node.style === 'plain') {
    warn(
      node.span,
      `The curly quotation marks round '${at.field.title}' will be printed`,
      'Delete them, or use straight ones (")',
    )
  }
  if (/^[\u00a0\u202f]/.test(node.text)) {
    warn(
      node.span,
      `'${at.field.title}' starts with a non-breaking space`,
      'Delete it and type an ordinary space',
    )
  }
  if (isQuotedUnknown(node)) {
    const message = `'${shorten(node.text)}' in quotes is taken as the answer itself and will be printed`
    warn(node.span, message, 'Delete the quotes if the answer is not known yet')
  }
  // A character that is told already is what is wrong.
  const isSound = () => findBadCharacters(node, notes.lines.text).length === 0
  if (at.field.isEmail && node.text.trim() !== '' && !isEmail(node.text) && isSound()) {
    const message = `'${at.field.title}': '${shorten(node.text)}' is no email address, and prints as it stands`
    warn(node.span, message, `Write one such as ${at.field.example}`)
  }
  warnOfComment(node, at, notes)
}

/**
 * ` #` ends an answer. A comment is taken as meant when two blanks stand before it and one after it; anything else may
 * be text cut short, such as `Unit #4`.
 */
function warnOfComment(node: Scalar, at: At, notes: Notes): void {
  if (node.style !== 'plain') return
  const { text } = notes.lines
  const after = /^([ \t]*)(#[^\n\r]*)/.exec(text.slice(node.span.end, node.span.end + 2_000))
  if (!after) return
  const [, gap, comment] = after as unknown as [string, string, string]
  const isEmpty = node.text === ''
  const isMeant = /^#+(?:[ \t]|$)/.test(comment) && (isEmpty || gap.length > 1)
  if (isMeant) return
  const start = node.span.end + gap.length
  const cut = shorten(comment)
  report(
    notes,
    at,
    { start, end: start + comment.trimEnd().length },
    {
      code: 'YAML-04',
      severity: 'warning',
      message: `'${at.field.title}' ends before the #: '${cut}' is left out as a comment`,
      hint: 'Put quotes round the whole answer if # belongs to it; if it is a comment, put two spaces before it',
    },
  )
}

function reportBareNotApplicable(node: Scalar, at: At, notes: Notes): void {
  report(notes, at, node.span, {
    code: 'ANS-02',
    severity: 'warning',
    message: `'${at.field.title}' is said not to apply, without the reason, so it counts as not answered`,
    hint: 'Write { not_applicable: "the reason" }',
  })
}
