/** Section 15 of the intake: risks, opportunities and how they are managed. */
import { choice, date, group, id, int, list, long, ref, text, yesNo } from '../fields.ts'

const controlPartners = list(
  'Partners',
  ref('Partner', 'partners', { ask: 'Which partner?', example: 'council' }),
  {
    ask: 'Which partners are involved?',
  },
)

/** The grades of a risk, as printed. */
export const ratings = { high: 'High', medium: 'Medium', low: 'Low' } as const

const scoreLimits = { min: 1, max: 16 }

/** One risk, also the shape that `derived` answers of a risk stand beside. */
const risk = group('Risk', {
  id: id('Id', { example: 'ineligible-cost' }),
  category: choice(
    'Category',
    {
      strategic: 'strategic',
      technical_operational: 'technical and operational',
      political: 'political',
      stakeholder: 'stakeholder',
      financial: 'financial',
      organisational_hr: 'organisational and HR',
      procurement: 'procurement',
      legal: 'legal',
    },
    { ask: 'What kind of risk is it?', example: 'financial' },
  ),
  objective: ref('Objective', 'objectives', {
    ask: 'Which objective does it threaten?',
    example: 'early-help',
    need: 'optional',
  }),
  event: text('Event', { ask: 'What might happen?', example: 'The funder refuses part of a claim' }),
  consequence: text('Consequence', { ask: 'What would follow?', example: 'The Council bears the cost' }),
  identified: date('Identified', { ask: 'When was it identified?', example: '2026-01-12' }),
  lead: text('Lead', { ask: 'Who leads on it?', example: 'the Budget Holder' }),
  review: date('Review', { ask: 'When is it next reviewed?', example: '2026-07-01' }),
  controls_in_place: list(
    'Controls in place',
    group('Control', {
      text: text('Control', { ask: 'What is done now?', example: 'claims are checked before they are sent' }),
      partners: controlPartners,
    }),
    { ask: 'Which controls are in place?' },
  ),
  controls_planned: list(
    'Controls planned',
    group('Control', {
      text: text('Control', { ask: 'What will be done?', example: 'a grants officer is appointed' }),
      partners: controlPartners,
      lead: text('By whom', { ask: 'Who will do it?', example: 'the Finance Manager', need: 'optional' }),
      due: date('Due', { ask: 'By when?', example: '2026-06-30' }),
    }),
    { ask: 'Which controls are planned?' },
  ),
  impact: int(
    'Impact',
    { min: 1, max: 4 },
    {
      ask: 'How great is the impact, from 1 to 4?',
      help: '1 low, 2 medium, 3 significant, 4 high.',
      example: 3,
    },
  ),
  likelihood: int(
    'Likelihood',
    { min: 1, max: 4 },
    {
      ask: 'How likely is it, from 1 to 4?',
      help: '1 unlikely (under 20%), 2 possible (20 to 50%), 3 probable (50 to 80%), 4 almost certain (over 80%).',
      example: 2,
    },
  ),
  residual: int('Residual score', scoreLimits, {
    ask: 'What is the residual score?',
    help: 'Impact times likelihood, with the controls in place.',
    example: 6,
  }),
  target: int('Target score', scoreLimits, {
    ask: 'What score is aimed at?',
    help: 'After the planned controls: 1, 2, 3, 4, 6, 8, 9, 12 or 16, no higher than the residual score.',
    example: 3,
  }),
  rating: choice('Rating', ratings, {
    ask: 'Is it high, medium or low?',
    help: 'High 8 to 16, medium 4 to 6, low 1 to 3.',
    example: 'medium',
  }),
  strategy: choice(
    'Strategy',
    { accept: 'accept', control: 'control', transfer: 'transfer', eliminate: 'eliminate' },
    { ask: 'Is the risk accepted, controlled, transferred or eliminated?', example: 'control' },
  ),
  escalated_to: text('Referred to', {
    ask: 'To whom was it referred?',
    example: 'the departmental management team',
    onlyIf: { words: 'the rating is high', test: beside => beside.rating === 'high' },
    isPrivate: true,
    code: 'Code App 10; R144',
  }),
  escalated_on: date('Referred on', {
    ask: 'When was it referred?',
    example: '2026-02-16',
    onlyIf: { words: 'the rating is high', test: beside => beside.rating === 'high' },
    isPrivate: true,
    code: 'Code App 10; R144',
  }),
  escalation_outcome: text('Outcome of referral', {
    ask: 'What was decided?',
    example: 'entered in the departmental risk register',
    need: 'optional',
    isPrivate: true,
    code: 'Code App 10; R144',
  }),
  council_only: yesNo('Kept to the Council', {
    ask: 'Is this risk the Council’s own affair, to be kept from the partners?',
    help: 'If so, it stands in the Council’s risk register alone: not in the agreement, nor in any paper that partners get. Left blank, the partners see it.',
    example: false,
    need: 'optional',
    isPrivate: true,
  }),
  internal_comment: long('Internal comment', {
    ask: 'What should only the Council know of it?',
    example: 'The funder refused a claim by our neighbours in 2024.',
    need: 'optional',
    isPrivate: true,
  }),
})

