/** Codes for the rules across answers about staff, volunteers, transfers, safeguarding, DBS checks and secondments. */
import type { CodeEntry } from './entry.ts'

export const staffRuleCodes = {
  'EMP-01': {
    means: 'Staff of the partnership without an employer who can employ them',
    cure: 'Name the partner that employs them: a partnership that is no person in law cannot.',
  },
  'EMP-02': {
    means: 'A transfer of staff on which nobody has advised, or too late',
    cure: 'Ask HR and Legal whether TUPE applies, and record who advised and when.',
  },
  'EMP-03': {
    means: 'The Council employs, but under the policies of another partner',
    cure: 'Where the Council is the employer its own policies apply: name them, or choose another employer.',
  },
  'EMP-04': {
    means: 'Answers that disagree on whether anybody is employed for the partnership',
    cure: 'Answer partnership_staff with true, or delete the employer and the posts.',
  },
  'EMP-05': {
    means: 'HR was asked too late, or not at all, about staff',
    cure: 'Ask HR at the outset, before a secondment starts and before anything is committed, and record the date.',
  },
  'TUPE-01': {
    means: 'No transfer of staff is expected, yet one is described',
    cure: 'Answer yes or uncertain, or delete the details.',
  },
  'TUPE-02': {
    means: 'Staff are consulted only when they have transferred',
    cure: 'Consult the staff’s representatives long enough before the transfer, or move the transfer.',
  },
  'TUPE-03': {
    means: 'A transfer of staff that is none: the same employer, or nobody who transfers',
    cure: 'Check the two employers and the number of people.',
  },
  'TUPE-04': {
    means: 'A matter that must be settled before staff transfer is answered with none',
    cure: 'Ask HR what is arranged, and write it down.',
  },
  'VOL-01': {
    means: 'Volunteers without a responsible partner, training, support or checks',
    cure: 'Say what is arranged, or write not_applicable and why none is needed.',
  },
  'VOL-02': {
    means: 'Answers that disagree on whether there are volunteers',
    cure: 'Answer volunteers.used with true, or mend the other answer.',
  },
  'SAFE-01': {
    means: 'Work with children or adults at risk without a safeguarding lead or policy',
    cure: 'Name the lead and the policy: both stand in the agreement.',
  },
  'SAFE-02': {
    means: 'Answers that disagree on whether the work is with children or adults at risk',
    cure: 'Mend the answers under clients, or the one named here.',
  },
  'DBS-01': {
    means: 'Work with children or adults at risk and no answer about DBS checks',
    cure: 'List the roles with the level each needs, or write not_applicable and why no role needs one.',
  },
  'DBS-02': {
    means: 'A DBS check that is unlikely for the role',
    cure: 'Ask HR which level the role may have, and answer whether the work is regulated activity.',
  },
  'DBS-03': {
    means: 'One role with two levels of DBS check',
    cure: 'Ask HR which level is right, or give the two roles different names.',
  },
  'DBS-04': {
    means: 'A DBS check confirmed only after the work starts, or on a day to come',
    cure: 'See that nobody starts before the check is confirmed.',
  },
  'DBS-05': {
    means: 'A level of DBS check that the law does not allow for the work, or that leaves out a barred list',
    cure: 'Choose the level that the work calls for.',
  },
  'SEC-01': {
    means: 'One of the ten issues of a secondment is open, or does not say who is responsible',
    cure: 'Have the employer and the host decide it, and write down who does what. If it cannot arise, write not_applicable and why.',
  },
  'SEC-02': {
    means: 'A secondment to which the employee has not consented',
    cure: 'Consult the employee and get consent in writing before the start.',
  },
  'SEC-03': {
    means: 'A secondment without an end, or of more than two years',
    cure: 'Set an end within two years, or ask HR and Legal whether the employee may come to be seen as transferred to the host.',
  },
  'SEC-04': {
    means: 'A secondment under section 113 between bodies that the section does not cover',
    cure: 'Answer s113 with false, and ask Legal on what basis the person is lent.',
  },
  'SEC-05': {
    means: 'VAT on a recharge that does not go with the basis of the secondment',
    cure: 'Ask the VAT adviser how the charge is treated, and write the reason beside it.',
  },
  'SEC-06': {
    means: 'A secondment from a partner to itself',
    cure: 'Name the other partner.',
  },
  'SEC-07': {
    means: 'A secondment that leaves open how it ends, or who answers for it',
    cure: 'Have the employer and the host decide it before the start.',
  },
} as const satisfies Record<string, CodeEntry>
