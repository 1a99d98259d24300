/** The papers of an example's pack for tests, made as the program makes them, once for each test file. */

import { ruleSettings } from '../../src/commands/rule-settings.ts'
import { runRules } from '../../src/intake/rules/run-rules.ts'
import type { PackRequest } from '../../src/pack/pack-input.ts'
import { makePapers, type Paper } from '../../src/pack/paper.ts'
import { asAt, type Drafted, draftExample, type ExampleName, settings } from './draft.ts'

/** What the papers of a drafted intake are made from. */
export function packInput(draft: Drafted): PackRequest {
  const { answers, document, numbering } = draft
  return {
    settings,
    answers,
    agreement: { document, numbering },
    findings: [...draft.findings, ...runRules(answers, ruleSettings(settings), asAt)],
    asAt,
  }
}

/** The papers of a drafted intake. */
export const papersOf = (draft: Drafted): readonly Paper[] => makePapers(packInput(draft))

const made = new Map<ExampleName, readonly Paper[]>()

export function examplePapers(name: ExampleName): readonly Paper[] {
  const papers = made.get(name) ?? papersOf(draftExample(name))
  made.set(name, papers)
  return papers
}

/** One paper by its id. */
export function paperOf(papers: readonly Paper[], id: string): Paper {
  const paper = papers.find(p => p.id === id)
  if (!paper) throw new Error(`The pack has no "${id}".`)
  return paper
}
