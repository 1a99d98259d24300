/** An agreement that holds every type of node, for the Word tests. */
import type { Block, Document } from '../../../src/document/nodes.ts'
import {
  bullets,
  clause,
  definition,
  documentOf,
  emphasis,
  execution,
  fact,
  gap,
  heading,
  p,
  party,
  recital,
  ref,
  schedule,
  strong,
  table,
  titled,
} from './builders.ts'

/** One long row of the risk register. */
const risk = (number: number): (string | Block)[] => [
  `R${number}`,
  'A partner withdraws at short notice and the service for families stops before another provider is found',
  '3',
  '4',
  '12 (high)',
  'Six months’ notice under the agreement; a named deputy for each service; a reserve of one quarter’s contribution',
  'Hub Manager',
  number % 3 === 0 ? p(gap('When is this risk reviewed next?', `risks[r${number}].review`)) : '1 April 2027',
]

const everyBlock: readonly Block[] = [
  heading('Parties'),
  party(
    'northbridge',
    strong(fact('Northbridge City Council')),
    ' of Civic Square, Northbridge NB1 1AA (the “',
    strong('Council'),
    '”);',
  ),
  party(
    'family-voice',
    strong(fact('Family Voice Northbridge')),
    ', a registered charity (number 1234567) of 4 Mill Lane, Northbridge NB2 4QT; and',
  ),
  party(
    'nhs-trust',
    strong(fact('Northbridge Community NHS Trust')),
    ' of Station Road, Northbridge NB3 9ZZ.',
  ),
  heading('Background'),
  recital(
    'why',
    p(
      'The Partners wish to give families one place to go for help, from pregnancy until a child is nineteen.',
    ),
    p('They have worked together informally since 2024.'),
  ),
  recital(
    'grant',
    p(
      'The Council has been offered a grant of £1,234,500.00 for this purpose, as recital ',
      ref('why'),
      ' describes.',
    ),
  ),
  heading('A Introduction'),
  titled(
    'definitions',
    'Definitions and interpretation',
    clause(
      'definitions-terms',
      2,
      'In this agreement:',
      definition('board', 'Board', p('the body set up under clause ', ref('board'), '.')),
      definition(
        'budget-holder',
        'Budget Holder',
        p(
          'the person named in clause ',
          ref('finance.holder'),
          ' as answerable for spending the Partnership’s budget, who:',
        ),
        bullets(['is an employee of the Council; and'], ['is not a member of the Board.']),
        p('A deputy may act for the Budget Holder.'),
      ),
    ),
    clause(
      'definitions-law',
      2,
      p(
        'A reference to legislation is to it ',
        emphasis('as amended or replaced'),
        ', and ',
        strong('must ', emphasis('always')),
        ' be read so.',
      ),
    ),
  ),
  titled(
    'board',
    'The Board',
    clause(
      'board-set-up',
      2,
      p(
        'The Partners set up a Board, which ',
        fact('meets four times a year', 'board.meetings'),
        '. Its terms of reference are in ',
        ref('terms'),
        '.',
      ),
    ),
    clause(
      'board-duties',
      2,
      'The Board must:',
      clause(
        'board-duties-plan',
        3,
        'agree an annual plan before each financial year starts, after asking each Partner for its views and giving each at least twenty working days to reply;',
      ),
      clause(
        'board-duties-report',
        3,
        'report:',
        clause('board-report-quarter', 4, 'each quarter, on spending; and'),
        clause('board-report-year', 4, 'each year, on results.', p('The report is public.')),
      ),
      clause(
        'board-duties-risk',
        3,
        p(
          'keep the register in ',
          ref('risks'),
          ' up to date, as ',
          ref('terms.quorum.deputy'),
          ' requires.',
        ),
      ),
      p(
        'A member who cannot attend may send the substitute named in clause ',
        ref('board-report-quarter'),
        '.',
      ),
    ),
    clause(
      'board-bullets',
      2,
      'Each member brings:',
      bullets(
        ['experience of families;', bullets(['as a parent, or'], ['as a professional;'])],
        ['authority to decide for the Partner.'],
      ),
    ),
  ),
  heading('B Vision and objectives'),
  titled(
    'finance',
    'Money',
    clause(
      'finance-contributions',
      2,
      'Each Partner contributes as follows:',
      table(
        'contributions',
        'Contributions by partner and year',
        [
          ['Partner', 4],
          ['2026-27', 2, 'right'],
          ['2027-28', 2, 'right'],
          ['In kind', 3, 'center'],
        ],
        ['Northbridge City Council', '£250,000.00', '£260,000.00', 'Office space'],
        ['Family Voice Northbridge', '£12,500.00', p(gap('What does Family Voice pay in 2027-28?')), ''],
        ['Total', '£262,500.00', '£260,000.00', 'None'],
      ),
    ),
    clause(
      'finance.holder',
      2,
      p(
        'The Budget Holder is ',
        gap('Who holds the budget?', 'finance.budget_holder'),
        '. See ',
        ref('terms.quorum'),
        '.',
      ),
    ),
  ),
  titled(
    'ending',
    'Ending',
    'This clause has text straight under its title.',
    clause(
      'ending-notice',
      2,
      p('A Partner may leave on six months’ notice.', { type: 'lineBreak' }, 'Notice is given in writing.'),
    ),
  ),
  schedule(
    'terms',
    'Terms of reference of the Partnership Board and its working groups',
    'portrait',
    p('Clause ', ref('board'), ' refers to this schedule.'),
    heading('Part one: membership', 2),
    {
      ...titled('terms.members', 'Members'),
      children: [clause('terms.members.each', 2, 'Each Partner appoints two members.')],
    },
    {
      ...titled('terms.meetings', 'Meetings'),
      children: [
        clause(
          'terms.quorum',
          2,
          'The quorum is three members, of whom:',
          clause('terms.quorum.host', 3, 'one is from the Council;'),
          clause(
            'terms.quorum.deputy',
            3,
            'a deputy counts as a member, but not:',
            clause('terms.quorum.deputy.twice', 4, 'twice.'),
          ),
        ),
        clause(
          'terms.papers',
          2,
          p('Papers go out five working days before; see ', ref('terms.quorum.deputy.twice'), '.'),
        ),
      ],
    },
  ),
  schedule(
    'risks',
    'Risk register',
    'landscape',
    p('The Board keeps this register.'),
    table(
      'risk-table',
      'Risks, how they are controlled and who owns them',
      [
        ['No', 1],
        ['Risk', 5],
        ['Likelihood', 2, 'center'],
        ['Impact', 2, 'center'],
        ['Score', 2, 'center'],
        ['Controls', 5],
        ['Owner', 2],
        ['Review', 3],
      ],
      ...Array.from({ length: 14 }, (_, index) => risk(index + 1)),
    ),
  ),
  schedule(
    'contacts',
    'Contacts',
    'portrait',
    clause('contacts.who', 1, p('The contacts are as the Board decides, and each may be changed by notice.')),
    clause('contacts.how', 1, p('Notices go by post or email, as ', ref('contacts.who'), ' allows.')),
    table(
      'contact-table',
      'Contacts',
      [
        ['Partner', 1],
        ['Notes', 2],
      ],
      ['Council', bullets(['By post'], ['By email'])],
    ),
  ),
  heading('Execution'),
  p('This agreement has been entered into on the date stated at the beginning of it.'),
  execution(
    'sign-council',
    ['Signed by an authorised officer for and on behalf of Northbridge City Council'],
    [['Signature'], ['Name', 'Jo Example'], ['Position'], ['Date']],
  ),
  execution(
    'sign-voice',
    ['Executed as a deed by Family Voice Northbridge acting by two trustees'],
    [['First trustee'], ['Name'], ['Second trustee'], ['Name'], ['Date']],
  ),
  execution(
    'sign-trust',
    ['The common seal of Northbridge Community NHS Trust was affixed in the presence of:'],
    [['Attesting officer'], ['Name'], ['Seal register number'], ['Date']],
  ),
]

/** An agreement with every type of node in it. */
export const everything: Document = documentOf(everyBlock)
