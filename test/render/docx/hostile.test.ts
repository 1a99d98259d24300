/** Text that tries to break out, in every place that takes text: it must come back letter for letter and make no structure. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Document } from '../../../src/document/nodes.ts'
import { numberDocument } from '../../../src/document/number.ts'
import { renderDocx } from '../../../src/render/docx/index.ts'
import { legalText } from '../../../src/render/docx/text.ts'
import { anyCharacter } from '../../support/any-character.ts'
import { lintDocx } from '../../support/lint-docx.ts'
import { hasValidator, validateDocx, validatorNote } from '../../support/ooxml.ts'
import { openDocx, readComments, readParagraphs } from '../../support/read-docx.ts'
import { documentOf, execution, fact, gap, house, p, schedule, table, titled } from './builders.ts'

const picture = createHash('sha1').update(house.logo!.png).digest('hex')

/** Strings, each with what a reader must see. */
const strings: readonly (readonly [string, string])[] = [
  ...[
    '{clauses-0} {schedules-0} {default-bullet-numbering-0}',
    `{${picture}.png} {${picture}}`,
    '{{x}} {{{y}}} ${z} <%= w %> {',
    '&<>"\' &amp; &#x41; ]]> <!-- --> <w:p/> <?xml?>',
    'Ŵyn ap Gruffudd, Zoë O’Neill, 日本語, עברית, العربية',
    '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 𝒜 \u{1FFFE}',
    '  leading, trailing and   inner blanks  ',
    '# Not a heading *nor* _this_ | a | b | 1. 2. - >',
    'REF _c_a \\h',
    'Word '.repeat(1000),
    'x'.repeat(5000),
    '__proto__ constructor [object Object] undefined',
    '\u00a0\u200b\u202eright to left\u202c',
    'C1: \u0085 \u009f and private: \uE001 \uF8FF',
  ].map(text => [text, text] as const),
  ['bell \u0007, null \u0000, escape \u001b', 'bell [U+0007], null [U+0000], escape [U+001B]'],
  ['noncharacters \uFFFE \uFFFF', 'noncharacters [U+FFFE] [U+FFFF]'],
  ['lone \uD800 and \uDC00 halves', 'lone [U+D800] and [U+DC00] halves'],
  ['our own stand-in \uE000', 'our own stand-in [U+E000]'],
  ['one\r\ntwo\rthree\tfour', 'one\ntwo\nthree\tfour'],
]

/** A document that says the same words in every place that takes any. */
const saying = (words: string): Document => {
  const document = documentOf(
    [
      titled(
        'a',
        fact(words),
        p(fact(words)),
        table(
          't',
          words,
          [
            [words, 1],
            ['B', 1, 'right'],
          ],
          [p(fact(words)), words],
        ),
      ),
      { type: 'definition', id: 'd', term: words, children: [p(words)], from: { template: words, line: 1 } },
      p(gap(words)),
      schedule('s', words, 'portrait', titled('s.a', words)),
      execution('e', [words], [[words, words]]),
    ],
    { title: words, subject: words, author: words, reference: words, version: words, state: words },
  )
  return {
    ...document,
    cover: { ...document.cover, kind: words, title: [{ type: 'text', text: words }], notice: [fact(words)] },
  }
}

const style = { ...house, logo: { ...house.logo!, altText: '{default-bullet-numbering-0} <&">' } }
const render = (document: Document): Uint8Array => renderDocx(document, numberDocument(document), style)

describe.each(strings)('%j', (words, seen) => {
  const file = render(saying(words))

  test('is shown as it was typed wherever it stands', () => {
    const paragraphs = readParagraphs(file)
    const shown = (style: string) => paragraphs.filter(one => one.style === style).map(one => one.text)
    expect(shown('Heading2')).toEqual([seen])
    expect(shown('ClauseText1')).toEqual([seen])
    expect(shown('Caption')).toEqual([seen])
    expect(shown('TableText')).toEqual([seen])
    expect(shown('TableNumber')).toEqual([seen])
    expect(shown('Definition')).toEqual([`${seen}: ${seen}`])
    expect(shown('BodyText')).toEqual([`[${seen}]`])
    expect(shown('ScheduleHeading')).toEqual([seen])
    expect(shown('ExecutionOpening')).toEqual([seen])
    // A label too long to stand beside its answer stands above it.
    const signing = paragraphs.find(one => /^Signing/.test(one.style))?.text
    expect([`${seen}\t${seen}`, `${seen}\n${seen}`]).toContain(signing)
    expect(shown('CoverKind')).toEqual([seen])
    expect(shown('Title')).toEqual([seen])
    expect(shown('CoverNotice')).toEqual([seen])
    expect(shown('TOC2')).toEqual([`1.\t${seen}`])
    expect(readComments(file).get('1')).toContain(seen)
  })

  test('makes no structure', () => {
    const shape = (of: Uint8Array) => readParagraphs(of).map(one => [one.style, one.label, one.cell])
    expect(shape(file)).toEqual(shape(render(saying('harmless'))))
    expect(lintDocx(file)).toEqual([])
  })
})

test.skipIf(!hasValidator)(
  `all of it together is a valid file${validatorNote}`,
  { timeout: 30_000 },
  async () => {
    const all = strings.filter(([words]) => words.length < 1000).map(([words]) => words)
    expect(await validateDocx(render(saying(all.join(' / '))))).toEqual([])
  },
)

test('any strings come back letter for letter, and nothing else with them', { timeout: 30_000 }, () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 40 })
  const anything = fc.oneof(
    fc.string({ unit: anyCharacter, minLength: 1, maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom('{', '}', '<', '&', '"', '-', '0', '\uE000', '\r', '\n', 'clauses'),
      minLength: 1,
    }),
    units.map(codes => String.fromCharCode(...codes)),
  )
  fc.assert(
    fc.property(fc.array(anything, { minLength: 40, maxLength: 60 }), all => {
      const file = render(documentOf(all.map(words => p(fact(words)))))
      const shown = readParagraphs(file).filter(one => one.style === 'BodyText')
      expect(shown.map(one => one.text)).toEqual(all.map(legalText))
    }),
    { numRuns: 20, seed: 2026 },
  )
})

test('braces in words that Word keeps as attributes come back too', () => {
  const xml = openDocx(render(saying('{default-bullet-numbering-0}'))).get('word/document.xml')!
  expect(xml).toContain('<w:tblCaption w:val="{default-bullet-numbering-0}"/>')
  expect(xml).toContain('<w:alias w:val="{default-bullet-numbering-0}"/>')
  expect(xml).toContain('descr="{default-bullet-numbering-0} &lt;&amp;&quot;&gt;"')
})
