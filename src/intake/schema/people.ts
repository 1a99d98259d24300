/** Section 11 of the intake: staff, volunteers, transfers, safeguarding, health and safety, and equality. */
import { choice, date, group, int, list, long, ref, text, yesNo } from '../fields.ts'
import { dbsLevels, onlyIf, regulatedActivity } from './choices.ts'
import { secondments } from './secondments.ts'

const employment = group(
  'Employment',
  {
    partnership_staff: yesNo('Staff of the partnership', {
      ask: 'Is anyone employed specially for the partnership?',
      example: true,
      stage: 'in_principle',
      code: 'Code 10.2',
    }),
    employer: ref('Employer', 'partners', {
      ask: 'Which partner employs them?',
      example: 'council',
      need: 'employed_staff',
      code: 'Code 10.2',
    }),
    policies: text('Policies', {
      ask: 'Whose employment policies apply?',
      help: 'Where the Council employs, its own policies apply.',
      example: 'the Council’s employment policies',
      need: 'employed_staff',
      code: 'Code 10.3',
    }),
    posts: list(
      'Posts',
      group('Post', {
        title: text('Post', { ask: 'Which post?', example: 'Hub Coordinator' }),
        number: int('Number', { min: 1, max: 1000 }, { ask: 'How many?', example: 2 }),
        hours: text('Hours', { ask: 'What hours?', example: '37 hours a week', need: 'optional' }),
        funded_by: text('Paid for from', {
          ask: 'How is it paid for?',
          example: 'the grant',
          need: 'optional',
        }),
      }),
      { ask: 'Which posts are there?', need: 'optional' },
    ),
  },
  { owner: 'hr', stage: 'draft', code: 'Code 10.2; 10.3' },
)

const volunteers = group(
  'Volunteers',
  {
    used: yesNo('Volunteers used', {
      ask: 'Does the partnership use volunteers?',
      example: true,
      stage: 'in_principle',
    }),
    host: ref('Responsible partner', 'partners', {
      ask: 'Which partner is responsible for the volunteers?',
      example: 'family-voice',
      need: 'volunteers',
    }),
    training: long('Training and support', {
      ask: 'What training and support do volunteers get?',
      example: 'A two-day induction and a named supervisor.',
      need: 'volunteers',
    }),
    checks: long('Checks', {
      ask: 'Which checks are made on volunteers?',
      example: 'Two references, and an enhanced DBS check for those who work with children.',
      need: 'volunteers',
    }),
    expenses: text('Expenses', {
      ask: 'Which expenses are paid to volunteers?',
      example: 'travel at cost',
      need: 'optional',
      onlyIf: onlyIf('volunteers are used', 'used', true),
    }),
  },
  { owner: 'hr', stage: 'draft', code: 'Code 10.4; 10.5' },
)

const tupe = group(
  'Transfer of staff',
  {
    expected: choice(
      'Transfer expected',
      {
        no: 'no transfer of staff is expected',
        yes: 'a transfer of staff is expected',
        uncertain: 'a transfer of staff may arise',
      },
      {
        ask: 'Will staff transfer under TUPE, at the start or later?',
        help: 'Answer uncertain unless HR and Legal have said no.',
        example: 'no',
        stage: 'in_principle',
      },
    ),
    from: text('From', { ask: 'From which employer?', example: 'Brightpath Training Limited', need: 'tupe' }),
    to: text('To', { ask: 'To which employer?', example: 'the Council', need: 'tupe' }),
    headcount: int(
      'Number of staff',
      { min: 0, max: 100_000 },
      { ask: 'How many people?', example: 6, need: 'tupe' },
    ),
    date: date('Date of transfer', { ask: 'On what date?', example: '2026-04-01', need: 'tupe' }),
    consultation_date: date('Consultation', {
      ask: 'When was or will consultation be held?',
      example: '2026-02-02',
      need: 'tupe',
    }),
    pensions: long('Pensions', {
      ask: 'What happens to pensions?',
      example: 'The transferring staff join the Local Government Pension Scheme.',
      need: 'tupe',
    }),
    indemnities: long('Indemnities', {
      ask: 'Who bears claims from before and after the transfer?',
      example: 'Each employer bears those of its own period.',
      need: 'tupe',
    }),
    advice_by: text('Advice by', {
      ask: 'Who advised on the transfer?',
      example: 'Colette Amory, HR Business Partner',
      need: 'tupe',
      isPrivate: true,
    }),
    advice_date: date('Advice on', {
      ask: 'When was that advice given?',
      example: '2026-01-19',
      need: 'tupe',
      isPrivate: true,
    }),
  },
  { owner: 'hr', stage: 'draft' },
)

