/** Codes for the rules about dates and the order in which things are done. */
import type { CodeEntry } from './entry.ts'

export const dateRuleCodes = {
  'DATE-01': {
    means: 'A date that can hardly be meant',
    cure: 'Check the year.',
  },
  'DATE-02': {
    means: 'Something ends before it starts',
    cure: 'Mend the start or the end.',
  },
  'DATE-03': {
    means: 'A review that comes too early, too late or not often enough',
    cure: 'Set the first review within the time allowed after the start and before the end.',
  },
  'DATE-04': {
    means: 'An approval dated after the start or after the first commitment',
    cure: 'Move the start, or tell the director why things began before they were approved.',
  },
  'DATE-05': {
    means: 'A grant or a secondment that lies outside the term',
    cure: 'Mend the dates, or say in the background why the two differ.',
  },
  'DATE-06': {
    means: 'The agreement was signed after the start',
    cure: 'Ask Legal for wording on the effective date, or move the start.',
  },
  'DATE-07': {
    means: 'Something is recorded as done on a day that has not come',
    cure: 'Leave the date blank until it is done, or mend it.',
  },
  'DATE-08': {
    means: 'Partners were talked to before Procurement or Legal gave a view',
    cure: 'Record any earlier view, or tell the director that the talks came first.',
  },
  'DATE-09': {
    means: 'The director’s declaration came after the start or after signing',
    cure: 'Move the start or the signing until after the declaration.',
  },
  'DATE-10': {
    means: 'The agreement was signed before it was approved',
    cure: 'Mend the date, or have the agreement signed again once it is approved.',
  },
  'DATE-11': {
    means: 'Advice or an approval came after the director’s declaration',
    cure: 'Mend the date, or have the director look at it and declare again.',
  },
  'DATE-12': {
    means: 'A term without end that has an end date',
    cure: 'Make the term fixed, or delete the end date.',
    conflict: true,
  },
  'DATE-13': {
    means: 'Advice on exit that came after the money or the partnership had ended',
    cure: 'Mend the date; exit is planned before the end.',
  },
  'DATE-15': {
    means: 'A last day for the conditions that has passed or is no use',
    cure: 'Check that the conditions were met or done without by then, or agree a later day in writing before the agreement ends.',
  },
  'DATE-14': {
    means: 'The partnership has started, and no signed agreement is recorded',
    cure: 'Have the agreement signed now and record agreement_date, or move the start and stop what has begun.',
  },
} as const satisfies Record<string, CodeEntry>
