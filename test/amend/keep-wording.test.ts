import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepWording } from '../../src/amend/library/keep-wording.ts'
import type { LibraryFile } from '../../src/provisions/library.ts'
import { libraryFiles } from '../../src/world.ts'
import { clause, definition, documentOf, p, ref, schedule, titled } from '../render/docx/builders.ts'
import { exampleText } from '../support/examples.ts'
import { preparedFor } from '../support/prepared.ts'
import { readText } from '../support/read-docx.ts'
import { smallLibrary } from '../support/small-library.ts'
import { home, type TestWorld, testWorld } from '../support/world.ts'

const agreement = 'out/nbc-p-2026-021/partnership-agreement.docx'
const forum = exampleText('flood-forum')
const few = smallLibrary('complaints', 'media').library()

type Edit = readonly [path: string, from: string, to: string]

const secretariat = 'agreement/d-running/04-secretariat.md'
/** The secretariat's clause, which most tests change, names one other; without that it may stand in a small library. */
const asDrafted: readonly LibraryFile[] = libraryFiles(`${home}templates`).flatMap(file => {
  if (file.path !== secretariat) return few.find(({ path }) => path === file.path) ?? []
  return { ...file, text: file.text.replace(' as clause {{ref "records"}} requires', '') }
})

const newDay: Edit = ['definitions/general.yaml', 'a day other than a Saturday', 'any day but a Saturday']
const note = 'Minutes go to the council that a meeting concerns, since the Publication of Minutes Act 2026.'
const complaints = 'agreement/d-running/23-complaints.md'
const newMinutes: Edit = [secretariat, 'send out the minutes within', 'publish the minutes within']
const newNote: Edit = [
  secretariat,
  'owner: officer\n',
  `owner: officer\nchanged: { on: 2027-01-04, note: "${note}" }\n`,
]
const newClause: LibraryFile = {
  path: 'agreement/d-running/04-translation.md',
  text: '---\nid: translation\ncatalogue: C10\ntitle: Translation\nhead: D\nowner: legal\n---\n1. The papers are translated on request.\n',
}

const moved = (...edits: readonly Edit[]): readonly LibraryFile[] =>
  asDrafted.map(({ path, text }) => ({
    path,
    text: edits
      .filter(([where]) => where === path)
      .reduce((now, [, from, to]) => {
        expect(now).toContain(from)
        return now.replace(from, to)
      }, text),
  }))

let library: readonly LibraryFile[] = asDrafted
let world: TestWorld
beforeAll(async () => {
  world = testWorld({ library: () => library, prepared: async () => preparedFor(library) })
  world.put('before.yaml', forum)
  expect(await world.run('draft', 'before.yaml')).toBe(0)
  world.put('back.docx', world.bytesOf(agreement))
})
afterAll(() => world.remove())

const amend = async (out: string, ...more: string[]) => {
  const code = await world.run('amend', 'now.yaml', '--from', 'back.docx', '--out', out, ...more)
  expect(code, world.said.err).toBe(0)
  return world.said.err
}
const textIn = (out: string, name = 'partnership-agreement.docx') =>
  readText(world.bytesOf(`${out}/nbc-p-2026-021/${name}`))
const answers = (...edits: readonly (readonly [from: string, to: string])[]) =>
  world.put(
    'now.yaml',
    edits.reduce((text, [from, to]) => {
      expect(text.includes(from), from).toBe(true)
      return text.replaceAll(from, to)
    }, forum),
  )

test('a template that changed when no answer did: shown as such with its note, or no variation with --keep-wording', async () => {
  answers()
  library = moved(newMinutes, newNote)
  expect(await amend('kept', '--keep-wording')).toContain('BACK-12')
  expect(world.filesIn('kept')).toEqual([])

  const said = await amend('newer')
  expect(textIn('newer')).toMatch(/publish the minutes within 10 Working Days/)
  expect(said).toMatch(/BACK-14: Clause \d+ \(Secretariat\): the clause library has other wording/)
  expect(said).toContain(note)
  expect(said.match(/BACK-14/g)).toHaveLength(1)
  expect(textIn('newer', 'schedule-of-changes.docx')).toContain(
    `The clause library changed, not an answer. ${note}`,
  )
})

test('a clause whose template moved keeps its wording with the new answer, and is known as older next time', async () => {
  answers(['minutes_days: 10', 'minutes_days: 15'], ['Osgarth', 'Osgood'])
  library = moved(newMinutes, newNote)
  const said = await amend('answers', '--keep-wording', '--before', 'before.yaml')
  expect(textIn('answers')).toMatch(/send out the minutes within 15 Working Days/)
  expect(textIn('answers')).not.toMatch(/publish the minutes|Osgarth/)
  expect(said).toMatch(/note BACK-14: Clause \d+ \(Secretariat\): the older wording stays/)
  expect(said).not.toContain('BACK-15')

  const from = 'answers/nbc-p-2026-021/partnership-agreement.docx'
  expect(await world.run('amend', 'now.yaml', '--from', from, '--out', 'after')).toBe(0)
  expect(textIn('after')).toContain('publish the minutes')
  expect(world.said.err).toMatch(/BACK-14: Clause \d+ \(Secretariat\): the clause library has other wording/)
})

