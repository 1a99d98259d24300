/** A group of section 5 that is the Council's own: its representatives, their duties, support, briefing and attendance. */
import { date, group, list, long, text, yesNo } from '../fields.ts'
import { onlyIf } from './choices.ts'

const person = (title: string, ask: string, example: string) => text(title, { ask, example })

export const representation = group(
  'The Council’s representatives',
  {
    duties: long('Duties', {
      ask: 'What are the duties of the Council’s representatives?',
      example: 'Speak for the whole Council; report to the Cabinet Member after each meeting.',
      code: 'Code 8.5; App 5(i)',
    }),
    only_accountable_member: yesNo('Only elected person', {
      ask: 'Will a councillor be the only democratically elected person on the Board?',
      example: true,
      need: 'councillor_seats',
      code: 'Code 8.4; R048',
    }),
    support_contact: person(
      'First contact for support',
      'To which chief officer or head of service do representatives turn first?',
      'Priya Ashworth, Head of Early Help',
    ),
    support_training: long('Training', {
      ask: 'What training do the representatives get?',
      example: 'Induction on the grant and on company duties; a yearly refresher.',
      code: 'Code 8.8; R052',
    }),
    support_administrative: long('Administrative support', {
      ask: 'What administrative support do they get?',
      example: 'Papers and a diary from the secretariat; register kept by the lead officer.',
      code: 'Code 8.8; R052',
    }),
    support_advice: long('Advice and guidance', {
      ask: 'What advice do they get, including on personal liability?',
      example: 'A named solicitor, and a note on personal liability.',
      code: 'Code 8.8; R052',
    }),
    conflict_briefing_given: yesNo('Briefed on conflict of roles', {
      ask: 'Have they been told how the roles for Council and partnership may conflict?',
      example: true,
      code: 'Code 8.8; R053',
    }),
    conflict_briefing_date: date('Date of briefing', {
      ask: 'On what date were they told?',
      example: '2026-03-12',
      onlyIf: onlyIf('the briefing was given', 'conflict_briefing_given', true),
    }),
    reporting_agreed_with: person(
      'Reporting agreed with',
      'With which chief officer was their reporting to the Council agreed?',
      'Leon Farrant, Director of Children’s Services',
    ),
    reporting_agreed_date: date('Reporting agreed on', {
      ask: 'When was that agreed?',
      example: '2026-02-20',
    }),
    register_updated_by: person(
      'Register kept up to date by',
      'Who keeps the register entry up to date?',
      'Priya Ashworth, Head of Early Help',
    ),
    attendance: list(
      'Attendance',
      group('Attendance', {
        meeting: date('Meeting', { ask: 'Which meeting?', example: '2026-06-10' }),
        representative: text('Representative', {
          ask: 'Which representative?',
          example: 'Councillor Anneka Brough',
        }),
        attended: yesNo('Attended', { ask: 'Did the representative attend?', example: true }),
        substitute: text('Substitute', {
          ask: 'Who came instead?',
          example: 'Councillor Idris Vane',
          need: 'optional',
        }),
      }),
      { ask: 'Who attended which meeting?', need: 'optional', stage: 'review', code: 'Code App 5(i); R130' },
    ),
  },
  { isPrivate: true, stage: 'sign_off', code: 'Code 8.5 to 8.9; App 5' },
)
