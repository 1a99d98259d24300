/** A Word file and what it was drafted as in; out, whether it is this partnership's at all, and how well it survived its travels. */
import {
  compareIdentity,
  type Identity,
  identityOf,
  standsWhole,
  type ToldBy,
} from '../../document/identity.ts'
import { wordsOfLine } from '../../document/merge/edits.ts'
import type { Line } from '../../document/merge/lines.ts'
import { linesOfDocument } from '../../document/merge/merge.ts'
import { runsIn } from '../../document/merge/words-left.ts'
import type { Document } from '../../document/nodes.ts'
import type { Finding } from '../../findings/finding.ts'
import type { Leftover, Returned } from '../../returned/content.ts'
import { readGenerated } from '../../returned/generated.ts'
import { type Base, type Trust, textOf } from './find-base.ts'
import { AUTHOR } from './merge-returned.ts'

/** Findings that say whose file it is. An error means that it must not be merged. */
export function strangerFindings(
  returned: Returned,
  base: Base | undefined,
  ours: Document,
  file: string,
  trust: Trust,
): readonly Finding[] {
  if (trust !== 'sound' && !base) return [trust === 'changed' ? forged(file) : unrecorded(file)]
  if (base) {
    const { claimed } = base
    const told = claimed && compareIdentity(claimed, ours)
    if (claimed && told && !told.isOne) return [otherPartnership(file, claimed, ours, told.by)]
    const compared = compareIdentity(base.document, ours)
    if (!compared.isOne) return [otherPartnership(file, base.document, ours, compared.by)]
    if (isGutted(returned, base)) return [gutted(file, base.document.properties.version)]
    return [
      ...(trust === 'changed' ? [distrusted(file, base.document.properties.version)] : []),
      ...hardlyTold(file, base.document, ours, compared.by),
      ...(isWorn(returned) ? [worn(file)] : []),
    ]
  }
  const unnamed = unnamedFindings(returned, ours, file)
  if (unnamed.length > 0) return unnamed
  return [
    {
      code: 'BACK-04',
      severity: 'warning',
      message: `${file} carries nothing of what it was drafted as, and no version on record is like it. So its own text counts as what was drafted: edits by hand in it cannot be told from our wording, and the new version holds none of them.`,
      hint: 'Read the redline, where all that differs is struck out or inserted, and put back what Legal wrote.',
    },
    ...(isWorn(returned) ? [worn(file)] : []),
  ]
}

/** What shows that a file is no agreement of this partnership's: what it was drafted as, or where it carries nothing, its words. */
export function foreignFindings(returned: Returned, ours: Document, file: string): readonly Finding[] {
  const claimed = returned.memory === undefined ? undefined : readGenerated(returned.memory)?.document
  if (!claimed) return unnamedFindings(returned, ours, file)
  const told = compareIdentity(claimed, ours)
  return told.isOne ? [] : [otherPartnership(file, claimed, ours, told.by)]
}

/** That a file which carries nothing does not name this partnership either. */
function unnamedFindings(returned: Returned, ours: Document, file: string): readonly Finding[] {
  const { reference, name } = identityOf(ours)
  const mine = reference ?? name
  if (mine === undefined)
    return [
      {
        code: 'BACK-02',
        severity: 'error',
        message: `Nobody can tell whose agreement ${file} is: it carries nothing that Concordat drafted, and the intake has neither reference nor name to look for in it.`,
        hint: 'Give the intake its reference and name, or give a Word file as it was drafted.',
      },
    ]
  if (!standsWhole(textOf(returned.blocks), mine))
    return [
      {
        code: 'BACK-02',
        severity: 'error',
        message: `${file} does not say that it is an agreement of this partnership: “${mine}” stands nowhere in it, and it carries nothing that Concordat drafted.`,
        hint: 'Give the Word file that was drafted from this intake, or an edited copy of it.',
      },
    ]
  return []
}

const OTHERWISE: Readonly<Record<ToldBy, string>> = {
  reference: 'The references differ, and the names could not be compared.',
  name: 'The names differ.',
  parties: 'No party is in both. Reference and name could not be compared.',
  nothing: '',
}

const otherPartnership = (file: string, drafted: Document, ours: Document, by: ToldBy): Finding => ({
  code: 'BACK-02',
  severity: 'error',
  message: `${file} belongs to another partnership: “${drafted.properties.title}”, ${referenceSaid(drafted)}. ${OTHERWISE[by]}`,
  hint:
    by === 'name' && identityOf(ours).reference === undefined
      ? 'Give the file that was drafted from this intake. If the partnership was renamed, give the intake its reference.'
      : 'Give the file that was drafted from this intake.',
})

/** That a file was taken for this partnership’s by less than its reference, and by what. */
function hardlyTold(file: string, drafted: Document, ours: Document, by: ToldBy): readonly Finding[] {
  if (by === 'reference') return []
  const [was, is] = [identityOf(drafted), identityOf(ours)]
  const lacks = (what: keyof Identity): string | undefined => {
    const sides = [
      ...(was[what] === undefined ? [file] : []),
      ...(is[what] === undefined ? ['the intake'] : []),
    ]
    return sides.length === 0
      ? undefined
      : `${sides.join(' and ')} ${sides.length === 1 ? 'has' : 'have'} no ${what}`
  }
  const why = [lacks('reference'), lacks('name')].filter(reason => reason !== undefined).join(', and ')
  const isRenumbered = why === ''
  const said = {
    name: isRenumbered
      ? `${file} has the reference ${was.reference} and the intake ${is.reference}. It was taken for this partnership’s because the name, “${is.name}”, is the same.`
      : `${file} was taken for this partnership’s by the name alone, “${is.name}”. References could not be compared: ${why}.`,
    parties: `${file} was taken for this partnership’s because a party is in both. Nothing else could be compared: ${why}.`,
    nothing: `Nothing shows that ${file} is this partnership’s, and nothing that it is not: ${why}, and the parties of one of them are not known.`,
  }[by]
  return [
    {
      code: 'BACK-23',
      severity: by === 'name' && !isRenumbered ? 'note' : 'warning',
      message: said,
      hint: 'Make sure that it is the right file, and give the intake its reference and name.',
    },
  ]
}

