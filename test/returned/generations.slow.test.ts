/**
 * Generated edit scripts through three generations of one agreement, while its answers change: whatever a person typed is in
 * the next file or in the report. Some files are saved again by LibreOffice on their way.
 */
import { expect, test } from 'vitest'
import { findBase } from '../../src/commands/amend/find-base.ts'
import { mergeFindings } from '../../src/commands/amend/findings.ts'
import { mergeReturned } from '../../src/commands/amend/merge-returned.ts'
import { remember } from '../../src/document/memory.ts'
import { numberDocument } from '../../src/document/number.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { readReturned } from '../../src/returned/read.ts'
import { house } from '../render/docx/builders.ts'
import { hasLibreOffice, libreOfficeNote } from '../render/docx/libreoffice.ts'
import { lintDocx } from '../support/lint-docx.ts'
import { openDocx, readParagraphs } from '../support/read-docx.ts'
import { resavedByLibreOffice } from '../support/saved-by-libre-office.ts'
import { type Answers, first, smallAgreement } from '../support/small-agreement.ts'
import { edit, jane, type WordBody } from '../support/word-editor.ts'

const scripts = 500
const generations = 3
const resaved = 6

/** The same numbers from the same seed, on every machine. */
function dice(seed: number) {
  let state = seed * 2_654_435_761 + 1
  const next = (): number => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5) | 0
    return ((state ^ (state >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    below: (n: number): number => Math.floor(next() * n),
    one: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!,
  }
}
type Dice = ReturnType<typeof dice>

let typed = 0
const word = (): string => `typed${String(++typed).padStart(6, '0')}`

/** Does one thing that a person does in Word. */
function doSomething(body: WordBody, { below, one }: Dice): void {
  const paragraphs = body.paragraphs.filter(({ text }) => text.length > 12)
  if (paragraphs.length < 8) return
  const paragraph = one(paragraphs)
  const { length } = paragraph.text
  const at = below(length)
  const to = Math.min(length, at + 1 + below(12))
  const tracked = below(3) === 0 ? jane : undefined
  const rows = body.rows
  const acts: readonly (() => void)[] = [
    () => paragraph.insert(at, ` ${word()} `, tracked),
    () => paragraph.delete(at, to, tracked),
    () => {
      paragraph.insert(to, ` ${word()}’s `, tracked)
      paragraph.delete(at, to, tracked)
    },
    () => {
      // Word binds two words by itself; with a word typed there too, neither may be lost.
      const blank = paragraph.text.indexOf(' ', at)
      if (blank < 0) return
      paragraph.insert(blank, '\u00A0', tracked)
      paragraph.delete(blank + 1, blank + 2, tracked)
      if (below(2) === 0) paragraph.insert(blank, ` “${word()}”`)
    },
    () => paragraph.look(at, to, one(['w:b', 'w:i'] as const)),
    () => paragraph.comment(at, to, 'Jane Aske', `Why ${word()}?`),
    () => paragraph.addAfter(`${word()} is agreed by all.`, paragraph.style, tracked),
    () => paragraph.addAfter(`${word()} stands alone.`, ''),
    () => paragraph.split(at),
    () => paragraph.remove(tracked),
    () => paragraph.moveBehind(one(paragraphs.filter(other => other !== paragraph))),
    () =>
      paragraph.pasteTable([
        [word(), word()],
        [word(), word()],
      ]),
    () => rows.length > 1 && one(rows).remove(),
    () => rows.length > 0 && one(rows).addBelow([word(), word(), word()]),
    () => {
      const cell = rows.length > 0 ? one(one(rows).cells) : undefined
      if (cell && cell.text.length > 0) cell.insert(below(cell.text.length), word())
    },
  ]
  one(acts)()
}

/** Changes some answers, as an officer would between two drafts. */
function answerAnew(answers: Answers, { below, one }: Dice): Answers {
  const change: readonly (() => Partial<Answers>)[] = [
    () => ({}),
    () => ({ amount: `£${one(['9,000', '15,750', '20,000'])} a ${one(['year', 'quarter'])}` }),
    () => ({
      host: one(['Harrowdale Town Council', 'Wendle Vale District Council', 'Northvale City Council']),
    }),
    () => ({ hasGrant: !answers.hasGrant }),
    () => ({ rows: answers.rows.filter((_, n) => n !== below(answers.rows.length)) }),
    () => ({ rows: [...answers.rows, one(['east', 'middle', 'far'])] }),
    () => ({ wording: answers.wording === 0 ? 1 : 0 }),
  ]
  return { ...answers, ...one(change)(), ...(below(2) === 0 ? one(change)() : {}) }
}

const sources = { templates: 'a'.repeat(64), intake: 'b'.repeat(64) }

function draft(answers: Answers): Uint8Array {
  const document = smallAgreement(answers)
  return renderDocx(document, numberDocument(document), house, remember(document, sources))
}

/** What every script begins with. */
const firstDraft = draft(first)

/** The next version, and the report as a person reads it. */
function amend(old: Uint8Array, answers: Answers): { readonly docx: Uint8Array; readonly report: string } {
  const { value: returned, findings } = readReturned(old, 'old.docx')
  if (!returned) throw new Error(findings[0]?.message)
  const base = findBase(returned, '/nowhere', 'old.docx')
  if (!base) throw new Error('The file carries nothing.')
  const document = smallAgreement(answers)
  const made = { document, numbering: numberDocument(document) }
  const { merged } = mergeReturned(returned, base, made)
  const report = mergeFindings(merged, false)
    .filter(({ code }) => code === 'BACK-07' || code === 'BACK-06')
    .map(({ message }) => message)
    .join('\n')
  return { docx: renderDocx(merged.document, merged.numbering, house, remember(document, sources)), report }
}

/** The paragraphs with their numbers, without the contents list, which is made anew from the headings. */
const linesOf = (docx: Uint8Array): readonly string[] =>
  readParagraphs(docx)
    .filter(({ style }) => !style.startsWith('TOC'))
    .map(({ label, text }) => `${label} ${text}`)

/**
 * Every word that was typed by a script and stands in the file, tracked or not, in the text or in a person’s comment. The
 * contents list does not count: it still prints a heading that was deleted, and is made anew.
 */
function typedIn(docx: Uint8Array): readonly string[] {
  const parts = openDocx(docx)
  const body = parts.get('word/document.xml')!
  // The words of a comment on a paragraph that was deleted stay behind in the file, where nobody sees them.
  const comments = [
    ...(parts.get('word/comments.xml') ?? '').matchAll(/<w:comment ([^>]*)>.*?<\/w:comment>/gs),
  ]
    .filter(([, attributes]) => !attributes!.includes('w:author="Concordat"'))
    .filter(([, attributes]) =>
      body.includes(`<w:commentReference w:id="${/w:id="(\d+)"/.exec(attributes!)![1]}"`),
    )
    .map(([comment]) => comment)
  const text = [body, ...comments]
    .map(part => part.replace(/<w:p><w:pPr><w:pStyle w:val="TOC.*?<\/w:p>/gs, ''))
    .map(part => part.replace(/<\/w:p>/g, ' ').replace(/<[^>]*>/g, ''))
    .join('\n')
  return [...new Set(text.match(/typed\d{6}/g) ?? [])]
}

const missing = (before: Uint8Array, { docx, report }: ReturnType<typeof amend>): readonly string[] => {
  const kept = new Set(typedIn(docx))
  return typedIn(before).filter(one => !kept.has(one) && !report.includes(one))
}

test(`${scripts} edit scripts, ${generations} generations each: every word typed is in the next version or in the report`, {
  timeout: 600_000,
}, () => {
  for (let seed = 1; seed <= scripts; seed++) {
    const rolled = dice(seed)
    let answers = first
    let docx = firstDraft
    for (let generation = 1; generation <= generations; generation++) {
      const edited = edit(docx, body => {
        for (let n = 1 + rolled.below(5); n > 0; n--) doSomething(body, rolled)
      })
      answers = answerAnew(answers, rolled)
      const next = amend(edited, answers)
      expect(missing(edited, next), `seed ${seed}, generation ${generation}`).toEqual([])
      docx = next.docx
    }
    if (seed % 50 === 0)
      expect(
        lintDocx(docx).filter(({ rule }) => !['empty-paragraph', 'heading-order'].includes(rule)),
        `seed ${seed}`,
      ).toEqual([])
  }
})

test('with the same answers the next version reads as the edited file does', { timeout: 120_000 }, () => {
  for (let seed = 1; seed <= 60; seed++) {
    const rolled = dice(seed)
    const edited = edit(firstDraft, body => {
      for (let n = 1 + rolled.below(3); n > 0; n--) {
        const paragraph = rolled.one(body.paragraphs.filter(({ text }) => text.length > 12))
        const at = rolled.below(paragraph.text.length)
        if (rolled.below(2) === 0) paragraph.insert(at, word())
        else paragraph.delete(at, Math.min(paragraph.text.length, at + 5))
      }
    })
    const { docx, report } = amend(edited, first)
    expect(linesOf(docx), `seed ${seed}`).toEqual(linesOf(edited))
    expect(report).toBe('')
  }
})

test.skipIf(!hasLibreOffice)(
  `files saved again by LibreOffice keep what was typed${libreOfficeNote}`,
  { timeout: 300_000 },
  () => {
    const cases = Array.from({ length: resaved }, (_, index) => {
      const rolled = dice(10_000 + index)
      const docx = edit(firstDraft, body => {
        for (let n = 3; n > 0; n--) doSomething(body, rolled)
      })
      return { name: `case-${index}`, docx, answers: answerAnew(first, rolled) }
    })
    const saved = resavedByLibreOffice(Object.fromEntries(cases.map(({ name, docx }) => [name, docx])))
    for (const { name, answers } of cases)
      expect(missing(saved[name]!, amend(saved[name]!, answers)), name).toEqual([])
  },
)
