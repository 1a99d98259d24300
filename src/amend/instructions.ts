/** The steps between two versions in, the instructions that turn the older text into the newer out, as a deed gives them. */
import { diffArrays } from 'diff'
import { kindOf, type Step } from './differences.ts'

/**
 * One instruction. Addresses are those of the older text; texts have the newer numbers in their references, since
 * renumbering is said once for all.
 */
export type Instruction =
  | { readonly action: 'substitute'; readonly address: string; readonly old: string; readonly text: string }
  | { readonly action: 'replace'; readonly address: string; readonly text: string }
  /** `row`: the address of the whole row, where everything in it is left out. */
  | { readonly action: 'leave_out'; readonly address: string; readonly row?: string }
  /** `address` is what the new text follows; without one it stands first. */
  | { readonly action: 'insert'; readonly address?: string; readonly texts: readonly Added[] }

export interface Added {
  /** Where it stands in the newer text. */
  readonly address: string
  readonly text: string
  /** What it stands in, by id; see `Unit`. */
  readonly item: string
}

const WORDS = /[\p{L}\p{N}£][\p{L}\p{N}’'.,/-]*|\s+|[\s\S]/gu
const MOST_PHRASES = 3
/** A text this short, such as a cell, is easier to read whole than in two phrases. */
const SHORT = 90
/** A lone figure is hard to find in a paragraph, so a phrase has some letters more where there are any. */
const READABLE = 14

interface Change {
  readonly old: string
  readonly now: string
  /** Words that stand before it unchanged, nearest last. */
  readonly lead: readonly string[]
  readonly trail: readonly string[]
}

function changesOf(before: string, after: string): readonly Change[] {
  const parts = diffArrays(before.match(WORDS) ?? [], after.match(WORDS) ?? [])
  const changes: Change[] = []
  for (const [at, { added, removed, value }] of parts.entries()) {
    if (!added && !removed) continue
    const last = parts[at - 1]
    if (last && (last.added || last.removed)) {
      const open = changes.pop()!
      const more = value.join('')
      const next = parts[at + 1]
      changes.push({
        ...open,
        ...(added ? { now: open.now + more } : { old: open.old + more }),
        trail: next && !next.added && !next.removed ? next.value : [],
      })
      continue
    }
    const next = parts[at + 1]
    changes.push({
      old: removed ? value.join('') : '',
      now: added ? value.join('') : '',
      lead: last?.value ?? [],
      trail: next && !next.added && !next.removed ? next.value : [],
    })
  }
  return changes
}

const occurrences = (text: string, phrase: string): number => text.split(phrase).length - 1

/** A change with as much unchanged text round it as tells its place, and as keeps both sides whole words. */
function phrase({ old, now, lead, trail }: Change, text: string) {
  let [left, right] = [0, 0]
  let found: { readonly old: string; readonly text: string } | undefined
  for (;;) {
    const from = lead.slice(lead.length - left).join('')
    const to = trail.slice(0, right).join('')
    const whole = `${from}${old}${to}`
    if (/[\p{L}\p{N}]/u.test(whole) && occurrences(text, whole) === 1) {
      found = { old: whole, text: `${from}${now}${to}` }
      if (whole.trim().length >= READABLE) return found
    }
    if (left < lead.length) left++
    else if (right < trail.length) right++
    else return found
  }
}

/** The same without the blanks that both sides begin or end with, if the words still stand there once. */
function withoutBlanks(found: { readonly old: string; readonly text: string }, text: string) {
  const [from] = /^\s*/.exec(found.old)!
  const [to] = /\s*$/.exec(found.old)!
  if (!found.text.startsWith(from) || !found.text.endsWith(to)) return found
  const cut = (words: string): string => words.slice(from.length, words.length - to.length)
  const bare = { old: cut(found.old), text: cut(found.text) }
  return bare.old !== '' && bare.text !== '' && occurrences(text, bare.old) === 1 ? bare : found
}

/** What is to be done to one reworded paragraph: a few phrases, or the whole. */
function rewording(address: string, before: string, after: string): readonly Instruction[] {
  const changes = changesOf(before, after)
  const whole = [{ action: 'replace', address, text: after } as const]
  if (changes.length > MOST_PHRASES || (changes.length > 1 && before.length <= SHORT)) return whole
  const out: Instruction[] = []
  let text = before
  for (const change of changes) {
    const found = phrase(change, text)
    if (!found || found.old.length > 0.8 * before.length) return whole
    const bare = withoutBlanks(found, text)
    out.push({ action: 'substitute', address, ...bare })
    text = text.replace(bare.old, () => bare.text)
  }
  return text === after ? out : whole
}

const rowOf = (address: string): string | undefined => /^(.*, row \d+), column “/.exec(address)?.[1]

/** The rows of which nothing stays, by their addresses. */
function rowsGone(steps: readonly Step[]): ReadonlySet<string> {
  const [gone, staying] = [new Set<string>(), new Set<string>()]
  for (const { before, after } of steps) {
    const row = before && rowOf(before.address)
    if (row !== undefined) (after ? staying : gone).add(row)
  }
  return new Set([...gone].filter(row => !staying.has(row)))
}

/** The instructions, in the order of the text. Applied to the older text they give the newer. */
export function instructionsFor(steps: readonly Step[]): readonly Instruction[] {
  const out: Instruction[] = []
  let standing: string | undefined
  let inserting: Added[] | undefined
  const gone = rowsGone(steps)
  for (const step of steps) {
    const { before, after } = step
    if (!before) {
      const added = { address: after!.address, text: after!.steady, item: after!.item }
      if (inserting) inserting.push(added)
      else {
        inserting = [added]
        out.push({
          action: 'insert',
          ...(standing !== undefined && { address: standing }),
          texts: inserting,
        })
      }
      continue
    }
    inserting = undefined
    standing = before.address
    if (!after) {
      const row = rowOf(before.address)
      out.push({
        action: 'leave_out',
        address: before.address,
        ...(row !== undefined && gone.has(row) && { row }),
      })
    } else if (kindOf(step) === 'reworded')
      out.push(...rewording(before.address, before.steady, after.steady))
  }
  return out
}
