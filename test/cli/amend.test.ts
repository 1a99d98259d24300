/** `concordat amend` on the command line: what it writes, what it says, and what it leaves alone. */
import { cpSync, readFileSync, symlinkSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { contentHash } from '../../src/document/content-hash.ts'
import { draftText } from '../support/draft.ts'
import { lintDocx } from '../support/lint-docx.ts'
import { readText, shownIn } from '../support/read-docx.ts'
import { settleDocx } from '../support/settle-docx.ts'
import { smallLibrary } from '../support/small-library.ts'
import { edit, jane } from '../support/word-editor.ts'
import { home, type TestWorld, testWorld } from '../support/world.ts'

const agreement = 'out/nbc-p-2026-021/partnership-agreement.docx'
const forum = readFileSync(`${home}/data/intake/flood-forum.yaml`, 'utf8')

/** Where the agreement was drafted, once; each test works in a copy. */
const drafted = testWorld(smallLibrary())
beforeAll(async () => {
  drafted.put('forum.yaml', forum)
  expect(await drafted.run('draft', 'forum.yaml')).toBe(0)
  drafted.put('back.docx', drafted.bytesOf(agreement))
})
afterAll(() => drafted.remove())

let world: TestWorld
beforeEach(() => {
  world = testWorld(smallLibrary())
  cpSync(drafted.path(), world.path(), { recursive: true })
})
afterEach(() => world.remove())

const amend = (...more: string[]) => world.run('amend', 'forum.yaml', '--from', 'back.docx', ...more)
const changeAnswers = () => world.put('forum.yaml', forum.replaceAll('Osgarth', 'Osgood'))
const editBack = (work: Parameters<typeof edit>[1]) =>
  world.put('back.docx', edit(world.bytesOf('back.docx'), work))

describe('amending', () => {
  test('without a change of answers or words says that no variation is needed, and writes nothing', async () => {
    const before = world.filesIn('.')
    expect(await amend()).toBe(0)
    expect(world.said.err).toMatch(/BACK-12: No variation needed/)
    expect(world.filesIn('.')).toEqual(before)
  })

  test('keeps what was typed into the file, brings in the new answers, and says where', async () => {
    editBack(body =>
      body.type('The Partners', 'The loyal Partners').addAfter('ClauseLevel2', 'Legal typed this.'),
    )
    changeAnswers()
    expect(await amend()).toBe(0)
    const text = readText(world.bytesOf(agreement))
    expect(text).toContain('The loyal Partners')
    expect(text).toMatch(/^\d+\.\d+ Legal typed this\.$/m)
    expect(text).toContain('Osgood')
    expect(text).not.toContain('Osgarth')
    expect(world.said.err).toMatch(/BACK-11: Recital \(\w\): “loyal” was added by hand/)
    expect(world.said.err).toMatch(/BACK-11: Clause \d+\.\d+: “Legal typed this\.” was added by hand/)
  })

  test('flags a variation of a signed agreement while answers conflict, and puts neither answer in it', async () => {
    const signed = `${forum}\nagreement_date: 2026-11-20\n`
    world.put('forum.yaml', signed)
    expect(await world.run('draft', 'forum.yaml')).toBe(0)
    world.put('back.docx', world.bytesOf(agreement))
    world.put('forum.yaml', signed.replace(/^ {4}rating: medium/m, '    rating: high'))
    expect(await amend()).toBe(1)
    expect(world.said.err).toMatch(/CONF-03: .*variation\.docx is not fit to be signed: answers conflict/)
    expect(world.said.err).toContain('RISK-06')
    const varied = world.filesIn('out/nbc-p-2026-021').find(name => name.endsWith('-of-variation.docx'))!
    expect(readText(world.bytesOf(`out/nbc-p-2026-021/${varied}`))).toContain('two answers conflict')
  })

  test.each([agreement, 'link.docx'])(
    'never replaces the file it reads, even in its own place (%s)',
    async from => {
      const before = world.bytesOf(agreement)
      symlinkSync(world.path(agreement), world.path('link.docx'))
      changeAnswers()
      expect(await world.run('amend', 'forum.yaml', '--from', from)).toBe(3)
      expect(world.bytesOf(agreement).equals(before)).toBe(true)
      const beside = world.bytesOf('out/nbc-p-2026-021/partnership-agreement (new).docx')
      expect(readText(beside)).toContain('Osgood')
      await world.run('verify', 'out/nbc-p-2026-021')
      expect(world.said.out).toMatch(/ partnership-agreement\.docx \(of Draft 1, an earlier version\)$/m)
      expect(world.said.out).toMatch(/ partnership-agreement \(new\)\.docx$/m)
    },
  )

  test.each(['partnership-agreement-redline.docx', 'schedule-of-changes.docx', 'from-legal.docx'])(
    'never replaces it in the folder that --out names, were its name that of a paper (%s)',
    async name => {
      const from = `out/nbc-p-2026-021/${name}`
      const before = world.bytesOf('back.docx')
      world.put(from, before)
      changeAnswers()
      const isPaper = name !== 'from-legal.docx'
      const out = ['--out', world.path('elsewhere', '..', 'out')]
      expect(await world.run('amend', 'forum.yaml', '--from', from, ...out)).toBe(isPaper ? 3 : 0)
      expect(world.bytesOf(from).equals(before)).toBe(true)
      expect(readText(world.bytesOf(agreement))).toContain('Osgood')
      if (isPaper) expect(world.filesIn('out')).toContain(`${from.slice(4, -5)} (new).docx`)
    },
  )

  test('never replaces it where it is the one that an earlier run put beside an edited one', async () => {
    const beside = (name: string) => `out/nbc-p-2026-021/partnership-agreement (${name}).docx`
    const typed = edit(world.bytesOf(agreement), body => body.type('The Partners', 'The loyal Partners'))
    world.put(agreement, typed)
    changeAnswers()
    expect(await amend()).toBe(3)
    const before = world.bytesOf(beside('new'))
    world.put('forum.yaml', forum.replaceAll('Osgarth', 'Osborne'))
    expect(await world.run('amend', 'forum.yaml', '--from', beside('new'))).toBe(3)
    expect(world.bytesOf(beside('new')).equals(before)).toBe(true)
    expect(readText(world.bytesOf(beside('new 2')))).toContain('Osborne')
  })

  test('leaves a file that holds edits alone when the next draft knows nothing of them', async () => {
    editBack(body => body.type('The Partners', 'The loyal Partners'))
    expect(await amend()).toBe(0)
    expect(await world.run('draft', 'forum.yaml')).toBe(3)
    expect(world.said.err).toContain('OUT-06')
    expect(readText(world.bytesOf(agreement))).toContain('The loyal Partners')
  })

  test('from a second copy of the same version stands beside the first, and says so', async () => {
    world.put(
      'other.docx',
      edit(world.bytesOf('back.docx'), body => body.type('The Partners', 'The eager Partners')),
    )
    editBack(body => body.type('The Partners', 'The loyal Partners'))
    expect(await amend()).toBe(0)
    expect(await world.run('amend', 'forum.yaml', '--from', 'other.docx')).toBe(3)
    expect(world.said.err).toContain('BACK-08')
    expect(readText(world.bytesOf(agreement))).toContain('The loyal Partners')
    const beside = readText(world.bytesOf('out/nbc-p-2026-021/partnership-agreement (new).docx'))
    expect(beside).toContain('The eager Partners')
  })

  test('the same file twice gives the same bytes, and one version', async () => {
    editBack(body => body.type('The Partners', 'The loyal Partners'))
    await amend()
    const first = world.bytesOf(agreement)
    const { versions } = JSON.parse(world.textOf('out/nbc-p-2026-021/record.json'))
    expect(await amend()).toBe(0)
    expect(JSON.parse(world.textOf('out/nbc-p-2026-021/record.json')).versions).toEqual(versions)
    expect(world.said.out).toMatch(/^unchanged /m)
    expect(world.bytesOf(agreement).equals(first)).toBe(true)
  })
})

describe('where an edit and an answer meet', () => {
  beforeEach(() => {
    editBack(body => body.type('Osgarth Parish Council', 'Osgarth Town Council'))
    changeAnswers()
  })

  test('both stand in the file, marked, and the report gives both', async () => {
    expect(await amend()).toBe(0)
    expect(world.said.err).toMatch(/warning BACK-07: .*by hand it says “/)
    expect(world.filesIn('out/nbc-p-2026-021')).toContain('partnership-agreement.docx')
  })

  test('--require-clean ends with 1, for that alone', async () => {
    expect(await amend('--require-clean')).toBe(1)
    expect(world.said.err).toMatch(/error BACK-07: .*by hand it says “/)
    world.put('back.docx', drafted.bytesOf('back.docx'))
    editBack(body => body.type('The Partners', 'The loyal Partners', jane))
    expect(await amend('--require-clean', '--out', 'clean')).toBe(0)
  })
})

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
    expect(await amend('--reject')).toBe(0)
    expect(world.said.err).not.toContain('BACK-05')
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
    // What was approved is the text that the whole library gives.
    world.remove()
    world = testWorld()
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
    const hash = contentHash(draftText(varied).document)
    const approved = varied
      .replace(
        /(legal|finance|director): (\{.*)date: [\d-]+(.*content_hash:) \w+/g,
        `$1: $2date: 2026-11-18$3 ${hash}`,
      )
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
