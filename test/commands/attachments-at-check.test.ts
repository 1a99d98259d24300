/** `check` looks at the ends of each attachment, and says of it what a pack would say: no more, and in the same words. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { glanceAtAttachments, readAttachments } from '../../src/commands/pack-attachments.ts'
import { readAnswers } from '../../src/intake/read.ts'
import { letter, locked } from '../support/attachments.ts'
import { type TestWorld, testWorld } from '../support/world.ts'

let world: TestWorld
let sound: Uint8Array
beforeAll(async () => {
  world = testWorld()
  sound = await (await letter(2)).save()
})
afterAll(() => world.remove())

/** The codes that a look at the ends gives, and what reading it whole gives, as far as it stops a pack. */
async function looksAt(file: string) {
  const intake = `attachments: [{ title: Terms, file: ${JSON.stringify(file)}, kind: funder_terms }]\n`
  const answers = readAnswers({ file: 'hubs.yaml', bytes: new TextEncoder().encode(intake) }).value!
  const whole = (await readAttachments(world, answers)).flatMap(({ findings }) => findings)
  return {
    glance: await glanceAtAttachments(world, answers),
    whole: whole.filter(({ severity }) => severity === 'error'),
  }
}

const put = async (name: string, bytes: Uint8Array) => looksAt(world.put(name, bytes))

test.each<[string, () => Promise<Awaited<ReturnType<typeof looksAt>>>, string[]]>([
  ['is sound', () => put('sound.pdf', sound), []],
  ['is not there', () => looksAt('none.pdf'), ['ATT-01']],
  ['stands at a place of one machine', () => looksAt('C:\\\\terms.pdf'), ['ATT-01']],
  ['is a folder', () => looksAt('.'), ['ATT-01']],
  ['is empty', () => put('empty.pdf', new Uint8Array()), ['ATT-02']],
  [
    'is a Word file by another name',
    () => put('word.pdf', new TextEncoder().encode('PK\u0003\u0004')),
    ['ATT-02'],
  ],
  ['was cut off on the way', () => put('half.pdf', sound.subarray(0, sound.length / 2)), ['ATT-02']],
  ['is locked', async () => put('locked.pdf', await locked()), ['ATT-03']],
])('an attachment that %s', async (_, look, codes) => {
  const { glance, whole } = await look()
  expect(glance.map(({ code }) => code)).toEqual(codes)
  expect(glance).toEqual(whole)
})

test('a large file is told by its ends', async () => {
  const padded = Buffer.concat([sound.subarray(0, 9), Buffer.alloc(200_000, '%\n'), sound.subarray(9)])
  expect((await put('large.pdf', padded)).glance).toEqual([])
  expect(world.readEnds('large.pdf').length).toBeLessThan(padded.length / 2)
  expect((await put('large-half.pdf', padded.subarray(0, padded.length - 200))).glance).toEqual(
    (await looksAt('large-half.pdf')).whole,
  )
})

test('the intake whose attachments are not there is told so by check, with the line that names each', async () => {
  world.put(
    'hubs.yaml',
    'name: Hubs\npack_attachments:\n  - { title: Offer, file: offer.pdf, kind: funder_offer }\n',
  )
  expect(await world.run('check', 'hubs.yaml', '--owner', 'officer')).toBe(1)
  expect(world.said.out).toContain('offer.pdf cannot be bound: there is no such file')
})
