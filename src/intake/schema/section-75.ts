/** Section 8 of the intake: the particulars of a partnership with the NHS under section 75. */
import { choice, date, group, list, long, pct, ref, text, yesNo } from '../fields.ts'
import { onlyIf } from './choices.ts'

export const section75Fields = {
  s75: group(
    'Section 75',
    {
      arrangement: choice(
        'Arrangement',
        {
          pooled: 'a pooled fund',
          lead_commissioning: 'lead commissioning',
          integrated_provision: 'integrated provision',
          pooled_lead_commissioning: 'a pooled fund with lead commissioning',
          pooled_integrated_provision: 'a pooled fund with integrated provision',
        },
        { ask: 'Which arrangement is it?', example: 'pooled_lead_commissioning', code: 'Code App 1; R102' },
      ),
      nhs_functions: list(
        'NHS functions',
        text('Function', {
          ask: 'Which function?',
          example: 'arranging community equipment for people with health needs',
        }),
        { ask: 'Which NHS functions are included?' },
      ),
      health_related_functions: list(
        'Health-related functions of the Council',
        text('Function', {
          ask: 'Which function?',
          example: 'providing equipment to adults with care and support needs',
        }),
        { ask: 'Which of the Council’s health-related functions are included?' },
      ),
      client_group: text('Persons served', {
        ask: 'For which people?',
        example: 'adults and children registered with a doctor in Harrowdale',
      }),
      services: long('Services', {
        ask: 'What kinds of services are provided?',
        example: 'Supply, delivery, fitting, servicing and collection of equipment for daily living.',
      }),
      resources: list(
        'Staff, goods, services and accommodation',
        group('Resource', {
          partner: ref('Partner', 'partners', { ask: 'Which partner provides it?', example: 'icb' }),
          kind: choice(
            'Kind',
            { staff: 'staff', goods: 'goods', services: 'services', accommodation: 'accommodation' },
            { ask: 'Is it staff, goods, services or accommodation?', example: 'staff' },
          ),
          text: text('What', { ask: 'What is provided?', example: 'two occupational therapists' }),
        }),
        { ask: 'Which staff, goods, services and accommodation does each partner provide?' },
      ),
      host_partner: ref('Host partner', 'partners', {
        ask: 'Which partner hosts the arrangement?',
        help: 'It carries out the functions for the others, or holds the pooled fund.',
        example: 'council',
      }),
      pool_manager: text('Pool manager', {
        ask: 'Who is the pool manager?',
        example: 'Hanif Lorne, Head of Integrated Commissioning',
        onlyIf: onlyIf(
          'there is a pooled fund',
          'arrangement',
          'pooled',
          'pooled_lead_commissioning',
          'pooled_integrated_provision',
        ),
      }),
      reports: text('Reports', {
        ask: 'How often does the pool manager, or the host where there is no pool, report, and to whom?',
        example: 'each quarter and each year, to every Partner',
      }),
      monitoring: long('Management and monitoring', {
        ask: 'How is the fund managed and monitored?',
        example: 'The joint board sees a forecast each month and approves the yearly spending plan.',
        need: 'optional',
      }),
      contribution_variation: text('Varying contributions', {
        ask: 'How may the contributions be varied?',
        example: 'by a signed variation, agreed before 31 December for the next financial year',
        need: 'optional',
      }),
      consultation_done: yesNo('Consultation done', {
        ask: 'Have the people affected been consulted jointly?',
        example: true,
        stage: 'sign_off',
      }),
      consultation_date: date('Consultation ended on', {
        ask: 'When did the consultation end?',
        example: '2025-12-12',
        onlyIf: onlyIf('consultation was done', 'consultation_done', true),
        stage: 'sign_off',
      }),
      improvement_case: long('Improvement', {
        ask: 'How will the arrangement improve the way the functions are carried out?',
        example: 'One order line in place of two cuts the wait for equipment from nine days to four.',
      }),
      bcf: yesNo('Better Care Fund', { ask: 'Is any of it in the Better Care Fund?', example: true }),
      risk_share: list(
        'Risk share',
        group('Share', {
          partner: ref('Partner', 'partners', { ask: 'Which partner?', example: 'icb' }),
          share: pct('Share', { ask: 'What percentage of the risk?', example: 55 }),
        }),
        { ask: 'In what shares do the partners bear financial risk?', help: 'The shares add up to 100.' },
      ),
      charging: text('Charges to people served', {
        ask: 'Are people charged for any of the services, and by whom?',
        example: 'No charge is made.',
        need: 'optional',
      }),
      registration: text('Registered provider', {
        ask: 'Which body is registered with the Care Quality Commission for regulated care, if any?',
        example: 'none of the services is regulated care',
        need: 'optional',
      }),
      commissioner_consent: text('Commissioner’s consent', {
        ask: 'If an NHS trust is a partner, which consent of its commissioner is held?',
        example: 'letter from the integrated care board, 9 January 2026',
        need: 'optional',
      }),
    },
    { need: 's75', owner: 'legal', stage: 'draft', code: 'Code App 1; regulations on section 75, reg 7' },
  ),
}
