/**
 * What comes back that cannot be used, or hardly: each is refused with what to do and nothing is written, or it is used
 * and said in what state it was. One partnership is drafted once, and every file comes back to it.
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { exampleText } from '../support/draft.ts'
import { markedText } from '../support/marked-text.ts'
import { readText } from '../support/read-docx.ts'
import { smallLibrary } from '../support/small-library.ts'
import { edit, jane } from '../support/word-editor.ts'
import { type TestWorld, testWorld } from '../support/world.ts'
import { exportedByGoogleDocs, inspected, savedByLibreOffice, withPart } from '../support/worn-docx.ts'
import { memoryPart, unusableFiles } from './unusable-files.ts'

const folder = 'out/nbc-p-2026-021'
const agreement = `${folder}/partnership-agreement.docx`
const forum = exampleText('flood-forum')
let world: TestWorld
/** The agreement as it was drafted. */
let drafted: Uint8Array

beforeAll(async () => {
  world = testWorld(smallLibrary())
  world.put('forum.yaml', forum)
  await world.run('draft', 'forum.yaml')
  drafted = new Uint8Array(world.bytesOf(agreement))
  world.put('changed.yaml', forum.replaceAll('Osgarth', 'Osgood'))
})
afterAll(() => world.remove())

/** Everything that stands in the world, and what it says. */
const everything = () =>
  Object.fromEntries(world.filesIn('.').map(name => [name, world.bytesOf(name).toString('base64')]))
const amend = (file: string, ...more: string[]) => world.run('amend', 'changed.yaml', '--from', file, ...more)

describe('a file that cannot be used is refused, with what to do, and nothing is written', () => {
  test.each(unusableFiles(() => drafted))('%s', async (_, bytes, says, hint) => {
    world.put('back.docx', bytes())
    const before = everything()
    expect(await amend('back.docx', '--out', 'elsewhere')).toBe(1)
    expect(world.said.err).toMatch(says)
    expect(world.said.err).toMatch(/hint: \S/)
    expect(world.said.err).toMatch(hint)
    expect(world.said.err).toContain('Nothing was written')
    expect(world.said.out).toBe('')
    expect(everything()).toEqual(before)
  })
})

describe('what stands in the place of the file is named', () => {
  const says = async (message: RegExp, exit = 1, given: Pick<TestWorld, 'run' | 'said'> = world) => {
    const before = everything()
    expect(await given.run('amend', 'changed.yaml', '--from', 'back.docx')).toBe(exit)
    expect(given.said.err).toMatch(message)
    expect(everything()).toEqual(before)
  }
  beforeEach(() => rmSync(world.path('back.docx'), { force: true, recursive: true }))
  afterAll(() => rmSync(world.path('back.docx'), { force: true, recursive: true }))

  test('nothing', () => says(/FILE-01: back\.docx cannot be read: there is no such file/))
  test('a folder in which no agreement is', async () => {
    mkdirSync(world.path('back.docx'))
    await says(/BACK-21: No Word file in back\.docx belongs to the partnership of changed\.yaml/, 1)
  })
  test('a file that one may not open', async () => {
    world.put('back.docx', drafted)
    const barred = testWorld({
      ...smallLibrary(),
      cwd: world.cwd,
      path: world.path,
      read: name => {
        if (name === 'back.docx') throw Object.assign(new Error('no'), { code: 'EACCES' })
        return world.read(name)
      },
    })
    await says(/back\.docx cannot be read: you may not open it/, 1, barred)
    barred.remove()
  })
})

