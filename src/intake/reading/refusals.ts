/** Says what is wrong where the tree and the schema differ in shape: unknown and repeated names, a list for a text, and so on. */
import { suggest } from '../../findings/suggest.ts'
import { nameCharacter, showCharacters } from './characters.ts'
import { shorten } from './dates.ts'
import { refusedKeys, wanted } from './kinds.ts'
import { quoteText } from './line-parts.ts'
import { type At, type Notes, report } from './notes.ts'
import { readScalar } from './scalars.ts'
import { isBareNotApplicable, isBlank, isNone, isUnknown } from './states.ts'
import type { Mapping, Node, Scalar, Sequence, Span } from './tree.ts'

/** The same question twice in one group. */
export function reportTwice(key: string, span: Span, before: Span, at: At, notes: Notes): void {
  report(notes, at, span, {
    code: 'YAML-02',
    message: `'${shorten(showCharacters(key))}' is answered twice; line ${notes.lines.positionAt(before.start).line} has it first`,
    hint: 'Delete one of the two',
    related: [{ message: 'First answered here', place: notes.lines.placeAt(before) }],
  })
}

/** A name the schema does not have, with the one that was probably meant. */
export function reportUnknown(key: string, span: Span, names: readonly string[], at: At, notes: Notes): void {
  report(notes, at, span, { code: 'ANS-01', ...wordUnknown(key, names, at, notes) })
}

function wordUnknown(key: string, names: readonly string[], at: At, notes: Notes) {
  const shown = shorten(showCharacters(key))
  const where = at.path ? `under '${at.path}'` : 'in an intake'
  if (key === '') {
    return {
      message: `There is an answer without a question ${where}`,
      hint: 'Type its name before the colon',
    }
  }
  if (refusedKeys.has(key)) return { message: `'${shown}' cannot be used as a name`, hint: 'Delete the line' }
  const odd = /[\u00a0\u200b\u202f\ufeff]/.exec(key)?.[0]
  if (odd) {
    const meant = shorten(key.replace(/[\u00a0\u200b\u202f\ufeff]/g, ''))
    const message = `The name '${meant}' has an invisible character (${nameCharacter(odd)}) in it`
    return { message, hint: 'Delete the line and type it again, with ordinary spaces' }
  }
  const message = `There is no question '${shown}' ${where}`
  // In braces a comma ends an answer, so of 1,500,000 only the 1 is one.
  if (/^\d{3}(?:\.\d\d)?$/.test(key))
    return { message, hint: 'Write a sum in { } without commas, such as 1500000, or put quotes round it' }
  const near = suggest(key, names)
  if (near) return { message, hint: `Did you mean ${near}?` }
  const elsewhere = (notes.pathsByName.get(key) ?? []).slice(0, 3)
  if (elsewhere.length > 0) return { message, hint: `This question is at ${elsewhere.join(' or ')}` }
  if (!at.path) return { message, hint: 'Look for it in the intake guide (docs/intake.md), or delete it' }
  const some = `${names.slice(0, 12).join(', ')}${names.length > 12 ? ', …' : ''}`
  return { message, hint: `The questions here are: ${some}` }
}

