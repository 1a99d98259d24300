/** The council's settings as they stand, and the faults that reading them must find. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { owners } from '../../src/findings/finding.ts'
import { contactKinds, readCouncil, roleNames } from '../../src/provisions/council.ts'

const text = readFileSync(new URL('../../data/council.yaml', import.meta.url), 'utf8')
const { value: council, findings } = readCouncil(text)
const codesAfter = (from: string | RegExp, to: string) => {
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  return readCouncil(changed).findings.map(f => f.code)
}

describe('the council file', () => {
  test('holds to its schema and leaves no contact blank', () => {
    expect(findings).toEqual([])
    expect(council?.contacts.map(c => c.kind).toSorted()).toEqual([...contactKinds].toSorted())
  })

  test('gives every role and every owner a title', () => {
    for (const role of roleNames) expect(council?.roles[role], role).toBeTruthy()
    for (const owner of owners) expect(council?.owners[owner], owner).toBeTruthy()
  })

  test('gives renderers their house style', () => {
    expect(council?.houseStyle).toEqual({ font: 'Arial', size: 12, colour: '1F3864' })
    const logo = '  logo:\n    file: logo.png\n    alt_text: Northvale\nroles:'
    expect(readCouncil(text.replace('roles:', logo)).value?.logo).toEqual({
      file: 'logo.png',
      altText: 'Northvale',
    })
  })
})

describe('reading a council file', () => {
  test('reports a contact that nobody stands behind, and still reads', () => {
    const read = readCouncil(
      text.replace('kind: vat, role: vat_adviser, email: tax@northvale.example', 'kind: vat'),
    )
    expect(read.value).toBeDefined()
    expect(read.findings).toMatchObject([
      { code: 'GAP-01', severity: 'gap', message: expect.stringContaining('VAT') },
    ])
  })

  test('refuses a role without a title, a colour that is no colour and an unknown key', () => {
    expect(codesAfter(/ +head_of_hr: .*\n/, '')).toEqual(['TPL-01'])
    expect(codesAfter('1F3864', 'blue')).toEqual(['TPL-01'])
    expect(codesAfter('kind: unitary', 'kind: unitary\nmotto: Onward')).toEqual(['TPL-01'])
  })

  test('refuses a priority given twice', () => {
    expect(codesAfter('id: healthy-lives', 'id: best-start')).toEqual(['ANS-05'])
  })
})
