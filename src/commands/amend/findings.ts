/** What a merge did in, findings for a person out: every edit kept, every clash, everything that could not be carried. */
import type { Conflict, Edit, EditKind } from '../../document/merge/edits.ts'
import { isSameButForm } from '../../document/merge/letter-forms.ts'
import type { Merged, Place } from '../../document/merge/merge.ts'
import type { Finding } from '../../findings/finding.ts'
import type { Leftover } from '../../returned/content.ts'

const LONGEST = 160
/** Of so many places each is named. */
const PLACES = 12

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}

const quoted = (text: string): string => `“${shortened(text)}”`

/** Somebody pressed Enter, and typed nothing. */
const named = (text: string): string => (text.trim() === '' ? 'An empty paragraph' : quoted(text))

const verbs: Readonly<Record<EditKind, (edit: Edit) => string>> = {
  inserted: ({ after }) => `${named(after)} was added by hand.`,
  deleted: ({ before }) => `${named(before)} was deleted by hand.`,
  reworded: ({ before, after }) => `${changedPart(before, after)}`,
  moved: ({ after }) => `${quoted(after)} was moved here by hand.`,
  retouched: ({ before, after }) => changedPart(before, after),
  formatted: ({ after }) => `Bold or italic was changed by hand in ${quoted(after)}.`,
  commented: ({ after }) => `A comment stays in the margin: ${quoted(after)}.`,
  tracked: ({ before, after }) =>
    `A tracked change is still open:${before === '' ? '' : ` ${quoted(before)} struck out`}${before !== '' && after !== '' ? ',' : ''}${after === '' ? '' : ` ${quoted(after)} inserted`}.`,
  restyled: ({ line }) => `The level or style was changed by hand${line.tokens.length > 0 ? '' : ' here'}.`,
}

/** What differs between two texts, without the words they share at both ends. */
function changedPart(before: string, after: string): string {
  const [a, b] = [before.split(/(?<=\s)/), after.split(/(?<=\s)/)]
  let start = 0
  const isSame = (at: number, other: number): boolean => isSameButForm(a.at(at)!, b.at(other)!)
  while (start < a.length && start < b.length && isSame(start, start)) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && isSame(-1 - end, -1 - end)) end++
  const from = a.slice(start, a.length - end).join('')
  const to = b.slice(start, b.length - end).join('')
  if (shortened(from) === shortened(to)) return `Only the spaces were changed by hand in ${quoted(after)}.`
  if (from.trim() === '') return `${quoted(to)} was added by hand.`
  if (to.trim() === '') return `${quoted(from)} was deleted by hand.`
  return `${quoted(from)} was changed by hand to ${quoted(to)}.`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const head = (entry: (Edit | Conflict) & Place): string =>
  capital(entry.place) + (entry.cell ? `, table row “${entry.cell.row}”` : '')

const answers = ({ paths }: Place): string =>
  paths.length === 0 ? '' : ` Answers printed there, in the intake: ${paths.join(', ')}.`

const editFinding = (edit: Edit & Place): Finding => ({
  code: edit.kind === 'tracked' ? 'BACK-05' : 'BACK-11',
  severity: 'note',
  message: `${head(edit)}: ${verbs[edit.kind](edit)}${answers(edit)}`,
})

/** All of them in one, for Word does this by itself wherever somebody types, and nobody wants to read each. */
function retouchedFinding(edits: readonly (Edit & Place)[]): readonly Finding[] {
  if (edits.length === 0) return []
  const places = [...new Set(edits.map(head))]
  const shown = places.slice(0, PLACES).join('; ')
  const more = places.length > PLACES ? ` and ${places.length - PLACES} more` : ''
  return [
    {
      code: 'BACK-25',
      severity: 'note',
      message: `Only the forms of quotation marks, dashes or spaces differ in ${places.length === 1 ? 'one place' : `${places.length} places`}, as Word changes them by itself. They are kept, and count as no edit: ${shown}${more}.`,
    },
  ]
}

const conflictFinding = (conflict: Conflict & Place, isError: boolean): Finding => ({
  code: 'BACK-07',
  severity: isError ? 'error' : 'warning',
  // In full: whatever was typed must be found here if not in the document.
  message: `${head(conflict)}: ${conflict.theirs === '' ? 'this was deleted by hand' : `by hand it says “${conflict.theirs}”`}, and the answers ${conflict.ours === '' ? 'leave it out' : `now give “${conflict.ours}”`}.${answers(conflict)}`,
  hint: 'Both stand there, the words by hand struck out and those of the answers inserted. Accept or reject in Word.',
})

/** Everything that is to be said of a merge. */
export function mergeFindings(
  merged: Omit<Merged, 'document' | 'numbering'>,
  isError: boolean,
): readonly Finding[] {
  return [
    ...merged.conflicts.map(conflict => conflictFinding(conflict, isError)),
    ...merged.broken.map(
      ({ place, text }): Finding => ({
        code: 'BACK-09',
        severity: 'warning',
        message: `${capital(place)}: a reference to ${text} now leads nowhere, because that was deleted by hand. It prints the old number, with a comment.`,
        hint: 'Reword the sentence, or put the clause back.',
      }),
    ),
    ...merged.losses.map(({ place, what, text }) => leftoverFinding({ what: `${what} (${place})`, text })),
    ...merged.edits.filter(({ kind }) => kind !== 'retouched').map(editFinding),
    ...retouchedFinding(merged.edits.filter(({ kind }) => kind === 'retouched')),
  ]
}

/** Something that an agreement as we make it has no place for. */
export const leftoverFinding = ({ what, text }: Leftover): Finding => ({
  code: 'BACK-06',
  severity: 'warning',
  message: `Not carried over: ${what}${text === '' ? '' : ` “${text}”`}.`,
  hint: 'Put it where it belongs by hand.',
})
