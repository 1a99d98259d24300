/** Each intake that breaks a rule has a twin of its name that keeps it: the same matter, put right. */
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rules } from '../../../src/intake/rules/run-rules.ts'

const namesIn = (folder: string): readonly string[] =>
  readdirSync(new URL(`../../${folder}`, import.meta.url)).filter(name => name.endsWith('.yaml'))

test('every intake that breaks a rule has a twin that keeps it', () => {
  const codes = rules.map(({ code }) => code as string)
  const kept = namesIn('good')
  const alone = namesIn('bad').filter(
    file => codes.some(code => file.startsWith(`${code}-`)) && !kept.includes(file),
  )
  expect(alone).toEqual([])
})
