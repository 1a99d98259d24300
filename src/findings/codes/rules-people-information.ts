/** Codes for the rules across answers about information, crime and disorder, freedom of information and raising concerns. */
import type { CodeEntry } from './entry.ts'

export const informationRuleCodes = {
  'ISP-01': {
    means: 'Personal data flows, and a partner has no lawful basis',
    cure: 'Choose with the data protection officer the basis of each partner that sends or receives.',
  },
  'ISP-02': {
    means: 'Special categories of data or data on offences without a condition',
    cure: 'Choose with the data protection officer the condition that allows it, or leave the data out.',
  },
  'ISP-03': {
    means: 'Personal data and no answer about an impact assessment',
    cure: 'Say whether one was done, screened out or not done.',
  },
  'ISP-04': {
    means: 'A public authority relies on a basis that does not suit its functions',
    cure: 'Use public task or legal obligation, or ask the data protection officer to confirm that this is no function of the authority.',
  },
  'ISP-05': {
    means: 'The law-enforcement regime is used by somebody who may not, or not used where it should be',
    cure: 'Ask Legal which regime applies to each partner in the flow.',
  },
  'ISP-06': {
    means: 'An impact assessment is not done, or is screened out where the law calls for one',
    cure: 'Have the assessment done before any data flows.',
  },
  'ISP-07': {
    means: 'A contact for information is missing',
    cure: 'Add the partner’s point of contact, its data protection officer and, for health data, its Caldicott Guardian.',
  },
  'ISP-08': {
    means: 'An unsafe way of sending information',
    cure: 'Name a safe way, such as encrypted email or a shared system, or say how this one is made safe.',
  },
  'ISP-09': {
    means: 'Answers that disagree on whether information is shared',
    cure: 'Answer shares_information and personal_data with true, or mend the other answer.',
  },
  'ISP-10': {
    means: 'A paragraph of Schedule 1 that does not go with the condition',
    cure: 'Look the paragraph up with the data protection officer, and mend it or the condition.',
  },
  'ISP-11': {
    means: 'Shared information is kept for longer than the reason, or without one',
    cure: 'Keep it no longer than the reason needs, or give the reason for the longer time.',
  },
  'ISP-12': {
    means: 'The roles of controller and processor do not agree with the other answers',
    cure: 'Ask the data protection officer which roles are right, and mend the other answer.',
  },
  'ISP-13': {
    means: 'A processor without a contract',
    cure: 'Have a written contract in place before the processor sees any data, and give its reference.',
  },
  'ISP-14': {
    means: 'No appropriate policy document, though a condition calls for one',
    cure: 'Have each partner that relies on the condition write one before the data flows.',
  },
  'ISP-15': {
    means: 'A flow said not to be about children whose own words say otherwise',
    cure: 'Answer children with true, or make the words exact.',
  },
  'ISP-16': {
    means:
      'Personal data leaves the United Kingdom without a safeguard, or answers disagree on whether it does',
    cure: 'Ask the data protection officer which safeguard covers the transfer.',
  },
  'ISP-17': {
    means: 'A breach reaches the other partners too late',
    cure: 'Set 24 hours, so that there is time to look into it and to report it.',
  },
  'ISP-18': {
    means: 'People’s rights or complaints about data are answered too late, or by nobody',
    cure: 'Name who is responsible, and keep within the times of the law.',
  },
  'ISP-19': {
    means: 'The review of the protocol is past, outside the partnership or far off',
    cure: 'Set a date to come, within a year and before the partnership ends.',
  },
  'ISP-20': {
    means: 'Information is kept for longer than it stays confidential',
    cure: 'Let confidentiality last as long as information is kept.',
  },
  'ISP-21': {
    means: 'The protocol leaves out one of the Code’s eight issues',
    cure: 'Say what the partners have agreed on it.',
  },
  'ISP-22': {
    means: 'The protocol is not made for a client group, or not with those concerned',
    cure: 'Say for whom it is, and work it through with professionals and with people who represent the client group.',
  },
  'ISP-23': {
    means: 'An item of a flow that is a special category or an offence, and is not shown as one',
    cure: 'Add the category with its condition, or make the item exact.',
  },
  'ISP-24': {
    means: 'An impact assessment that came after the start, or is dated in the future',
    cure: 'Have the assessment done before any data flows, and record the true date.',
  },
  'ISP-25': {
    means: 'Information governance was asked too late, or not at all',
    cure: 'Ask the data protection officer before any information is shared, and record the advice.',
  },
  'ISP-26': {
    means: 'A legal power to share information that does not reach a partner in the flow',
    cure: 'Give that partner a legal power of its own, as gateway beside its lawful basis.',
  },
  'ISP-27': {
    means: 'The safeguarding condition where it cannot apply',
    cure: 'Choose with the data protection officer the condition that fits, for each partner if they differ.',
  },
  'CSP-01': {
    means: 'Section 115 or 17A is used for what it does not do',
    cure: 'Have Legal name the power, the basis and the recipients that the law covers.',
  },
  'CSP-02': {
    means: 'A community safety partnership to which the duty to share crime data is said not to apply',
    cure: 'Ask Legal, and answer s17a with true if responsible authorities are among the partners.',
  },
  'FOI-01': {
    means: 'A charity or association said to be under freedom of information law',
    cure: 'Answer foi_body with false, unless a public body owns it or an order names it.',
  },
  'WB-01': {
    means: 'Words that may stop people from raising a concern',
    cure: 'Take the words out: a term that stops a protected disclosure has no effect in law.',
  },
} as const satisfies Record<string, CodeEntry>
