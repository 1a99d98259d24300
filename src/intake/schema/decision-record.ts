/** A group of section 16 of the intake: the record of the director's delegated decision, which the sign-off checklist is attached to. */
import { date, group, long, text } from '../fields.ts'

export const decisionRecord = group(
  'Record of delegated decision',
  {
    ref: text('Reference', {
      ask: 'What is the reference of the record of delegated decision?',
      example: 'DD/2026/131',
    }),
    reasons: long('Reasons', {
      ask: 'Why is the partnership to go ahead?',
      example: 'Families get help earlier, and the grant can be had only by partners who bid together.',
    }),
    alternatives: long('Alternatives rejected', {
      ask: 'Which alternatives were weighed and rejected, and why?',
      help: 'Doing nothing and going alone are among them.',
      example:
        '- Carry on alone: the grant is lost.\n- Buy the service: no single provider reaches all four areas.',
    }),
    conflicts: long('Conflicts of interest', {
      ask: 'Which conflicts of interest were declared?',
      help: 'Write none if there were none.',
      example: 'none',
    }),
    dispensations: long('Dispensations', {
      ask: 'Which dispensations were given?',
      help: 'Write none if there were none.',
      example: 'none',
    }),
    published_on: date('Published on', {
      ask: 'On what date was the record published?',
      example: '2026-03-13',
      need: 'optional',
      stage: 'live',
    }),
  },
  { owner: 'director', stage: 'sign_off', isPrivate: true, code: 'Code App 3; R111' },
)
