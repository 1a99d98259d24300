/** Amendments of the worked examples: the redline read both ways, the instructions applied by hand, and why approvals lapse. */
import { describe, expect, test } from 'vitest'
import { makeAmendment } from '../../src/amend/amendment.ts'
import { stepsBetween } from '../../src/amend/differences.ts'
import { type Instruction, instructionsFor } from '../../src/amend/instructions.ts'
import { unitsOf } from '../../src/amend/units.ts'
import type { Document } from '../../src/document/nodes.ts'
import { numberDocument } from '../../src/document/number.ts'
import { runRules } from '../../src/intake/rules/run-rules.ts'
import { renderText } from '../../src/render/text.ts'
import {
  type Drafted,
  draftExample,
  draftText,
  type ExampleName,
  exampleText,
  settings,
} from '../support/draft.ts'
import { lintDocx } from '../support/lint-docx.ts'
import { shownIn } from '../support/read-docx.ts'
import { asAt, settings as rules } from '../support/rule-settings.ts'
import { settleDocx } from '../support/settle-docx.ts'

type Edit = readonly [from: string, to: string]

/** Two versions of an example: as it stands, and with some of its answers edited. */
function versions(name: ExampleName, edits: readonly Edit[], signed = false) {
  const text = exampleText(name) + (signed ? '\nagreement_date: 2026-11-20\n' : '')
  const record =
    '\namendments:\n  - { reference: amd-2027-1, date: 2027-06-14, reason: Agreed at review, asked_by: The Board }\n'
  const edited = edits.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`${name} has no "${from}"`)
    return now.replace(from, () => to)
  }, text)
  return { before: signed ? draftText(text) : draftExample(name), after: draftText(edited + record) }
}

const amend = (before: Drafted, after: Drafted) =>
  makeAmendment({ before, after, settings, author: 'Northvale Borough Council', date: '2027-06-14' })

const quorumAndJoining: readonly Edit[] = [
  ['quorum: 5', 'quorum: 4'],
  ['joining_allowed: true', 'joining_allowed: false'],
  ['amount: 90000', 'amount: 95000'],
]

/** Does what a deed says, by the addresses that it prints. */
function applied(instructions: readonly Instruction[], before: Document, after: Document): readonly string[] {
  const later = numberDocument(after)
  const list: { address?: string; text: string; gone?: boolean }[] = unitsOf(
    before,
    numberDocument(before),
    later,
  ).map(({ address, steady }) => ({ address, text: steady }))
  const at = (address: string): number => {
    const found = list.flatMap((unit, index) => (unit.address === address ? [index] : []))
    if (found.length !== 1) throw new Error(`${found.length} places are called "${address}"`)
    return found[0]!
  }
  for (const one of instructions) {
    if (one.action === 'insert') {
      const from = one.address === undefined ? 0 : at(one.address) + 1
      list.splice(from, 0, ...one.texts.map(({ text }) => ({ text })))
      continue
    }
    const unit = list[at(one.address)]!
    if (one.action === 'leave_out') unit.gone = true
    else if (one.action === 'replace') unit.text = one.text
    else {
      expect(unit.text.split(one.old), `“${one.old}” once in ${one.address}`).toHaveLength(2)
      unit.text = unit.text.replace(one.old, () => one.text)
    }
  }
  return list.filter(({ gone }) => !gone).map(({ text }) => text)
}

describe('an amendment of a draft', () => {
  const { before, after } = versions('family-hubs', quorumAndJoining)
  const made = amend(before, after)
  const redline = made.files.find(({ name }) => name.includes('redline'))!

  test('gives a redline whose two readings are the two versions, numbers and references too', () => {
    expect(lintDocx(redline.bytes)).toEqual([])
    expect(shownIn(settleDocx(redline.bytes, 'accept'))).toEqual(shownIn(after.docx))
    expect(shownIn(settleDocx(redline.bytes, 'reject'))).toEqual(shownIn(before.docx))
  })

  test('names the answers behind each change', () => {
    const quorum = made.changes.find(({ address }) => address === 'clause 8.4')
    expect(quorum?.causes).toEqual([
      expect.objectContaining({ path: 'decisions.quorum', old: '5', now: '4' }),
    ])
    const joining = made.changes.find(({ top, kind }) => top === 'joining' && kind === 'deleted')
    expect(joining?.causes.map(({ path }) => path)).toEqual(['joining_allowed'])
  })

  test('asks again for the approvals that were given to the older text', () => {
    const asked = made.repeats.map(({ what }) => what)
    expect(asked).toContain('Approval of Legal')
    expect(asked).toContain('Approval of Finance')
    expect(asked).toContain('Agreement of Aldermere Health')
  })

  test('is a new draft, and needs no deed', () => {
    expect(after.document.properties.version).toBe('Draft 2')
    expect(made.files.map(({ name }) => name)).toEqual([
      'partnership-agreement-redline.docx',
      'schedule-of-changes.docx',
    ])
  })
})

