/** What a line to be completed by a signatory keeps of the words written for it. */
import { expect, test } from 'vitest'
import { parseProvision } from '../../src/provisions/parse.ts'
import type { Template } from '../../src/provisions/template.ts'
import type { Filled } from '../../src/provisions/wording/fill.ts'
import { tokenClose, tokenOpen } from '../../src/provisions/wording/marks.ts'

const never = () => {
  throw new Error('Nothing is unanswered here')
}

test('words before an answer keep the space between them and it', () => {
  const template = { form: 'execution', file: 'execution/trial.md', line: 1 } as unknown as Template
  const text = `> Signed by:\n>\n> - Position: Clerk,  ${tokenOpen}0${tokenClose}\n`
  const leaf = { path: 'partners[0].clerk', field: { kind: 'line' } }
  const filled = { text, tokens: [{ type: 'fact', leaf, text: 'Ann Vale' }] as unknown as Filled['tokens'] }
  const [block] = parseProvision(template, filled, { gap: never, undecided: never })
  expect(block).toMatchObject({
    type: 'executionBlock',
    lines: [
      {
        label: 'Position',
        value: [
          { type: 'text', text: 'Clerk, ' },
          { type: 'fact', text: 'Ann Vale' },
        ],
      },
    ],
  })
})
