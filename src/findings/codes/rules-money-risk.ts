/** Codes for the rules across answers about risks and opportunities. */
import type { CodeEntry } from './entry.ts'

export const riskRuleCodes = {
  'RISK-01': {
    means: 'A risk score that impact times likelihood cannot give',
    cure: 'Write 1, 2, 3, 4, 6, 8, 9, 12 or 16.',
  },
  'RISK-02': {
    means: 'A residual score that is not impact times likelihood',
    cure: 'Score the impact and the likelihood again with the controls in place, and multiply them.',
    conflict: true,
  },
  'RISK-03': {
    means: 'A high risk without a planned control',
    cure: 'Plan at least one further control, with a date: a high risk calls for improvement at once.',
  },
  'RISK-04': {
    means: 'A high risk that was not referred upwards',
    cure: 'Refer it to the management team and record when, or write not_applicable and why it need not be.',
  },
  'RISK-05': {
    means: 'A target score above the residual score',
    cure: 'Aim at a score no higher than the present one.',
  },
  'RISK-06': {
    means: 'A rating that is not the band of the score',
    cure: 'Write the band of the score, or score the risk again.',
    conflict: true,
  },
  'RISK-07': {
    means: 'A risk that nobody leads, or whose review is missing, past or too far off',
    cure: 'Name a lead and a date of review to come, within a year.',
  },
  'RISK-08': {
    means: 'A high risk that is accepted',
    cure: 'Choose another strategy, or have the director confirm in writing that the risk is accepted.',
  },
  'RISK-09': {
    means: 'A lower score is aimed at and nothing is planned to reach it',
    cure: 'Plan a control that lowers the score, or set the target at the present score.',
  },
  'RISK-10': {
    means: 'A planned control without an owner or a date',
    cure: 'Say who will do it and by when.',
  },
  'RISK-11': {
    means: 'A planned control whose date is past or falls after the partnership',
    cure: 'Move it to the controls in place if it is done, and score the risk again; if not, agree a new date.',
  },
  'RISK-12': {
    means: 'The same risk twice',
    cure: 'Assess it once and delete the other.',
  },
  'RISK-13': {
    means: 'A strategy that does not go with the controls or the target',
    cure: 'Choose the strategy that is meant, or add the controls that carry it out.',
  },
  'RISK-14': {
    means: 'A control in which no partner is involved',
    cure: 'Name the partners that operate the control.',
  },
  'RISK-15': {
    means: 'A partner depends on the partnership, and the register has no risk about that',
    cure: 'Enter the risk that the partner cannot carry on, with controls.',
  },
  'RISK-16': {
    means: 'A kind of risk of entering the partnership is missing or there twice',
    cure: 'Give one answer for each of the six kinds.',
  },
  'RISK-17': {
    means: 'A percentage in words that does not fit the likelihood',
    cure: 'Mend the percentage or the likelihood.',
  },
  'RISK-18': {
    means: 'A risk assessment signed off before it was complete, or too late',
    cure: 'Have the assessment as it now stands signed off before the director’s declaration.',
  },
  'RISK-19': {
    means: 'The dates of a risk contradict each other',
    cure: 'Check when the risk was identified, referred and is to be reviewed.',
  },
  'RISK-20': {
    means: 'A risk prompt found relevant and not yet assessed',
    cure: 'Enter the risk in the register and mark the prompt assessed.',
  },
  'RISK-21': {
    means: 'High risks are reviewed less often than the Council asks',
    cure: 'Shorten the months between reviews in risk_management.review_months.',
  },
  'RISK-22': {
    means: 'A risk prompt that the Code’s lists do not hold, or one answered twice',
    cure: 'Write the id of the prompt as data/code/risk-prompts.yaml orders them: the group and the number, such as strategic-1.',
  },
  'RISK-23': {
    means: 'The register that the partners sign tells that one of them depends on the partnership',
    cure: 'Word the event as what would happen, such as that it can no longer carry on its part, and keep the reason in internal_comment, or keep the whole risk to the Council (council_only).',
  },
  'RISK-24': {
    means: 'A risk kept to the Council that a partner leads on or helps to control',
    cure: 'Let the partners see the risk, or have the Council alone lead on it and control it.',
  },
  'RISK-25': {
    means: 'The agreement tells, or refers to, a risk that is kept to the Council',
    cure: 'Word the other answer without it, or let the partners see the risk.',
  },
  'RISK-26': {
    means: 'Every risk is kept to the Council',
    cure: 'Let the partners see the risks that the partnership brings to them, and keep only what is the Council’s own affair.',
  },
  'OPP-01': {
    means: 'No opportunity is recorded',
    cure: 'Ask the partners what might go better than planned: the Code wants opportunities managed as well as risks.',
  },
  'OPP-02': {
    means: 'An opportunity whose review is past',
    cure: 'Record what was decided and set the next date.',
  },
  'INS-01': {
    means: 'A partner with employees and no employers’ liability cover',
    cure: 'Add the cover with its limit, at least £5 million, or have the partner say that it employs nobody.',
  },
  'INS-02': {
    means: 'A limit of liability below the cover that the partner has',
    cure: 'Raise the limit to the cover, or add what the partner’s insurance pays to what has no limit.',
  },
} as const satisfies Record<string, CodeEntry>
