/** The law file as it stands, and the faults that reading one must find. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fieldAt } from '../../src/intake/schema.ts'
import { readLaw } from '../../src/provisions/law.ts'

const text = readFileSync(new URL('../../data/law.yaml', import.meta.url), 'utf8')
const { value: law, findings } = readLaw(text)

const entry = `
  - id: some-act-2020
    title: Some Act 2020
    kind: act
    state: in_force
    confidence: known
    source: Settled law
    checked_on: 2026-11-22`
const file = (instruments: string, rest = 'replaced: []\nfigures: []') =>
  `instruments:${instruments}\n${rest}\n`

describe('the law file', () => {
  test('holds to its schema', () => {
    expect(findings).toEqual([])
    expect(law?.instruments.size).toBeGreaterThan(100)
  })

  test('holds what nearly every agreement cites, in force', () => {
    for (const id of [
      'equality-act-2010',
      'uk-gdpr',
      'contracts-rights-of-third-parties-act-1999',
      'bribery-act-2010',
    ]) {
      expect(law?.instruments.get(id)?.isInForce, id).toBe(true)
    }
  })

  test('lets nothing unconfirmed, repealed or not yet law count as in force', () => {
    for (const id of [
      'health-bill-2026',
      'information-commission',
      'two-tier-workforce-code',
      'data-protection-act-1998',
    ]) {
      expect(law?.instruments.get(id)?.isInForce, id).toBe(false)
    }
    for (const item of law?.instruments.values() ?? []) {
      if (item.confidence === 'unconfirmed') expect(item.isInForce, item.id).toBe(false)
    }
  })

  test.each(law?.replaced.map(term => [term.id, term] as const) ?? [])(
    '%s: the pattern finds its example and lets the cure stand',
    (_, term) => {
      expect(term.example).toMatch(term.said)
      expect(term.now).not.toMatch(term.said)
      expect(term.example.replace(term.said, term.now)).not.toMatch(term.said)
    },
  )

  test('no pattern for law that has gone strikes an instrument that is in force', () => {
    for (const term of law?.replaced ?? []) {
      for (const item of law?.instruments.values() ?? []) {
        if (item.isInForce) expect(item.title, `${term.id} strikes ${item.id}`).not.toMatch(term.said)
      }
    }
  })

  test('words that only look dead are left alone', () => {
    const alive =
      'Under the UK GDPR and the Data Protection Act 2018 the Department of Health and Social Care and the cpap clinic'
    expect(law?.replaced.filter(term => term.said.test(alive)).map(term => term.id)).toEqual([])
  })

  test('says of a section once whose power it is, and for every legal form where to look for its own', () => {
    const sections = law!.powerHolders.flatMap(holder =>
      holder.sections.map(section => `${holder.law} ${section}`),
    )
    expect(sections.filter((section, at) => sections.indexOf(section) !== at)).toEqual([])
    const forms = Object.keys(fieldAt('partners[].legal_form')!.field.choices!)
    const told = new Set<string>(law!.ownPowers.flatMap(own => own.forms))
    expect(forms.filter(form => !told.has(form))).toEqual([])
  })

  test('keeps the limit for minimal financial assistance with its date', () => {
    expect(law?.figures.get('minimal-financial-assistance')).toMatchObject({
      amount: 315_000,
      from: '2023-01-04',
    })
  })
})

describe('reading a law file', () => {
  test('names the line of a state that is no state', () => {
    const read = readLaw(file(entry.replace('in_force', 'alive')))
    expect(read.value).toBeUndefined()
    expect(read.findings).toMatchObject([{ code: 'TPL-01', place: { start: { line: 5 } } }])
  })

  test('refuses an id used twice, and says where', () => {
    expect(readLaw(file(entry + entry)).findings).toMatchObject([
      { code: 'ANS-05', place: { start: { line: 9 } } },
    ])
  })

  test('refuses a pattern that is no pattern', () => {
    const replaced =
      "replaced: [{ id: a, said: '(', now: b, why: c, severity: note, example: d }]\nfigures: []"
    expect(readLaw(file(entry, replaced)).findings.map(f => f.code)).toEqual(['TPL-01'])
  })

  test('refuses a figure whose law is not in the file', () => {
    const figures = `replaced: []\nfigures: [{ id: a, title: b, amount: 1, basis: c, from: 2026-01-01, law: no-such-act,
      source: d, confidence: known, checked_on: 2026-11-22 }]`
    expect(readLaw(file(entry, figures)).findings.map(f => f.code)).toEqual(['ANS-06'])
  })

  test('refuses a power whose law is not in the file, and a legal form that is none', () => {
    const holder = (
      law: string,
      form: string,
    ) => `replaced: []\nfigures: []\npower_holders: [{ law: ${law}, sections: ['1'],
      belongs_to: councils, forms: [${form}], source: d, confidence: known, checked_on: 2026-11-22 }]`
    expect(readLaw(file(entry, holder('some-act-2020', 'council'))).findings).toEqual([])
    expect(readLaw(file(entry, holder('no-such-act', 'council'))).findings.map(f => f.code)).toEqual([
      'ANS-06',
    ])
    expect(readLaw(file(entry, holder('some-act-2020', 'borough'))).value).toBeUndefined()
  })

  test.each([
    ['an alias', 'a: &x 1\nb: *x\n', 'YAML-03'],
    ['a tag', 'a: !!binary aGk=\n', 'YAML-03'],
    ['a key given twice', 'a: 1\na: 2\n', 'YAML-02'],
    ['a broken layout', 'a: [1,\n', 'YAML-01'],
  ])('refuses %s', (_, yaml, code) => {
    const read = readLaw(yaml)
    expect(read.value).toBeUndefined()
    expect(read.findings.map(f => f.code)).toContain(code)
  })
})
