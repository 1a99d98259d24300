/** The worked examples read cleanly, hold together as agreements, and name only what exists. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCouncil } from '../../src/provisions/council.ts'
import { readLaw } from '../../src/provisions/law.ts'
import { communityEquipment, complete, familyHubs, floodForum, foodNetwork } from './examples.ts'

const root = new URL('../../', import.meta.url)
const law = readLaw(readFileSync(new URL('data/law.yaml', root), 'utf8')).value!
const council = readCouncil(readFileSync(new URL('data/council.yaml', root), 'utf8')).value!
const library = new URL('templates/', root)
const clauseIds = new Set(
  readdirSync(library, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.md'))
    .flatMap(file => /^id: *(\S+)/m.exec(readFileSync(new URL(file, library), 'utf8'))?.[1] ?? []),
)
const all = [...complete, foodNetwork]

describe('every example', () => {
  test.each(all)('$name tells editors where the schema is', ({ text }) => {
    expect(text.split('\n', 1)[0]).toBe('# yaml-language-server: $schema=../intake.schema.json')
  })

  test.each(all)('$name writes of no law or body that has gone', ({ text }) => {
    const said = law.replaced.filter(term => term.said.test(text)).map(term => term.id)
    expect(said).toEqual([])
  })

  test.each(all)('$name uses only addresses that cannot exist', ({ text }) => {
    for (const [email] of text.matchAll(/[\w.+-]+@[\w.-]+/g)) expect(email).toMatch(/\.example$/)
  })

  test.each(all)(
    '$name relies only on law in force and on priorities the council has',
    ({ answers: { intake } }) => {
      for (const { instrument } of intake.legal_basis?.powers ?? []) {
        if (instrument !== 'other') expect(law.instruments.get(instrument!)?.isInForce, instrument).toBe(true)
      }
      const known = council.priorities.map(p => p.id)
      const named = [
        ...(intake.priorities ?? []),
        ...(intake.objectives ?? []).flatMap(o => o.priorities ?? []),
      ]
      expect(known).toEqual(expect.arrayContaining(named))
    },
  )

  test.each(all)('$name has one host council and no short name twice', ({ answers: { intake } }) => {
    const partners = intake.partners ?? []
    expect(partners.filter(p => p.is_host_council).map(p => p.legal_name)).toEqual([council.name])
    expect(new Set(partners.map(p => p.short_name)).size).toBe(partners.length)
  })
})

describe('a complete example', () => {
  test.each(complete)('$name reads without a finding and leaves no gap', ({ findings, gaps }) => {
    expect(findings).toEqual([])
    expect(gaps.map(gap => gap.place?.path)).toEqual([])
  })

  test.each(complete)('$name points only to clauses that the library has', ({ answers: { intake } }) => {
    const named = [
      ...(intake.consultation ?? []).flatMap(row => row.shown_in_clause ?? []),
      ...(intake.challenges ?? []).flatMap(challenge => challenge.addressed_in ?? []),
      ...(intake.omitted_heads ?? []).flatMap(head => head.clause ?? []),
    ]
    expect(named.length).toBeGreaterThan(6)
    expect(named.filter(id => !clauseIds.has(id))).toEqual([])
  })

  test.each(complete)('$name has advice from all twelve and an answer to all thirty-two', ({ answers }) => {
    const { consultation = [], checklists = {} } = answers.intake
    expect(new Set(consultation.map(row => row.row)).size).toBe(12)
    const asked = { planning: 12, inclusivity: 6, governance: 14 }
    for (const [set, count] of Object.entries(asked)) {
      const rows = checklists[set as keyof typeof asked] ?? []
      expect(rows.map(row => row.question)).toEqual(Array.from({ length: count }, (_, i) => i + 1))
      rows.forEach((row, index) => {
        const isSetAside = answers.stateOf(['checklists', set, index, 'comment'])?.state === 'not_applicable'
        if (!isSetAside) expect(row.comment?.length, `${set} ${row.question}`).toBeGreaterThan(40)
      })
    }
  })
})

describe('between them the examples show', () => {
  test('a grant programme with an accountable body, secondees both ways and records of children', () => {
    expect(familyHubs.conditions).toMatchObject({
      grant: true,
      council_is_accountable_body: true,
      secondment: true,
      volunteers: true,
      tupe: false,
      children: true,
      special_data: true,
      councillor_seats: true,
      deed: true,
      voluntary_partner: true,
      nhs_partner: true,
      s75: false,
    })
    const ways = familyHubs.answers.intake.secondments?.map(s => `${s.from} to ${s.to}`)
    expect(ways).toEqual(['aldermere to council', 'council to aldermere'])
  })

  test('a forum without money, personal data or a deed, and the shortest of the three', () => {
    expect(floodForum.conditions).toMatchObject({
      no_finance: true,
      under_hand: true,
      rolling_term: true,
      info_sharing: false,
    })
    for (const other of [familyHubs, communityEquipment])
      expect(other.text.length).toBeGreaterThan(floodForum.text.length)
    const unincorporated = floodForum.answers.intake.partners?.find(p => p.legal_personality === false)
    expect(unincorporated?.contracting_persons?.length).toBe(2)
  })

  test('a pooled fund under section 75, hosted by the council, with health records', () => {
    expect(communityEquipment.conditions).toMatchObject({
      s75: true,
      pooled: true,
      deed: true,
      health_data: true,
      reorganisation: true,
    })
    expect(communityEquipment.answers.intake.s75?.host_partner).toBe('council')
  })

  test('an unfinished intake: blanks, a dispute with its sources, and names that must reach Word unchanged', () => {
    expect(foodNetwork.findings.map(f => f.code)).toEqual(['CONF-01'])
    const dispute = foodNetwork.answers.stateOf(['review', 'first_date'])
    expect(dispute).toMatchObject({
      state: 'disputed',
      values: [{ value: '2027-10-01' }, { value: '2028-01-31' }],
    })
    expect(foodNetwork.gaps.map(gap => gap.place?.path)).toContain('finance.has_finance')
    expect(foodNetwork.conditions.finance).toBeUndefined()
    expect(foodNetwork.answers.intake.partners?.[1]?.legal_name).toBe("Baker & Ŵyn's Community Kitchen CIO")
  })
})
