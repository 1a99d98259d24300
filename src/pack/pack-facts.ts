/** A pack's input in, the facts its papers are filled from out: the intake's answers, and under `pack` what is worked out. */
import type * as z from 'zod'
import { contentHash } from '../document/content-hash.ts'
import { countFindings } from '../findings/report.ts'
import type { Answers } from '../intake/answers.ts'
import { date, group, list, text, unwrap, yesNo } from '../intake/fields.ts'
import { reviewDue } from '../intake/review-due.ts'
import { agreementFacts, agreementSchema, type Facts } from '../provisions/agreement-facts.ts'
import type { Conflicts } from '../provisions/conflicts.ts'
import type { FactGroup } from '../provisions/facts.ts'
import { checklistsField, checklistsValues, linkAnswers } from './checklists.ts'
import { clauseNames } from './clauses.ts'
import {
  consultationField,
  consultationValues,
  consulteesField,
  consulteesValues,
  linkAdvice,
} from './consultees.ts'
import { councilSideFields, councilSideValues } from './council-side.ts'
import { findingsField, findingsValues } from './findings-list.ts'
import { lapsedField, lapsedValues } from './lapsed-approvals.ts'
import type { PackInput } from './pack-input.ts'
import type { Readiness } from './readiness.ts'
import { linkRisks, riskPaperFields, riskPaperValues } from './risk-papers.ts'
import { signatoriesField, signatoriesValues } from './signatories.ts'
import { linkSummary, summaryFields, summaryValues } from './summary.ts'

/** Everything a paper may name: all that the agreement may, the council's own answers, and `pack`. */
export const packSchema: z.ZodObject = agreementSchema.extend({
  consultation: consultationField,
  pack: unwrap(
    group('Pack', {
      ready: yesNo('Ready'),
      reasons: list('Reasons', text('Reason')),
      content_hash: text('Content hash'),
      kind: text('What the agreement calls itself'),
      lapsed: lapsedField,
      counts: text('Findings'),
      review_due: date('Next review'),
      findings: findingsField,
      consultees: consulteesField,
      signatories: signatoriesField,
      checklists: checklistsField,
      risk: riskPaperFields,
      council_side: councilSideFields,
      ...summaryFields,
    }),
  ),
})

/** Builds the facts of one pack. */
export function packFacts(input: PackInput, readiness: Readiness, conflicts: Conflicts): Facts {
  const { answers, settings, agreement } = input
  const nameOf = clauseNames(agreement.document, agreement.numbering)
  const due = reviewDue(answers.intake)
  const hash = contentHash(agreement.document)
  const values = {
    consultation: consultationValues(input, nameOf),
    pack: {
      ready: readiness.isReady,
      reasons: readiness.reasons,
      content_hash: hash,
      kind: lowered(agreement.document.cover.kind),
      lapsed: lapsedValues(answers, hash),
      ...(due !== undefined && { review_due: due }),
      counts: countFindings(input.findings) || 'nothing',
      findings: findingsValues(input),
      consultees: consulteesValues(input),
      signatories: signatoriesValues(input, readiness),
      checklists: checklistsValues(input, nameOf),
      risk: riskPaperValues(input, nameOf, conflicts),
      council_side: councilSideValues(input),
      ...summaryValues(readiness),
    },
  }
  const facts = agreementFacts(
    withoutGaps(answers),
    settings.interpretations.readings,
    { schema: packSchema, values },
    conflicts,
  )
  const pack = facts.root.pack as FactGroup
  linkAdvice(facts.root, pack, input)
  linkAnswers(facts.root, pack, input)
  linkRisks(facts.allRisks, pack, input, conflicts)
  linkSummary(facts, pack, input, conflicts)
  return facts
}

/** As within a sentence; a name in capitals, such as MoU, stays. */
const lowered = (kind: string): string =>
  kind.replace(/^\p{Lu}(?=\p{Ll})(?!\p{Ll}*\p{Lu})/u, one => one.toLowerCase())

/** What is worked out is never asked for: a list without items is empty, and a text without words is none. */
const withoutGaps = (answers: Answers): Answers => ({
  ...answers,
  stateOf: keys => (keys[0] === 'pack' ? { state: 'none' } : answers.stateOf(keys)),
})
