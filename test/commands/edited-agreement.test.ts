/** An agreement edited by hand that is to be bound into the pack: whose it is, and whether anybody approved how it reads. */
import { describe, expect, test } from 'vitest'
import type { MadeAgreement } from '../../src/commands/agreement.ts'
import { lookAtEdited } from '../../src/commands/edited-agreement.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import type { World } from '../../src/world.ts'
import { draftExample, settings } from '../support/draft.ts'
import { examplePapers, paperOf } from '../support/pack.ts'
import { edit } from '../support/word-editor.ts'
import { exportedByGoogleDocs, inspected, savedByLibreOffice, withPart } from '../support/worn-docx.ts'

const forum = draftExample('flood-forum')
const look = (bytes: () => Uint8Array) =>
  lookAtEdited({ read: bytes } as unknown as World, 'back.docx', forum as unknown as MadeAgreement, settings)

describe('what reads as the agreement that the answers give is bound, and the pack may be ready', () => {
  test.each([
    ['as it was written', forum.docx],
    ['saved by LibreOffice', savedByLibreOffice(forum.docx)],
    ['exported by Google Docs', exportedByGoogleDocs(forum.docx)],
    ['without its hidden data', inspected(forum.docx)],
    [
      'with other quotation marks',
      withPart(forum.docx, 'word/document.xml', text => text.replaceAll('’', '&apos;')),
    ],
  ])('%s', (_, bytes) => {
    expect(look(() => bytes)).toEqual({ edited: { file: 'back.docx', bytes }, findings: [], lapsed: [] })
  })
})

test('one word typed by hand is bound and stops the pack from being ready, for nobody approved it', () => {
  const bytes = edit(forum.docx, body => body.type('The quorum', 'The smallest quorum'))
  const { edited, findings, lapsed } = look(() => bytes)
  expect(edited?.bytes).toBe(bytes)
  expect(findings).toEqual([])
  expect(lapsed).toMatchObject([{ code: 'PACK-04', severity: 'error', stage: 'sign_off' }])
  expect(lapsed[0]!.message).toMatch(/first at “The smallest quorum/)
})

test.each([
  [
    'another partnership’s',
    () => draftExample('food-network').docx,
    'BACK-02',
    /belongs to another partnership/,
  ],
  [
    'another partnership’s, without its hidden data',
    () => inspected(draftExample('food-network').docx),
    'BACK-02',
    /“NBC-P-2026-021” stands nowhere/,
  ],
  [
    'a paper of the pack',
    () => {
      const { document, numbering } = paperOf(examplePapers('flood-forum'), 'risk-register')
      return renderDocx(document, numbering, settings.style)
    },
    'BACK-26',
    /is another paper, “Risk register”/,
  ],
  ['no Word file', () => new TextEncoder().encode('%PDF-1.7'), 'BACK-01', /not a Word document/],
  [
    'not there',
    () => {
      throw Object.assign(new Error('no'), { code: 'ENOENT' })
    },
    'FILE-01',
    /there is no such file/,
  ],
])('what is %s is not bound, and it is said that there is no PDF and why', (_, bytes, code, why) => {
  const { edited, findings } = look(bytes)
  expect(edited).toBeUndefined()
  expect(findings).toMatchObject([{ code, severity: 'error' }])
  expect(findings[0]!.message).toMatch(/^sign-off-pack\.pdf was not made: /)
  expect(findings[0]!.message).toMatch(why)
})
