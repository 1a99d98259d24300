/**
 * Strings that try to break out, as every text answer of whole agreements at once: each comes back letter for letter in
 * the text and in Word, and makes no structure that a harmless word in its place would not make.
 */
import { describe, expect, test } from 'vitest'
import { headerOfWord, linesOfText, linesOfWord } from '../agreements/document-lines.ts'
import { faultsOf } from '../agreements/validity.ts'
import { type Drafted, draftText, examples, readIntakeText } from '../support/draft.ts'
import { allHostileStrings, hostileTexts, refusedStrings } from '../support/hostile-strings.ts'
import { lintDocx } from '../support/lint-docx.ts'
import { hasValidator, validatorNote } from '../support/ooxml.ts'
import { openDocx, parseXml, readParagraphs, textContent } from '../support/read-docx.ts'
import { fillExample, type Place } from './fill.ts'
import { expectLetterForLetter, harmless } from './letters.ts'
import { printedIn, type Spot, skeletonOf } from './skeleton.ts'

const longer = [...hostileTexts, ...allHostileStrings]

/** A run through one example: a step that shares no factor with the counts brings other strings to other places. */
const runs = examples.flatMap((name, at) => [0, 1].map(turn => ({ name, start: at * 67 + turn * 131 })))

const pick =
  (start: number) =>
  ({ kind }: Place, at: number) => {
    const list = kind === 'long' ? longer : allHostileStrings
    return list[(start + at) % list.length]!
  }

/** The Word file of the first run of each example: the largest of them alone holds every string. */
const files: Record<string, Uint8Array> = {}

/** Where each string was printed, over all runs. */
const spots = new Map<string, Set<Spot>>()

function noteSpots({ document }: Drafted, typed: ReadonlyMap<string, string>): void {
  for (const { path, spot } of printedIn(document)) {
    const text = typed.get(path)
    if (text !== undefined) spots.set(text, (spots.get(text) ?? new Set()).add(spot))
  }
}

describe.each(runs)('hostile strings from number $start on as every text of $name', ({ name, start }) => {
  const filled = fillExample(name, pick(start))
  const draft = draftText(filled.yaml)
  noteSpots(draft, filled.typed)

  test('are read as they were typed, with no more than warnings', () => {
    const codes = new Set(
      draft.findings.filter(f => f.severity !== 'gap').map(f => `${f.severity} ${f.code}`),
    )
    // The food network's disputed answer is its own.
    const expected = ['warning TXT-01', 'warning YAML-04', 'warning CONF-01']
    expect([...codes].filter(code => !expected.includes(code))).toEqual([])
  })

  test('come back letter for letter, in the text and in Word', () => {
    expectLetterForLetter(draft, filled)
  })

  test('make no structure', () => {
    const plain = fillExample(name, (place, at) => harmless(filled.typed.get(place.path)!, place, at))
    expect(skeletonOf(draft.document)).toEqual(skeletonOf(draftText(plain.yaml).document))
  })

  test('make a sound Word file that says what the text says', () => {
    files[name] ??= draft.docx
    expect(linesOfWord(draft.docx)).toEqual(linesOfText(draft.text))
    expect(lintDocx(draft.docx)).toEqual([])
  })
})

test.skipIf(!hasValidator)(`they make valid Open XML${validatorNote}`, { timeout: 120_000 }, async () => {
  expect(await faultsOf(files)).toEqual({})
  expect(Object.keys(files)).toEqual(examples)
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
  const size = 24
  const batches = Array.from({ length: Math.ceil(allHostileStrings.length / size) }, (_, at) =>
    allHostileStrings.slice(at * size, (at + 1) * size).join(' \u2016 '),
  )

  test.each(batches)('as title, reference, legal name and signatory: batch %#', batch => {
    const isNamed = /^(?:reference|name|partners\[[^\]]+\]\.legal_name|partners.*signatories\[\d+\]\.name)$/
    const filled = fillExample('flood-forum', ({ path }, at) => (isNamed.test(path) ? batch : `word${at}`))
    const draft = draftText(filled.yaml)
    const shown = readParagraphs(draft.docx)
    expect(draft.document.properties.title).toBe(`Partnership agreement: ${batch}`)
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
  const { value, findings } = readIntakeText(filled.yaml)
  expect(value).toBeUndefined()
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