export const riskFields = {
  risks: list('Risks', risk, {
    ask: 'Which risks does the partnership run?',
    owner: 'risk_insurance',
    stage: 'draft',
    code: 'Code 12; App 10',
  }),
  risk_management: group(
    'Risk management',
    {
      owner: text('Owner of the register', {
        ask: 'Who keeps the risk register?',
        example: 'the Council’s lead officer',
      }),
      review_months: int(
        'Months between reviews',
        { min: 1, max: 12 },
        { ask: 'How many months pass between reviews of risk?', example: 3 },
      ),
      signed_off_by: text('Assessment signed off by', {
        ask: 'Which chief or senior officer signed off the risk assessment?',
        example: 'Leon Farrant, Director of Children’s Services',
        stage: 'sign_off',
        code: 'Code App 10; R143',
      }),
      signed_off_on: date('Assessment signed off on', {
        ask: 'When?',
        example: '2026-02-20',
        stage: 'sign_off',
        code: 'Code App 10; R143',
      }),
    },
    { owner: 'risk_insurance', stage: 'draft', code: 'Code 12' },
  ),
  opportunities: list(
    'Opportunities',
    group('Opportunity', {
      id: id('Id', { example: 'joint-training' }),
      text: text('Opportunity', {
        ask: 'What might go better than planned?',
        example: 'joint training with the college',
      }),
      action: text('Action', {
        ask: 'What will be done to take it?',
        example: 'a pilot course in autumn 2026',
      }),
      lead: text('Lead', { ask: 'Who leads on it?', example: 'Family Voice' }),
      review: date('Review', { ask: 'When is it reviewed?', example: '2026-12-01' }),
    }),
    {
      ask: 'Which opportunities may the partnership take?',
      owner: 'risk_insurance',
      stage: 'draft',
      code: 'Code 12.1; R095',
    },
  ),
  relationship_risks: list(
    'Risks of entering the partnership',
    group('Kind of risk', {
      kind: choice(
        'Kind',
        {
          legal: 'legal',
          procurement: 'procurement',
          financial: 'financial',
          personnel: 'personnel',
          reputation: 'reputation',
          service_delivery: 'service delivery',
        },
        { ask: 'Which kind of risk?', example: 'reputation' },
      ),
      for_council: long('For the Council', {
        ask: 'What is the risk for the Council?',
        example: 'Closing a hub would be unpopular.',
      }),
      for_partners: long('For partners', {
        ask: 'What is the risk for the partners?',
        example: 'Family Voice is known for independence.',
      }),
    }),
    {
      ask: 'Of each of the six kinds, what risk do the Council and the partners take on?',
      help: 'Legal, procurement, financial, personnel, reputation and service delivery.',
      isPrivate: true,
      stage: 'in_principle',
      code: 'Code 1.4; R006',
    },
  ),
  risk_prompts: list(
    'Risk prompts considered',
    group('Prompt', {
      prompt: text('Prompt', {
        ask: 'Which prompt?',
        help: 'The id of the prompt in data/code.',
        example: 'strategic-1',
      }),
      state: choice(
        'State',
        { relevant: 'relevant', not_relevant: 'not relevant', assessed: 'assessed' },
        { ask: 'Is it relevant, not relevant, or assessed?', example: 'assessed' },
      ),
      reason: text('Reason', {
        ask: 'Why is it not relevant?',
        example: 'there is no contract',
        onlyIf: { words: 'the prompt is not relevant', test: beside => beside.state === 'not_relevant' },
      }),
      risk: ref('Risk', 'risks', {
        ask: 'Which risk in the register deals with it?',
        example: 'ineligible-cost',
        onlyIf: { words: 'the prompt is assessed', test: beside => beside.state === 'assessed' },
      }),
    }),
    {
      ask: 'Which of the Code’s risk prompts have been considered?',
      owner: 'risk_insurance',
      stage: 'sign_off',
      isPrivate: true,
      need: 'optional',
      code: 'Code App 10; R142',
    },
  ),
}
