/** Lists that a clause owner writes out in a clause's wording: they print where they stand, in the text and in Word, and number nothing else. */
import { expect, test } from 'vitest'
import { makeAgreement } from '../../src/commands/agreement.ts'
import { compileWording } from '../../src/provisions/wording/compile.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { renderText } from '../../src/render/text.ts'
import { linesOfText, linesOfWord } from '../agreements/document-lines.ts'
import { asAt, draftExample, settings } from '../support/draft.ts'
import { lintDocx } from '../support/lint-docx.ts'

const wording = `1. The host must keep:
   - the minutes, *as approved*;
   - lists of members:
      - with a vote;
      - without one.

   It must send both to {{name}}.
1. {{id "two"}}Each Partner must:
   1. say which of these it has:
      - a policy,
        however short;
      - a plan;
   1. tell the others.
1. {{#when "grant"}}Nothing.{{else}}These stand:
   - clause {{ref "trial.two"}}.{{/when}}
`

function draftTrial() {
  const [first] = settings.library.provisions
  const trial = {
    ...first!,
    id: 'trial',
    title: 'Trial',
    form: 'clause' as const,
    file: 'templates/agreement/a-introduction/99-trial.md',
    wording,
  }
  const at = settings.library.provisions.findIndex(({ id }) => id === 'definitions') + 1
  const provisions = settings.library.provisions.toSpliced(at, 0, trial)
  const compile = (text: string) => (text === wording ? compileWording(text) : settings.library.compile(text))
  const library = { ...settings.library, provisions, compile }
  return { library, ...makeAgreement({ ...settings, library }, draftExample('flood-forum').answers, asAt) }
}

test('a list written in a clause prints item by item, and its clause goes on after it', () => {
  const { document, numbering } = draftTrial()
  const text = renderText(document, numbering)
  const clause = /(\d+)\. {2}Trial\n[\s\S]*?\n\n/.exec(text)!
  const number = clause[1]
  expect(clause[0].trimEnd().split('\n')).toEqual([
    `${number}.  Trial`,
    `${number}.1  The host must keep:`,
    '    -  the minutes, as approved;',
    '    -  lists of members:',
    '        -  with a vote;',
    '        -  without one.',
    '    It must send both to Wendle Valley Flood Forum.',
    `${number}.2  Each Partner must:`,
    '    (a)  say which of these it has:',
    '        -  a policy, however short;',
    '        -  a plan;',
    '    (b)  tell the others.',
    `${number}.3  These stand:`,
    `    -  clause ${number}.2.`,
  ])
  const docx = renderDocx(document, numbering, settings.style)
  expect(linesOfWord(docx)).toEqual(linesOfText(text))
  expect(lintDocx(docx)).toEqual([])
})
