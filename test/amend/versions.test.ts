/** How versions follow one another, whose papers stand in a folder, and what becomes of a file that lost its memory. */
import { rmSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashOfMemory } from '../../src/document/memory.ts'
import { readReturned } from '../../src/returned/read.ts'
import { approvedIn } from '../support/approved.ts'
import { exampleText } from '../support/examples.ts'
import { readText } from '../support/read-docx.ts'
import { settleDocx } from '../support/settle-docx.ts'
import { smallLibrary } from '../support/small-library.ts'
import { edit, jane } from '../support/word-editor.ts'
import { type TestWorld, testWorld } from '../support/world.ts'
import { withPart } from '../support/worn-docx.ts'

const folder = 'nbc-p-2026-021'
const world: TestWorld = testWorld(smallLibrary())
const forum = await approvedIn(world, exampleText('flood-forum'))
const osgood = forum.replaceAll('Osgarth', 'Osgood')
const signed = '\nagreement_date: 2026-11-20\n'
const record = (more: string) =>
  `${signed}amendments:\n  - { reference: amd-1, date: 2027-06-14, reason: A new name, asked_by: The Board${more} }\n`

beforeAll(async () => {
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
/** The rows of the history page. */
const historyIn = (out: string): readonly string[] =>
  textIn(out).split('Versions of this agreement')[1]!.trim().split('\n').slice(1)
const nothingRecorded = 'No amendment recorded: answers changed'
const partsOf = (name: string) => unzipSync(world.bytesOf(name))

describe('the name of the next version', () => {
  test('counts on by itself while the intake records no amendment, and asks for the record', async () => {
    expect(await amend(osgood, 'draft.docx', 'a')).toMatch(
      /BACK-19: .*not that of Version 1, for signature.*calls itself Draft 2/,
    )
    expect(textIn('a')).toMatch(/^Version\tDraft 2$/m)
    world.put('second.docx', world.bytesOf(`a/${folder}/partnership-agreement.docx`))
    await amend(forum.replaceAll('Osgarth', 'Osborne'), 'second.docx', 'a')
    expect(textIn('a')).toMatch(/^Version\tDraft 3$/m)
    expect(historyIn('a')).toEqual([
      'Version 1, for signature | 22 November 2026 | ',
      `Draft 2 | 22 November 2026 | ${nothingRecorded}`,
      `Draft 3 | 22 November 2026 | ${nothingRecorded}`,
    ])
    world.put('third.docx', world.bytesOf(`a/${folder}/partnership-agreement.docx`))
    await amend(forum.replaceAll('Osgarth', 'Osborne') + signed, 'third.docx', 'k')
    expect(historyIn('k').map(row => row.split(' | ')[0])).toEqual([
      'Draft 1',
      'Version 1, for signature',
      'Draft 2',
      'Draft 3',
      'Signed',
    ])
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

describe('what a file says that it was drafted as', () => {
  /** A file whose text was changed, and what it says of itself likewise, with a hash to suit. */
  const forgedFile = (): Uint8Array => {
    const forge = (text: string) =>
      text.replaceAll('The Board must review', 'The Board may be asked to and must review')
    const changed = withPart(
      withPart(world.bytesOf('draft.docx'), 'customXml/item1.xml', forge),
      'word/document.xml',
      forge,
    )
    const hash = hashOfMemory(readReturned(changed, 'draft.docx').value!.memory!)
    return withPart(changed, 'docProps/custom.xml', text => text.replace(/[0-9a-f]{64}/, hash))
  }

  test('counts where it is a version on record', async () => {
    expect(await world.run('draft', 'forum.yaml', '--out', 'g')).toBe(0)
    expect(await amend(osgood, 'draft.docx', 'g')).not.toContain('BACK-18')
  })

  test('does not count where it is none: what was changed in it is told as typed by hand', async () => {
    world.put('forged.docx', forgedFile())
    expect(await world.run('draft', 'forum.yaml', '--out', 'h')).toBe(0)
    const said = await amend(osgood, 'forged.docx', 'h')
    expect(said).toMatch(
      /warning BACK-18: .*no version on record here, so it is not believed.*most like Version 1, for signature/,
    )
    expect(said).toMatch(/BACK-11: .*“may be asked to and ?” was added by hand/)
    expect(said).not.toContain('BACK-03')
  })

  test('is refused where it is like no version on record, and nothing is written', async () => {
    world.put('forged.docx', forgedFile())
    expect(await world.run('draft', 'forum.yaml', '--out', 'i')).toBe(0)
    for (const name of world.filesIn(`i/${folder}/versions`))
      rmSync(world.path('i', folder, 'versions', name))
    world.put('now.yaml', osgood)
    const before = world.filesIn('i')
    expect(await world.run('amend', 'now.yaml', '--from', 'forged.docx', '--out', 'i')).toBe(1)
    expect(world.said.err).toMatch(/error BACK-18: .*nor is it like one/)
    expect(world.filesIn('i')).toEqual(before)
  })
})

describe('whose agreement a file is', () => {
  const without = (text: string, ...fields: string[]): string =>
    fields.reduce((now, field) => now.replace(new RegExp(`^${field}: .*\\n`, 'm'), ''), text)
  const draftAs = async (text: string): Promise<void> => {
    world.put('then.yaml', text)
    expect(await world.run('draft', 'then.yaml', '--out', 'then', '--force')).toBe(0)
    const made = world.filesIn('then').find(name => name.endsWith('agreement.docx'))!
    world.put('then.docx', world.bytesOf(`then/${made}`))
    rmSync(world.path('then'), { recursive: true })
  }

  test.each([
    [
      'the name alone',
      forum,
      without(osgood, 'reference'),
      /note BACK-23: .*by the name alone.* References could not be compared: the intake has no reference/,
    ],
    [
      'the name, where the reference was changed',
      forum,
      osgood.replace('NBC-P-2026-021', 'NBC-P-2026-099'),
      /warning BACK-23: .*has the reference NBC-P-2026-021 and the intake NBC-P-2026-099/,
    ],
    [
      'a party, where the draft had neither yet',
      without(forum, 'reference', 'name'),
      osgood,
      /warning BACK-23: .*a party is in both.* then\.docx has no reference, and then\.docx has no name/,
    ],
    [
      'nothing',
      'schema_version: 1\n',
      'schema_version: 1\nagreement_date: 2026-12-01\n',
      /warning BACK-23: Nothing shows that then\.docx is this partnership’s/,
    ],
  ])('is told by %s, and what could not be compared is said', async (_, then, now, says) => {
    await draftAs(then)
    const said = await amend(now, 'then.docx', 'told')
    expect(said).toMatch(says)
    rmSync(world.path('told'), { recursive: true, force: true })
  })

  test('is another’s where the names differ and there is no reference to compare', async () => {
    await draftAs(without(forum, 'reference'))
    world.put('now.yaml', without(forum, 'reference').replace(/^name: .*/m, 'name: Wendle Bridges Forum'))
    expect(await world.run('amend', 'now.yaml', '--from', 'then.docx', '--out', 'told')).toBe(1)
    expect(world.said.err).toMatch(/error BACK-02: .*belongs to another partnership.* The names differ\./)
  })
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
    expect(await world.run('draft', 'now.yaml', '--out', 'd', '--as-at', '2027-07-02')).toBe(0)
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
