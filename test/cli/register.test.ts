import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { exampleText } from '../support/examples.ts'
import { makePortfolio } from '../support/portfolio.ts'
import { copyLibrary, type TestWorld, testWorld } from '../support/world.ts'

const portfolio = makePortfolio(2, 46).slice(41)
let world: TestWorld
beforeEach(() => {
  world = testWorld()
  for (const { file, text } of portfolio) world.put(`intakes/deep/${file}`, text)
})
afterEach(() => {
  expect(world.said.err, 'no stack of function names').not.toMatch(/^\s+at /m)
  world.remove()
})

const readable = portfolio.filter(p => p.plan)
const run = (...more: string[]) => world.run('register', 'intakes', ...more)

test('every readable intake below the folder is in the register, the others are listed, and it ends with 1', async () => {
  expect(readable.length).toBe(4)
  expect(await run()).toBe(1)
  expect(world.filesIn('out/register')).toEqual([
    'accountable-body.csv',
    'approvals.csv',
    'commitments.csv',
    'contacts.csv',
    'dependent-partners.csv',
    'duplicates.csv',
    'high-risks.csv',
    'information.csv',
    'left-out.csv',
    'out-of-date.csv',
    'partnerships.csv',
    'record.json',
    'register.docx',
    'register.html',
    'register.ics',
    'register.xlsx',
    'representatives.csv',
    'reviews.csv',
  ])
  expect(world.textOf('out/register/partnerships.csv').trim().split('\r\n')).toHaveLength(5)
  expect(world.said.err).toMatch(/Drawn up as at 22 November 2026:\n +4 {2}Partnerships/)
  expect(world.said.err).toMatch(/1 intake left out:\n {2}intakes\/deep\/p-0045\.yaml: line \d+: /)
})

test('the same intakes give the same bytes, and nothing is written twice', async () => {
  await run()
  const before = world.filesIn('out/register').map(file => world.bytesOf(`out/register/${file}`))
  await run()
  expect(world.said.out).not.toContain('wrote')
  expect(world.filesIn('out/register').map(file => world.bytesOf(`out/register/${file}`))).toEqual(before)
})

test('a workbook that somebody edited is left alone', async () => {
  world.put('intakes/deep/p-0045.yaml', readable[0]!.text.replace(/^reference: .*/m, 'reference: NEW-1'))
  expect(await run()).toBe(0)
  writeFileSync(world.path('out/register/register.xlsx'), 'notes of my own')
  expect(await run('--as-at', '2026-12-01')).toBe(3)
  expect(world.textOf('out/register/register.xlsx')).toBe('notes of my own')
  expect(world.filesIn('out/register')).toContain('register (new).xlsx')
})

test('of two intakes with one reference the second is left out, and said to be', async () => {
  world.put('intakes/deep/p-9999.yaml', readable[0]!.text)
  await run('--json')
  const { sheets } = JSON.parse(world.said.out)
  expect(sheets['left-out']).toContainEqual({
    file: 'intakes/deep/p-9999.yaml',
    why: `It has the reference ${readable[0]!.plan!.reference}, as intakes/deep/${readable[0]!.file} has. Give each partnership its own.`,
  })
  expect(sheets.partnerships).toHaveLength(4)
})

test('documents drafted from an earlier edition of the library are out of date', async () => {
  const { file, plan } = readable[0]!
  expect(await world.run('draft', `intakes/deep/${file}`)).toBe(0)
  const staleOf = () =>
    JSON.parse(world.said.out).sheets['out-of-date'].filter((r: { what: string }) => r.what === 'Documents')
  await run('--json')
  expect(staleOf()).toEqual([])
  const record = `out/${plan!.reference.toLowerCase()}/record.json`
  writeFileSync(world.path(record), world.textOf(record).replace(/"templates": "\w+"/, '"templates": "0"'))
  await run('--json')
  expect(staleOf()).toMatchObject([{ reference: plan!.reference }])
})

test('its own output is no intake, and a folder without intakes is wrong usage', async () => {
  world.put('out/register/stray.yaml', 'name: stray\n')
  await world.run('register', '.', '--json')
  expect(world.said.out).not.toContain('stray')
  world.put('empty/readme.txt', 'nothing')
  expect(await world.run('register', 'empty')).toBe(2)
  expect(world.said.err).toContain('There is no intake below empty.')
  for (const name of ['nowhere', 'empty/readme.txt']) {
    expect(await world.run('register', name)).toBe(2)
    expect(world.said.err).toContain(`${name} is no folder. Name the folder that holds your intake files`)
  }
})

test('a contact that the Council left blank is shown by the register and by check, once and not in an intake', async () => {
  copyLibrary(world.path('own'))
  const path = world.path('own/data/council.yaml')
  writeFileSync(path, readFileSync(path, 'utf8').replace(/, role: vat_adviser, email: [^ ]+/, ''))
  const own = testWorld({ home: world.path('own') })
  try {
    for (const { file, text } of readable.slice(0, 2)) own.put(`intakes/${file}`, text)
    const files = own.filesIn('intakes').map(file => `intakes/${file}`)
    const question = /council’s own settings, data\/council\.yaml:\n.*\n.*\n.*asked about VAT.*\(line \d+\)/gi
    await own.run('register', 'intakes')
    expect(own.said.err.match(question)).toHaveLength(1)
    await own.run('check', ...files)
    expect(own.said.err.match(question)).toHaveLength(1)
    await own.run('check', files[0]!, '--owner', 'legal')
    expect(own.said.err).not.toMatch(question)
    await own.run('check', files[0]!, '--json')
    expect(JSON.parse(own.said.out).settings).toMatchObject([{ code: 'GAP-01', owner: 'officer' }])
  } finally {
    own.remove()
  }
})

test('an arrangement that the Code does not cover is named as left out, and is no fault', async () => {
  const own = testWorld()
  try {
    for (const name of ['flood-forum', 'lighting-contract'] as const)
      own.put(`intakes/${name}.yaml`, exampleText(name))
    expect(await own.run('register', 'intakes')).toBe(0)
    expect(own.textOf('out/register/partnerships.csv').trim().split('\r\n')).toHaveLength(2)
    expect(own.said.err).toMatch(
      /1 intake left out:\n {2}intakes\/lighting-contract\.yaml: The Code does not cover it/,
    )
  } finally {
    own.remove()
  }
})
