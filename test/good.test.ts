/** For each rule an intake that only just keeps it: the rule must stay silent, for a false alarm is a fault too. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readAnswers } from '../src/intake/read.ts'
import { rules, runRules } from '../src/intake/rules/run-rules.ts'
import { asAt, settings } from './support/rule-settings.ts'

const codeOf = (file: string): string => /^[A-Z0-9]+-\d\d/.exec(file)?.[0] ?? ''
const namesIn = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, import.meta.url)).filter(name => name.endsWith('.yaml'))
const read = (path: string) => {
  const answers = readAnswers({ file: path, bytes: readFileSync(new URL(path, import.meta.url)) })
  expect(
    answers.findings.filter(f => f.severity === 'error'),
    path,
  ).toEqual([])
  return answers.value!
}

describe('an intake that keeps a rule', () => {
  it.each(namesIn('good'))('%s hears nothing of it', file => {
    const heard = runRules(read(`good/${file}`), settings, asAt).map(({ code }) => code as string)
    expect(heard).not.toContain(codeOf(file))
  })

  it.each(['family-hubs', 'flood-forum', 'community-equipment'])('%s keeps every rule', name => {
    expect(runRules(read(`../data/intake/${name}.yaml`), settings, asAt)).toEqual([])
  })
})

it('every rule has an intake that breaks it and one that keeps it', () => {
  const codes = [...new Set(rules.map(({ code }) => code as string))]
  const broken = new Set(namesIn('bad').map(codeOf))
  const kept = new Set(namesIn('good').map(codeOf))
  expect(codes.filter(code => !broken.has(code))).toEqual([])
  expect(codes.filter(code => !kept.has(code))).toEqual([])
})
