/** Files that come back worn: saved again by LibreOffice itself, and grown to three hundred pages. */
import { cpSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasLibreOffice, libreOfficeNote } from '../render/docx/libreoffice.ts'
import { exampleText } from '../support/draft.ts'
import { readComments, readText } from '../support/read-docx.ts'
import { resavedByLibreOffice } from '../support/saved-by-libre-office.ts'
import { settleDocx } from '../support/settle-docx.ts'
import { edit, jane } from '../support/word-editor.ts'
import { testWorld } from '../support/world.ts'
import { savedByLibreOffice } from '../support/worn-docx.ts'

const folder = 'out/nbc-p-2026-021'
const agreement = `${folder}/partnership-agreement.docx`
const forum = exampleText('flood-forum')
const world = testWorld()
let drafted: Uint8Array
beforeAll(async () => {
  world.put('forum.yaml', forum)
  await world.run('draft', 'forum.yaml')
  drafted = new Uint8Array(world.bytesOf(agreement))
  world.put('changed.yaml', forum.replaceAll('Osgarth', 'Osgood'))
})
afterAll(() => world.remove())

describe.skipIf(!hasLibreOffice)(`saved again by LibreOffice${libreOfficeNote}`, () => {
  let saved: Uint8Array
  beforeAll(() => {
    const typed = edit(drafted, body => {
      body.type('The Partners', 'The loyal Partners')
      body.type('The quorum is', 'The usual quorum is', jane)
      body.addAfter('ClauseLevel2', 'Legal typed this.')
      body.paragraphWith('If votes are equal').remove()
      body.rows[3]!.cells[0]!.insert(0, 'Quite ')
      const paragraph = body.paragraphWith('What this clause does not list')
      paragraph.comment(0, 9, 'Jane Aske', 'Is this enough?')
    })
    saved = resavedByLibreOffice({ typed }).typed!
  })

  test.each([
    ['what it was drafted as is still in it', (docx: Uint8Array) => docx, undefined],
    [
      'only its hash is still in it',
      savedByLibreOffice,
      /note BACK-03: .*found in versions\/ as Version 1, for signature/,
    ],
  ])('every edit by hand is kept where %s', async (_, worn, says) => {
    world.put('back.docx', worn(saved))
    rmSync(world.path('made'), { recursive: true, force: true })
    cpSync(world.path('out'), world.path('made'), { recursive: true })
    expect(await world.run('amend', 'changed.yaml', '--from', 'back.docx', '--out', 'made')).toBe(0)
    if (says) expect(world.said.err).toMatch(says)
    expect(world.said.err).not.toMatch(/BACK-0[4679]|BACK-10/)
    const next = new Uint8Array(world.bytesOf(agreement.replace('out/', 'made/')))
    const text = readText(settleDocx(next, 'accept'))
    for (const words of [
      'The loyal Partners',
      'The usual quorum is',
      'Legal typed this.',
      'Quite ',
      'Osgood',
    ])
      expect(text).toContain(words)
    for (const words of ['If votes are equal', 'Osgarth']) expect(text).not.toContain(words)
    expect(readText(settleDocx(next, 'reject'))).not.toContain('usual')
    expect([...readComments(next).values()]).toContain('Is this enough?')
  })
})

test('three hundred pages are amended like thirty', async () => {
  const long = edit(drafted, body => {
    const anchor = body.paragraphWith('What this clause does not list')
    for (let n = 4_500; n > 0; n--)
      anchor.addAfter(
        `Legal typed sentence ${n}, which says what the Partners do in case ${n}.`,
        anchor.style,
      )
  })
  world.put('long.docx', long)
  expect(await world.run('amend', 'changed.yaml', '--from', 'long.docx', '--out', 'long')).toBe(0)
  const text = readText(world.bytesOf(agreement.replace('out/', 'long/')))
  expect(text.match(/Legal typed sentence/g)).toHaveLength(4_500)
  expect(text).toContain('Osgood')
})
