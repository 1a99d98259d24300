/** Section 7 of the intake: the grant and its terms, and the accountable body. */
import { choice, date, group, id, int, list, long, money, pct, ref, text, yesNo } from '../fields.ts'
import { frequencies, onlyIf } from './choices.ts'

const grant = group(
  'Grant',
  {
    funder: text('Funder', { ask: 'Who gives the grant?', example: 'the Department for Family Services' }),
    ref: text('Reference', { ask: 'What is the funder’s reference?', example: 'FH/2026/114' }),
    amount: money('Amount', { ask: 'How much is the grant?', example: 900000 }),
    start: date('Start', { ask: 'From what date does it run?', example: '2026-04-01' }),
    end: date('End', { ask: 'Until what date?', example: '2029-03-31' }),
    outputs: list(
      'Outputs',
      group('Output', {
        id: id('Id', { example: 'families-seen', need: 'optional' }),
        text: text('Output', { ask: 'What must be delivered?', example: 'families seen in a hub' }),
        target: text('Target', { ask: 'How much of it?', example: '2,400 by the end of the grant' }),
        lead: ref('Lead partner', 'partners', { ask: 'Which partner delivers it?', example: 'family-voice' }),
        due: date('Due', { ask: 'By when?', example: '2029-03-31', need: 'optional' }),
      }),
      { ask: 'Which outputs does the funder require?' },
    ),
    retention_years: int(
      'Years to keep records',
      { min: 1, max: 50 },
      {
        ask: 'For how many years after the grant must records be kept?',
        example: 7,
        code: 'Code 9.15',
      },
    ),
    eligible_spend_end: date('Last date for spending', {
      ask: 'What is the last date on which spending is eligible?',
      example: '2029-03-31',
    }),
    accountable_body_required: yesNo('Accountable body required', {
      ask: 'Does the funder require one partner to be the accountable body?',
      example: true,
      stage: 'in_principle',
      code: 'Code 9.2',
    }),
    clawback_rule: choice(
      'Claw-back',
      {
        fault_then_share: 'by the Partner at fault and, where none is, by the Partners in shares',
        contribution_share: 'by the Partners in proportion to their contributions',
        agreed_shares: 'by the Partners in the agreed shares',
        accountable_body_bears: 'by the accountable body',
        causing_partner: 'by the Partner that caused it',
      },
      {
        ask: 'If the funder claims money back, who repays it?',
        example: 'fault_then_share',
        code: 'Code 9.16',
      },
    ),
    clawback_shares: list(
      'Claw-back shares',
      group('Share', {
        partner: ref('Partner', 'partners', { ask: 'Which partner?', example: 'council' }),
        share: pct('Share', { ask: 'What percentage?', example: 50 }),
      }),
      {
        ask: 'In what shares is money repaid?',
        help: 'The shares add up to 100.',
        onlyIf: onlyIf('claw-back is shared', 'clawback_rule', 'fault_then_share', 'agreed_shares'),
      },
    ),
    clawback_controls: long('Controls against claw-back', {
      ask: 'What is done to avoid claw-back?',
      example: 'Each claim is checked by the Council’s grants officer before it is sent.',
      need: 'optional',
      code: 'Code 9.16; R078',
    }),
    mainstreaming_decision: long('When the grant ends', {
      ask: 'When the grant ends, will the work stop or be paid for otherwise, and who decides?',
      example:
        'The Council’s Executive decides by September 2028 whether to go on with two hubs from its own budget.',
      code: 'Code 9.16; 9.20',
    }),
    members_consulted_date: date('Councillors consulted', {
      ask: 'When were councillors consulted on paying for the work after the grant?',
      example: '2026-02-26',
      need: 'optional',
      code: 'Code 9.16; R078',
    }),
    terms_accepted_by_partners: yesNo('Terms accepted', {
      ask: 'Have all partners seen and accepted the funder’s terms?',
      example: true,
      stage: 'sign_off',
    }),
    terms_accepted_date: date('Terms accepted on', {
      ask: 'When did the last partner accept them?',
      example: '2026-02-18',
      onlyIf: onlyIf('the terms are accepted', 'terms_accepted_by_partners', true),
      stage: 'sign_off',
    }),
    other_grants: list(
      'Other grants',
      group('Grant', {
        funder: text('Funder', { ask: 'Who gives it?', example: 'the Harrowdale Community Foundation' }),
        ref: text('Reference', { ask: 'What is its reference?', example: 'HCF-88' }),
        amount: money('Amount', { ask: 'How much?', example: 15000 }),
        end: date('End', { ask: 'Until what date?', example: '2027-03-31' }),
        terms: text('Main terms', {
          ask: 'What are its main terms?',
          example: 'for toys and books only; records kept 6 years',
        }),
      }),
      { ask: 'Which other grants are there?', need: 'optional', code: 'Code 9.15; R077' },
    ),
  },
  { need: 'grant', owner: 'finance', stage: 'draft', code: 'Code 9.2; 9.14 to 9.16' },
)

const accountableBody = group(
  'Accountable body',
  {
    partner: ref('Partner', 'partners', {
      ask: 'Which partner is the accountable body?',
      help: 'It must be a person in law.',
      example: 'council',
      stage: 'in_principle',
      code: 'Code 9.2',
    }),
    nominated_by: text('Nominated by', { ask: 'Who nominated it?', example: 'the shadow Board' }),
    nominated_date: date('Nominated on', { ask: 'On what date?', example: '2026-01-15' }),
    capability_confirmed: yesNo('Capability confirmed', {
      ask: 'Has it been confirmed that it can meet the legal obligations?',
      example: true,
      code: 'Code 9.5',
    }),
    risk_assessment_done: yesNo('Risk assessment done', {
      ask: 'Have the risks of taking the role been assessed?',
      example: true,
      stage: 'in_principle',
      code: 'Code 9.6',
    }),
    risk_ref: ref('Risk', 'risks', {
      ask: 'Which risk in the register is it?',
      example: 'ineligible-cost',
      onlyIf: onlyIf('the risk assessment is done', 'risk_assessment_done', true),
      code: 'Code 9.6',
    }),
    cashflow_limit: money('Limit of cash flow', {
      ask: 'What is the most it pays out ahead of grant?',
      example: 150000,
      code: 'Code 9.3',
    }),
    claim_frequency: choice('Claims', frequencies, {
      ask: 'How often is grant claimed?',
      example: 'quarterly',
      code: 'Code 9.3',
    }),
    ineligible_cost_rule: choice(
      'Costs the funder refuses',
      {
        causing_partner: 'by the Partner that incurred it',
        contribution_share: 'by the Partners in proportion to their contributions',
        causing_then_share:
          'by the Partner at fault and, where none is, by the Partners in proportion to their contributions',
        accountable_body_bears: 'by the accountable body',
      },
      { ask: 'Who bears a cost that the funder refuses?', example: 'causing_then_share', code: 'Code 9.3' },
    ),
    services: list(
      'Services it provides',
      text('Service', { ask: 'What does it provide?', example: 'payroll, purchasing and claims' }),
      { ask: 'Which staff, facilities and systems does it provide?', code: 'Code 9.4' },
    ),
    refusal_right: yesNo('Right to refuse', {
      ask: 'May it refuse a Board decision that is unlawful, outside the grant or without funds?',
      example: true,
      code: 'Code 9.4',
    }),
  },
  { need: 'accountable_body', owner: 'finance', stage: 'draft', code: 'Code 9.2 to 9.7' },
)

export const grantFields = { grant, accountable_body: accountableBody }
