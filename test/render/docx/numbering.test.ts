/** The numbers in the Word file: what Word's own lists count must be what our numbering says, and what references print; the slow tests ask LibreOffice too. */
import { describe, expect, test } from 'vitest'
import { bookmarkName } from '../../../src/document/bookmarks.ts'
import { type Label, numberDocument } from '../../../src/document/number.ts'
import { renderDocx } from '../../../src/render/docx/index.ts'
import { all, openDocx, parseXml, readParagraphs, visibleText } from '../../support/read-docx.ts'
import { clause, documentOf, house, p, ref, schedule, titled } from './builders.ts'
import { everything } from './sample.ts'

const labels = numberDocument(everything)
const bytes = renderDocx(everything, labels, house)

const withoutStop = (label: string): string => label.replace(/\.$/, '')

describe('numbers in the Word file', () => {
  test('every numbered block carries the number that our numbering gives it', () => {
    const shown = new Map(
      readParagraphs(bytes).flatMap(({ bookmarks, label }) =>
        bookmarks.map(name => [name, withoutStop(label)]),
      ),
    )
    const wanted = new Map([...labels].map(([id, { text }]) => [bookmarkName(id), text]))
    for (const [name, text] of wanted) expect([name, shown.get(name)]).toEqual([name, text])
    expect(wanted.size).toBeGreaterThan(30)
  })

  test('an inserted clause changes numbers but no bookmark', () => {
    const before = documentOf([
      titled('a', 'A', clause('a.1', 2, 'One.')),
      titled('b', 'B', p('See ', ref('a.1'))),
    ])
    const after = documentOf([titled('new', 'New'), ...before.body])
    const marks = (document: typeof before) =>
      readParagraphs(renderDocx(document, numberDocument(document), house)).filter(
        one => one.bookmarks.length > 0,
      )
    const find = (document: typeof before, id: string) =>
      marks(document).find(one => one.bookmarks.includes(bookmarkName(id)))?.label
    expect([find(before, 'a.1'), find(after, 'a.1')]).toEqual(['1.1', '2.1'])
    expect(find(after, 'b')).toBe('3.')
  })

  test('paragraphs start again at 1 in each schedule, with and without titles', () => {
    const document = documentOf([
      schedule(
        'one',
        'One',
        'portrait',
        titled('one.a', 'A'),
        titled('one.b', 'B', clause('one.b.1', 2, 'x')),
      ),
      schedule('two', 'Two', 'portrait', clause('two.a', 1, 'Text'), titled('two.b', 'B')),
    ])
    const shown = readParagraphs(renderDocx(document, numberDocument(document), house))
    expect(shown.filter(one => one.label !== '').map(one => one.label)).toEqual([
      'Schedule 1',
      '1.',
      '2.',
      '2.1',
      'Schedule 2',
      '1.',
      '2.',
    ])
  })
})

describe('cross-references', () => {
  const root = parseXml(openDocx(bytes).get('word/document.xml')!)
  const fields = all(root, 'w:fldSimple').map(node => ({
    instruction: node.attributes['w:instr']!.trim(),
    result: visibleText(node),
  }))
  const byMark = new Map<string, Label>([...labels].map(([id, label]) => [bookmarkName(id), label]))

  test('each is a live field whose result is the number of the block it names', () => {
    expect(fields.length).toBeGreaterThan(8)
    for (const { instruction, result } of fields) {
      const [, mark, format] = /^REF (\S+) \\([wn]) \\h$/.exec(instruction) ?? []
      const label = byMark.get(mark!)
      expect([instruction, result]).toEqual([instruction, format === 'w' ? label?.full : label?.text])
    }
  })

  test('a clause prints its whole number, a schedule its word, a paragraph no more than its number within its schedule', () => {
    const text = readParagraphs(bytes).map(one => one.text)
    expect(text).toContain('A member who cannot attend may send the substitute named in clause 2.2(b)(i).')
    expect(text).toContain('Papers go out five working days before; see paragraph 2.1(b)(i).')
    expect(text.join('\n')).toContain('Its terms of reference are in Schedule 1.')
    expect(text.join('\n')).toContain('as recital (A) describes')
  })

  test('a reference to something that is not in the document is our fault and says so', () => {
    const document = documentOf([p('See ', ref('nowhere'))])
    expect(() => renderDocx(document, numberDocument(document), house)).toThrow(/'nowhere'/)
  })
})
