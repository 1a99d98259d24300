/** What `concordat new` asks at a terminal, what it leaves unasked, and how the answers stand in the file. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Asker } from '../../src/commands/new/facts.ts'
import { startIntake } from '../../src/commands/new.ts'
import { at, intakeIn, scripted, silent, useDesk, world } from './new-desk.ts'

useDesk()

describe('asking first', () => {
  it('fills in what the officer knows', async () => {
    const asker = scripted([
      [/partnership called/, '  Ŵyn & "Sons": hubs # 1 '],
      [/reference in the/, 'tbc'],
      [/directorate/, 'no'],
      [/lead officer\?/, 'Bronwen Hâf'],
      [/position/, 'Head: Hubs'],
      [/What type/, 'service_delivery'],
      [/new, or/, 'new'],
      [/first partner/, 'The Family Voice CIO'],
      [/next partner/, 'Family Voice Trading'],
      [/next partner/, '株式会社'],
      [/legal body is The Family/, 'cio'],
      [/money move/, 'yes'],
      [/grant from outside/, 'yes'],
      [/accountable body/, 'no'],
      [/share, store or collect/, 'yes'],
      [/identified/, 'yes'],
      [/employed/, 'no'],
      [/seconded/, 'no'],
      [/fixed term/, 'fixed'],
      [/partnership start/, '2027-04-01'],
      [/children/, 'yes'],
    ])
    expect(await startIntake(world, 'hubs.yaml', { input: true }, asker)).toBe(0)
    const { intake, stateOf } = intakeIn('hubs.yaml')
    expect(intake).toMatchObject({
      name: 'Ŵyn & "Sons": hubs # 1',
      directorate: 'no',
      lead_officer: { name: 'Bronwen Hâf', position: 'Head: Hubs' },
      type: 'service_delivery',
      status: 'new',
      finance: { has_finance: true, grant_funded: true },
      grant: { accountable_body_required: false },
      info: { shares_information: true, personal_data: true },
      employment: { partnership_staff: false },
      term: { kind: 'fixed', start: '2027-04-01' },
      clients: { children: true },
    })
    expect([intake.reference, intake.clients?.adults_at_risk]).toEqual([undefined, undefined])
    expect(stateOf(['secondments'])).toEqual({ state: 'none' })
    expect(intake.partners?.map(({ id, legal_name, legal_form }) => [id, legal_name, legal_form])).toEqual([
      ['council', 'Northvale Borough Council', 'council'],
      ['family-voice', 'The Family Voice CIO', 'cio'],
      ['family-voice-2', 'Family Voice Trading', undefined],
      ['partner', '株式会社', undefined],
    ])
    expect(intake.partners?.[0]?.lead_officer).toBe('Bronwen Hâf, Head: Hubs')
  })

  it('does not ask for the type when it is given, nor what the type says', async () => {
    const heard: string[] = []
    const options = { input: true, type: 'grant_programme' }
    expect(await startIntake(world, 'hubs.yaml', options, scripted([], heard))).toBe(0)
    expect(heard.filter(question => /What type|money move|grant from outside/.test(question))).toEqual([])
    expect(intakeIn('hubs.yaml').intake.finance).toEqual({ has_finance: true, grant_funded: true })
  })

  it('asks no more of money or of personal data once there is none', async () => {
    const heard: string[] = []
    const asker = scripted(
      [
        [/money move/, 'no'],
        [/share, store/, 'no'],
      ],
      heard,
    )
    await startIntake(world, 'forum.yaml', { input: true, type: 'formal_forum' }, asker)
    expect(heard.filter(question => /grant|accountable|identified/.test(question))).toEqual([])
    const { intake } = intakeIn('forum.yaml')
    expect([intake.finance, intake.info]).toEqual([{ has_finance: false }, { shares_information: false }])
  })

  it('takes Enter at every question for "not known yet"', async () => {
    expect(await startIntake(world, 'blank.yaml', { input: true }, scripted([]))).toBe(0)
    await startIntake(world, 'silent.yaml', silent)
    expect(readFileSync(at('blank.yaml'), 'utf8')).toBe(readFileSync(at('silent.yaml'), 'utf8'))
  })

  it('says what is wrong with a date or a character as it is typed', async () => {
    const faults: (string | undefined)[] = []
    const asker = scripted([])
    const probing: Asker = {
      ...asker,
      text: async (question, { fault }) => {
        if (/start/.test(question)) faults.push(fault('1 April 2027'), fault('2027-04-01'))
        if (/called/.test(question)) faults.push(fault('a\u0007'), fault('a\ue000'), fault('x: # &'))
        return ''
      },
    }
    await startIntake(world, 'hubs.yaml', { input: true }, probing)
    expect(faults).toEqual([
      expect.stringContaining('cannot be printed'),
      expect.stringContaining('cannot be printed'),
      undefined,
      expect.stringContaining('Write 2027-04-01'),
      undefined,
    ])
  })
})
