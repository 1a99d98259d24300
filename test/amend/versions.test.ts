/** How versions follow one another, whose papers stand in a folder, and what becomes of a file that lost its memory. */
import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashOfMemory } from '../../src/document/memory.ts'
import { readReturned } from '../../src/returned/read.ts'
import { readText } from '../support/read-docx.ts'
import { settleDocx } from '../support/settle-docx.ts'
import { edit, jane } from '../support/word-editor.ts'
import { home, type TestWorld, testWorld } from '../support/world.ts'
import { withPart } from '../support/worn-docx.ts'

const folder = 'nbc-p-2026-021'
const forum = readFileSync(`${home}/data/intake/flood-forum.yaml`, 'utf8')
const osgood = forum.replaceAll('Osgarth', 'Osgood')
const signed = '\nagreement_date: 2026-12-15\n'
const record = (more: string) =>
  `${signed}amendments:\n  - { reference: amd-1, date: 2027-06-14, reason: A new name, asked_by: The Board${more} }\n`

let world: TestWorld
beforeAll(async () => {
  world = testWorld()
  world.put('forum.yaml', forum)
  expect(await world.run('draft', 'forum.yaml')).toBe(0)
  world.put('draft.docx', world.bytesOf(`out/${folder}/partnership-agreement.docx`))
  world.put('signed.yaml', forum + signed)
  expect(await world.run('draft', 'signed.yaml', '--out', 'signed')).toBe(0)
  world.put('signed.docx', world.bytesOf(`signed/${folder}/partnership-agreement.docx`))
})
afterAll(() => world.remove())

async function amend(intake: string, from: string, out: string): Promise<string> {
  world.put('now.yaml', intake)
  const code = await world.run('amend', 'now.yaml', '--from', from, '--out', out)
  expect(code, world.said.err).toBe(0)
  return world.said.err
}
const textIn = (out: string, name = 'partnership-agreement.docx') =>
  readText(world.bytesOf(`${out}/${folder}/${name}`))
const partsOf = (name: string) => unzipSync(world.bytesOf(name))

describe('the name of the next version', () => {
  test('counts on by itself while the intake records no amendment, and asks for the record', async () => {
    expect(await amend(osgood, 'draft.docx', 'a')).toMatch(
      /BACK-19: .*not that of Draft 1.*calls itself Draft 2/,
    )
    expect(textIn('a')).toMatch(/^Version\tDraft 2$/m)
    world.put('second.docx', world.bytesOf(`a/${folder}/partnership-agreement.docx`))
    await amend(forum.replaceAll('Osgarth', 'Osborne'), 'second.docx', 'a')
    expect(textIn('a')).toMatch(/^Version\tDraft 3$/m)
    expect(await world.run('verify', `a/${folder}`)).toBe(0)
    expect(world.said.out).toMatch(
      /2 versions, the latest last: Draft 2 \(amended from .*\), Draft 3 \(amended from Draft 2\)/,
    )
  })

  test('is never Signed for a text that nobody signed', async () => {
    await amend(osgood + signed, 'signed.docx', 'b')
    expect(textIn('b')).toMatch(/^Version\tDraft of variation 1$/m)
    expect(textIn('b')).toMatch(/^Status\tDRAFT$/m)
  })
})

test('what a file was drafted as is doubted where the folder keeps versions and none is that one', async () => {
  expect(await world.run('draft', 'forum.yaml', '--out', 'g')).toBe(0)
  expect(await amend(osgood, 'draft.docx', 'g')).not.toContain('BACK-18')
  const changed = withPart(world.bytesOf('draft.docx'), 'customXml/item1.xml', text =>
    text.replaceAll('Wendle Valley', 'Wendle Dale'),
  )
  const { value: forged } = readReturned(changed, 'draft.docx')
  const hash = hashOfMemory(forged!.memory!)
  world.put(
    'forged.docx',
    withPart(changed, 'docProps/custom.xml', text => text.replace(/[0-9a-f]{64}/, hash)),
  )
  expect(await world.run('draft', 'forum.yaml', '--out', 'h')).toBe(0)
  expect(await amend(osgood, 'forged.docx', 'h')).toMatch(/warning BACK-18: .*is no version on record here/)
})

