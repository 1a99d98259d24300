/** Codes for the rules about conduct, ending, the Code's template and checklists, old law and answers that conflict. */
import type { CodeEntry } from './entry.ts'

export const endingRuleCodes = {
  'COND-01': {
    means: 'Steps to settle a dispute that are missing, too few or in the wrong order',
    cure: 'Agree at least three steps: lead officers, chief officers, mediation.',
  },
  'COND-02': {
    means: 'A mediator without mediation, or mediation without a mediator',
    cure: 'Add mediation as a step and say who names the mediator, or leave both out.',
  },
  'COND-03': {
    means: 'Complaints from the public that are not handled, or that nobody looks at again',
    cure: 'Name the stages of a complaint, with a review after the first answer.',
  },
  'COND-04': {
    means: 'No way to raise a concern, or nobody to tell of financial irregularity',
    cure: 'Name the policy, the contact and the person in the Section 151 officer’s team.',
  },
  'COND-05': {
    means: 'Nobody leads on media or approves what is published',
    cure: 'Name the partner that leads, and who approves.',
  },
  'COND-06': {
    means: 'Expulsion without grounds, without a fair process, or between two partners',
    cure: 'Agree the grounds and a fair process, or write not_applicable with the reason.',
  },
  'COND-07': {
    means: 'Performance is not measured, or nothing happens when it falls short',
    cure: 'Ask Performance how it is measured and what steps follow a missed target.',
  },
  'EXIT-01': {
    means: 'There is no exit strategy for a planned or an unplanned ending',
    cure: 'Agree it now with Legal, Finance and HR: the Code wants one in every agreement.',
  },
  'EXIT-02': {
    means: 'Two partners, and two different periods of notice for one thing',
    cure: 'Agree one period, and write it in both places.',
    conflict: true,
  },
  'EXIT-03': {
    means: 'Notice to leave that does not fit notice to end, or the term',
    cure: 'Agree the periods of notice again.',
  },
  'EXIT-04': {
    means: 'Legal, Finance or HR has not advised on the exit strategy',
    cure: 'Ask for the advice and record it; where there is nothing to advise on, record that as the advice.',
  },
  'EXIT-05': {
    means: 'The final report goes to nobody, or not to the funder',
    cure: 'Name those who get the final report.',
  },
  'EXIT-06': {
    means: 'Nothing says what becomes of the work when the grant ends',
    cure: 'Ask who decides whether the work goes on, from what money and by when.',
  },
  'EXIT-07': {
    means: 'A way to vary the agreement that leaves a partner out or cannot be done',
    cure: 'Choose who may vary the agreement, and in which form, so that every partner agrees.',
  },
  'HEAD-01': {
    means: 'A clause said to be left out that must stand, stands, or is none',
    cure: 'Delete it from the heads left out.',
  },
  'HEAD-02': {
    means: 'A head of the Code’s template is left out and no reason is recorded',
    cure: 'Add it to omitted_heads with the reason, who decided and when.',
  },
  'REV-01': {
    means: 'An existing partnership is reviewed, but nothing says what it rests on',
    cure: 'Name its agreement, constitution or terms; where nothing was ever written, say that.',
  },
  'REV-02': {
    means: 'A review that is overdue',
    cure: 'Hold the review now and record its date in review.last_held.',
  },
  'CHK-01': {
    means: 'A checklist question that is missing, or answered without showing any consideration',
    cure: 'Say in a sentence how it was considered and what came of it.',
  },
  'CHK-02': { means: 'A checklist question answered twice', cure: 'Delete one of the two answers.' },
  'CHK-03': {
    means: 'A checklist question said not to apply that does',
    cure: 'Answer the question.',
  },
  'CHK-04': {
    means: 'A checklist that disagrees with the other answers',
    cure: 'Find out which is right, and mend the other.',
  },
  'CHK-05': {
    means: 'An action from a checklist that nobody is to do, that has no date, or that is overdue',
    cure: 'Say who acts and by when.',
  },
  'CHK-06': {
    means: 'A checklist or a risk prompt that tells a date or a rhythm otherwise than its own question',
    cure: 'Find out which is right, and mend the other.',
  },
  'LAW-01': {
    means: 'Words that name law or a body that has gone',
    cure: 'Write the present name, unless the words tell of the past.',
  },
  'REF-01': {
    means: 'A schedule named by a number that the agreement does not have, or that is another schedule there',
    cure: 'Name the schedule by its title, which stays the same when other answers change.',
  },
  'REF-02': {
    means: 'A clause of the agreement named by its number',
    cure: 'Name the clause by its title.',
  },
  'CONF-02': {
    means: 'One fact stated in two ways',
    cure: 'Find out which is right, and mend the other.',
    conflict: true,
  },
} as const satisfies Record<string, CodeEntry>
