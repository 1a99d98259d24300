/** Section 6 of the intake: money, who brings it, who answers for it, what happens when it runs over or stays over. */
import { choice, date, group, list, long, money, pct, ref, text, yesNo } from '../fields.ts'
import { audit } from './audit.ts'
import { costBearers, frequencies, onlyIf } from './choices.ts'

const finance = group(
  'Finance',
  {
    has_finance: yesNo('Money involved', {
      ask: 'Does any money move, or may the Council commit money or services?',
      help: 'No only if nothing is paid and the Council commits no funds and no services.',
      example: true,
      stage: 'in_principle',
      code: 'Code 9.1',
    }),
    grant_funded: yesNo('Grant-funded', {
      ask: 'Is any of the money a grant from outside the partnership?',
      example: true,
      need: 'finance',
      stage: 'in_principle',
      code: 'Code 9.2',
    }),
    total: money('Total', {
      ask: 'What is the total of all contributions over the term?',
      help: 'It must equal the sum of the contributions.',
      example: 125000,
      need: 'finance',
    }),
    capital: long('Capital', {
      ask: 'Which part is capital, and what is it for?',
      example: '£40,000 in 2026/27 to fit out the Mill Yard hub.',
      need: 'optional',
      code: 'Code App 4 E',
    }),
    income: long('Income', {
      ask: 'What income is expected, and who keeps it?',
      example: 'Room hire of about £3,000 a year, paid into the budget.',
      need: 'optional',
      code: 'Code App 4 E',
    }),
    payment_terms: text('Payment dates', {
      ask: 'When do the partners pay?',
      example: 'in four equal parts on the first day of each quarter',
      need: 'finance',
    }),
    uplift: text('Uplift', {
      ask: 'How do contributions rise from year to year?',
      example: 'by 2% a year',
      need: 'optional',
    }),
    virement_limit: money('Limit of virement', {
      ask: 'Up to what amount may money move between budget heads without the Board?',
      example: 5000,
      need: 'optional',
    }),
  },
  { owner: 'finance' },
)

const contributions = list(
  'Contributions',
  group('Contribution', {
    partner: ref('Partner', 'partners', { ask: 'Which partner?', example: 'council' }),
    year: text('Year', { ask: 'In which financial year?', example: '2026/27' }),
    amount: money('Amount', { ask: 'How much?', example: 62500 }),
    share: pct('Share', { ask: 'What percentage of the total?', example: 50, need: 'optional' }),
    kind: choice(
      'Kind',
      { cash: 'cash', grant: 'grant' },
      { ask: 'Is it the partner’s own cash, or grant?', example: 'cash' },
    ),
    approved: yesNo('Approved', { ask: 'Has the partner approved it?', example: true }),
    date: date('Date of approval', {
      ask: 'When was it approved?',
      example: '2026-02-26',
      onlyIf: onlyIf('the contribution is approved', 'approved', true),
    }),
  }),
  {
    ask: 'What does each partner contribute in each year?',
    help: 'One line for each partner and year.',
    need: 'finance',
    owner: 'finance',
    stage: 'draft',
    code: 'Code 9.9',
  },
)

