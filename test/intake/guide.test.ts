/** The guide for officers: it tells every question once, in words an officer knows. */
import { describe, expect, test } from 'vitest'
import { writeIntakeGuide } from '../../src/intake/guide.ts'
import { intakeFields } from '../../src/intake/schema.ts'

const guide = writeIntakeGuide()
const lines = guide.split('\n')

describe('the guide', () => {
  test('has one heading for every question, with its path', () => {
    const told = lines.flatMap(line => /^(?:#{3,4} |\*\*).*: `([^`]+)`$/.exec(line)?.[1] ?? [])
    expect(told).toEqual(intakeFields.filter(({ isItem }) => !isItem).map(({ path }) => path))
  })

  test('says what is asked, by whom it is answered and when', () => {
    const start = lines.indexOf('**Registered number**: `partners[].registered_number`')
    const entry = lines.slice(start, start + 5).join('\n')
    expect(entry).toContain('What is its number at Companies House')
    expect(entry).toContain('Asked when the body is a registered company')
    expect(entry).toContain('Who: the partnership officer, before the draft is settled')
    const pool = lines.indexOf('**Administrator**: `pool.administrator`')
    expect(lines.slice(pool, pool + 5).join('\n')).toContain('Asked when the budget is pooled')
  })

  test('lists the choices with what they print', () => {
    expect(guide).toContain('- `carry_forward`: carried forward to the next year')
    expect(guide).toContain('- `health`: health')
  })

  test('holds no requirement numbers and no condition names', () => {
    expect(guide).not.toMatch(/\bR\d{3}\b/)
    expect(guide).not.toMatch(/Asked when [a-z]+_[a-z_]+/)
  })

  test('says of private answers that the partners never see them', () => {
    const start = lines.indexOf('**Internal comment**: `risks[].internal_comment`')
    expect(lines.slice(start, start + 5).join('\n')).toContain('Never shown to the partners')
  })
})
