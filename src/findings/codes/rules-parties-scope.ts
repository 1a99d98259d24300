/** Codes for the rules about scope, parties, powers, priorities and how far the agreement binds. */
import type { CodeEntry } from './entry.ts'

export const scopeRuleCodes = {
  'SCOPE-01': {
    means: 'The arrangement is one that the Code leaves out',
    cure: 'Use what the hint names, or record why Legal agreed to use the Code all the same.',
  },
  'SCOPE-02': {
    means: 'There are not two independent bodies, or they share no vision',
    cure: 'Mend the answers under scope, or use something other than a partnership agreement.',
  },
  'SCOPE-03': {
    means: 'The contract rules and the contract come before the Code',
    cure: 'Check with Procurement that the agreement gives way to the contract where they differ.',
  },
  'SCOPE-04': {
    means: 'A reason for using the Code all the same, where the Code applies anyway',
    cure: 'Delete the reason, or mend the answer that takes the arrangement outside the Code.',
  },
  'SCOPE-05': {
    means: 'A place partnership that fails one of the Code’s four tests',
    cure: 'Choose another type of partnership, or mend the answer.',
  },
  'SCOPE-06': {
    means: 'The type of partnership disagrees with its basis or its legal status',
    cure: 'Decide which of the two answers is right, and mend the other.',
  },
  'SCOPE-07': {
    means: 'A joint committee without two local authorities',
    cure: 'Choose another type of partnership, or list the other local authority as a partner.',
  },
  'SCOPE-08': {
    means: 'Members of a management committee have not been told of their own liability',
    cure: 'Have Legal tell each member in writing of their own responsibility and liability.',
  },
  'PARTY-01': {
    means: 'A partner without a legal name or a legal form',
    cure: 'Find out the exact legal name and form, and write them in.',
  },
  'PARTY-02': {
    means: 'A body that is no person in law, with nobody who contracts for it',
    cure: 'Name the trustees or members who contract for it, or find a body that can.',
  },
  'PARTY-03': {
    means: 'One body under two names, or a host council called otherwise than in the settings',
    cure: 'Find out the exact legal name and use it everywhere; list each body once.',
  },
  'PARTY-04': {
    means: 'A registered or charity number that is missing, shared or does not fit the legal form',
    cure: 'Look the body up on the register, and mend the number or the legal form.',
  },
  'PARTY-05': {
    means: 'Not exactly one partner is the host council',
    cure: 'Answer is_host_council with true for the one council that uses this form, and false for the rest.',
  },
  'PARTY-06': {
    means: 'A short name used twice, or one that means something else in the agreement',
    cure: 'Give each partner a short name of its own.',
  },
  'PARTY-07': {
    means: 'Legal personality that does not agree with the legal form',
    cure: 'Ask Legal which of the two is right, and mend the other.',
    conflict: true,
  },
  'PARTY-08': {
    means: 'A legal name that does not go with the legal form',
    cure: 'Look the body up on the register, and mend the name or the form.',
  },
  'PARTY-09': {
    means: 'Those who contract for a body and those who sign for it are not the same people',
    cure: 'Make the two lists the same: only those who sign are bound.',
  },
  'PARTY-10': {
    means: 'A sector that does not go with the legal form',
    cure: 'Mend the sector or the legal form.',
  },
  'PARTY-11': {
    means: 'A public authority said not to be under freedom of information',
    cure: 'Ask its information officer, and mend the answer or the legal form.',
  },
  'PARTY-12': {
    means: 'A kind of council that its name, its legal form or the council’s settings contradict',
    cure: 'Look the council up, and mend what is wrong: its kind, its name or the settings. What powers it has hangs on its kind.',
  },
  'PARTY-13': {
    means: 'A partner’s id where its name would print',
    cure: 'Write the name as the agreement should print it, such as the partner’s short name.',
  },
  'POWER-01': {
    means: 'A legal power under law that has gone or that the law file does not know',
    cure: 'Use an id from data/law.yaml, or the word other with the name of the law.',
  },
  'POWER-02': {
    means: 'The general power of competence is the only power',
    cure: 'Ask Legal whether a specific power exists, and name it first.',
  },
  'POWER-03': {
    means: 'The law that makes this type of partnership is not among the powers',
    cure: 'Add it to the powers relied on, or choose another type of partnership.',
  },
  'POWER-04': {
    means: 'A power that the body relying on it does not have',
    cure: 'Name a power of that body’s own: the Act that made it, or the objects in its constitution or articles.',
  },
  'POWER-05': {
    means: 'A power that not every body of the partner’s kind has',
    cure: 'Ask Legal to look it up; their written approval settles it.',
  },
  'BIND-01': {
    means: 'Money is involved and the agreement is not legally binding',
    cure: 'Make the whole agreement binding, or at least its financial and information terms.',
  },
  'BIND-02': {
    means: 'Staff or personal data are involved and the terms about them do not bind',
    cure: 'Ask Legal to make the whole agreement binding, or to put those terms in a binding agreement of their own.',
  },
  'AIM-01': {
    means: 'A council priority that the council’s settings do not know',
    cure: 'Use the id of a priority in data/council.yaml.',
  },
} as const satisfies Record<string, CodeEntry>
