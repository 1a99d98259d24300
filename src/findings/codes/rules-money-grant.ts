/** Codes for the rules across answers about the accountable body, grants and section 75. */
import type { CodeEntry } from './entry.ts'

export const grantRuleCodes = {
  'AB-01': {
    means: 'An accountable body that is no person in law',
    cure: 'Choose a partner with legal personality, such as a council, an NHS body or a company.',
  },
  'AB-02': {
    means: 'An accountable body that was not nominated, or nominated after the start',
    cure: 'Have the partners nominate it, and record who did so and when.',
  },
  'AB-03': {
    means: 'No accountable body where one is required, or two bodies named for one task',
    cure: 'Agree one body with the funder and the partners, and name it the same everywhere.',
    conflict: true,
  },
  'AB-04': {
    means: 'The risks of acting as accountable body were not assessed',
    cure: 'Assess the risks of the role before it is taken on, and name the risk in the register.',
  },
  'AB-05': {
    means: 'No sensible limit on what the accountable body pays out ahead of grant',
    cure: 'Agree with Finance the most it may pay out ahead of grant.',
  },
  'AB-06': {
    means: 'It is not confirmed that the accountable body can meet its legal obligations',
    cure: 'Get the confirmation from its chief finance officer, or choose another partner.',
  },
  'AB-07': {
    means:
      'The Council is accountable body, and no risk in the register is about costs the funder will not repay',
    cure: 'Enter that risk in the register and name it in accountable_body.risk_ref.',
  },
  'AB-08': {
    means: 'Buying or accounting under other rules than the accountable body’s',
    cure: 'Agree the purchasing rules with Corporate Procurement: the Council’s own where it is accountable body.',
  },
  'AB-09': {
    means: 'The accountable body lacks a duty or a right that the role needs',
    cure: 'List the services it provides, and let it refuse what is unlawful, outside the grant or without funds.',
  },
  'AB-10': {
    means: 'The Council alone bears what the funder does not pay',
    cure: 'Ask Finance whether the Council accepts this, or agree that the partner at fault pays.',
  },
  'AB-11': {
    means: 'The money passes through an account that is not the accountable body’s',
    cure: 'Ask Finance through whose account the money passes. Who holds it answers for it to the funder.',
  },
  'GR-01': {
    means: 'No claw-back rule, or one that does not fit the shares listed',
    cure: 'Agree who repays the funder, and in what shares where the rule needs shares.',
    conflict: true,
  },
  'GR-02': {
    means: 'Records of the grant are kept for less long than the funder asks',
    cure: 'Keep the records of the grant at least as long as the funder’s terms say.',
    conflict: true,
  },
  'GR-03': {
    means: 'The money ends before the partnership does, and nothing pays for the ending',
    cure: 'Agree how the cost of ending is paid for, or end the term with the grant.',
  },
  'GR-04': {
    means: 'The grant and the contributions of grant do not agree',
    cure: 'Find out which is right, and mend the grant or the contributions.',
    conflict: true,
  },
  'GR-05': {
    means: 'No outputs, or an output due after the grant',
    cure: 'List what the funder requires, each with a date within the grant.',
  },
  'GR-06': {
    means: 'A decision on carrying on after the grant without councillors consulted in good time',
    cure: 'Consult councillors and record the date, or write not_applicable and why that is not needed.',
  },
  'GR-07': {
    means: 'A last date for spending that lies outside the grant',
    cure: 'Check the date against the funder’s terms.',
  },
  'GR-08': {
    means: 'The partners have not accepted the funder’s terms, or did so after the start',
    cure: 'Send every partner the terms and record when the last one accepted them.',
  },
  'GR-09': {
    means: 'No record of what is done to avoid claw-back',
    cure: 'Ask the Finance Manager, and write the controls in grant.clawback_controls.',
  },
  'GR-10': {
    means:
      'Nothing shows that records of the grant are kept, or open to auditors, for as long as the funder asks',
    cure: 'Give the records of the grant a class of their own, and auditors the years that the funder’s terms ask.',
  },
  'S75-01': {
    means: 'A particular that the regulations on section 75 require is left out',
    cure: 'Ask Legal for the particular; the arrangement is not good in law without it.',
  },
  'S75-02': {
    means: 'A section 75 fund without a fit host or a pool manager',
    cure: 'Name a host that is the council or an NHS body among the partners, and a pool manager.',
  },
  'S75-03': {
    means: 'A partner that cannot be party to a section 75 arrangement',
    cure: 'Ask Legal: make a separate agreement with that body, or take it out of this one.',
  },
  'S75-04': {
    means: 'The people affected were not consulted, or only after the start',
    cure: 'Consult jointly those affected before the arrangement is made, and record the date.',
  },
  'S75-05': {
    means: 'A section 75 arrangement without both an NHS body and a council',
    cure: 'Add the body that is missing, or choose another type of partnership.',
  },
  'S75-06': {
    means: 'An NHS trust is a partner and no consent of its commissioner is recorded',
    cure: 'Ask Legal whether the consent is needed, and record it in s75.commissioner_consent.',
  },
  'S75-07': {
    means: 'Better Care Fund money without the arrangement or the partner it needs',
    cure: 'Check with Finance whether the money is in the Better Care Fund, and mend the arrangement.',
  },
  'S75-08': {
    means: 'The section 75 arrangement and the budget model disagree',
    cure: 'Agree with Finance and Legal whether there is a pooled fund, and mend one of the two.',
    conflict: true,
  },
  'S75-09': {
    means: 'The risk share and the rule for an overspend disagree',
    cure: 'Agree one rule for who bears an overspend, and mend the other answer.',
    conflict: true,
  },
  'S75-10': {
    means: 'A section 75 arrangement that does not name section 75 among its powers',
    cure: 'Add national-health-service-act-2006, section 75, to legal_basis.powers.',
  },
} as const satisfies Record<string, CodeEntry>
