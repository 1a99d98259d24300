/** Codes for the rules about objectives, the Board, its decisions, and the Council's representatives. */
import type { CodeEntry } from './entry.ts'

export const boardRuleCodes = {
  'AIM-02': {
    means: 'An objective that says what will be done, not what will be different',
    cure: 'Say what will be different for whom if it succeeds, and move the task to the services or the plan.',
  },
  'AIM-03': {
    means: 'An objective that cannot be measured: no measure, no target or no date',
    cure: 'Agree with Performance what is counted, the figure aimed at and the date.',
  },
  'AIM-04': {
    means: 'An objective or a milestone that falls outside the term',
    cure: 'Mend the date or the term.',
  },
  'AIM-05': {
    means: 'A vision that is a list of tasks',
    cure: 'Write a sentence or two that paint what people will see in some years’ time.',
  },
  'AIM-06': {
    means: 'Provisional objectives without a date by which they are settled, or with one that has gone by',
    cure: 'Settle the objectives, or agree a date to come, no later than the first review.',
  },
  'AIM-07': {
    means: 'A challenge that no clause deals with',
    cure: 'Find the clause that deals with it, or ask Legal to add what is missing.',
  },
  'GOV-01': {
    means: 'A quorum that cannot be reached, or that lets a few decide for all',
    cure: 'Set a quorum that the voting seats can reach; more than half of them is usual.',
  },
  'GOV-02': {
    means: 'Votes may be equal, and nobody has a casting vote',
    cure: 'Give the chair a casting vote, or check that the partners want a tied proposal to be lost.',
  },
  'GOV-03': {
    means: 'Weights of votes that do not add up to 100%, or do not fit the seats',
    cure: 'Agree the weights again with every partner that has a voting seat, so that they add up to 100.',
  },
  'GOV-04': {
    means: 'Somebody who may not do so by law votes on a joint committee',
    cure: 'Take the vote away, or have Legal confirm which exception of section 13 applies.',
  },
  'GOV-05': {
    means: 'A way of deciding that the law does not let a joint committee have',
    cure: 'Give each voting member one vote and the chair a casting vote, and decide at meetings; Legal can advise.',
  },
  'GOV-06': {
    means: 'Weights or a casting vote that the way of voting does not use',
    cure: 'Decide how votes are counted, and delete the answer that does not go with it.',
    conflict: true,
  },
  'GOV-07': {
    means: 'A joint committee whose meetings or papers are not open to the public in time',
    cure: 'Open the meetings, and send papers at least five clear days before each.',
  },
  'GOV-08': {
    means: 'It is not clear who holds the functions of each council on a joint committee',
    cure: 'List every council once, and ask Legal whether its council or its executive holds the functions.',
  },
  'GOV-09': {
    means: 'A community safety partnership without a body that the law makes responsible',
    cure: 'Invite the body to be a partner, or say in csp.absent_reason why it is not.',
  },
  'GOV-10': {
    means: 'Expulsion where the law fixes who is a member',
    cure: 'Write not_applicable for expulsion, with the reason that the law makes them members.',
  },
  'GOV-11': {
    means: 'A Board without seats, votes, a chair or a secretariat, or a partner without a seat',
    cure: 'Agree with the partners who sits on the Board, who votes and who serves it.',
  },
  'GOV-12': {
    means: 'A matter both for the Board and for the partners themselves to decide',
    cure: 'Agree who decides it, and delete it from the other list.',
    conflict: true,
  },
  'GOV-13': {
    means: 'A secretariat whose cost or times do not fit the other answers',
    cure: 'Mend the answer about the secretariat.',
  },
  'GOV-14': {
    means: 'The Board is to report more often than it meets',
    cure: 'Let the Board meet more often or decide in writing, or let an officer report between meetings.',
  },
  'GOV-15': {
    means: 'Reporting or representation that does not fit the type of partnership',
    cure: 'Agree the reporting with the chief officer who leads on it, and add what is missing.',
  },
  'GOV-16': {
    means: 'The Council’s representatives have no duties or support recorded',
    cure: 'Ask the first contact for support what each representative will be given, and write it down.',
  },
  'GOV-17': {
    means: 'Representatives have not been told how their roles may conflict',
    cure: 'Brief them before they take up their seats, and record the date.',
  },
  'GOV-18': {
    means: 'A fact that the Council must know before it joins is set aside',
    cure: 'Find out the fact and write it down.',
  },
  'GOV-19': {
    means: 'Whether a councillor is the only elected person on the Board',
    cure: 'Make sure that the councillor has advice on this role, and that the Council hears what the Board decides.',
  },
  'GOV-20': {
    means: 'Nobody answers for the entry in the partnership register',
    cure: 'Name one person.',
  },
  'GOV-21': {
    means: 'A substitute is named, but members may not send substitutes',
    cure: 'Allow substitutes, or delete the name.',
    conflict: true,
  },
  'GOV-22': {
    means: 'A councillor without training for the seat, or with training that comes late',
    cure: 'Arrange training before the first meeting, and record its date.',
  },
  'GOV-23': {
    means: 'A representative who misses most meetings',
    cure: 'Ask whether somebody else should represent the Council, or see that a substitute goes.',
  },
  'GOV-24': {
    means: 'Service users are not involved',
    cure: 'Say how they are involved at each stage, or write not_applicable with the reason.',
  },
  'GOV-25': {
    means: 'A briefing, an agreement or a meeting recorded for a day that has not come',
    cure: 'Leave the record out until it has happened, or mend the date.',
  },
  'GOV-26': {
    means: 'No chief officer has agreed how the representatives report',
    cure: 'Agree it with the chief officer who leads on the partnership, and record the date.',
  },
  'GOV-27': {
    means: 'More councillors named than there are seats for',
    cure: 'Mend the seats or the list of councillors.',
  },
  'GOV-28': {
    means: 'An interest that was declared when deciding and that the agreement does not list',
    cure: 'Add it to conflicts with how it is handled, or have Legal confirm that it is over.',
  },
} as const satisfies Record<string, CodeEntry>
