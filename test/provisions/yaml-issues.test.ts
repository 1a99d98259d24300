/** A header as a clause owner might mistype it in; what is said of it out, in words and with what to do. */
import { expect, test } from 'vitest'
import { readTemplate } from '../../src/provisions/template.ts'

const right = 'id: vat\ncatalogue: C23\ntitle: VAT\n'
const said = (header: string): readonly string[] =>
  readTemplate('vat.md', `---\n${header}---\n1. Words.\n`).findings.map(
    ({ message, hint, place }) => `${place!.start.line} ${message}. ${hint}`,
  )

test.each([
  ['when: grnt\n', "5 when: 'grnt' is not one of the choices. Did you mean grant?"],
  ['when: { al: [grant] }\n', "5 when: there is nothing called 'al' here. Look at its spelling"],
  ['when: { all: [grant, grnt] }\n', "5 when.all[2]: 'grnt' is not one of the choices. Did you mean grant?"],
  ['when: [grant]\n', '5 when takes a group, not \'["grant"]\'. Write a group. Each of its names'],
  ['code: 3\n', "5 code takes a text, not '3'. Write a text. A number"],
  ['requirements: R3\n', "5 requirements takes a list, not 'R3'. Write a list. Each item"],
  ['requirements: [X3]\n', "5 requirements[1]: 'X3' does not fit. Write it as the entries beside it"],
  ['head: Z\n', "5 head: 'Z' is not one of the choices. Choose from: A, B, C, D, E, F, G, H, I, X."],
  ['changed: { on: 2027-02-30, note: x }\n', "5 changed.on: '2027-02-30' is no date. Write a day"],
  ['layuot: portrait\n', "5 the file: there is nothing called 'layuot' here."],
  ['title: Tax\n', "5 'title' stands here twice. Keep one of the two."],
  ['law: [vat-act\n', '5 The bracket [ is never closed. Close it with ]'],
  ['\tlaw: []\n', '5 This line is set in with a tab; YAML needs spaces. Delete the tab'],
  ['code: &a 9.4\n', '5 An anchor stands here. Write the value out.'],
  [
    'part four\n',
    "5 This line has no field name with a colon after it. Begin the line with the field's name and a colon",
  ],
  ['  code: 9.4\n', '5 This line is set further in than line 4, which already has a value'],
  ['note: a: b\n', "5 The value of 'note' contains a colon followed by a space. Put quotes round the text"],
  ['law: - vat\n', '5 A list cannot start on the line of its field'],
  ['when:\n    all: grant\n  any: grant\n', '7 This line is set in by 2 spaces, which does not line up'],
  ['law: [vat, vat]]\n', "5 The value of 'law' starts with a bracket"],
  ['note: "vat" of\n', '5 Text follows the closing quotation mark'],
  ['%vat\n', '5 This text starts with %, which YAML keeps for itself'],
])('of %j', (slip, words) => {
  const all = said(right + slip).join('\n')
  expect(all).toContain(words)
  expect(all).not.toMatch(/Invalid|Unrecognized|undefined|received|question|answer|intake/)
})

test('of a title left out', () => {
  expect(said('id: vat\ncatalogue: C23\n')).toEqual(['2 title is missing. Add it, with a text.'])
})