describe('the agreement that a deed varies', () => {
  test('is named as the conformed one, and its cover says by what it is to be varied', async () => {
    const said = await amend(osgood + record(''), 'signed.docx', 'c')
    expect(said).toMatch(
      /partnership-agreement\.docx is the conformed agreement: .* (?:deed|memorandum)-of-variation\.docx/,
    )
    expect(textIn('c')).toMatch(/^As varied by\t(?:deed|memorandum) of variation 1, once it is signed$/m)
  })

  test('says the date of what varied it once that is signed', async () => {
    world.put('now.yaml', osgood + record(', signed_on: 2027-07-01'))
    expect(await world.run('draft', 'now.yaml', '--out', 'd')).toBe(0)
    expect(textIn('d')).toMatch(/^As varied by\tthe (?:deed|memorandum) dated 1 July 2027$/m)
  })

  test('leaves papers of a version before where they are, and says whose they are', async () => {
    await amend(osgood + record(''), 'signed.docx', 'e')
    world.put('next.docx', world.bytesOf(`e/${folder}/partnership-agreement.docx`))
    const typed = edit(world.bytesOf('next.docx'), body => body.type('The Partners', 'The loyal Partners'))
    world.put('next.docx', typed)
    const said = await amend(osgood + record(''), 'next.docx', 'e')
    expect(said).toMatch(/BACK-20: .*schedule-of-changes\.docx \(of Draft of variation 1\)/)
    expect(await world.run('verify', `e/${folder}`)).toBe(0)
    expect(world.said.out).toMatch(
      /untouched +schedule-of-changes\.docx \(of Draft of variation 1, an earlier version\)/,
    )
  })
})

describe('a file that lost its memory, with no version on record', () => {
  test('counts as the older text whole, and nothing that a person typed is lost', async () => {
    const typed = edit(world.bytesOf('draft.docx'), body => {
      body.type('The Partners', 'The loyal Partners').type('The Board', 'The watchful Board', jane)
      body.paragraphWith('The loyal').comment(4, 9, 'Legal', 'Is this still so?')
    })
    const parts = unzipSync(typed)
    for (const name of Object.keys(parts))
      if (name.startsWith('customXml/') || name === 'docProps/custom.xml') delete parts[name]
    world.put('bare.docx', zipSync(parts))
    const said = await amend(osgood, 'bare.docx', 'f')
    expect(said).toMatch(/BACK-04: .*its own text counts as what was drafted/)
    expect(said).toMatch(/BACK-05: Tracked changes by Jane Aske .* the new version has none of them/)
    expect(said).toMatch(/BACK-06: .*Is this still so\?/)
    const older = readText(
      settleDocx(world.bytesOf(`f/${folder}/partnership-agreement-redline.docx`), 'reject'),
    )
    expect(older).toContain('The loyal Partners')
    expect(older).toContain('watchful')
    expect(older).toContain('Osgarth')
    expect(textIn('f')).not.toContain('The loyal Partners')
    const schedule = textIn('f', 'schedule-of-changes.docx')
    expect(schedule).toContain('The loyal Partners')
    expect(schedule).toContain('It is not known which answers changed')
  })
})

test('what was typed into a header, and where a link leads, is told and not lost in silence', async () => {
  const parts = partsOf('draft.docx')
  const header = Object.keys(parts).find(
    name => /^word\/header\d*\.xml$/.test(name) && strFromU8(parts[name]!).includes('NBC-P-2026-021'),
  )!
  parts[header] = strToU8(strFromU8(parts[header]!).replace('NBC-P-2026-021', 'Privileged: NBC-P-2026-021'))
  const rels = 'word/_rels/document.xml.rels'
  parts[rels] = strToU8(
    strFromU8(parts[rels]!).replace(
      '</Relationships>',
      '<Relationship Id="rId900" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://northvale.example/plan" TargetMode="External"/></Relationships>',
    ),
  )
  const body = 'word/document.xml'
  parts[body] = strToU8(
    strFromU8(parts[body]!).replace(
      '</w:p><w:sectPr',
      '<w:hyperlink r:id="rId900"><w:r><w:t>the plan</w:t></w:r></w:hyperlink></w:p><w:sectPr',
    ),
  )
  world.put('linked.docx', zipSync(parts))
  const said = await amend(osgood, 'linked.docx', 'g')
  expect(said).toMatch(/BACK-06: Not carried over: what was typed into the header of the pages “Privileged: /)
  expect(said).toMatch(
    /BACK-06: .*the address of the link on “the plan” “https:\/\/northvale\.example\/plan”/,
  )
})
