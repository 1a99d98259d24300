/** Section 14 of the intake: leaving, joining, changing and ending, and how the agreement is signed. */
import { choice, date, group, int, list, long, text, yesNo } from '../fields.ts'

const exitPart = (title: string, ask: string, example: string) => long(title, { ask, example })

export const endingFields = {
  withdrawal: group(
    'Withdrawal',
    {
      notice_months: int(
        'Notice, months',
        { min: 1, max: 36 },
        { ask: 'How many months’ notice must a partner give to leave?', example: 6 },
      ),
      earliest: choice(
        'Earliest',
        {
          any_time: 'at any time',
          end_of_financial_year: 'at the end of a financial year',
          after_first_year: 'at any time after the first year',
        },
        { ask: 'When may withdrawal take effect?', example: 'end_of_financial_year' },
      ),
      liabilities: long('Liabilities', {
        ask: 'What must a partner that leaves still pay or do?',
        example:
          'It pays its contributions to the end of the financial year and its share of costs already committed.',
      }),
    },
    { owner: 'legal', stage: 'draft', code: 'Code App 4 G' },
  ),
  joining_allowed: yesNo('New partners', {
    ask: 'May new partners join later?',
    help: 'Left out, the agreement says nothing of new partners.',
    example: true,
    need: 'optional',
    owner: 'legal',
    stage: 'draft',
  }),
  variation: group(
    'Variation',
    {
      who: choice(
        'Who may vary it',
        {
          authorised_signatories: 'an authorised signatory of every Partner',
          lead_officers: 'the lead officer of every Partner',
          board_unanimous: 'the Board, by the unanimous decision of its voting members',
        },
        { ask: 'Who may agree a variation?', example: 'authorised_signatories' },
      ),
      form: choice(
        'Form',
        {
          signed_writing: 'a written variation, signed',
          deed: 'a deed',
          exchange_of_letters: 'an exchange of letters',
        },
        { ask: 'In which form?', example: 'signed_writing' },
      ),
    },
    { owner: 'legal', stage: 'draft', code: 'Code App 4 F' },
  ),
  termination: group(
    'Termination',
    {
      notice_months: int(
        'Notice, months',
        { min: 1, max: 36 },
        {
          ask: 'How many months’ notice ends the whole agreement?',
          example: 6,
        },
      ),
      triggers: list(
        'What else ends it',
        text('Trigger', { ask: 'Which event?', example: 'the grant is withdrawn' }),
        { ask: 'Which events end it at once or on short notice?' },
      ),
    },
    { owner: 'legal', stage: 'draft', code: 'Code App 4 G' },
  ),
  exit: group(
    'Exit strategy',
    {
      strategy: exitPart(
        'Strategy',
        'What is the exit strategy, in a few sentences?',
        'The hubs pass to the Council, or close in an orderly way over six months.',
      ),
      planned: exitPart(
        'Planned ending',
        'What happens at a planned ending?',
        'From twelve months before the end the Board prepares a closing plan.',
      ),
      unplanned: exitPart(
        'Unplanned ending',
        'What happens at an unplanned ending?',
        'The chief officers meet within five working days and keep each hub open for a month.',
      ),
      staff: exitPart(
        'Staff',
        'What happens to staff?',
        'Secondees return; the Council’s staff are redeployed where possible.',
      ),
      assets: exitPart('Assets', 'What happens to assets?', 'Each goes as the asset register says.'),
      data: exitPart(
        'Data',
        'What happens to data?',
        'Each Partner keeps its own records; shared copies are destroyed within 60 days.',
      ),
      contracts: exitPart(
        'Contracts',
        'What happens to contracts and leases?',
        'The Council ends or takes over those made for the partnership.',
      ),
      liabilities: exitPart(
        'Liabilities',
        'Who bears the costs and liabilities that remain?',
        'The Partners, in proportion to their contributions.',
      ),
      funding: long('Cost of ending', {
        ask: 'How is the cost of ending paid for?',
        example: 'A reserve of £10,000 is kept from the second year.',
        need: 'finance',
        owner: 'finance',
        code: 'Code 9.20',
      }),
      final_report_to: text('Final report to', {
        ask: 'To whom does the final report go?',
        example: 'the Partners and the funder',
      }),
      final_report_days: int(
        'Final report, working days',
        { min: 1, max: 365 },
        {
          ask: 'Within how many working days of the end?',
          example: 60,
        },
      ),
      mainstreaming: exitPart(
        'Carrying on',
        'Will the work carry on after the end, and who decides?',
        'The Council’s Executive decides six months before the end.',
      ),
      advice: list(
        'Advice on exit',
        group('Advice', {
          from: choice(
            'From',
            { legal: 'Legal', finance: 'Finance', hr: 'HR' },
            { ask: 'Whose advice?', example: 'finance' },
          ),
          name: text('Name', { ask: 'Who gave it?', example: 'Jonah Petrie, Finance Manager' }),
          date: date('Date', { ask: 'When?', example: '2026-02-05' }),
          advice: long('Advice', {
            ask: 'What was the advice?',
            example: 'Hold a reserve for redundancy costs.',
          }),
        }),
        {
          ask: 'What did Legal, Finance and HR advise on exit?',
          isPrivate: true,
          stage: 'sign_off',
          code: 'Code 9.21; R082',
        },
      ),
    },
    { stage: 'draft', code: 'Code 9.21; App 4 G' },
  ),
  omitted_heads: list(
    'Heads left out',
    group('Head', {
      clause: text('Clause', {
        ask: 'Which clause is left out?',
        help: 'Its id, as concordat explain lists it.',
        example: 'project-management',
      }),
      reason: long('Reason', { ask: 'Why?', example: 'There is no project: the forum only meets.' }),
      decided_by: text('Decided by', {
        ask: 'Who decided?',
        example: 'Marian Oyelaran, Principal Solicitor',
      }),
      date: date('Date', { ask: 'When?', example: '2026-02-03' }),
    }),
    {
      ask: 'Which "where applicable" heads of the Code’s template are left out, and why?',
      need: 'optional',
      owner: 'legal',
      stage: 'sign_off',
      isPrivate: true,
      code: 'Code App 4; R129',
    },
  ),
  execution: group(
    'Signing',
    {
      counterparts: yesNo('Counterparts', { ask: 'May the partners sign separate copies?', example: true }),
      electronic: yesNo('Electronic signing', { ask: 'May it be signed electronically?', example: true }),
      constitution_permits_esealing: yesNo('Electronic sealing', {
        ask: 'Does the Council’s constitution allow electronic sealing?',
        example: false,
      }),
    },
    { owner: 'legal', stage: 'sign_off' },
  ),
}
