import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { approvedIn } from '../support/approved.ts'
import { lintDocx } from '../support/lint-docx.ts'
import { readText, shownIn } from '../support/read-docx.ts'
import { settleDocx } from '../support/settle-docx.ts'
import { jane } from '../support/word-editor.ts'
import { agreement, amend, changeAnswers, editBack, forum, useForum, world } from './amend-desk.ts'

useForum()

describe('the papers of an amendment', () => {
  const folder = 'out/nbc-p-2026-021'
  const redline = `${folder}/partnership-agreement-redline.docx`
  const schedule = `${folder}/schedule-of-changes.docx`
  const papers = (): string[] =>
    world.filesIn(folder).filter(name => name.endsWith('.docx') && name !== 'partnership-agreement.docx')

  test('are a redline and a schedule of changes, sound and on record, beside the next version', async () => {
    editBack(body => body.type('The Partners', 'The loyal Partners'))
    changeAnswers()
    expect(await amend()).toBe(0)
    expect(papers()).toEqual(['partnership-agreement-redline.docx', 'schedule-of-changes.docx'])
    for (const name of papers()) expect(lintDocx(world.bytesOf(`${folder}/${name}`)), name).toEqual([])
    expect(Object.keys(JSON.parse(world.textOf(`${folder}/record.json`)).files)).toEqual(
      expect.arrayContaining(papers()),
    )
    expect(await world.run('verify', folder)).toBe(0)
    // The redline gives the next version when accepted, and what the file said when rejected.
    expect(shownIn(settleDocx(world.bytesOf(redline), 'accept'))).toEqual(shownIn(world.bytesOf(agreement)))
    const rejected = shownIn(settleDocx(world.bytesOf(redline), 'reject'))
    expect(rejected).toEqual(shownIn(world.bytesOf('back.docx')))
    expect(rejected.join('\n')).toContain('The loyal Partners')
  })

  test('where an edit and an answer meet, the redline goes from the words by hand to those of the answers', async () => {
    editBack(body => body.type('Osgarth Parish Council', 'Osgarth Town Council'))
    changeAnswers()
    await amend()
    const accepted = shownIn(settleDocx(world.bytesOf(agreement), 'accept'))
    expect(shownIn(settleDocx(world.bytesOf(redline), 'accept'))).toEqual(accepted)
    expect(readText(settleDocx(world.bytesOf(redline), 'reject'))).toContain('Osgarth Town Council')
  })

  test('a tracked change that is open is no part of what was agreed, until it is accepted', async () => {
    editBack(body => body.type('The Partners', 'The watchful Partners', jane))
    changeAnswers()
    await amend()
    const open = settleDocx(world.bytesOf(redline), 'accept')
    expect(readText(world.bytesOf(agreement))).toContain('watchful')
    expect(readText(open)).not.toContain('watchful')
    await amend('--accept')
    expect(readText(settleDocx(world.bytesOf(redline), 'accept'))).toContain('watchful')
    expect(readText(settleDocx(world.bytesOf(redline), 'reject'))).not.toContain('watchful')
  })

  test('--reject takes what is tracked out of the next version, and says nothing is open', async () => {
    editBack(body =>
      body.type('The Partners', 'The watchful Partners', jane).type('No money', 'Little money', jane),
    )
    changeAnswers()
    // A defined term is plain text, which no mark can stand in.
    editBack(body => {
      const term = body.paragraphs.find(({ style }) => style === 'Definition')!
      term.insert(3, 'watchful', jane)
    })
    expect(await amend('--reject')).toBe(0)
    expect(world.said.err).not.toContain('BACK-05')
    expect(readText(settleDocx(world.bytesOf(redline), 'reject'))).not.toContain('watchful')
    const next = world.bytesOf(agreement)
    expect(readText(settleDocx(next, 'accept'))).toBe(readText(settleDocx(next, 'reject')))
    expect(readText(next)).not.toMatch(/watchful|Little money/)
    expect(readText(next)).toContain('No money')
  })

  test('changes cannot be accepted and rejected at once', async () => {
    const before = world.filesIn('.')
    expect(await amend('--accept', '--reject')).toBe(2)
    expect(world.filesIn('.')).toEqual(before)
  })

  test('the schedule names answers that no document prints only where the older intake is given', async () => {
    world.put('old.yaml', forum)
    world.put('forum.yaml', forum.replaceAll('Osgarth', 'Osgood').replace('likelihood: 2', 'likelihood: 4'))
    await amend()
    expect(world.said.err).toContain('Give --before')
    expect(readText(world.bytesOf(schedule))).not.toContain('Risk: ')
    expect(await amend('--before', 'old.yaml')).toBe(0)
    expect(world.said.err).not.toMatch(/Give --before|BACK-13/)
    expect(readText(world.bytesOf(schedule))).toContain('Risk: ')
  })

  test('without the older intake the schedule gives no reason that it cannot know', async () => {
    world.put(
      'forum.yaml',
      forum.replaceAll('Osgarth', 'Osgood').replace('joining_allowed: true', 'joining_allowed: false'),
    )
    await amend()
    expect(readText(world.bytesOf(schedule))).toContain('the older answers are not known')
    world.put('old.yaml', forum)
    await amend('--before', 'old.yaml')
    expect(readText(world.bytesOf(schedule))).toMatch(/joining_allowed: yes → no/i)
  })

  test('an older intake that the file was not drafted from is reported', async () => {
    world.put('old.yaml', forum.replaceAll('Osgarth', 'Osmond'))
    changeAnswers()
    expect(await amend('--before', 'old.yaml')).toBe(0)
    expect(world.said.err).toContain('warning BACK-13')
  })

  test('an older intake that cannot be read stops everything', async () => {
    const before = world.filesIn('.')
    changeAnswers()
    expect(await amend('--before', 'lost.yaml')).toBe(1)
    expect(world.filesIn('.')).toEqual(before)
  })

  test('edits alone need no variation: the next version says what the file says', async () => {
    editBack(body => body.type('The Partners', 'The loyal Partners'))
    expect(await amend()).toBe(0)
    expect(world.said.err).toContain('No variation needed')
    expect(papers()).toEqual([])
  })

  test('of a signed agreement hold the instrument that varies it', async () => {
    const signed = `${forum}\nagreement_date: 2026-11-20\n`
    world.put('forum.yaml', signed)
    await world.run('draft', 'forum.yaml')
    world.put('back.docx', world.bytesOf(agreement))
    world.put(
      'forum.yaml',
      `${signed.replaceAll('Osgarth', 'Osgood')}amendments:\n  - { reference: amd-1, date: 2027-06-14, reason: A new name, asked_by: The Board }\n`,
    )
    expect(await amend()).toBe(0)
    const instrument = papers().find(name => name.endsWith('of-variation.docx'))!
    expect(lintDocx(world.bytesOf(`${folder}/${instrument}`))).toEqual([])
    expect(readText(world.bytesOf(`${folder}/${instrument}`))).toContain('Osgood')
  })

  test('of a signed agreement is for signature once that very text is approved and declared, and a word typed into it undoes that', async () => {
    const signed = `${forum}\nagreement_date: 2026-11-16\n`
    world.put('forum.yaml', signed)
    await world.run('draft', 'forum.yaml')
    world.put('back.docx', world.bytesOf(agreement))
    const varied = `${signed.replaceAll('Osgarth', 'Osgood')}amendments:\n  - { reference: amd-1, date: 2027-06-14, reason: A new name, asked_by: The Board, asked_on: 2026-11-17 }\n`
    world.put('forum.yaml', varied)
    expect(await amend()).toBe(0)
    const instrumentBytes = () =>
      world.bytesOf(`${folder}/${papers().find(name => name.endsWith('of-variation.docx'))}`)
    const instrument = () => readText(instrumentBytes())
    const headOf = (docx: Uint8Array) =>
      Object.entries(unzipSync(docx))
        .flatMap(([name, part]) => (/header/.test(name) ? [strFromU8(part)] : []))
        .join('')
    const conformed = () => readText(world.bytesOf(agreement))
    expect(instrument()).toContain('A draft. It must be reviewed')
    const approved = (await approvedIn(world, varied))
      .replace(/(legal|finance|director): (\{.*)date: [\d-]+(.*content_hash:)/g, '$1: $2date: 2026-11-18$3')
      .replace(/^(declaration: \{.*date: )[\d-]+/m, '$12026-11-19')
    world.put('forum.yaml', approved)
    expect(await amend()).toBe(0)
    expect(conformed()).toContain('Variation 1, for signature')
    expect(headOf(instrumentBytes())).toContain('Memorandum of variation 1, for signature')
    expect(`${conformed()}${instrument()}`).not.toMatch(/DRAFT|A draft\. It must/)
    editBack(body => body.type('The Partners', 'The loyal Partners'))
    expect(await amend()).toBe(0)
    expect(conformed()).toContain('The loyal Partners')
    expect(conformed()).toContain('Draft of variation 1')
    expect(instrument()).toContain('A draft. It must be reviewed')
  })
})
