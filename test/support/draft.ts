/** Whole documents for tests: an example's name or the text of an intake in; answers, document, text and Word file out. */
import { makeAgreement } from '../../src/commands/agreement.ts'
import { memoryOf } from '../../src/commands/agreement-files.ts'
import type { Memory } from '../../src/document/memory.ts'
import type { Document } from '../../src/document/nodes.ts'
import type { Numbering } from '../../src/document/number.ts'
import type { Finding } from '../../src/findings/finding.ts'
import type { Answers } from '../../src/intake/answers.ts'
import { deriveConditions } from '../../src/intake/conditions.ts'
import { findGaps } from '../../src/intake/gaps.ts'
import { readAnswers } from '../../src/intake/read.ts'
import { renderDocx } from '../../src/render/docx/index.ts'
import { renderText } from '../../src/render/text.ts'
import { type ExampleName, exampleText } from './examples.ts'
import { settings } from './settings.ts'

export { type ExampleName, examples, exampleText } from './examples.ts'
export { settings }

/** The day as at which everything in these tests is drafted. */
export const asAt = '2026-11-22'

export interface Drafted {
  readonly answers: Answers
  /** Everything said of the intake, the open questions among it. */
  readonly findings: readonly Finding[]
  readonly document: Document
  readonly numbering: Numbering
  readonly text: string
  /** What its Word file carries of itself. */
  readonly memory: Memory
  /** Made when first asked for. */
  readonly docx: Uint8Array
}

/** What reading the text of an intake says, without drafting. */
export const readIntakeText = (text: string, file = 'intake.yaml') =>
  readAnswers({ file, bytes: new TextEncoder().encode(text) })

/** Drafts the agreement of an intake's text as the program does. Throws when the intake cannot be read. */
export function draftText(text: string, file = 'intake.yaml'): Drafted {
  const { value: answers, findings } = readIntakeText(text, file)
  if (!answers) {
    const errors = findings.filter(f => f.severity === 'error')
    throw new Error(errors.map(f => `${file}:${f.place?.start.line}: ${f.message}`).join('\n'))
  }
  const gaps = findGaps(answers, deriveConditions(answers.intake, answers.stateOf))
  const made = makeAgreement(settings, answers, asAt)
  const { document, numbering } = made
  const memory = memoryOf(made, settings, text)
  let docx: Uint8Array | undefined
  return {
    answers,
    findings: [...findings, ...gaps],
    document,
    numbering,
    text: renderText(document, numbering),
    memory,
    get docx() {
      docx ??= renderDocx(document, numbering, settings.style, memory)
      return docx
    },
  }
}

const drafted = new Map<ExampleName, Drafted>()

/** An example, drafted once for each test file. */
export function draftExample(name: ExampleName): Drafted {
  const made = drafted.get(name) ?? draftText(exampleText(name), `data/intake/${name}.yaml`)
  drafted.set(name, made)
  return made
}
