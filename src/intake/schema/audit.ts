/** A group of section 6: who may audit, for how long, and in whose wording. */
import { date, group, int, list, long, text, yesNo } from '../fields.ts'
import { onlyIf } from './choices.ts'

export const audit = group(
  'Audit access',
  {
    internal_wording_obtained: yesNo('Internal Audit’s wording obtained', {
      ask: 'Has Internal Audit supplied its wording for this agreement?',
      help: 'The Code asks for wording from Internal Audit for each agreement.',
      example: true,
      stage: 'sign_off',
    }),
    obtained_date: date('Date obtained', {
      ask: 'When was it supplied?',
      example: '2026-02-11',
      onlyIf: onlyIf('the wording was obtained', 'internal_wording_obtained', true),
      stage: 'sign_off',
    }),
    wording: long('Wording', {
      ask: 'What is Internal Audit’s wording?',
      help: 'It prints in the audit clause as supplied.',
      example: 'The Council’s Head of Internal Audit may visit any hub on two working days’ notice.',
      need: 'optional',
    }),
    access_years: int(
      'Years of access',
      { min: 1, max: 25 },
      {
        ask: 'For how many years after the end may auditors see the records?',
        example: 7,
      },
    ),
    others: list('Other auditors', text('Auditor', { ask: 'Who else?', example: 'the funder’s auditors' }), {
      ask: 'Who else may audit?',
      need: 'optional',
    }),
  },
  { owner: 'finance', stage: 'draft', code: 'Code 9.13; App 4 E' },
)