describe('a file that can be used is used, and what is wrong with it is said', () => {
  const typed = () =>
    edit(drafted, body =>
      body.type('The Partners', 'The loyal Partners').addAfter('ClauseLevel2', 'Legal typed this.', jane),
    )
  /** Amends from a file into a folder of its own, in which the agreement was drafted where it `isOnRecord`. */
  const used = async (bytes: Uint8Array, isOnRecord: boolean) => {
    rmSync(world.path('made'), { recursive: true, force: true })
    if (isOnRecord) cpSync(world.path('out'), world.path('made'), { recursive: true })
    world.put('back.docx', bytes)
    expect(await amend('back.docx', '--out', 'made')).toBe(0)
    expect(Buffer.from(bytes).equals(world.bytesOf('back.docx'))).toBe(true)
    return readText(world.bytesOf('made/nbc-p-2026-021/partnership-agreement.docx'))
  }
  const keepsEdits = (text: string) => {
    expect(text).toContain('The loyal Partners')
    expect(text).toContain('Legal typed this.')
    expect(text).toContain('Osgood')
    expect(text).not.toContain('Osgarth')
    expect(world.said.err).not.toMatch(/BACK-06|BACK-07/)
  }

  test('LibreOffice lost what it was drafted as, and its hash finds that again', async () => {
    keepsEdits(await used(savedByLibreOffice(typed()), true))
    expect(world.said.err).toMatch(/note BACK-03: .*found in versions\/ as Draft 1/)
    expect(world.said.err).not.toContain('Bold or italic')
  })

  test('a document inspector took that and the hash out, and the likest version is taken', async () => {
    keepsEdits(await used(inspected(typed()), true))
    expect(world.said.err).toMatch(/warning BACK-03: .*most like Draft 1/)
  })

  test('Google Docs left words and little else, and clauses are matched by their words', async () => {
    keepsEdits(await used(exportedByGoogleDocs(typed()), true))
    expect(world.said.err).toMatch(/warning BACK-10: .*Google Docs/)
    expect(world.said.err).not.toContain('Bold or italic')
  })

  test('somebody changed what it was drafted as, and the version on record counts', async () => {
    const forged = withPart(typed(), memoryPart, text => text.replaceAll('Osgarth', 'Osborne'))
    keepsEdits(await used(forged, true))
    expect(world.said.err).toMatch(/warning BACK-18: .*not believed: Draft 1 on record counts/)
  })

  test('somebody changed the hash alone, and what it was drafted as is on record', async () => {
    const forged = withPart(typed(), 'docProps/custom.xml', text =>
      text.replace(/[0-9a-f]{64}/, 'e'.repeat(64)),
    )
    keepsEdits(await used(forged, true))
    expect(world.said.err).not.toMatch(/BACK-03|BACK-18/)
  })

  test('nothing is known of what it was drafted as: its own text counts, and the redline shows the rest', async () => {
    const text = await used(inspected(typed()), false)
    expect(text).toContain('Osgood')
    expect(world.said.err).toMatch(/warning BACK-04: /)
    const redline = world.bytesOf('made/nbc-p-2026-021/partnership-agreement-redline.docx')
    expect(markedText(redline)).toContain('[-loyal -]')
  })

  test('the version that its hash names is gone', async () => {
    cpSync(world.path('out'), world.path('kept'), { recursive: true })
    rmSync(world.path(`${folder}/versions`), { recursive: true })
    await used(savedByLibreOffice(typed()), true)
    expect(world.said.err).toMatch(/warning BACK-04: /)
    rmSync(world.path('out'), { recursive: true })
    cpSync(world.path('kept'), world.path('out'), { recursive: true })
  })

  test.each(['~$back.docx', '.~lock.back.docx#'])('it is open elsewhere (%s)', async marker => {
    world.put(marker, '')
    keepsEdits(await used(typed(), true))
    rmSync(world.path(marker))
    expect(world.said.err).toMatch(/warning BACK-17: back\.docx is open in another program/)
    expect(world.said.err).toContain(`delete “${marker}”`)
  })

  test('the record of its folder is damaged: what stands there is left alone', async () => {
    rmSync(world.path('made'), { recursive: true, force: true })
    cpSync(world.path('out'), world.path('made'), { recursive: true })
    const record = 'made/nbc-p-2026-021/record.json'
    world.put(record, world.textOf(record).slice(0, 200))
    world.put('back.docx', typed())
    expect(await amend('back.docx', '--out', 'made')).toBe(3)
    expect(drafted).toEqual(new Uint8Array(world.bytesOf('made/nbc-p-2026-021/partnership-agreement.docx')))
    keepsEdits(readText(world.bytesOf('made/nbc-p-2026-021/partnership-agreement (new).docx')))
  })
})