const referenceSaid = (drafted: Document): string => {
  const { reference } = identityOf(drafted)
  return reference === undefined ? 'which has no reference yet' : `reference ${reference}`
}

/** Less than a tenth of the text is left: nobody amends so, and a merge would only strike out all that was agreed. */
const isGutted = ({ blocks }: Returned, { document, numbering }: Base): boolean => {
  const lines = linesOfDocument(document, numbering, true)
  const length = lines.reduce((sum, line) => sum + wordsOfLine(line).length, 0)
  return textOf(blocks).length * 10 < length
}

const gutted = (file: string, version: string): Finding => ({
  code: 'BACK-02',
  severity: 'error',
  message: `${file} was drafted as ${version}, but hardly any of its text is left in it.`,
  hint: 'Give the Word file that holds the agreement, or an edited copy of it.',
})

/** With a forged base an edit by hand would pass for our own wording, and be replaced without a word. */
const forged = (file: string): Finding => ({
  code: 'BACK-18',
  severity: 'error',
  message: `What ${file} carries of what it was drafted as was changed since, and no version on record says what it was. So edits by hand cannot be told from our wording.`,
  hint: 'Run with --out and the folder that keeps this partnership’s versions. Or have Word remove custom XML data (File, Info, Inspect Document) and amend again: then the file’s own text counts as what was drafted.',
})

/** The folder has versions of this partnership, and the file names none of them and is like none. */
const unrecorded = (file: string): Finding => ({
  code: 'BACK-18',
  severity: 'error',
  message: `What ${file} says that it was drafted as is no version on record here, nor is it like one. So edits by hand cannot be told from our wording.`,
  hint: 'If it was drafted in another folder or on another computer, run with --out and a folder that keeps no versions of this partnership, where the file’s own word is taken.',
})

const distrusted = (file: string, version: string): Finding => ({
  code: 'BACK-18',
  severity: 'warning',
  message: `What ${file} carries of what it was drafted as was changed since, so it is not believed: ${version} on record counts instead.`,
  hint: 'Ask whoever had the file what was done to it.',
})

/** Bookmarks and styles are gone, as after Google Docs. */
const isWorn = ({ blocks }: Returned): boolean => {
  const paragraphs = blocks.filter(block => block.type === 'paragraph')
  const marked = paragraphs.filter(({ bookmarks }) => bookmarks.some(name => name.startsWith('_c_')))
  const styled = paragraphs.filter(({ style }) => style !== undefined)
  return marked.length * 20 < paragraphs.length || styled.length * 2 < paragraphs.length
}

const worn = (file: string): Finding => ({
  code: 'BACK-10',
  severity: 'warning',
  message: `${file} lost its bookmarks or its styles, as happens in Google Docs, so its clauses were matched by their words.`,
  hint: 'Read what was kept with care, and edit in Word next time.',
})

/** The comments of a file whose edits nobody can tell, for the new version has none of them. */
export function commentsIn(lines: readonly Line[]): readonly Leftover[] {
  const notes = new Set(
    lines.flatMap(line => runsIn(line).flatMap(run => run.flatMap(({ notes = [] }) => notes))),
  )
  return [...notes]
    .filter(({ author }) => author !== AUTHOR)
    .map(({ author, comment }) => ({ what: `a comment by ${author}`, text: comment }))
}

/** What was typed into the head or foot of the pages, which are made anew from the reference and the version. */
export function marginsTyped({ margins }: Returned, drafted: Document): readonly Leftover[] {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
  const { reference, version, state } = drafted.properties
  const known = [reference, version, `Version ${version}`, state].filter(part => part !== '')
  const isOurs = (text: string): boolean =>
    text
      .split('|')
      .map(plain)
      .every(part => part === '' || known.includes(part)) || /^Page \d* ?of ?\d*$/.test(plain(text))
  const typed = margins.flatMap(({ where, text }) =>
    text
      .split('\n')
      .filter(line => !isOurs(line))
      .map(line => ({ what: `what was typed into the ${where} of the pages`, text: plain(line) })),
  )
  return typed.filter(
    ({ what, text }, at) => typed.findIndex(one => one.what === what && one.text === text) === at,
  )
}

/** Lines of the contents list that say what no heading says: somebody typed there, and it is made anew. */
export function contentsTyped(
  { contents }: Returned,
  base: Base | undefined,
  lines: readonly Line[],
): readonly Leftover[] {
  if (!base) return []
  const bare = (text: string) => text.replace(/[\s\d.]+/g, '').toLowerCase()
  const known = bare(['Contents', ...lines.map(wordsOfLine), base.document.properties.title].join('\n'))
  const strange = contents
    .map(line => ({ line, words: bare(line.replace(/^(schedule\s+\d+|[\d.]+)\s/i, '')) }))
    .filter(({ line, words }) => line.trim() !== '' && !known.includes(words))
  // Words that are in no line may still be in the document: in the title of a part, say.
  const drafted = strange.length > 0 ? bare(JSON.stringify(base.document.body)) : ''
  return strange
    .filter(({ words }) => !drafted.includes(words))
    .map(({ line }) => line)
    .map(text => ({ what: 'a line typed into the contents list', text }))
}
