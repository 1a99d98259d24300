/** Codes for the rules about approvals and advice, procurement, signing, subsidy, land and reorganisation. */
import type { CodeEntry } from './entry.ts'

export const approvalRuleCodes = {
  'APPR-01': {
    means: 'Legal has not approved the agreement in writing',
    cure: 'Get the approval in writing, with its date and reference.',
  },
  'APPR-02': {
    means: 'Finance has not approved the agreement in writing',
    cure: 'Get the approval in writing, with its date and reference.',
  },
  'APPR-03': {
    means: 'The director has not approved the agreement in writing',
    cure: 'Get the approval in writing, with its date and reference.',
  },
  'APPR-04': {
    means: 'The Council took the role of accountable body without approval, or before it',
    cure: 'Get Finance’s and Legal’s written approval before the Council is nominated and before the start.',
  },
  'APPR-05': {
    means: 'The Executive’s approval is needed and not recorded',
    cure: 'Take it to the Executive, or have the Monitoring Officer record why the constitution does not ask for it.',
  },
  'APPR-06': {
    means: 'Approval in principle is missing or came too late',
    cure: 'Tell the director what was done before the approval, and commit nothing more without it.',
  },
  'APPR-07': {
    means: 'Advice that was not followed, without a reason',
    cure: 'Write down the reason before the director signs, or follow the advice.',
  },
  'APPR-08': {
    means: 'An adviser of the sign-off checklist has not been consulted',
    cure: 'Ask for the advice and record it; where there is nothing to advise on, record that as the advice.',
  },
  'APPR-09': {
    means: 'A partner’s own approval is not recorded',
    cure: 'Ask the partner which of its bodies approved the agreement, and when.',
  },
  'APPR-10': {
    means: 'One person approved for both Legal and Finance',
    cure: 'Have the two approvals given by different people, each for their own office.',
  },
  'APPR-11': {
    means: 'Nobody is named who judged that the Executive’s approval is not needed',
    cure: 'Write in decided_by who judged it, usually the Monitoring Officer.',
  },
  'APPR-12': {
    means: 'Advice said to be followed, without a clause that shows it',
    cure: 'Name the clause by its id, as concordat clauses lists them.',
  },
  'APPR-13': {
    means: 'A declaration that is not finished',
    cure: 'Complete the name and the date for every director who declares.',
  },
  'APPR-14': {
    means: 'The director who declares is not the one who approved',
    cure: 'Add the director who approved to those who declare, or mend the name.',
  },
  'APPR-15': {
    means: 'An approval that does not say which text was approved',
    cure: 'Make the pack with "concordat pack", which prints the agreement’s content hash (also in record.json, under pack.agreement). Whoever approved confirms that this is the text; then record the hash as content_hash beside the date. If it was another text, ask for approval of this one.',
  },
  'APPR-16': {
    means:
      'A partner’s approval that does not say which text was approved, or partners that approved different texts',
    cure: 'Ask the partner which text was before it, and record what that text called itself and its date.',
  },
  'APPR-17': {
    means: 'A declaration that is dated, without a record of the signed copy',
    cure: 'Record where the signed declaration is kept.',
  },
  'PROC-01': {
    means: 'Procurement is required and there was none',
    cure: 'Record the procedure, the award and the contract, or follow the contract rules now.',
  },
  'PROC-02': {
    means: 'The exemption from procurement does not fit the facts',
    cure: 'Ask Procurement which exemption applies and why, or procure.',
  },
  'PROC-03': {
    means: 'Procurement law of the wrong period',
    cure: 'Ask Procurement for the procedure and the notice under the law in force.',
  },
  'PROC-04': {
    means: 'A service is delivered without procurement and without a fitting exemption',
    cure: 'Follow the contract rules, or ask Procurement which exemption applies.',
  },
  'PROC-05': {
    means: 'No procurement, and no record of why or who agreed',
    cure: 'Write down the facts and who in Corporate Procurement agreed.',
  },
  'PROC-06': {
    means: 'Answers about procurement that contradict each other',
    cure: 'Decide whether partners are chosen by procurement, and mend the other answer.',
    conflict: true,
  },
  'PROC-07': {
    means: 'A procured partner, and no record of whether a partnering contract was considered',
    cure: 'Record in partnering_contract what was considered.',
  },
  'EXEC-01': {
    means: 'A partner that gives nothing signs under hand',
    cure: 'Ask Legal whether the agreement should be a deed, or write down what the partner gives.',
  },
  'EXEC-02': {
    means: 'A way of signing that the body or the constitution does not allow',
    cure: 'Choose another way of signing, or mend the answer about the constitution.',
  },
  'EXEC-03': {
    means: 'Some sign under hand and others as a deed',
    cure: 'Ask Legal whether all should sign in the same way.',
  },
  'EXEC-04': {
    means: 'A deed that is not meant to bind',
    cure: 'Have every partner sign under hand, or make the agreement binding.',
  },
  'EXEC-05': {
    means: 'An individual signs a deed electronically',
    cure: 'Plan for a witness in the same room, or sign on paper.',
  },
  'EXEC-07': {
    means: 'An answer speaks of a deed, and the agreement is signed under hand',
    cure: 'Mend the words and any period of twelve years that rests on them, or have a partner sign as a deed.',
  },
  'EXEC-06': {
    means: 'A parish council signs a deed otherwise than by two of its members',
    cure: 'Name two members, or answer seal if the parish council has a seal of its own.',
  },
  'SUB-01': {
    means: 'Subsidy control: not assessed, or over a limit',
    cure: 'Ask Legal for an assessment, and record its route.',
  },
  'SUB-02': {
    means: 'No subsidy is said to be given to a business, without a reason',
    cure: 'Record why the money is no subsidy.',
  },
  'SUB-03': {
    means: 'A subsidy that may have to be entered in the public database',
    cure: 'Ask Legal whether an entry is due, and by when.',
  },
  'LAND-01': {
    means: 'Land goes for less than its value without a report, or before one',
    cure: 'Get the report on best consideration before the disposal, and record its reference and date.',
  },
  'REORG-01': {
    means: 'A reorganisation is expected and nothing is planned for it',
    cure: 'Agree how the successor bodies take over, and write it down.',
  },
  'REORG-02': {
    means: 'Answers about a reorganisation that contradict each other',
    cure: 'Mend the answer that is out of date.',
  },
  'REORG-03': {
    means: 'The successor bodies will have taken over already',
    cure: 'Put the successor bodies among the partners in place of those that they replace.',
  },
} as const satisfies Record<string, CodeEntry>
