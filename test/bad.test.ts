/**
 * Every file in `test/bad` is an intake with faults, each foretold by a comment on its line or above it:
 * `# expect: error ANS-04 12-22` (columns from 1, the end not included; they may be left out), or `# expect@1: …` for a
 * line that cannot bear a comment. The findings must be these, no more and no fewer.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../src/findings/finding.ts'
import { readAnswers } from '../src/intake/read.ts'
import { runRules } from '../src/intake/rules/run-rules.ts'
import { asAt, settings } from './support/rule-settings.ts'

interface Expected {
  readonly line: number
  readonly severity: string
  readonly code: string
  readonly start?: number
  readonly end?: number
}

const comment = /#[ \t]*expect(?:@(\d+))?: (error|warning|note) ([A-Z0-9]+-\d\d)(?: (\d+)(?:-(\d+))?)?\s*$/

function expectedIn(text: string): Expected[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    const match = comment.exec(line)
    if (!match) return []
    const [, at, severity, code, start, end] = match
    const isOwnLine = line.trim().startsWith('#')
    let target = index
    while (isOwnLine && comment.test(lines[target] ?? '')) target++
    return [
      {
        line: at ? Number(at) : target + 1,
        severity: severity!,
        code: code!,
        ...(start ? { start: Number(start) } : {}),
        ...(end ? { end: Number(end) } : {}),
      },
    ]
  })
}

/** Everything the program says of an intake before it drafts; gaps apart, which every short file has. */
function findingsOf(file: string): readonly Finding[] {
  const bytes = readFileSync(new URL(`bad/${file}`, import.meta.url))
  const read = readAnswers({ file, bytes })
  const broken = read.value ? runRules(read.value, settings, asAt) : []
  return [...read.findings, ...broken]
    .filter(({ severity }) => severity !== 'gap')
    .toSorted(
      ({ place: a }, { place: b }) =>
        (a?.start.line ?? 0) - (b?.start.line ?? 0) || (a?.start.column ?? 0) - (b?.start.column ?? 0),
    )
}

const summary = ({ code, severity, place }: Finding, wanted: Expected | undefined): Expected => ({
  line: place?.start.line ?? 0,
  severity,
  code,
  ...(wanted?.start ? { start: place?.start.column ?? 0 } : {}),
  ...(wanted?.end ? { end: place?.end?.column ?? 0 } : {}),
})

const files = readdirSync(new URL('bad', import.meta.url)).filter(file => file.endsWith('.yaml'))

describe('an intake with faults', () => {
  it.each(files)('%s is told its faults, each in its place', file => {
    const text = readFileSync(new URL(`bad/${file}`, import.meta.url), 'utf8')
    const expected = expectedIn(text).toSorted((a, b) => a.line - b.line || (a.start ?? 0) - (b.start ?? 0))
    const findings = findingsOf(file)
    expect(findings.map((finding, i) => summary(finding, expected[i]))).toEqual(expected)
    expect(expected.map(({ code }) => code)).toContain(/^[A-Z0-9]+-\d\d/.exec(file)?.[0])
    for (const { hint, message } of findings) {
      expect(message, 'a message').not.toBe('')
      expect(hint ?? '', `what to do about: ${message}`).not.toBe('')
    }
  })
})