const safeguarding = group(
  'Safeguarding',
  {
    lead: text('Lead', {
      ask: 'Who is the safeguarding lead?',
      example: 'Femi Aldous, Safeguarding Manager, Family Voice',
    }),
    policy: text('Policy', {
      ask: 'Whose safeguarding policy applies?',
      example: 'the Council’s safeguarding policy',
    }),
    allegations_contact: text('Allegations', {
      ask: 'To whom are allegations against staff reported?',
      example: 'the Council’s designated officer for allegations',
      need: 'optional',
    }),
    roles: list(
      'Roles and checks',
      group('Role', {
        role: text('Role', { ask: 'Which role?', example: 'Family Support Worker' }),
        regulated_activity: choice('Regulated activity', regulatedActivity, {
          ask: 'Is the work regulated activity, and with whom?',
          help: 'Ask HR: what the person does decides, and how often, not the title. Only regulated activity allows a check of a barred list.',
          example: 'children',
        }),
        dbs_level: choice('DBS check', dbsLevels, {
          ask: 'Which DBS check does it need?',
          example: 'enhanced_barred_children',
        }),
        checked_on: date('Checked on', {
          ask: 'On what date was it confirmed that the checks are done?',
          example: '2026-03-02',
          onlyIf: {
            words: 'the role needs a DBS check',
            test: beside => typeof beside.dbs_level === 'string' && beside.dbs_level !== 'none',
          },
        }),
      }),
      {
        ask: 'Which roles work with children or adults at risk, and which checks do they need?',
        owner: 'hr',
      },
    ),
  },
  { need: 'vulnerable_clients', stage: 'draft', code: 'Code 10.5' },
)

const healthSafety = group(
  'Health and safety',
  {
    lead: text('Lead', {
      ask: 'Who leads on health and safety?',
      example: 'the Council’s Health and Safety Adviser',
    }),
    sites: list(
      'Sites',
      group('Site', {
        name: text('Site', { ask: 'Which site?', example: 'Mill Yard hub' }),
        address: text('Address', {
          ask: 'Where is it?',
          example: '4 Mill Yard, Harrowdale HD1 2AB',
          need: 'optional',
        }),
        duty_holder: ref('Duty-holder', 'partners', {
          ask: 'Which partner controls the site?',
          example: 'family-voice',
        }),
      }),
      { ask: 'At which sites is the work done, and who controls each?' },
    ),
  },
  { stage: 'draft' },
)

const equality = group(
  'Equality',
  {
    eia_done: yesNo('Impact assessed', {
      ask: 'Has an equality impact assessment been done?',
      example: true,
      code: 'Code App 2',
    }),
    eia_date: date('Assessed on', {
      ask: 'On what date?',
      example: '2026-01-08',
      onlyIf: onlyIf('the assessment was done', 'eia_done', true),
    }),
    lead: text('Lead', { ask: 'Who leads on equality?', example: 'Sunniva Clegg, Equality Officer' }),
    policy: text('Policy', {
      ask: 'Whose equality policy applies?',
      example: 'the Council’s equality policy',
    }),
    objectives: long('Equality objectives', {
      ask: 'What are the partnership’s equality objectives?',
      example: 'By March 2028 the families seen reflect the borough’s population.',
      code: 'Code App 4 D; R122',
    }),
  },
  { stage: 'draft', code: 'Code App 4 D' },
)

export const peopleFields = {
  employment,
  volunteers,
  tupe,
  secondments,
  safeguarding,
  prevent_relevant: yesNo('Prevent', {
    ask: 'Does the work bear on the duty to prevent people being drawn into terrorism?',
    example: false,
    stage: 'draft',
  }),
  health_safety: healthSafety,
  equality,
}
