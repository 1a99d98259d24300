/** Section 12 of the intake: information shared, held or collected, and confidentiality. */
import { choice, date, group, int, list, long, ref, text, yesNo } from '../fields.ts'
import { onlyIf } from './choices.ts'
import { flows } from './information-flows.ts'
import { breach, dpia, rights } from './information-law.ts'

const whenPersonal = { need: 'personal_data' } as const

const development = group(
  'How the protocol was made',
  {
    client_group: text('Client group', {
      ask: 'For which client group is it made?',
      example: 'families with children under five',
    }),
    developed_with: long('Made with', {
      ask: 'Which professionals and which representatives of the client group helped to make it?',
      example: 'Health visitors, social workers and the parent panel.',
    }),
    drafted_by: choice(
      'Drafted',
      {
        partnership: 'drafted by the Partners',
        commissioned: 'commissioned from another body',
        adapted: 'adapted from another protocol',
      },
      { ask: 'Was it drafted by the partners, commissioned, or adapted?', example: 'partnership' },
    ),
    adapted_from: text('Adapted from', {
      ask: 'From which protocol, and how was it made to fit local needs?',
      example: 'the countywide protocol of 2022, worked through at two local workshops',
      onlyIf: onlyIf('it was adapted', 'drafted_by', 'adapted'),
    }),
    consulted: long('Consulted', {
      ask: 'Which partners and stakeholders were consulted on common forms and procedures?',
      example: 'All the Partners, and the local medical committee.',
    }),
  },
  { need: 'info_sharing', code: 'Code 11.3; R093' },
)