describe('an amendment of a signed agreement', () => {
  const { before, after } = versions('family-hubs', quorumAndJoining, true)
  const made = amend(before, after)
  const deed = made.files.find(({ name }) => name === 'deed-of-variation.docx')!
  const text = renderText(deed.document, numberDocument(deed.document))

  test('is the draft of a variation, made by deed because the agreement was', () => {
    expect(before.document.properties).toMatchObject({ version: 'Signed', state: '' })
    expect(after.document.properties).toMatchObject({ version: 'Draft of variation 1', state: 'DRAFT' })
    expect(lintDocx(deed.bytes)).toEqual([])
  })

  test('recites the agreement by its date and says each variation at its place', () => {
    expect(text).toContain('By an agreement dated 20 November 2026')
    expect(text).toMatch(/In clause 8\.4, for “.*5.*” substitute “.*4.*”\./)
    expect(text).toContain('Leave out the whole of clause 41.')
  })

  test('recites no earlier variation that the record does not show to be signed', () => {
    expect(text).not.toContain('was varied by')
  })
})

describe('the instructions of a variation', () => {
  test.each<[ExampleName, readonly Edit[]]>([
    ['family-hubs', quorumAndJoining],
    ['family-hubs', [['legally_binding: whole', 'legally_binding: none']]],
    ['family-hubs', [['Northvale Family Hubs Partnership', 'Hubs & “Homes” Ŵyn $& {clauses-0}']]],
    ['community-equipment', [['kind: fixed', 'kind: rolling']]],
    ['flood-forum', [['legally_binding: none', 'legally_binding: whole']]],
  ])('turn the older text of %s into the newer, word for word (%#)', (name, edits) => {
    const { before, after } = versions(name, edits)
    const instructions = instructionsFor(stepsBetween(before.document, after.document))
    expect(instructions.length).toBeGreaterThan(0)
    expect(applied(instructions, before.document, after.document)).toEqual(
      unitsOf(after.document, numberDocument(after.document)).map(({ text }) => text),
    )
  })
})

test('an answer that another answer states otherwise is listed as in conflict and not as settled', () => {
  const { before, after } = versions('family-hubs', [
    ['amount: 90000', 'amount: 95000'],
    ['quorum: 5', 'quorum: 6'],
  ])
  const found = (side: Drafted) => ({ ...side, findings: runRules(side.answers, rules, asAt) })
  const changed = new Map(amend(found(before), found(after)).answers.map(change => [change.path, change]))
  expect(changed.get('contributions[8].amount')).toMatchObject({
    old: '£90,000',
    now: 'two answers conflict',
  })
  expect(changed.get('decisions.quorum')).toMatchObject({ old: '5', now: '6' })
})

test('no change of answers needs no variation and writes nothing', () => {
  const before = draftExample('flood-forum')
  expect(amend(before, draftText(exampleText('flood-forum')))).toMatchObject({ isChanged: false, files: [] })
})

test('a row that goes from a list without ids is left out, and the rows after it stay what they are', () => {
  const { before, after } = versions('community-equipment', [
    [
      '  - { class: orders and delivery records, holder: council, years: 8, reason: the Council’s schedule for adult care records }\n',
      '',
    ],
    ['years: 10, reason: claims', 'years: 11, reason: claims'],
  ])
  const { changes } = amend(before, after)
  const inRecords = changes.filter(({ address }) => address.includes('“Records, who holds them'))
  expect(inRecords.map(({ kind, before, after }) => [kind, before, after])).toEqual([
    [
      'deleted',
      'orders and delivery records | Northvale Council | 8 | the Council’s schedule for adult care records',
      '',
    ],
    ['reworded', '10', '11'],
  ])
  expect(inRecords[1]!.causes.map(({ old, now }) => [old, now])).toEqual([['10', '11']])
})

test('an item that goes from a list without ids is left out, and those after it only take its number', () => {
  const { before, after } = versions('family-hubs', [
    ['    - the funder’s written confirmation that its conditions before first payment are met\n', ''],
  ])
  const { changes, marked } = amend(before, after)
  const inTerm = changes.filter(({ top }) => top === 'term')
  expect(inTerm.map(({ kind, after }) => [kind, after])).toEqual([['deleted', '']])
  expect(inTerm[0]!.before).toContain('the funder’s written confirmation')
  expect(JSON.stringify(marked)).toContain(
    'the Council’s certificate that the four hub buildings are insured',
  )
})
