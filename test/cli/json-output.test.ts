/** What `--json` prints is what the published schemas say, key for key. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { exampleText } from '../support/examples.ts'
import { home, type TestWorld, testWorld } from '../support/world.ts'

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0]
const schemaOf = (name: string) =>
  z.fromJSONSchema(JSON.parse(readFileSync(join(home, 'docs', `${name}.schema.json`), 'utf8')) as JsonSchema)
const schemas = { check: schemaOf('check'), explain: schemaOf('explain') }

let world: TestWorld
beforeAll(() => {
  world = testWorld()
  for (const name of ['family-hubs', 'food-network'] as const) world.put(`${name}.yaml`, exampleText(name))
  world.put(
    'bad.yaml',
    'partners:\n  - id: a\napprovals:\n  legal:\n    written: no\nlegally_binding: none\nfinance:\n  has_finance: yes\n',
  )
  world.put('broken.yaml', 'name: [\n')
})
afterAll(() => world.remove())

const said = async (...argv: string[]) => {
  const exit = await world.run(...argv, '--json')
  return { exit, output: JSON.parse(world.said.out) as Record<string, unknown> }
}

describe.each([
  ['check', 'family-hubs.yaml'],
  ['check', 'food-network.yaml', 'bad.yaml'],
  ['check', 'broken.yaml', 'missing.yaml'],
  ['check', 'bad.yaml', '--owner', 'legal', '--stage', 'sign_off'],
  ['explain', 'family-hubs.yaml'],
  ['explain', 'food-network.yaml', 'C21'],
  ['explain', 'broken.yaml'],
])('concordat %s %s %s', (command, ...rest) => {
  test('prints what its schema says', async () => {
    const { output } = await said(command, ...rest.filter(Boolean))
    const result = schemas[command as keyof typeof schemas].safeParse(output)
    expect(result.error?.message).toBeUndefined()
  })
})

test('a schema refuses a key too many and one too few', async () => {
  const { output } = await said('check', 'bad.yaml')
  expect(schemas.check.safeParse({ ...output, more: 1 }).success).toBe(false)
  const { asAt: _, ...less } = output
  expect(schemas.check.safeParse(less).success).toBe(false)
})

test('the finding in the page is one that check gives', async () => {
  const page = readFileSync(join(home, 'docs', 'json-output.md'), 'utf8')
  const shown = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)![1]!) as { place: object }
  world.put('hubs.yaml', '# Draft\napprovals:\n  legal:\n    written: no\n')
  const { exit, output } = await said('check', 'hubs.yaml')
  expect(exit).toBe(1)
  const [intake] = output.intakes as { findings: unknown[] }[]
  expect(intake!.findings).toContainEqual(shown)
})

test('the options leave out in JSON what they leave out in the text', async () => {
  const { output } = await said('check', 'food-network.yaml', '--owner', 'legal', '--stage', 'draft')
  const [intake] = output.intakes as { findings: { owner: string; stage: string }[] }[]
  expect(intake!.findings.length).toBeGreaterThan(5)
  for (const { owner, stage } of intake!.findings) {
    expect(owner).toBe('legal')
    expect(['in_principle', 'draft']).toContain(stage)
  }
})
