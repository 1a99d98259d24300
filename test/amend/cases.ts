/**
 * Amendment cases: a folder holds what an agreement starts from, what was written into its Word file by hand and which
 * answers changed since. Running one gives all that a person gets: files and the words at the terminal.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { parseDocument, type YAMLMap } from 'yaml'
import { baseOf, withAnswers } from '../agreements/cases.ts'
import { draftText } from '../support/draft.ts'
import { edit, type Tracked, type WordBody } from '../support/word-editor.ts'
import { testWorld } from '../support/world.ts'

const folder = new URL('cases/', import.meta.url)

/** The names of all cases. */
export const caseNames: readonly string[] = readdirSync(folder).sort()

/** One thing that a person did in Word. With `by` alone, words are tracked under that name. */
export type HandEdit = { readonly by?: string } & (
  | { readonly reword: string; readonly to: string }
  | { readonly below: string; readonly add: string }
  | { readonly delete_paragraph: string }
  | { readonly comment_on: string; readonly says: string; readonly by: string }
  | { readonly cell: string; readonly to: string }
)

export interface AmendmentCase {
  /** The intake as it was, and as it is now. */
  readonly before: string
  readonly after: string
  readonly byHand: readonly HandEdit[]
}

const read = new Map<string, AmendmentCase>()

/** Reads a case by name, once for all tests. */
export function readCase(name: string): AmendmentCase {
  const known = read.get(name) ?? readFolder(name)
  read.set(name, known)
  return known
}

function readFolder(name: string): AmendmentCase {
  const given = parseDocument(readFileSync(new URL(`${name}/case.yaml`, folder), 'utf8'))
  if (given.errors.length > 0) throw given.errors[0]
  const { start_from, signed, by_hand } = given.toJS()
  const before = baseOf(start_from) + (signed ? `\nagreement_date: ${signed}\n` : '')
  return { before, after: withAnswers(before, given.get('answers') as YAMLMap), byHand: by_hand }
}

const tracked = (by: string | undefined): Tracked | undefined =>
  by === undefined ? undefined : { author: by, date: '2026-11-23T09:30:00Z' }

/** Does one thing in Word. */
export function doByHand(body: WordBody, one: HandEdit): void {
  const change = tracked(one.by)
  if ('reword' in one) body.type(one.reword, one.to, change)
  else if ('below' in one) {
    const paragraph = body.paragraphWith(one.below)
    paragraph.addAfter(one.add, paragraph.style, change)
  } else if ('delete_paragraph' in one) body.paragraphWith(one.delete_paragraph).remove(change)
  else if ('comment_on' in one) {
    const paragraph = body.paragraphWith(one.comment_on)
    const at = paragraph.text.indexOf(one.comment_on)
    paragraph.comment(at, at + one.comment_on.length, one.by, one.says)
  } else {
    const cell = body.rows.flatMap(({ cells }) => cells).find(({ text }) => text.includes(one.cell))
    if (!cell) throw new Error(`No cell says “${one.cell}”.`)
    cell.replace(one.cell, one.to, change)
  }
}

/** What a person has after `concordat amend`. */
export interface Amended {
  readonly exit: number
  readonly said: string
  /** The Word file that came back. */
  readonly back: Uint8Array
  /** The bytes of each Word file that was written, by name. */
  readonly files: Readonly<Record<string, Uint8Array>>
}

/** Drafts a case, edits the file by hand, and amends from it through the whole program, with more options if any are given. */
export async function amendCase(name: string, ...more: readonly string[]): Promise<Amended> {
  const { before, after, byHand } = readCase(name)
  const back = edit(draftText(before).docx, body => {
    for (const one of byHand) doByHand(body, one)
  })
  const world = testWorld()
  try {
    world.put('before.yaml', before)
    world.put('intake.yaml', after)
    world.put('back.docx', back)
    const given = ['intake.yaml', '--from', 'back.docx', '--before', 'before.yaml', ...more]
    const exit = await world.run('amend', ...given)
    const written = world.filesIn('out').filter(path => path.endsWith('.docx'))
    return {
      exit,
      said: `${world.said.out}${world.said.err}`.replaceAll(`${world.path()}/`, ''),
      back,
      files: Object.fromEntries(
        written.map(path => [path.split('/').at(-1)!, new Uint8Array(world.bytesOf(`out/${path}`))]),
      ),
    }
  } finally {
    world.remove()
  }
}
