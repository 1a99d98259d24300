/** Reads `{ not_applicable: reason }` and `{ disputed: [ { value, source }, … ] }` in place of an answer. */
import type { AnswerState } from '../answers.ts'
import { shorten } from './dates.ts'
import { type At, type Notes, report } from './notes.ts'
import { checkCharacters } from './scalars.ts'
import { isBlank, isUnknown, specialEntry } from './states.ts'
import { type Mapping, type Node, type Span, valueAt } from './tree.ts'

const disputedForm = '{ disputed: [ { value: "…", source: "…" }, { value: "…", source: "…" } ] }'

/** Reads a special mapping. True when the node was one, right or wrong, so that it is no ordinary answer. */
export function readSpecial(node: Node, keySpan: Span, at: At, notes: Notes): boolean {
  const entry = specialEntry(node)
  if (!entry) return false
  const others = (node as Mapping).entries.filter(other => other.key !== entry.key)
  for (const other of others) {
    report(notes, at, other.keySpan, {
      code: 'ANS-02',
      message: `'${shorten(other.key)}' stands beside '${entry.key}', which takes the place of the whole answer`,
      hint: `Delete '${entry.key}' or everything beside it`,
    })
  }
  if (others.length > 0) return true
  if (typeof at.keys.at(-1) === 'number') {
    report(notes, at, entry.keySpan, {
      code: 'ANS-02',
      message: `'${entry.key}' cannot stand for one item of a list`,
      hint: 'Delete the item, or say it of the whole list or of one answer in the item',
    })
    return true
  }
  const state =
    entry.key === 'disputed'
      ? readDisputed(entry.value, entry.keySpan, at, notes)
      : readReason(entry.value, entry.keySpan, at, notes)
  if (!state) return true
  notes.states.push({ keys: at.keys, state })
  if (state.state === 'disputed') reportDispute(state, keySpan, at, notes)
  return true
}

function readReason(node: Node, keySpan: Span, at: At, notes: Notes): AnswerState | undefined {
  const reason = readWords(node, at, notes)
  if (reason !== undefined) return { state: 'not_applicable', reason }
  report(notes, at, keySpan, {
    code: 'ANS-02',
    message: `'${at.field.title}' is said not to apply, without the reason`,
    hint: 'Write { not_applicable: "the reason" }',
  })
  return undefined
}

function readDisputed(node: Node, keySpan: Span, at: At, notes: Notes): Disputed | undefined {
  const items = node.type === 'sequence' ? node.items : []
  const values: Disputed['values'][number][] = []
  const fail = (span: Span, message: string) =>
    report(notes, at, span, { code: 'ANS-02', message, hint: `Write ${disputedForm}` })
  if (items.length < 2) {
    fail(keySpan, `'${at.field.title}' is disputed, so it needs two or more values, each with its source`)
    return undefined
  }
  for (const item of items) {
    const value = readWords(valueAt(item, 'value'), at, notes)
    const source = readWords(valueAt(item, 'source'), at, notes)
    const extra =
      item.type === 'mapping'
        ? item.entries.find(({ key }) => key !== 'value' && key !== 'source')
        : undefined
    const firstSpan = item.type === 'mapping' ? (item.entries[0]?.keySpan ?? item.span) : item.span
    if (extra) fail(extra.keySpan, `A disputed value has a value and a source, not '${shorten(extra.key)}'`)
    else if (value === undefined || source === undefined) {
      fail(
        firstSpan,
        `A disputed value of '${at.field.title}' lacks its ${value === undefined ? 'value' : 'source'}`,
      )
    } else values.push({ value, source, place: notes.lines.placeAt(valueAt(item, 'value')!.span, at.path) })
  }
  return values.length === items.length ? { state: 'disputed', values } : undefined
}

type Disputed = Extract<AnswerState, { state: 'disputed' }>

function readWords(node: Node | undefined, at: At, notes: Notes): string | undefined {
  if (node?.type !== 'scalar' || isBlank(node) || isUnknown(node)) return undefined
  return checkCharacters(node, at, notes).replace(/\n+$/, '')
}

function reportDispute(state: Disputed, span: Span, at: At, notes: Notes): void {
  const sides = state.values.map(({ value, source }) => `'${shorten(value)}' (${shorten(source)})`)
  report(notes, { ...at, stage: 'sign_off' }, span, {
    code: 'CONF-01',
    severity: 'warning',
    message: `'${at.field.title}' is disputed: ${sides.join(' or ')}`,
    hint: 'Agree one value and write it in place of the dispute; until then neither is printed',
    related: state.values.map(({ source, place }) => ({ message: `According to ${shorten(source)}`, place })),
  })
}
