/** Section 3 of the intake: when the agreement starts and ends, and when it is reviewed. */
import { choice, date, group, int, list, text } from '../fields.ts'

export const termFields = {
  agreement_date: date('Date of agreement', {
    ask: 'On what date was the agreement made?',
    help: 'Leave blank until it is signed: a date that has not come is reported, and nothing is made as if it had.',
    example: '2026-03-20',
    need: 'optional',
    stage: 'live',
  }),
  term: group(
    'Term',
    {
      start: date('Start date', { ask: 'On what date does the partnership start?', example: '2026-04-01' }),
      kind: choice(
        'Kind of term',
        { fixed: 'for a fixed term', rolling: 'until ended by notice' },
        { ask: 'Is it for a fixed term, or does it run until ended?', example: 'fixed' },
      ),
      end: date('End date', { ask: 'On what date does it end?', example: '2029-03-31', need: 'fixed_term' }),
      extension_months: int(
        'Longest extension, in months',
        { min: 1, max: 120 },
        {
          ask: 'By how many months at most may the partners extend it?',
          example: 12,
          need: 'optional',
        },
      ),
      conditions_precedent: list(
        'Conditions before it starts',
        text('Condition', {
          ask: 'What must happen first?',
          example: 'the funder confirms the grant in writing',
        }),
        { ask: 'What must happen before the agreement takes effect?', need: 'optional' },
      ),
      long_stop: date('Last day for the conditions', {
        ask: 'If the conditions are not met, on what date does the agreement end?',
        help: 'Without a last day the partners would stay bound in part and wait for ever.',
        example: '2026-09-30',
        onlyIf: {
          words: 'something must happen before the agreement takes effect',
          test: beside =>
            Array.isArray(beside.conditions_precedent) && beside.conditions_precedent.length > 0,
        },
      }),
    },
    { stage: 'draft', code: 'Code App 4 C' },
  ),
  review: group(
    'Review',
    {
      first_date: date('First review', {
        ask: 'On what date is the first review due?',
        help: 'No later than twelve months after the start.',
        example: '2027-03-01',
      }),
      frequency_months: int(
        'Months between reviews',
        { min: 1, max: 12 },
        {
          ask: 'How many months pass between reviews?',
          help: 'At most 12: the Code asks for a review at least once a year.',
          example: 12,
        },
      ),
      last_held: date('Last review held', {
        ask: 'On what date was the last review held?',
        help: 'Leave blank until one has been. The next is then due as many months later as stand between reviews.',
        example: '2027-02-22',
        need: 'optional',
        stage: 'review',
        code: 'Code 7.5',
      }),
      reviewer: text('Reviewer', {
        ask: 'Who carries out the review?',
        example: 'the Board, with a report from the Council’s lead officer',
      }),
    },
    { stage: 'draft', code: 'Code 7.5; App 4 H' },
  ),
}
