/**
 * The agreement of each worked example: a golden text for a lawyer to read, and a Word file that says the same, number
 * for number, by its own lists; the slow tests ask LibreOffice and Microsoft's validator too. `npm run test:accept` writes the goldens anew.
 */
import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/document/nodes.ts'
import { reportShort } from '../../src/findings/report.ts'
import { reportGaps } from '../../src/findings/report-gaps.ts'
import { draftExample, examples, settings } from '../support/draft.ts'
import { lintDocx } from '../support/lint-docx.ts'
import { linesOfText, linesOfWord } from './document-lines.ts'

/** The id of every block and table row that has one. */
const idsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap(block => [
    ...('id' in block ? [block.id] : []),
    ...(block.type === 'table' ? block.rows.map(row => row.id) : []),
    ...(block.type === 'bullets' ? block.items.flatMap(idsOf) : []),
    ...('children' in block && block.type !== 'heading' && block.type !== 'para'
      ? idsOf(block.children)
      : []),
  ])

describe.each(examples)('the agreement of %s', name => {
  const draft = draftExample(name)
  const { document, findings, text } = draft

  test('reads as it was accepted', async () => {
    await expect(text).toMatchFileSnapshot(`${name}/agreement.txt`)
  })

  test('leaves open what is recorded as open, grouped by who answers', async () => {
    const remarks = reportShort(findings.filter(finding => finding.severity !== 'gap'))
    const gaps = reportGaps(findings, { owners: settings.council.owners })
    const all = [remarks, gaps].filter(part => part !== '').join('\n')
    await expect(all === '' ? 'Nothing is left to answer.\n' : all).toMatchFileSnapshot(
      `${name}/findings.txt`,
    )
  })

  test('knows each of its parts by a name of its own', () => {
    const ids = idsOf(document.body)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    expect(ids.length).toBeGreaterThan(100)
  })

  test('names no schedule by its number within that schedule', () => {
    const schedules = text.split(/^(?=SCHEDULE \d+ {2})/m).slice(1)
    const own = schedules.flatMap(
      schedule =>
        schedule.match(new RegExp(`paragraph \\S+ of Schedule ${/\d+/.exec(schedule)![0]}\\b`, 'g')) ?? [],
    )
    expect(own).toEqual([])
  })

  test('says the same in Word, with the numbers that Word itself counts', () => {
    expect(linesOfWord(draft.docx)).toEqual(linesOfText(text))
  })

  test('passes our own checks of a Word file', () => {
    expect(lintDocx(draft.docx)).toEqual([])
  })
})

test('what does not bind is a memorandum, and chooses no law or court; what binds is an agreement, and does', () => {
  const chosen = /governed by the law of England and Wales|only the courts of England and Wales/
  const kind = (name: (typeof examples)[number]) => draftExample(name).document.cover.kind
  expect(kind('flood-forum')).toBe('Memorandum of understanding')
  expect(draftExample('flood-forum').document.properties.subject).toBe('Memorandum of understanding')
  expect(draftExample('flood-forum').text).not.toMatch(chosen)
  expect(kind('family-hubs')).toBe('Partnership agreement')
  expect(draftExample('family-hubs').text).toMatch(chosen)
})
