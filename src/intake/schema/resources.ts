/** Section 10 of the intake: records, assets, intellectual property, insurance and liability. */
import { choice, date, group, id, int, list, money, ref, text, yesNo } from '../fields.ts'

export const resourcesFields = {
  retention: list(
    'Retention of records',
    group('Class of record', {
      class: text('Class', { ask: 'Which records?', example: 'grant claims and evidence' }),
      holder: ref('Holder', 'partners', { ask: 'Which partner keeps them?', example: 'council' }),
      years: int('Years', { min: 0, max: 120 }, { ask: 'For how many years?', example: 7 }),
      reason: text('Reason', { ask: 'Why that long?', example: 'the funder’s terms' }),
    }),
    {
      ask: 'Which records are kept, by whom, for how long?',
      owner: 'information_governance',
      stage: 'draft',
      code: 'Code 9.14',
    },
  ),
  assets: list(
    'Assets',
    group('Asset', {
      id: id('Id', { example: 'hub-van', need: 'optional' }),
      text: text('Asset', { ask: 'What is it?', example: 'a van for the travelling hub' }),
      owner: ref('Owner', 'partners', { ask: 'Which partner owns it?', example: 'council' }),
      value: money('Value', { ask: 'What is it worth?', example: 24000, need: 'optional' }),
      upkeep: text('Upkeep', {
        ask: 'Who looks after it and pays for that?',
        example: 'the Council, from the budget',
      }),
      insured_by: ref('Insured by', 'partners', { ask: 'Which partner insures it?', example: 'council' }),
      funder_charge: text('Funder’s interest', {
        ask: 'What claim has a funder on it?',
        example: 'repayable if sold before 2031',
        need: 'optional',
      }),
      at_end: text('At the end', { ask: 'Who gets it when the partnership ends?', example: 'the Council' }),
    }),
    {
      ask: 'Which assets does the partnership use?',
      help: 'Write none if there are none.',
      stage: 'draft',
      code: 'Code App 4 D',
    },
  ),
  ip: group(
    'Intellectual property',
    {
      owner: choice(
        'Owner of new work',
        {
          creating_partner: 'the Partner that creates it',
          council: 'the Council',
          jointly: 'the Partners jointly',
          funder: 'the funder',
        },
        { ask: 'Who owns new work made for the partnership?', example: 'creating_partner' },
      ),
      licence: text('Licence', {
        ask: 'On what terms may the partners use it?',
        example: 'free of charge, for the purposes of the Partnership and afterwards',
      }),
    },
    { owner: 'legal', stage: 'draft' },
  ),
  insurance: list(
    'Insurance',
    group('Cover', {
      kind: choice(
        'Kind',
        {
          public_liability: 'public liability',
          employers_liability: 'employers’ liability',
          professional_indemnity: 'professional indemnity',
          officials_indemnity: 'officials’ indemnity',
          trustees_indemnity: 'trustees’ indemnity',
          clinical_negligence: 'clinical negligence',
          property: 'property',
          motor: 'motor',
          cyber: 'cyber',
          fidelity: 'fidelity guarantee',
          other: 'other cover',
        },
        { ask: 'What kind of insurance?', example: 'public_liability' },
      ),
      partner: ref('Partner', 'partners', { ask: 'Which partner holds it?', example: 'family-voice' }),
      limit: money('Limit', { ask: 'For how much on any one claim?', example: 5000000 }),
      confirmed: yesNo('Confirmed', { ask: 'Has the cover been confirmed?', example: true }),
      note: text('Note', {
        ask: 'What else should be known of it?',
        example: 'through the NHS scheme',
        need: 'optional',
      }),
    }),
    {
      ask: 'Which insurance does each partner hold?',
      owner: 'risk_insurance',
      stage: 'draft',
      code: 'Code App 4 E',
    },
  ),
  liability: group(
    'Liability',
    {
      caps: list(
        'Limits of liability',
        group('Limit', {
          partner: ref('Partner', 'partners', {
            ask: 'If not every partner’s, whose liability is limited?',
            example: 'family-voice',
            need: 'optional',
          }),
          amount: money('Amount', { ask: 'To what amount is it limited?', example: 500000 }),
          period: choice(
            'Counted over',
            { each_claim: 'for each claim', each_year: 'in each year', whole_term: 'over the whole term' },
            { ask: 'For each claim, each year or the whole term?', example: 'each_year' },
          ),
        }),
        { ask: 'To what amounts is liability limited?', help: 'Write none if it is not limited.' },
      ),
      indemnities: list(
        'Indemnities',
        group('Indemnity', {
          from: ref('From', 'partners', { ask: 'Which partner gives it?', example: 'family-voice' }),
          to: ref('To', 'partners', { ask: 'Which partner has the benefit?', example: 'council' }),
          for: text('For', { ask: 'Against what?', example: 'claims by its volunteers' }),
        }),
        { ask: 'Which indemnities does one partner give another?' },
      ),
      uncapped: list('No limit', text('Head', { ask: 'For what?', example: 'repayment of grant' }), {
        ask: 'For what is there no limit, besides what the law forbids to limit?',
      }),
      legal_advice_by: text('Legal advice given by', {
        ask: 'Who gave legal advice on liability?',
        example: 'Marian Oyelaran, Principal Solicitor',
        isPrivate: true,
        code: 'Code 9.18; R080',
      }),
      legal_advice_date: date('Legal advice given on', {
        ask: 'When was it given?',
        example: '2026-02-09',
        isPrivate: true,
        code: 'Code 9.18; R080',
      }),
    },
    { owner: 'legal', stage: 'draft', code: 'Code App 4 I' },
  ),
}