/** Something else where a group belongs. Gives undefined: there is no answer. */
export function refuseForGroup(
  node: Scalar | Sequence,
  names: readonly string[],
  at: At,
  notes: Notes,
): undefined {
  const { field } = at
  const isItem = typeof at.keys.at(-1) === 'number'
  if (node.type === 'scalar') {
    if (isBlank(node) || isUnknown(node)) return undefined
    if (isNone(node) && field.need !== undefined && field.need !== 'always') {
      notes.states.push({ keys: at.keys, state: { state: 'none' } })
      return undefined
    }
    if (isBareNotApplicable(node)) {
      readScalar(node, at, notes)
      return undefined
    }
    const glued = /^([\w-]+):\S/u.exec(node.text)
    const message = `'${field.title}' takes a group of answers, not '${shorten(showCharacters(node.text))}'`
    const first = names.slice(0, 3).join(', ')
    const hint = isNone(node)
      ? 'Write { not_applicable: "the reason" } if it does not apply'
      : glued && names.includes(glued[1]!)
        ? `Type an ordinary space after the colon of '${glued[1]}'`
        : isItem
          ? `Write each item's answers on lines of their own: - ${names[0]}: …`
          : `Write each answer on a line of its own below, set in by two spaces: ${first}${names.length > 3 ? ' and so on' : ''}`
    report(notes, at, node.span, { code: 'ANS-02', message, hint })
    return undefined
  }
  report(notes, at, firstLine(node, notes), {
    code: 'ANS-02',
    message: `'${field.title}' takes one group of answers, not a list`,
    hint: 'Delete the dash before each answer, and line the answers up',
  })
  return undefined
}

/** Something else where a list belongs; `none` gives an empty one. */
export function refuseForList(
  names: readonly string[],
  node: Scalar | Mapping,
  keySpan: Span,
  at: At,
  notes: Notes,
): unknown {
  const { field } = at
  const name = String(at.keys.at(-1))
  if (node.type === 'scalar') {
    if (isBlank(node) || isUnknown(node)) return undefined
    if (isNone(node)) {
      notes.states.push({ keys: at.keys, state: { state: 'none' } })
      return []
    }
    if (isBareNotApplicable(node)) {
      readScalar(node, at, notes)
      return undefined
    }
    const example = names.length > 0 ? `- ${names[0]}: …` : `- ${shorten(showCharacters(node.text))}`
    report(notes, at, node.span, {
      code: 'ANS-02',
      message: `'${field.title}' takes a list, even when it has one item`,
      hint: `Write ${name}: and below it, set in by two spaces, one line for each item: ${example}`,
    })
    return undefined
  }
  report(notes, at, keySpan, {
    code: 'ANS-02',
    message: `'${field.title}' takes a list, and the items below it have no dash`,
    hint: `Put a dash before the first answer of each item: - ${node.entries[0]?.key ?? names[0] ?? 'first item'}: …`,
  })
  return undefined
}

/** A list or a group where one value belongs. */
export function refuseForScalar(node: Mapping | Sequence, keySpan: Span, at: At, notes: Notes): undefined {
  const { field } = at
  const span = firstLine(node, notes)
  const typed = notes.lines.text
    .slice(span.start, span.end)
    .replace(/[ \t]+#[ \t].*$/, '')
    .trim()
  const isOneLine = node.type === 'mapping' && node.entries.length === 1 && !typed.startsWith('{')
  const opening = /^[[{]/.exec(typed)?.[0]
  const wants = `'${field.title}' takes ${wanted[field.kind]}`
  if (node.type === 'sequence' && !opening) {
    report(notes, at, keySpan, {
      code: 'ANS-02',
      message: `${wants}, not a list`,
      hint: 'Keep one answer, and delete the dash before it',
    })
  } else if (opening || isOneLine) {
    const why = opening ? `a text that starts with ${opening}` : 'a text with a colon and a space in it'
    report(notes, at, span, {
      code: 'ANS-02',
      message: `${wants}; ${why} needs quotes`,
      hint: `Put quotes round the text: ${quoteText(typed)}`,
    })
  } else {
    report(notes, at, keySpan, {
      code: 'ANS-02',
      message: `${wants}, not a group of answers`,
      hint: 'Write the answer after the colon, or put quotes round it',
    })
  }
  return undefined
}

function firstLine(node: Node, { lines }: Notes): Span {
  const { line, column } = lines.positionAt(node.span.start)
  const lineEnd = node.span.start + Math.max(1, lines.lineText(line).trimEnd().length - column + 1)
  return { start: node.span.start, end: Math.min(Math.max(node.span.end, node.span.start + 1), lineEnd) }
}
