/** The secondments of section 11: one item for each person or post, with every point of the Code and of practice. */
import { choice, date, group, id, int, list, long, pct, ref, text, yesNo } from '../fields.ts'
import { dbsLevels } from './choices.ts'

const code = 'Code 10.7'

export const secondments = list(
  'Secondments',
  group('Secondment', {
    id: id('Id', { example: 'health-visitor' }),
    secondee_or_post: text('Person or post', {
      ask: 'Which person or post is seconded?',
      help: 'Prefer the post: the name of a member of staff is personal data.',
      example: 'Health Visitor (one post)',
    }),
    from: ref('Employer', 'partners', { ask: 'Which partner employs the person?', example: 'nhs-trust' }),
    to: ref('Host', 'partners', { ask: 'To which partner is the person seconded?', example: 'council' }),
    start: date('Start', { ask: 'From what date?', example: '2026-04-01' }),
    end: date('End', { ask: 'Until what date?', example: '2028-03-31' }),
    hours: text('Hours', { ask: 'What hours?', example: '30 hours a week' }),
    base: text('Base', { ask: 'At which place of work?', example: 'Mill Yard hub' }),
    line_manager: text('Day-to-day manager', {
      ask: 'Who directs the work from day to day?',
      example: 'the Hub Manager',
      need: 'optional',
    }),
    employee_consented: yesNo('Consent', {
      ask: 'Has the employee consented?',
      example: true,
      stage: 'sign_off',
    }),
    s113: yesNo('Between councils and the NHS', {
      ask: 'Is it a council or NHS body lending an officer to another such body (section 113)?',
      example: true,
      owner: 'legal',
    }),
    pay: long('Pay', {
      ask: 'Who pays, and on whose terms and pay awards?',
      example: 'The employer pays on its own terms.',
      code,
    }),
    equipment: long('Equipment', {
      ask: 'Who supplies equipment?',
      example: 'The host supplies a laptop and a telephone.',
      code,
    }),
    rules: long('Rules', {
      ask: 'Whose code of conduct and financial rules apply?',
      example: 'The employer’s code of conduct; the host’s financial procedure rules.',
      code,
    }),
    leave: long('Leave', {
      ask: 'Who grants leave, and on whose terms?',
      example: 'The host grants it on the employer’s terms.',
      code,
    }),
    appraisal: long('Appraisal', {
      ask: 'Who appraises?',
      example: 'The host, on the employer’s form.',
      code,
    }),
    insurance: long('Insurance', { ask: 'Who insures?', example: 'The host, as for its own staff.', code }),
    training: long('Training', {
      ask: 'Who provides and pays for training?',
      example: 'The employer, for professional training.',
      code,
    }),
    grievance_and_dispute_cost: long('Grievances and cost of disputes', {
      ask: 'Whose grievance procedure applies, and who bears the cost of disputes?',
      example: 'The employer’s. The party at fault bears the cost.',
      code,
    }),
    home_working: long('Home working', {
      ask: 'May the person work from home, on whose rules?',
      example: 'Two days a week, on the host’s rules.',
      code,
    }),
    personal_development: long('Personal development', {
      ask: 'Who looks after personal development?',
      example: 'The employer, with a yearly plan agreed with the host.',
      code,
    }),
    recharge_pct: pct('Recharge', {
      ask: 'What percentage of the cost does the host repay?',
      example: 100,
      owner: 'finance',
    }),
    vat: text('VAT', {
      ask: 'How is the recharge treated for VAT?',
      example: 'outside the scope of VAT',
      owner: 'finance',
    }),
    discipline: long('Discipline', {
      ask: 'Who investigates and who decides?',
      example: 'The host investigates; the employer decides.',
    }),
    notice_weeks: int(
      'Notice, weeks',
      { min: 0, max: 52 },
      { ask: 'How many weeks’ notice ends it early?', example: 8 },
    ),
    pension: text('Pension', { ask: 'Which pension scheme?', example: 'the NHS Pension Scheme' }),
    dbs_level: choice('DBS check', dbsLevels, {
      ask: 'Which DBS check does the role need?',
      example: 'enhanced_barred_children',
    }),
    liability: long('Liability', {
      ask: 'Who answers for what the person does?',
      example: 'The host, while the person works under its direction.',
    }),
    return_terms: long('Return', {
      ask: 'On what terms does the person return?',
      example: 'To the same post, or one of the same grade.',
    }),
    redundancy: long('Redundancy', { ask: 'Who bears a redundancy cost?', example: 'The employer.' }),
  }),
  {
    ask: 'Who is seconded from one partner to another?',
    help: 'Write none if nobody is.',
    owner: 'hr',
    stage: 'draft',
    code: 'Code 10.6; 10.7',
  },
)