const info = group(
  'Information',
  {
    shares_information: yesNo('Information shared', {
      ask: 'Will the partners share, store or collect information for the partnership?',
      example: true,
      stage: 'in_principle',
      code: 'Code 11.1',
    }),
    personal_data: yesNo('Personal data', {
      ask: 'Is any of it about people who can be identified?',
      example: true,
      need: 'info_sharing',
      stage: 'in_principle',
    }),
    purpose: long('Purpose', {
      ask: 'Why is information shared and stored, and what good does it do?',
      example: 'So that a family tells its story once and gets help sooner.',
      need: 'info_sharing',
      code: 'Code 11.3; R094',
    }),
    development,
    controller_model: choice(
      'Roles',
      {
        independent: 'independent controllers',
        joint: 'joint controllers',
        controller_processor: 'controller and processor',
      },
      {
        ask: 'Are the partners independent controllers, joint controllers, or controller and processor?',
        example: 'independent',
        ...whenPersonal,
      },
    ),
    flows,
    disclosure: long('Disclosure', {
      ask: 'Who may disclose what, and who authorises it?',
      example: 'A worker named in the contact list, for a purpose named in the protocol.',
      need: 'info_sharing',
      code: 'Code 11.3; R094',
    }),
    receiving: long('Receiving', {
      ask: 'What must the partner that receives information do?',
      example: 'Check that it is complete, log it the same day, and use it only for its purpose.',
      need: 'info_sharing',
      code: 'Code 11.3; R094',
    }),
    professional_codes: long('Professional codes', {
      ask: 'Which professional codes and standards apply?',
      example: 'The Caldicott principles and the NHS code on confidentiality.',
      need: 'info_sharing',
      code: 'Code 11.3; R094',
    }),
    apd_in_place: yesNo('Appropriate policy document', {
      ask: 'Is an appropriate policy document in place where the law requires one?',
      help: 'Of the conditions in Schedule 1 to the Data Protection Act 2018, paragraph 1 and nearly all of paragraphs 6 to 28 require one; paragraphs 2 to 4 do not.',
      example: true,
      need: 'special_data',
      stage: 'sign_off',
    }),
    dpia,
    contacts: list(
      'Contacts',
      group('Contact', {
        partner: ref('Partner', 'partners', { ask: 'Which partner?', example: 'council' }),
        spoc: text('Single point of contact', {
          ask: 'Who is the single point of contact?',
          example: 'Information Governance Officer',
        }),
        dpo: text('Data protection officer', {
          ask: 'Who is the data protection officer?',
          example: 'Niall Osei',
        }),
        caldicott: text('Caldicott Guardian', {
          ask: 'Who is the Caldicott Guardian?',
          example: 'Director of Adult Social Care',
          need: 'optional',
        }),
      }),
      { ask: 'Who are the information contacts at each partner?', need: 'info_sharing' },
    ),
    requests: group(
      'Requests between partners',
      {
        form: text('Form', {
          ask: 'How is a request made?',
          example: 'on the request form, by secure email',
        }),
        days: int(
          'Working days',
          { min: 1, max: 60 },
          { ask: 'Within how many working days is it answered?', example: 5 },
        ),
        log_holder: ref('Log kept by', 'partners', {
          ask: 'Which partner keeps the log of requests?',
          example: 'council',
        }),
      },
      { need: 'info_sharing', code: 'Code 11.3; R094' },
    ),
    security: group(
      'Security',
      {
        transfer: text('Transfer', {
          ask: 'How is information sent safely?',
          example: 'by secure email or the shared case system',
        }),
        storage: text('Storage', {
          ask: 'How is it stored safely?',
          example: 'on encrypted systems in the United Kingdom',
        }),
        access: text('Access', { ask: 'Who may see it?', example: 'only staff who work with the family' }),
        training: text('Training', {
          ask: 'What training do staff have?',
          example: 'yearly data protection training',
        }),
      },
      { need: 'info_sharing', owner: 'ict', code: 'Code 11.3; R094' },
    ),
    retention: list(
      'Retention of shared information',
      group('Class', {
        class: text('Class', { ask: 'Which information?', example: 'referral forms' }),
        holder: ref('Holder', 'partners', { ask: 'Which partner keeps it?', example: 'council' }),
        years: int('Years', { min: 0, max: 120 }, { ask: 'For how many years?', example: 6 }),
        reason: text('Reason', { ask: 'Why that long?', example: 'the Council’s retention schedule' }),
      }),
      { ask: 'How long is shared information kept?', need: 'info_sharing' },
    ),
    breach,
    rights,
    privacy_notices: long('Privacy notices', {
      ask: 'How are people told about the sharing?',
      example: 'Each partner’s notice names the others; a leaflet is given at the first visit.',
      ...whenPersonal,
    }),
    overseas: yesNo('Outside the United Kingdom', {
      ask: 'Does any personal data leave the United Kingdom?',
      example: false,
      ...whenPersonal,
    }),
    overseas_safeguard: text('Safeguard', {
      ask: 'Which safeguard covers the transfer?',
      example: 'the international data transfer agreement',
      onlyIf: onlyIf('data leaves the United Kingdom', 'overseas', true),
      ...whenPersonal,
    }),
    automated_decisions: yesNo('Automated decisions', {
      ask: 'Are any decisions about people made by machine alone?',
      example: false,
      need: 'optional',
    }),
    processors: list(
      'Processors',
      group('Processor', {
        name: text('Name', { ask: 'Which company or body?', example: 'Caseline Systems Limited' }),
        purpose: text('For what', {
          ask: 'What does it do with the data?',
          example: 'hosts the case system',
        }),
        partner: ref('For which partner', 'partners', { ask: 'For which partner?', example: 'council' }),
        contract: text('Contract', { ask: 'Under which contract?', example: 'HBC-C-1877' }),
      }),
      { ask: 'Which processors are used?', ...whenPersonal },
    ),
    review_date: date('Review', {
      ask: 'When is the protocol reviewed?',
      example: '2027-03-01',
      need: 'info_sharing',
      code: 'Code 11.3; R094',
    }),
    reviewer: text('Reviewer', {
      ask: 'Who reviews it?',
      example: 'the partners’ data protection officers',
      need: 'info_sharing',
    }),
  },
  { owner: 'information_governance', stage: 'draft', code: 'Code 11' },
)

export const informationFields = {
  info,
  confidentiality: group(
    'Confidentiality',
    {
      years: int(
        'Years after the end',
        { min: 0, max: 100 },
        {
          ask: 'For how many years after the end does confidentiality last?',
          example: 6,
        },
      ),
    },
    { owner: 'legal', stage: 'draft', code: 'Code App 4 D' },
  ),
}
