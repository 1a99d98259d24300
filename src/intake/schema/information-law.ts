/** What data protection law asks of section 12: the impact assessment, the answer to a breach, and people’s rights. */
import { choice, date, group, int, long, ref, yesNo } from '../fields.ts'
import { onlyIf } from './choices.ts'

const whenPersonal = { need: 'personal_data' } as const

export const dpia = group(
  'Data protection impact assessment',
  {
    status: choice(
      'Status',
      {
        done: 'a data protection impact assessment has been done',
        screened_out: 'screening showed that no data protection impact assessment is needed',
        not_done: 'a data protection impact assessment has not been done',
      },
      { ask: 'Has a data protection impact assessment been done?', example: 'done' },
    ),
    date: date('Date', {
      ask: 'On what date?',
      example: '2026-01-30',
      onlyIf: onlyIf('it was done or screened out', 'status', 'done', 'screened_out'),
    }),
    large_scale: yesNo('Large scale', {
      ask: 'Is the sharing on a large scale: many people, a wide area, much detail or a long time?',
      help: 'Special categories of data on a large scale always need an assessment.',
      example: true,
    }),
    reason: long('Reason', {
      ask: 'Why not?',
      example: 'Screening found no likely high risk.',
      onlyIf: onlyIf('it was not done', 'status', 'screened_out', 'not_done'),
    }),
  },
  { ...whenPersonal, stage: 'sign_off' },
)

export const breach = group(
  'Breach of personal data',
  {
    hours: int(
      'Hours',
      { min: 1, max: 1000 },
      {
        ask: 'Within how many hours must the other partners be told?',
        help: '24 is usual. The Information Commissioner must be told of a serious breach within 72 hours.',
        example: 24,
      },
    ),
    lead: ref('Lead', 'partners', { ask: 'Which partner leads the response?', example: 'council' }),
  },
  whenPersonal,
)

export const rights = group(
  'Rights of individuals',
  {
    lead: ref('Lead', 'partners', {
      ask: 'Which partner answers people who use their rights?',
      example: 'council',
    }),
    days: int(
      'Working days',
      { min: 1, max: 30 },
      { ask: 'Within how many working days is a request passed on?', example: 2 },
    ),
    complaints_lead: ref('Complaints', 'partners', {
      ask: 'Which partner handles complaints about data?',
      example: 'council',
    }),
    complaint_days: int(
      'Days to acknowledge a complaint',
      { min: 1, max: 365 },
      {
        ask: 'Within how many days is a complaint about data acknowledged?',
        help: 'The law allows 30 days, weekends counted.',
        example: 10,
      },
    ),
  },
  whenPersonal,
)
