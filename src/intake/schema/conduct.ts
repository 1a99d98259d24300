/** Section 13 of the intake: community safety, complaints, whistleblowing, media, disputes and breach. */
import { choice, group, int, list, long, ref, text, yesNo } from '../fields.ts'

export const conductFields = {
  csp: group(
    'Community safety',
    {
      responsible_authorities: list(
        'Responsible authorities',
        ref('Partner', 'partners', { ask: 'Which partner?', example: 'council' }),
        { ask: 'Which partners are responsible authorities by law?' },
      ),
      absent_reason: long('Authorities that are no party', {
        ask: 'If a body that the law makes responsible is no party, why?',
        help: 'A council, the chief officer of police, the fire authority, the integrated care board and probation.',
        example: 'Probation takes part under its own agreement with the county partnership.',
        need: 'optional',
        code: 'R101',
      }),
      strategy_ref: text('Strategy', {
        ask: 'Which strategy does the partnership carry out?',
        example: 'Community Safety Plan 2026 to 2029',
      }),
      s17a: yesNo('Duty to share crime data', {
        ask: 'Does the duty to share depersonalised crime data apply?',
        example: true,
      }),
    },
    { need: 'csp', owner: 'legal', stage: 'draft' },
  ),
  complaints: group(
    'Complaints',
    {
      lead: ref('Lead', 'partners', {
        ask: 'Which partner handles complaints from the public?',
        example: 'council',
      }),
      stages: list(
        'Stages',
        text('Stage', { ask: 'Which stage?', example: 'a reply by the service manager' }),
        {
          ask: 'What are the stages of a complaint?',
        },
      ),
      days: int(
        'Working days',
        { min: 1, max: 180 },
        { ask: 'Within how many working days is a complaint answered?', example: 15 },
      ),
    },
    { stage: 'draft', code: 'Code App 4 D' },
  ),
  whistleblowing: group(
    'Whistleblowing',
    {
      policy: text('Policy', {
        ask: 'Whose whistleblowing policy applies?',
        example: 'the Council’s whistleblowing policy',
      }),
      contact: text('Contact', {
        ask: 'To whom can a concern be taken?',
        example: 'the Council’s Monitoring Officer',
      }),
      s151_contact: text('Section 151 officer', {
        ask: 'To whom in the Section 151 officer’s team is financial irregularity reported?',
        example: 'the Head of Internal Audit, for the Section 151 officer',
        owner: 'finance',
      }),
    },
    { owner: 'legal', stage: 'draft', code: 'Code App 4 F' },
  ),
  media: group(
    'Media',
    {
      lead: ref('Lead', 'partners', { ask: 'Which partner leads on media?', example: 'council' }),
      sign_off: text('Sign-off', {
        ask: 'Who approves what is said in public?',
        example: 'the lead officers of the Partners named in it',
      }),
      acknowledgement: text('Acknowledgement', {
        ask: 'Whose support must be acknowledged, and how?',
        example: 'the funder’s, by its logo',
      }),
    },
    { stage: 'draft', code: 'Code App 4 F' },
  ),
  disputes: group(
    'Disputes',
    {
      steps: list(
        'Steps',
        group('Step', {
          level: text('Level', { ask: 'Which level?', example: 'lead officers' }),
          people: text('People', {
            ask: 'Who meets?',
            example: 'the lead officers of the Partners in dispute',
          }),
          days: int(
            'Working days',
            { min: 1, max: 180 },
            { ask: 'Within how many working days?', example: 10 },
          ),
        }),
        {
          ask: 'What are the steps to settle a dispute?',
          help: 'At least three: officers, chief officers, mediation.',
        },
      ),
      mediator: text('Mediator', {
        ask: 'Who names the mediator?',
        example: 'the Centre for Effective Dispute Resolution',
      }),
    },
    { owner: 'legal', stage: 'draft', code: 'Code App 4 F' },
  ),
  breach: group(
    'Breach',
    {
      remedy_days: int(
        'Working days to put right',
        { min: 1, max: 180 },
        {
          ask: 'How many working days has a partner to put a breach right?',
          example: 20,
        },
      ),
    },
    { owner: 'legal', stage: 'draft', code: 'Code App 4 F' },
  ),
  expulsion: group(
    'Expulsion',
    {
      grounds: list(
        'Grounds',
        text('Ground', { ask: 'Which ground?', example: 'a serious breach that is not put right' }),
        {
          ask: 'On which grounds may a partner be expelled?',
        },
      ),
      vote: choice(
        'Vote',
        {
          unanimous: 'the unanimous vote of the other Partners',
          three_quarters: 'three quarters of the votes of the other Partners',
          two_thirds: 'two thirds of the votes of the other Partners',
          majority: 'a majority of the votes of the other Partners',
        },
        { ask: 'By which vote of the others?', example: 'unanimous' },
      ),
      process: long('Process', {
        ask: 'How is it done fairly?',
        example: 'Written notice with reasons, 20 working days to answer, and a hearing before the Board.',
      }),
    },
    {
      help: 'If no partner can be expelled, write not_applicable with the reason.',
      owner: 'legal',
      stage: 'draft',
      code: 'Code App 4 F',
    },
  ),
}
