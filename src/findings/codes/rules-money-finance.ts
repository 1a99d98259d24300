/** Codes for the rules across answers about finance. */
import type { CodeEntry } from './entry.ts'

export const financeRuleCodes = {
  'FIN-01': {
    means: 'Shares that do not add up to 100%',
    cure: 'Agree the shares again with every partner named, so that they add up to 100.',
  },
  'FIN-02': {
    means: 'The total is not the sum of the contributions',
    cure: 'Find out which is right, and mend the total or the contribution that is wrong.',
    conflict: { of: 'amount' },
  },
  'FIN-03': {
    means: 'The answers say that no money is involved, yet money is written down',
    cure: 'Answer finance.has_finance with yes, or delete the answers about money.',
    conflict: true,
  },
  'FIN-04': {
    means: 'Money is involved, but the budget holder or the authority to spend is set aside',
    cure: 'Name the budget holder and the decision that gives authority to spend.',
  },
  'FIN-05': {
    means: 'Money is involved, but nothing is agreed about an overspend or an underspend',
    cure: 'Agree with the partners who bears an overspend and what becomes of an underspend.',
  },
  'FIN-06': {
    means: 'VAT advice was not taken, or came too late',
    cure: 'Ask Finance for VAT advice before the agreement is signed, and record who gave it and when.',
  },
  'FIN-07': {
    means: 'Internal Audit has not supplied its wording, or supplied it late',
    cure: 'Ask Internal Audit for its wording for this agreement, and put it in audit.wording.',
  },
  'FIN-08': {
    means: 'A contribution whose share does not fit its amount',
    cure: 'Leave the share out, so that it is worked out from the amounts, or mend one of the two.',
    conflict: true,
  },
  'FIN-09': {
    means: 'The rule for an overspend and the agreed shares do not go together',
    cure: 'Choose agreed_shares and list the shares, or choose another rule and delete them.',
    conflict: true,
  },
  'FIN-10': {
    means: 'Authority to spend that came after the start or after the first commitment',
    cure: 'Move the start, or ask Finance and Legal how spending before the authority is to be regularised.',
  },
  'FIN-11': {
    means: 'A contribution that its partner has not approved, or approved late',
    cure: 'Ask the partner for its decision and record its date.',
  },
  'FIN-12': {
    means: 'A contribution for a year outside the term',
    cure: 'Mend the year or the term.',
  },
  'FIN-13': {
    means: 'The same contribution twice, or one year written in two ways',
    cure: 'Delete the line that is there twice, and write each year in one way.',
  },
  'FIN-14': {
    means: 'A pooled budget without an administrator that may hold public money',
    cure: 'Name a public body among the partners that administers the pool.',
  },
  'FIN-15': {
    means: 'A budget that is pooled in one answer and not pooled in another',
    cure: 'Agree with Finance which model it is, and write it the same everywhere.',
    conflict: true,
  },
  'FIN-16': {
    means: 'Answers about the recharge that contradict each other',
    cure: 'Say whether the accountable body charges, how much and for what.',
    conflict: true,
  },
  'FIN-17': {
    means: 'No record that the Finance Manager set how spending is reported',
    cure: 'Ask the Finance Manager to settle how often and in what form, and name that person in financial_reporting.set_by.',
  },
  'FIN-18': {
    means: 'A limit on spending that is higher than all the money there is',
    cure: 'Set a limit below the total.',
  },
  'FIN-19': {
    means: 'The answers disagree about whether any of the money is a grant',
    cure: 'Answer finance.grant_funded as the facts are, and delete or complete the answers about the grant.',
    conflict: true,
  },
  'FIN-20': {
    means: 'No record of VAT that cannot be recovered',
    cure: 'Ask the VAT adviser what cannot be recovered and who bears it, and write it in vat.funding_effect.',
  },
  'FIN-21': {
    means: 'An underspend is returned to a funder, and there is none',
    cure: 'Choose another rule for an underspend, or record the grant.',
  },
  'FIN-23': {
    means: 'A reserve is to be kept, and nothing that could feed it stays with the partnership',
    cure: 'Ask Finance what the reserve is made of and write it beside it: a contribution named for it, or underspends that are carried forward.',
  },
  'FIN-22': {
    means: 'Something about money, grant or risk recorded as done on a day to come',
    cure: 'Mend the date, or leave it blank until it has been done.',
  },
} as const satisfies Record<string, CodeEntry>