export const financeFields = {
  finance,
  budget_model: choice(
    'Budget model',
    {
      own_budgets: 'budgets that each Partner keeps and runs itself',
      aligned: 'an aligned (parallel) budget',
      pooled: 'a pooled budget',
    },
    {
      ask: 'Does each partner keep its budget, are budgets aligned, or is there one pool?',
      help: 'In a pool the contributions lose their identity. Aligned (the Code says parallel) budgets keep it.',
      example: 'aligned',
      need: 'finance',
      owner: 'finance',
      stage: 'draft',
      code: 'Code 9.8',
    },
  ),
  contributions,
  pool: group(
    'Pooled budget',
    {
      administrator: ref('Administrator', 'partners', {
        ask: 'Which partner administers the pool?',
        example: 'council',
      }),
      permitted_spend: long('Permitted spending', {
        ask: 'On what may the pool be spent?',
        example: 'Buying, delivering, servicing and collecting community equipment for adults and children.',
      }),
    },
    { need: 'pooled', owner: 'finance', stage: 'draft', code: 'Code 9.9' },
  ),
  budget_holder: group(
    'Budget holder',
    {
      name: text('Name', { ask: 'Who is the budget holder?', example: 'Priya Ashworth, Head of Early Help' }),
      duties: long('Duties', {
        ask: 'What are the budget holder’s duties?',
        example: '- Approves spending within the budget\n- Reports to the Board each quarter',
      }),
    },
    { need: 'finance', owner: 'finance', stage: 'draft', code: 'Code 9.22' },
  ),
  authority_to_spend: group(
    'Authority to spend',
    {
      ref: text('Reference', {
        ask: 'Which decision gives authority to spend?',
        example: 'Cabinet decision CAB/2026/31',
      }),
      date: date('Date', { ask: 'On what date was it taken?', example: '2026-02-26' }),
    },
    { need: 'finance', owner: 'finance', stage: 'sign_off', code: 'Code 9.1' },
  ),
  financial_reporting: group(
    'Financial reporting',
    {
      frequency: choice('How often', frequencies, {
        ask: 'How often is spending reported?',
        example: 'quarterly',
      }),
      to: text('To', { ask: 'To whom is spending reported?', example: 'the Board' }),
      format: text('Form', {
        ask: 'In what form?',
        example: 'a statement of budget, spending and forecast',
        need: 'optional',
      }),
      set_by: text('Set by', {
        ask: 'Which finance manager set the frequency and form?',
        example: 'Jonah Petrie, Finance Manager',
        need: 'optional',
        code: 'Code 9.10; R072',
      }),
    },
    { need: 'finance', owner: 'finance', stage: 'draft', code: 'Code 9.10' },
  ),
  banking: text('Banking', {
    ask: 'Through which bank account does the money pass?',
    example: 'the Council’s general account, under its own cost code',
    need: 'finance',
    owner: 'finance',
    stage: 'draft',
    code: 'Code App 4 E',
  }),
  accounting_rules: text('Accounting rules', {
    ask: 'Whose accounting and financial rules apply?',
    example: 'the Council’s Financial Procedure Rules',
    need: 'finance',
    owner: 'finance',
    stage: 'draft',
    code: 'Code App 4 E',
  }),
  overspend: group(
    'Overspends',
    {
      rule: choice(
        'Rule',
        {
          contribution_share: 'by the Partners in proportion to their contributions',
          agreed_shares: 'by the Partners in the agreed shares',
          causing_partner: 'by the Partner that caused it',
          host_bears: 'by the Council',
        },
        { ask: 'Who bears an overspend?', example: 'contribution_share' },
      ),
      shares: list(
        'Agreed shares',
        group('Share', {
          partner: ref('Partner', 'partners', { ask: 'Which partner?', example: 'council' }),
          share: pct('Share', { ask: 'What percentage?', example: 60 }),
        }),
        {
          ask: 'In what shares?',
          help: 'The shares add up to 100.',
          onlyIf: onlyIf('an overspend is borne in agreed shares', 'rule', 'agreed_shares'),
        },
      ),
    },
    { need: 'finance', owner: 'finance', stage: 'draft', code: 'Code 9.1' },
  ),
  underspend: group(
    'Underspends',
    {
      rule: choice(
        'Rule',
        {
          carry_forward: 'carried forward to the next year',
          return_pro_rata: 'returned to the Partners in proportion to their contributions',
          return_to_funder: 'returned to the funder',
          reinvest_by_board: 'reinvested as the Board decides',
        },
        { ask: 'What happens to an underspend?', example: 'carry_forward' },
      ),
    },
    { need: 'finance', owner: 'finance', stage: 'draft', code: 'Code 9.1' },
  ),
  vat: group(
    'VAT',
    {
      treatment: long('Treatment', {
        ask: 'How are the contributions treated for VAT?',
        example:
          'Contributions are outside the scope of VAT. The Council buys and reclaims VAT on its own purchases.',
      }),
      adviser: text('Adviser', { ask: 'Who gave the VAT advice?', example: 'Ruth Ellery, VAT Accountant' }),
      advice_date: date('Date of advice', { ask: 'When was it given?', example: '2026-01-22' }),
      funding_effect: long('Effect on funding', {
        ask: 'What VAT cannot be recovered, and who bears it?',
        example: 'None is expected.',
        need: 'optional',
        code: 'Code 9.12; R074',
      }),
    },
    { need: 'finance', owner: 'finance', stage: 'draft', code: 'Code 9.12' },
  ),
  recharge: group(
    'Recharge of accountable body costs',
    {
      charged: yesNo('Charged', { ask: 'Does the accountable body charge for its work?', example: true }),
      amount: money('Amount a year', {
        ask: 'How much a year?',
        example: 4000,
        onlyIf: onlyIf('the accountable body charges', 'charged', true),
      }),
      basis: text('Basis', {
        ask: 'On what basis?',
        example: 'the actual cost of staff time, up to that amount',
        onlyIf: onlyIf('the accountable body charges', 'charged', true),
      }),
      bearer: choice('Who bears it', costBearers, {
        ask: 'Who bears it?',
        example: 'by_contribution',
        need: 'optional',
      }),
    },
    { need: 'accountable_body', owner: 'finance', stage: 'draft', code: 'Code App 4 E' },
  ),
  audit,
}
