/**
 * Strings that try to break out, as every text answer of whole agreements at once: each comes back letter for letter in
 * the text and in Word, and makes no structure that a harmless word in its place would not make.
 */
import { describe, expect, test } from 'vitest'
import { headerOfWord, linesOfText, linesOfWord } from '../agreements/document-lines.ts'
import { faultsOf } from '../agreements/validity.ts'
import { draftText, readIntakeText } from '../support/draft.ts'
import { allHostileStrings, refusedStrings } from '../support/hostile-strings.ts'
import { lintDocx } from '../support/lint-docx.ts'
import { hasValidator, validatorNote } from '../support/ooxml.ts'
import { openDocx, parseXml, readParagraphs, textContent } from '../support/read-docx.ts'
import { fillExample } from './fill.ts'
import { files, spots, tryHostileStrings } from './runs.ts'

tryHostileStrings(0)

test.skipIf(!hasValidator)(`they make valid Open XML${validatorNote}`, { timeout: 120_000 }, async () => {
  // The largest example holds every string; the slow tests validate the others too.
  expect(await faultsOf({ largest: files['family-hubs']! })).toEqual({})
})

test('at least 200 strings each stood in several kinds of place, and every kind was tried', () => {
  expect(new Set(allHostileStrings).size).toBe(allHostileStrings.length)
  expect(allHostileStrings.length).toBeGreaterThanOrEqual(200)
  const kinds = ['cover', 'paragraph', 'party', 'recital', 'bullet', 'cell', 'signature'] as const
  const tried = new Set([...spots.values()].flatMap(set => [...set]))
  expect([...tried]).toEqual(expect.arrayContaining([...kinds]))
  const spotsOf = (text: string) => spots.get(text)?.size ?? 0
  expect(allHostileStrings.filter(text => spotsOf(text) === 0)).toEqual([])
  expect(allHostileStrings.filter(text => spotsOf(text) > 1).length).toBeGreaterThanOrEqual(200)
})

describe('many strings in one answer', () => {
  const size = 120
  const batches = Array.from({ length: Math.ceil(allHostileStrings.length / size) }, (_, at) =>
    allHostileStrings.slice(at * size, (at + 1) * size).join(' \u2016 '),
  )

  test.each(batches)('as title, reference, legal name and signatory: batch %#', batch => {
    const isNamed = /^(?:reference|name|partners\[[^\]]+\]\.legal_name|partners.*signatories\[\d+\]\.name)$/
    const filled = fillExample('flood-forum', ({ path }, at) => (isNamed.test(path) ? batch : `word${at}`))
    const draft = draftText(filled.yaml)
    const shown = readParagraphs(draft.docx)
    expect(draft.document.properties.title).toBe(`Memorandum of understanding: ${batch}`)
    expect(shown.find(p => p.style === 'Title')?.text).toBe(batch)
    expect(shown.filter(p => p.style === 'CoverParty').map(p => p.text)).toEqual(Array(5).fill(batch))
    expect(shown.filter(p => /^Execution/.test(p.style) && p.text.includes(batch)).length).toBe(5)
    expect(shown.filter(p => p.style.startsWith('SigningFact') && p.text === `Name\t${batch}`).length).toBe(4)
    expect(headerOfWord(draft.docx)).toBe(`${batch}   |   Draft 1   |   DRAFT`)
    const core = parseXml(openDocx(draft.docx).get('docProps/core.xml')!)
    expect(textContent(core)).toContain(batch)
    expect(lintDocx(draft.docx)).toEqual([])
  })
})

test('a reason why a question does not apply prints as typed; values in dispute do not print', () => {
  const text = fillExample('flood-forum', (_, at) => `word${at}`).yaml
  const reason = allHostileStrings.join(' \u2016 ')
  const reworded = text
    .replace(
      /^( {2}underperformance_steps:).*$/m,
      `$1 { not_applicable: ${JSON.stringify(reason).replaceAll('$', '$$$$')} }`,
    )
    .replace(
      /^( {2}reviewer:).*$/m,
      `$1 { disputed: [{ value: "{{name}} </w:t>", source: "*x*" }, { value: "# y", source: z }] }`,
    )
  const draft = draftText(reworded)
  expect(draft.text).toContain(`Not applicable: ${reason}`)
  expect(draft.text).not.toContain('</w:t> ')
  expect(linesOfWord(draft.docx)).toEqual(linesOfText(draft.text))
  expect(lintDocx(draft.docx)).toEqual([])
})

test('characters that no document may hold are each reported in their place', () => {
  const filled = fillExample('family-hubs', (_, at) => refusedStrings[at] ?? `word${at}`)
  const { value, findings: all } = readIntakeText(filled.yaml)
  expect(value).toBeUndefined()
  // A plain word where an email address belongs is warned of as well.
  const findings = all.filter(({ code, severity }) => !(code === 'YAML-04' && severity === 'warning'))
  const wanted = filled.places.slice(0, refusedStrings.length).map(({ path }) => path)
  expect(findings.map(({ code, severity, place }) => [code, severity, place?.path])).toEqual(
    wanted.map(path => ['TXT-01', 'error', path]),
  )
  const lines = filled.yaml.split('\n')
  for (const { message, place } of findings) {
    const { line, column } = place!.start
    const typed = lines[line - 1]!.slice(column - 1)
    const [, code] = /U\+([0-9A-F]+)/.exec(message)!
    const character = String.fromCodePoint(Number.parseInt(code!, 16))
    expect(typed.startsWith(character) || typed.startsWith('\\'), `${message} at ${typed.slice(0, 8)}`).toBe(
      true,
    )
  }
})
