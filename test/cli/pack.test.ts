/** The commands `pack` and `verify` over a real folder: what stands there afterwards, and what is said of it. */
import { appendFileSync, cpSync, rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { contentHash } from '../../src/document/content-hash.ts'
import { sha256 } from '../../src/output/record.ts'
import { realWorld } from '../../src/world.ts'
import { letter } from '../support/attachments.ts'
import { draftExample, exampleText } from '../support/draft.ts'
import { readText } from '../support/read-docx.ts'
import { type TestWorld, testWorld } from '../support/world.ts'

const folder = 'out/nbc-p-2026-021'
const forum = exampleText('flood-forum')
/** The forum's intake with another hash for what Legal approved, or with none. */
const approved = (hash?: string) =>
  forum.replace(/^( {2}legal: \{.*), content_hash: \w+ \}$/m, (_, rest) =>
    hash === undefined ? `${rest} }` : `${rest}, content_hash: ${hash} }`,
  )

let world: TestWorld
beforeEach(() => {
  world = testWorld()
})
/** Leaves the PDF out, which takes most of the time of a pack; nothing else waits for it. */
const withoutPdf = () => {
  const { press } = world
  Object.assign(world, { press: () => ({ ...press(), typst: undefined }) })
}
afterEach(() => {
  expect(world.said.err, 'no stack of function names').not.toMatch(/^\s+at /m)
  world.remove()
})

/** Where the forum's pack was made, once; a test that starts from one works in a copy. */
const packed = testWorld({ press: () => ({ ...realWorld().press(), typst: undefined }) })
beforeAll(async () => {
  packed.put('forum.yaml', forum)
  expect(await packed.run('pack', 'forum.yaml')).toBe(0)
})
afterAll(() => packed.remove())
const startPacked = () => cpSync(packed.path(), world.path(), { recursive: true })
const packForum = (text = forum, ...more: string[]) => {
  world.put('forum.yaml', text)
  return world.run('pack', 'forum.yaml', ...more)
}
const record = () => JSON.parse(world.textOf(`${folder}/record.json`))

describe('a pack', () => {
  test('holds the agreement, every paper and a record of all of it', async () => {
    expect(await packForum()).toBe(0)
    expect(world.said.err).toContain('READY: nothing that signing waits for is wrong or missing.')
    const { files, pack, program, templates, intake } = record()
    const onDisk = world.filesIn(folder).filter(name => name !== 'record.json')
    expect(Object.keys(files).sort()).toEqual(onDisk)
    for (const [name, hash] of Object.entries(files))
      expect(sha256(world.bytesOf(`${folder}/${name}`))).toBe(hash)
    expect(onDisk).toEqual(expect.arrayContaining(['risk-register.docx', 'sign-off-checklist.docx']))
    expect(pack).toEqual({
      ready: true,
      findings: { error: 0, warning: 0, gap: 0, note: 0 },
      agreement: contentHash(draftExample('flood-forum').document),
      model: draftExample('flood-forum').memory.hash,
    })
    expect([program, templates, intake.sha256]).toEqual([
      expect.stringMatching(/^concordat \d/),
      expect.stringMatching(/^[0-9a-f]{64}$/),
      sha256(forum),
    ])
  })

  test('that only a ready one will do for writes nothing while anything stands in the way', async () => {
    withoutPdf()
    const unapproved = forum.replace(/^( {2}legal: \{.*written: )true/m, '$1false')
    expect(await packForum(unapproved, '--require-ready')).toBe(1)
    expect(world.filesIn('out')).toEqual([])
    expect(world.said.err).toMatch(/PACK-01.*not ready to sign.*Legal/s)
    expect(await packForum(forum, '--require-ready')).toBe(0)
    expect(world.filesIn(folder)).toContain('sign-off-checklist.docx')
  })

  test('with an error is written all the same, says NOT READY and why, and ends well', async () => {
    withoutPdf()
    const unapproved = forum.replace(/^( {2}legal: \{.*written: )true/m, '$1false')
    expect(await packForum(unapproved)).toBe(0)
    expect(world.said.err).toMatch(/NOT READY to sign:\n {2}- .*Legal/)
    expect(record().pack).toMatchObject({ ready: false, findings: { error: expect.any(Number) } })
  })

  test('takes an approval of this very wording, and says when another wording was approved', async () => {
    withoutPdf()
    startPacked()
    const hash = contentHash(draftExample('flood-forum').document)
    expect(approved(hash)).toBe(forum)
    expect(record().pack.ready).toBe(true)
    const changed = approved(hash).replace(/meetings_per_year: \d+/, 'meetings_per_year: 11')
    expect(await packForum(changed)).toBe(0)
    expect(record().pack.ready).toBe(false)
    expect(world.said.err).toMatch(new RegExp(`Legal approved .*${hash}.*the approval has lapsed`))
    world.put('forum.yaml', changed)
    expect(await world.run('check', 'forum.yaml')).toBe(1)
    expect(world.said.out).toContain('PACK-03')
  })

  test('is not ready while nobody can tell which text was approved, and says how that is put right', async () => {
    withoutPdf()
    expect(await packForum(approved())).toBe(0)
    expect(record().pack.ready).toBe(false)
    expect(world.said.err).toContain(
      'Legal’s approval of 26 October 2026 does not say which text was approved',
    )
    expect(await world.run('check', 'forum.yaml')).toBe(1)
    expect(world.said.out).toMatch(/APPR-15[\s\S]*record\.json[\s\S]*content_hash/)
    // That is what the forum's own intake says, whose pack is ready.
    expect(approved(record().pack.agreement)).toBe(forum)
  })

  test('whose attachment is missing is not ready, and neither it nor a draft calls the agreement one for signature', async () => {
    withoutPdf()
    const labels = () => record().versions.map(({ label }: { label: string }) => label)
    const attached = `${forum}\npack_attachments:\n  - { title: Legal advice, file: advice.pdf, kind: legal_advice }\n`
    world.put('forum.yaml', attached)
    expect(await world.run('draft', 'forum.yaml')).toBe(0)
    expect(world.said.err).toMatch(/is a draft and not for signature yet: .*“Legal advice” is missing/)
    expect(await packForum(attached)).toBe(0)
    expect(record().pack.ready).toBe(false)
    expect(labels()).toEqual(['Draft 1'])
    expect(readText(world.bytesOf(`${folder}/partnership-agreement.docx`))).not.toContain('for signature')

    world.put('advice.pdf', await (await letter(1)).save())
    expect(await packForum(attached)).toBe(0)
    expect(record().pack.ready).toBe(true)
    expect(labels()).toEqual(['Draft 1', 'Version 1, for signature'])
    expect(await world.run('draft', 'forum.yaml')).toBe(0)
    expect(world.said.out).toContain('unchanged')
  })

  test('leaves a paper that somebody edited as it is, and puts the new one beside it', async () => {
    withoutPdf()
    startPacked()
    appendFileSync(world.path(folder, 'role-sheets.docx'), 'by hand')
    const edited = world.bytesOf(`${folder}/role-sheets.docx`)
    expect(await packForum(forum.replace(/meetings_per_year: \d+/, 'meetings_per_year: 11'))).toBe(3)
    expect(world.bytesOf(`${folder}/role-sheets.docx`).equals(edited)).toBe(true)
    expect(world.filesIn(folder)).toContain('role-sheets (new).docx')
  })
})

describe('verifying', () => {
  test('tells what is untouched, edited, missing and foreign', async () => {
    startPacked()
    expect(await world.run('verify', folder)).toBe(0)
    expect(world.said.out).toMatch(/^untouched +partnership-agreement\.docx$/m)
    appendFileSync(world.path(folder, 'findings.docx'), 'by hand')
    rmSync(world.path(folder, 'role-sheets.docx'))
    rmSync(world.path(folder, 'decision-paths.docx'))
    world.put(`${folder}/decision-paths.docx/inside.txt`, 'a folder in its place')
    world.put(`${folder}/notes.txt`, 'mine')
    expect(await world.run('verify', folder)).toBe(1)
    expect(world.said.out).toMatch(/^unreadable +decision-paths\.docx$/m)
    expect(world.said.out).toMatch(/^edited +findings\.docx$/m)
    expect(world.said.out).toMatch(/^missing +role-sheets\.docx$/m)
    expect(world.said.out).toMatch(/^foreign +notes\.txt$/m)
    expect(world.said.out).toMatch(/1 edited, 1 missing, 1 unreadable, 2 foreign\./)
    expect(await world.run('verify', folder, '--json')).toBe(1)
    expect(JSON.parse(world.said.out).files).toContainEqual({ name: 'notes.txt', state: 'foreign' })
    expect(JSON.parse(world.said.out).findings).toEqual([])
  })

  test('still knows the pack after a draft, and says when the agreement has changed since', async () => {
    startPacked()
    expect(await world.run('draft', 'forum.yaml')).toBe(0)
    await world.run('verify', folder)
    expect(world.said.out).toMatch(/The pack was READY/)
    expect(world.said.out).not.toMatch(/written anew/)
    world.put('forum.yaml', forum.replace(/meetings_per_year: \d+/, 'meetings_per_year: 11'))
    expect(await world.run('draft', 'forum.yaml')).toBe(0)
    await world.run('verify', folder)
    expect(world.said.out).toMatch(/The pack was READY.*\nThe agreement was written anew after its pack/)
  })

  test('calls no pack ready where a scope note has taken the place of the agreement', async () => {
    withoutPdf()
    startPacked()
    await packForum(exampleText('lighting-contract').replace('NBC-P-2026-033', 'NBC-P-2026-021'))
    expect(world.filesIn(folder)).toContain('scope-note.docx')
    await world.run('verify', folder)
    expect(world.said.out).not.toMatch(/READY/)
  })

  test.each([
    ['a folder that is not there', 'nowhere'],
    ['a folder without a record', 'out'],
    ['a record that is no record', 'broken'],
  ])('says so of %s', async (_, name) => {
    world.put('out/other.txt', 'x')
    world.put('broken/record.json', '{"format": 2}')
    expect(await world.run('verify', name)).toBe(1)
    expect(world.said.err).toContain('PACK-02')
    expect(world.said.err.includes('cannot be read')).toBe(name === 'broken')
    expect(world.said.err.includes('nowhere is no folder')).toBe(name === 'nowhere')
    const words = world.said.err
    expect(await world.run('verify', name, '--json')).toBe(1)
    const { record, findings } = JSON.parse(world.said.out)
    expect(record).toBe(null)
    expect(findings).toMatchObject([{ code: 'PACK-02', severity: 'error', owner: null }])
    expect(words).toContain(findings[0].message)
    expect(words).toContain(findings[0].hint)
  })
})
