/** Section 9 of the intake: early views, how partners were chosen, procurement, subsidy and land. */
import { choice, date, group, long, money, text, yesNo } from '../fields.ts'
import { onlyIf } from './choices.ts'

const view = (whose: string, example: string) =>
  group(`View of ${whose}`, {
    name: text('Given by', { ask: `Who gave the view of ${whose}?`, example }),
    date: date('Date', { ask: 'On what date?', example: '2025-10-06' }),
    view: long('View', {
      ask: 'What was the view?',
      example: 'No procurement is needed: the Council gives grant.',
    }),
  })

export const procurementFields = {
  early_views: group(
    'Views before first discussion',
    {
      procurement: view('Corporate Procurement', 'Bettina Rowe, Procurement Manager'),
      legal: view('Legal Services', 'Marian Oyelaran, Principal Solicitor'),
      reason_if_one: long('Reason for only one', {
        ask: 'If only one of the two was asked, why?',
        example: 'Legal has taken the view that no contract is let.',
        need: 'optional',
      }),
      first_discussion_date: date('First discussion with partners', {
        ask: 'On what date were possible partners first approached?',
        help: 'The views should come first.',
        example: '2025-10-20',
      }),
    },
    { owner: 'procurement', stage: 'in_principle', isPrivate: true, code: 'Code 3.2; R018' },
  ),
  procurement: group(
    'Procurement',
    {
      required: yesNo('Procurement required', {
        ask: 'Must partners be chosen by procurement?',
        example: false,
        stage: 'in_principle',
        code: 'Code 3.1',
      }),
      exemption: choice(
        'Exemption',
        {
          no_exchange_of_funds: 'no money is exchanged',
          grant: 'the Council gives grant',
          permitted_by_law: 'the law permits, requires or encourages the partnership',
          public_public_vertical: 'the Partner is a body that the Council controls',
          public_public_horizontal: 'public bodies cooperate to perform their public functions',
          below_threshold_rules_followed:
            'the value is below the threshold and the rules for that were followed',
          other: 'another exemption applies',
        },
        {
          ask: 'Why is no procurement needed?',
          example: 'public_public_horizontal',
          need: 'not_procured',
          stage: 'in_principle',
          code: 'Code 3.1; R016',
        },
      ),
      exemption_reason: long('Reason', {
        ask: 'What facts make the exemption apply?',
        example: 'The partners are public bodies that share statutory duties; no one is paid for a service.',
        need: 'not_procured',
        stage: 'in_principle',
        code: 'Code 3.1; R016',
      }),
      detailed_specification: yesNo('Detailed specification', {
        ask: 'Does the funding depend on detailed requirements?',
        help: 'A grant that does may really be a contract, which must be procured.',
        example: false,
        need: 'grant',
        stage: 'in_principle',
        code: 'Code 3.1; R017',
      }),
      agreed_with: text('Agreed with', {
        ask: 'Who in Corporate Procurement agreed that no procurement is needed?',
        example: 'Bettina Rowe, Procurement Manager',
        need: 'not_procured',
        code: 'Code App 2',
      }),
      agreed_date: date('Agreed on', {
        ask: 'When was that agreed?',
        example: '2025-11-03',
        need: 'not_procured',
        code: 'Code App 2',
      }),
      procedure: text('Procedure', {
        ask: 'Which procedure was followed?',
        example: 'competitive flexible procedure',
        need: 'procured',
      }),
      notice_ref: text('Notice', {
        ask: 'What is the reference of the notice?',
        example: '2025/S 000-041122',
        need: 'procured',
      }),
      award_date: date('Award', {
        ask: 'When was the contract awarded?',
        example: '2026-01-30',
        need: 'procured',
      }),
      contract_ref: text('Contract', {
        ask: 'What is the reference of the contract?',
        example: 'HBC-C-2291',
        need: 'procured',
      }),
      value: money('Value', { ask: 'What is the value of the contract?', example: 480000, need: 'procured' }),
      arrangements_agreed_with: text('Purchasing arrangements agreed with', {
        ask: 'With whom in Corporate Procurement were the partnership’s own purchasing rules agreed?',
        example: 'Bettina Rowe, Procurement Manager',
        need: 'finance',
        code: 'Code 9.11; R073',
      }),
      arrangements_agreed_date: date('Purchasing arrangements agreed on', {
        ask: 'When were they agreed?',
        example: '2026-01-12',
        need: 'finance',
        code: 'Code 9.11; R073',
      }),
      partnering_contract: text('Partnering contract', {
        ask: 'Was a form of contract made for partnering considered, and which?',
        example: 'considered and not used: the service is simple',
        need: 'optional',
        code: 'Code 7.3; R041',
      }),
    },
    { owner: 'procurement', stage: 'draft' },
  ),
  subsidy: group(
    'Subsidy',
    {
      assessed: yesNo('Assessed', {
        ask: 'Has the money been assessed under subsidy control law?',
        example: true,
      }),
      route: choice(
        'Result',
        {
          no_subsidy: 'no subsidy is given',
          mfa: 'a subsidy within minimal financial assistance',
          spei: 'assistance for services of public economic interest',
          streamlined: 'a subsidy under a streamlined route',
          principles: 'a subsidy assessed against the subsidy control principles',
        },
        {
          ask: 'What was the result?',
          example: 'no_subsidy',
          onlyIf: onlyIf('it was assessed', 'assessed', true),
        },
      ),
      reason: long('Reason', {
        ask: 'Why?',
        example: 'The partners carry on no business with the money.',
        need: 'optional',
      }),
      mfa_total_3y: money('Minimal assistance over three years', {
        ask: 'How much minimal assistance has the recipient had in three financial years?',
        example: 40000,
        onlyIf: onlyIf('the route is minimal financial assistance', 'route', 'mfa'),
      }),
    },
    { need: 'finance', owner: 'legal', stage: 'sign_off' },
  ),
  land: group(
    'Land',
    {
      undervalue_disposal: yesNo('Land for less than its value', {
        ask: 'Does the Council dispose of land, or let it, for less than its value?',
        example: false,
      }),
      report_ref: text('Report', {
        ask: 'Which report deals with the disposal?',
        example: 'Report EST/2026/07',
        onlyIf: onlyIf('land is disposed of for less than its value', 'undervalue_disposal', true),
      }),
      report_date: date('Date of report', {
        ask: 'What is the date of that report?',
        example: '2026-01-27',
        onlyIf: onlyIf('land is disposed of for less than its value', 'undervalue_disposal', true),
      }),
    },
    { owner: 'legal', stage: 'sign_off', code: 'Local Government Act 1972 s123' },
  ),
}
