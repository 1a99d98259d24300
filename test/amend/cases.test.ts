/**
 * Each case in `cases/` as a person gets it: what is said at the terminal, the redline as `[-old-]{+new+}`, what is still marked
 * in the next version, the schedule of changes and any variation. `npm run test:accept` writes the goldens anew.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { lintDocx } from '../support/lint-docx.ts'
import { markedText } from '../support/marked-text.ts'
import { readText, shownIn } from '../support/read-docx.ts'
import { settleDocx } from '../support/settle-docx.ts'
import { type Amended, amendCase, caseNames, readCase } from './cases.ts'

const agreement = 'partnership-agreement.docx'
const redline = 'partnership-agreement-redline.docx'

describe.each(caseNames)('the amendment %s', name => {
  const { before, byHand } = readCase(name)
  let amended: Amended
  /** What is marked in the next version. */
  let open: string
  beforeAll(async () => {
    amended = await amendCase(name)
    open = markedText(file(agreement))
  })
  const file = (named: string): Uint8Array => amended.files[named]!
  const golden = (named: string): string => `cases/${name}/${named}.txt`

  test('tells the person at the terminal what was kept, what clashed and what to seek again', async () => {
    expect(amended.exit).toBe(0)
    await expect(amended.said).toMatchFileSnapshot(golden('terminal'))
  })

  test('marks in the redline what changed and nothing else', async () => {
    await expect(markedText(file(redline))).toMatchFileSnapshot(golden('redline'))
  })

  test('leaves open in the next version what is for a person to settle', async () => {
    await expect(open).toMatchFileSnapshot(golden('next-version'))
  })

  test('schedules each change with its reason', async () => {
    await expect(`${readText(file('schedule-of-changes.docx'))}\n`).toMatchFileSnapshot(
      golden('schedule-of-changes'),
    )
  })

  test('gives an instrument of variation if the agreement was signed, and else none', async () => {
    const instruments = Object.keys(amended.files).filter(one => one.endsWith('-of-variation.docx'))
    expect(instruments).toHaveLength(before.includes('\nagreement_date: 2') ? 1 : 0)
    for (const one of instruments)
      await expect(`${readText(file(one))}\n`).toMatchFileSnapshot(golden('variation'))
  })

  test('holds every word that was typed by hand, in the next version or at the terminal', () => {
    const everything = `${open}\n${readText(file(agreement))}\n${amended.said}`
    for (const one of byHand) {
      const typed = 'to' in one ? one.to : 'add' in one ? one.add : 'says' in one ? one.says : ''
      for (const word of typed.split(' ')) expect(everything).toContain(word)
    }
  })

  test('reads as the file that came back once the redline is rejected', () => {
    expect(shownIn(settleDocx(file(redline), 'reject'))).toEqual(shownIn(settleDocx(amended.back, 'reject')))
    expect(lintDocx(file(redline))).toEqual([])
  })
})
