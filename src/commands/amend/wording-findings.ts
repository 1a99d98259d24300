/** What became of each provision whose template moved on in, findings for a person out, with the template's own note on why. */
import { type Fate, PRINTED } from '../../amend/library/keep-wording.ts'
import type { Finding } from '../../findings/finding.ts'

type Told = Fate & { readonly name: string }
type NoteOf = (template: string) => string | undefined

const noted = (template: string, noteOf: NoteOf): string => {
  const note = noteOf(template)
  return note === undefined ? '' : ` The library says of it: ${note}`
}

/** What only answers brought in or took out is no matter of wording. */
const isFromAnswers = ({ isKept, why }: Told): boolean => !isKept && why === undefined

const MOVED = {
  reworded:
    'the clause library has other wording since the Word file was drafted, and the new version follows it',
  gained: 'the clause library has this provision now, which it had not, and the new version has it',
  lost: 'the clause library no longer has this provision, nor has the new version',
} as const

/** Of the newer wording that the next version has: every provision that says something else because its template does. */
export const movedFindings = (fates: readonly Told[], noteOf: NoteOf): readonly Finding[] =>
  fates
    .filter(fate => !isFromAnswers(fate))
    .map(({ is, name, template }) => ({
      code: 'BACK-14',
      severity: 'note',
      message: `${name}: ${MOVED[is]}.${noted(template, noteOf)}`,
      hint: 'Read it in the redline, or run again with --keep-wording to carry only changed answers.',
    }))

const KEPT = {
  reworded: 'the older wording stays, though the clause library has moved on',
  gained: 'the clause library has this provision now, which it had not; the new version is made without it',
  lost: 'the provision stays, though the clause library no longer has it',
} as const

/** Of the older wording that was to be kept. */
export const keptFindings = (fates: readonly Told[], noteOf: NoteOf): readonly Finding[] =>
  fates
    .filter(fate => !isFromAnswers(fate))
    .map(({ is, isKept, name, template, why }): Finding => {
      const kept = `${name}: ${KEPT[is]}.${noted(template, noteOf)}`
      if (!isKept)
        return {
          code: 'BACK-15',
          severity: 'warning',
          message: `${name}: the older wording could not be kept, because ${why}. The new version follows the library of today.${noted(template, noteOf)}`,
          hint: 'Read it in the redline, and put back by hand what should stay.',
        }
      if (why === undefined) return { code: 'BACK-14', severity: 'note', message: kept }
      return {
        code: 'BACK-15',
        severity: 'warning',
        message: `${kept} But ${why}, so nobody can tell whether an answer that it does not print should have changed it.`,
        hint:
          why === PRINTED
            ? 'Give --before with the intake as it was when the Word file was drafted.'
            : 'Read it in the redline with that in mind, and mend by hand what no longer fits.',
      }
    })

/** Nothing says which templates moved. */
export const unknownWording = (file: string): Finding => ({
  code: 'BACK-15',
  severity: 'warning',
  message: `Nothing says with which wordings ${file} was drafted, so --keep-wording could keep none.`,
  hint: 'Read the redline for new wording, and put back by hand what should stay.',
})
