/** An intake that has been read in; everything that is wrong with it out: what reading said, the rules, and approvals that lapsed. */
import { contentHash } from '../document/content-hash.ts'
import type { Document } from '../document/nodes.ts'
import type { Finding } from '../findings/finding.ts'
import type { Answers } from '../intake/answers.ts'
import { runRules } from '../intake/rules/run-rules.ts'
import { lapsedApprovals } from '../pack/lapsed-approvals.ts'
import { type RuleSources, ruleSettings } from './rule-settings.ts'

/** What every rule finds. */
export const findByRules = (settings: RuleSources, answers: Answers, asAt: string): readonly Finding[] =>
  runRules(answers, ruleSettings(settings), asAt)

/**
 * Finds everything. `check` prints it, and the pack is judged by it.
 * @param read what reading said
 * @param ruled what every rule found
 * @param agreement what approvals are held against; may be left out where none says what it approved
 */
export const findAll = (
  answers: Answers,
  read: readonly Finding[],
  ruled: readonly Finding[],
  agreement: { readonly document: Document } | undefined,
): readonly Finding[] => [
  ...read,
  ...ruled,
  ...(agreement ? lapsedApprovals(answers, contentHash(agreement.document)) : []),
]