test('without the older answers wording is kept by what it prints, with a warning of what nobody can know', async () => {
  answers(['minutes_days: 10', 'minutes_days: 15'])
  library = moved(newMinutes)
  const said = await amend('printed', '--keep-wording')
  expect(textIn('printed')).toMatch(/send out the minutes within 15 Working Days/)
  expect(said).toMatch(/warning BACK-15: Clause \d+ \(Secretariat\).*known only as they were printed/)
})

test('a clause that only the older template could word has the new wording, and is named with both its causes', async () => {
  answers(['cost_bearer: host', 'cost_bearer: shared_equally'])
  library = moved(newMinutes, newNote)
  const said = await amend('both', '--keep-wording', '--before', 'before.yaml')
  expect(textIn('both')).toContain('publish the minutes')
  expect(textIn('both')).toContain('in equal shares')
  expect(said).toMatch(/warning BACK-15: Clause \d+ \(Secretariat\): the older wording could not be kept/)
  const schedule = textIn('both', 'schedule-of-changes.docx')
  expect(schedule).toMatch(/secretariat\.cost_bearer: .* → /)
  expect(schedule).toContain(`The clause library has other wording here too. ${note}`)
})

test('an answer that the newer wording prints no more is not left standing as it was', async () => {
  answers(['minutes_days: 10', 'minutes_days: 15'])
  library = moved([
    secretariat,
    'send out the minutes within {{quantity secretariat.minutes_days "Working Day"}} after it',
    'publish the minutes soon after it',
  ])
  const said = await amend('unprinted', '--keep-wording', '--before', 'before.yaml')
  expect(textIn('unprinted')).toContain('publish the minutes soon after it')
  expect(said).toMatch(/BACK-15: Clause \d+ \(Secretariat\): the older wording could not be kept/)
})

test('provisions that the library gained stay out and those that it lost stay in, unless the library is followed', async () => {
  answers(['Osgarth', 'Osgood'])
  library = [...asDrafted, newClause]
    .filter(({ path }) => !path.endsWith('f-special-circumstances/01-media.md'))
    .map(file => (file.path === 'catalogue.yaml' ? { ...file, text: 'clauses: 62\nschedules: 11\n' } : file))
  const said = await amend('older', '--keep-wording', '--before', 'before.yaml')
  expect(textIn('older')).not.toContain('translated on request')
  expect(textIn('older')).toContain('Media and publicity')
  expect(said).toMatch(/BACK-14: Translation: .* the new version is made without it/)
  await amend('library', '--before', 'before.yaml')
  expect(textIn('library')).toContain('translated on request')
  expect(textIn('library')).not.toContain('Media and publicity')
})

test('wording kept while a condition turned that it may have hung on is kept with a warning of which', async () => {
  library = asDrafted
  world.put('sharing.yaml', forum.replace('shares_information: false', 'shares_information: true'))
  expect(await world.run('draft', 'sharing.yaml', '--out', 'shared')).toBe(0)
  answers()
  library = moved([complaints, '{{#when "info_sharing"}}, following the Protocol{{/when}}', ''])
  const from = agreement.replace('out', 'shared')
  const more = ['--out', 'turned', '--keep-wording', '--before', 'sharing.yaml']
  expect(await world.run('amend', 'now.yaml', '--from', from, ...more)).toBe(0)
  expect(textIn('turned')).toContain('undue delay, following the Protocol')
  expect(world.said.err).toMatch(/warning BACK-15: Clause \d+ \(Complaints\).* whether information is shared/)
})

test('a definition keeps its wording like a provision, and is named either way', async () => {
  answers(['Osgarth', 'Osgood'])
  library = moved(newDay)
  const said = await amend('term-kept', '--keep-wording', '--before', 'before.yaml')
  expect(textIn('term-kept')).toContain('a day other than a Saturday')
  expect(textIn('term-kept')).not.toContain('any day but a Saturday')
  expect(said).toMatch(/note BACK-14: The definition of “Working Day”: the older wording stays/)
  expect(said).not.toContain('BACK-15')

  const newer = await amend('term-newer', '--before', 'before.yaml')
  expect(textIn('term-newer')).toContain('any day but a Saturday')
  expect(newer).toMatch(/BACK-14: The definition of “Working Day”: the clause library has other wording/)
})

test('a kept definition that points at a schedule now gone is worded as today, and named', () => {
  const terms = (...definitions: Parameters<typeof clause>[2][]) =>
    titled('definitions', 'Definitions', clause('definitions.terms', 2, 'In this agreement:', ...definitions))
  const area = (...words: Parameters<typeof p>) => definition('definition.area', 'Area', p(...words))
  const base = documentOf([
    terms(area('the places in ', ref('places'))),
    schedule('places', 'Places', 'portrait', p('Osgarth.')),
  ])
  const ours = documentOf([terms(area('the borough'))])
  const { document, fates } = keepWording({
    base,
    ours,
    reprinted: documentOf([terms(area('the borough')), ...base.body.slice(1)]),
    isMoved: key => key === 'definition.area',
    isUnchanged: () => true,
    turned: [],
    wasKnown: () => true,
    isKnown: () => true,
    usedIn: () => new Set(),
  })
  expect(document.body).toEqual(ours.body)
  expect(fates).toMatchObject([{ template: 'definition.area', isKept: false, why: expect.any(String) }])
})
